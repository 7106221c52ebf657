import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';

interface Page {
  readonly posts: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly databaseId: number }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string;
      readonly endCursor: string;
    };
  };
}

const idsOf = ({ nodes }: Page['posts']) => nodes.map(({ databaseId }) => databaseId);

/** Posts as the front page of a theme shows them: sticky ones first. */
export function stickyFirstSuite(site: () => TestSite): void {
  describe('posts with sticky ones first', () => {
    let graph: Graph;
    let sticky: number[];
    let others: number[];
    const fields = 'totalCount nodes { databaseId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
    // The magazine's own, so that the walk is as long on a site that holds more.
    const ofOwn =
      'after: "2023-01-01T00:00:00", before: "2026-11-01T00:00:00", categories: { ids: [2], includeChildren: true }';
    beforeAll(async () => {
      graph = await openGraph(site(), { settings: { maxUpstreamRequests: 1_000 } });
      const posts = (isSticky: boolean) =>
        `posts(first: 100, where: { sticky: ${isSticky}, ${ofOwn} }) { nodes { databaseId } }`;
      const whole = await graph.data(`{ sticky: ${posts(true)} others: ${posts(false)} }`);
      [sticky, others] = [idsOf(whole.sticky), idsOf(whole.others)];
      expect([sticky.length > 0, others.length > 4]).toEqual([true, true]);
    });
    afterAll(() => graph.close());

    const read = async (args: string): Promise<Page['posts']> => {
      const { posts }: Page = await graph.data(
        `{ posts(stickyFirst: true, where: { ${ofOwn} }, ${args}) { ${fields} } }`,
      );
      return posts;
    };

    it.each([1, 3, 100])('are each on one page of %i, forward and backward', async (size) => {
      const all = [...sticky, ...others];
      const forward: number[] = [];
      for (let place = ''; ; ) {
        const page = await read(`first: ${size}${place}`);
        expect([page.totalCount, page.pageInfo.hasPreviousPage]).toEqual([all.length, forward.length > 0]);
        forward.push(...idsOf(page));
        expect(page.pageInfo.hasNextPage).toBe(forward.length < all.length);
        if (!page.pageInfo.hasNextPage) break;
        place = `, after: "${page.pageInfo.endCursor}"`;
      }
      expect(forward).toEqual(all);
      const backward: number[] = [];
      for (let place = ''; ; ) {
        const page = await read(`last: ${size}${place}`);
        expect(page.pageInfo.hasNextPage).toBe(backward.length > 0);
        backward.unshift(...idsOf(page));
        if (!page.pageInfo.hasPreviousPage) break;
        place = `, before: "${page.pageInfo.startCursor}"`;
      }
      expect(backward).toEqual(all);
    });

    it('are passed over by an offset, for numbered pages', async () => {
      const all = [...sticky, ...others];
      for (const offset of [0, 1, sticky.length, sticky.length + 2, all.length + 5]) {
        const page = await read(`first: 3, offset: ${offset}`);
        expect(idsOf(page)).toEqual(all.slice(offset, offset + 3));
        expect([page.totalCount, page.pageInfo.hasNextPage, page.pageInfo.hasPreviousPage]).toEqual([
          all.length,
          offset + 3 < all.length,
          offset > 0,
        ]);
      }
    });

    it('cost two requests, and none where they are known', async () => {
      const query = '{ posts(first: 5, stickyFirst: true) { totalCount nodes { title } } }';
      const cold = await graph.data(query);
      expect(graph.requests).toHaveLength(2);
      expect(await graph.data(query, { warm: true })).toEqual(cold);
      expect(graph.requests).toEqual([]);
    });

    it.each(['sticky: false', 'include: [1]', 'exclude: [1]'])('are refused with %s', async (where) => {
      const { data, errors } = await graph.run(
        `{ posts(stickyFirst: true, where: { ${where} }) { nodes { databaseId } } }`,
      );
      expect(data).toEqual({ posts: null });
      expect(errors).toMatchObject([
        { message: expect.stringContaining('"stickyFirst"'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    });

    it('are refused at a cursor of another list', async () => {
      const { posts } = await graph.data('{ posts(first: 1) { pageInfo { endCursor } } }');
      const { errors } = await graph.run(
        `{ posts(stickyFirst: true, first: 2, after: "${posts.pageInfo.endCursor}") { nodes { databaseId } } }`,
      );
      expect(errors).toMatchObject([
        { message: expect.stringContaining('"after"'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    });
  });
}
