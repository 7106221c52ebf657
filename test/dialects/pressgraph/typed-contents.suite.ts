import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';

interface Dated {
  readonly databaseId: number;
  readonly date: string;
}

interface Walked {
  readonly contents: {
    readonly nodes: readonly Dated[];
    readonly pageInfo: { readonly more: boolean; readonly next: string | null };
  };
}

const newestFirst = (documents: readonly Dated[]) =>
  [...documents]
    .sort((one, other) =>
      one.date === other.date ? other.databaseId - one.databaseId : one.date < other.date ? 1 : -1,
    )
    .map(({ databaseId }) => databaseId);

/** Content of several types in one list, held to the lists of each type. */
export function typedContentsSuite(site: () => TestSite): void {
  describe('contents', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site(), { settings: { maxUpstreamRequests: 1_000 } });
    });
    afterAll(() => graph.close());

    // The magazine's own, so that the walk is as long on a site that holds more.
    const own = 'where: { after: "2023-01-01T00:00:00", before: "2026-11-01T00:00:00", search: "a" }';

    it.each([false, true])('are gone through by cursors, each once, backward: %s', async (backward) => {
      const [count, place, more, next] = backward
        ? ['last', 'before', 'hasPreviousPage', 'startCursor']
        : ['first', 'after', 'hasNextPage', 'endCursor'];
      const fields = 'nodes { databaseId date }';
      const whole = await graph.data(`{
        posts(${count}: 60, ${own}) { ${fields} } pages(${count}: 60, ${own}) { ${fields} } media: mediaItems(${count}: 60, ${own}) { ${fields} }
      }`);
      const types = '["post", "page", "attachment"]';
      const query = `query ($cursor: String) { contents(types: ${types}, ${count}: 7, ${place}: $cursor, ${own}) {
        totalCount nodes { ... on Content { databaseId } } pageInfo { more: ${more} next: ${next} } } }`;
      const expected = newestFirst([...whole.posts.nodes, ...whole.pages.nodes, ...whole.media.nodes]);
      const pages: number[][] = [];
      for (let cursor: string | null = null; pages.flat().length < 50; ) {
        const { contents }: Walked = await graph.data(query, { variables: { cursor } });
        pages.push(contents.nodes.map(({ databaseId }: Dated) => databaseId));
        if (!contents.pageInfo.more) break;
        expect(pages.at(-1)).toHaveLength(7);
        cursor = contents.pageInfo.next;
      }
      const shown = (backward ? pages.reverse() : pages).flat();
      expect(shown.length).toBeGreaterThanOrEqual(Math.min(50, expected.length));
      expect(shown).toEqual(backward ? expected.slice(-shown.length) : expected.slice(0, shown.length));
    });

    it('are of all types but media where none are named, and cost a request a type', async () => {
      const { contents, posts, pages } = await graph.data(
        '{ contents(first: 5) { totalCount nodes { type } } posts { totalCount } pages { totalCount } }',
      );
      expect(contents.nodes).not.toContainEqual({ type: 'attachment' });
      expect(contents.totalCount).toBeGreaterThanOrEqual(posts.totalCount + pages.totalCount);
      const named = '{ contents(types: ["page", "post", "page"], first: 5) { totalCount nodes { title } } }';
      const two = await graph.data(named);
      expect(two.contents.totalCount).toBe(posts.totalCount + pages.totalCount);
      expect(graph.requests.map(({ route }) => route).sort()).toEqual(['/wp/v2/pages', '/wp/v2/posts']);
      expect(await graph.data(named, { warm: true })).toEqual(two);
      expect(graph.requests).toEqual([]);
    });

    it('are filtered by authors and by ids of any type', async () => {
      const { posts, pages } = await graph.data(
        '{ posts(first: 1) { nodes { id databaseId author { databaseId } } } pages(first: 1) { nodes { id databaseId } } }',
      );
      const [post, page] = [posts.nodes[0], pages.nodes[0]];
      const { both, written } = await graph.data(`{
        both: contents(where: { include: ["${post.id}", ${page.databaseId}] }) { nodes { id } }
        written: contents(first: 100, types: ["post", "page"], where: { authors: { ids: [${post.author.databaseId}] } }) {
          nodes { author { databaseId } }
        }
      }`);
      expect(both.nodes.map(({ id }: { id: string }) => id).sort()).toEqual([post.id, page.id].sort());
      for (const node of written.nodes) expect(node.author.databaseId).toBe(post.author.databaseId);
    });

    it.each([
      ['types: ["poem"]', /"types".*"poem".*"post", "page"/],
      ['first: 2, last: 2', /"last"/],
      ['after: "x"', /"after"/],
      ['where: { include: ["x"] }', /"where.include"/],
    ])('with %s are refused, and the argument is named', async (args, message) => {
      const { data, errors } = await graph.run(`{ contents(${args}) { totalCount nodes { databaseId } } }`);
      expect(data).toEqual({ contents: null });
      expect(errors).toMatchObject([
        { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    });

    it('of no types are none', async () => {
      const { contents } = await graph.data('{ contents(types: []) { totalCount nodes { databaseId } } }');
      expect([contents, graph.requests]).toEqual([{ totalCount: 0, nodes: [] }, []]);
    });
  });
}
