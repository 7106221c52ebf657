import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';

interface Node {
  readonly databaseId: number;
}
interface Placed extends Node {
  readonly next: Node | null;
  readonly previous: Node | null;
  readonly categories: readonly Node[];
}
interface Tagged extends Node {
  readonly categories: readonly Node[];
  readonly tags: readonly Node[];
}
interface Related extends Tagged {
  readonly related: readonly { readonly node: Node; readonly terms: readonly Node[] }[];
}

const idOf = (node: Node | null | undefined) => node?.databaseId ?? null;
const idsOf = (nodes: readonly Node[]) => nodes.map(({ databaseId }) => databaseId);

/** What stands around content of its own type, held to the list of the type. */
export function sequenceSuite(site: () => TestSite): void {
  describe('what stands around content', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site(), { settings: { maxUpstreamRequests: 500 } });
    });
    afterAll(() => graph.close());

    it.each([
      ['posts', 'first: 100', 1],
      ['pages', 'first: 100', 1],
      ['posts', 'last: 30', 1],
      ['posts', 'first: 1', 1],
    ])('is what the list has there: %s(%s)', async (list, args, requests) => {
      const { found } = await graph.data(`{ found: ${list}(${args}) {
        nodes { databaseId next { databaseId } previous { databaseId } } pageInfo { hasNextPage hasPreviousPage }
      } }`);
      const nodes: Placed[] = found.nodes;
      for (const [index, { next, previous }] of nodes.entries()) {
        if (index > 0 || !found.pageInfo.hasPreviousPage) expect(idOf(next)).toBe(idOf(nodes[index - 1]));
        if (index < nodes.length - 1 || !found.pageInfo.hasNextPage)
          expect(idOf(previous)).toBe(idOf(nodes[index + 1]));
      }
      // The list, and on each side a page or two of it.
      const route = list === 'pages' ? '/wp/v2/pages' : '/wp/v2/posts';
      expect(graph.to(route).length).toBeLessThanOrEqual(requests + (args.startsWith('last') ? 3 : 1) + 4);
    });

    it('is there in full, cold and known, for one post as for many', async () => {
      const fields = 'databaseId title uri';
      const { posts } = await graph.data(
        `{ posts(first: 5, where: { before: "2026-11-01T00:00:00" }) { nodes { ${fields} } } }`,
      );
      const [newer, post, older] = posts.nodes;
      const query = `{ post(by: { databaseId: ${post.databaseId} }) { title next { ${fields} } previous { ${fields} } } }`;
      const cold = await graph.data(query);
      expect(cold.post).toMatchObject({ next: newer, previous: older });
      expect(graph.requests).toHaveLength(3);
      expect(await graph.data(query, { warm: true })).toEqual(cold);
      expect(graph.requests).toEqual([]);
    });

    it('is of a taxonomy only what shares a term of it', async () => {
      const { posts } = await graph.data(`{ posts(first: 20, where: { before: "2026-11-01T00:00:00" }) { nodes {
        databaseId categories { databaseId } next(inSame: "category") { databaseId } previous(inSame: "category") { databaseId }
      } } }`);
      const nodes: Placed[] = posts.nodes;
      const shares = (one: Placed) => (other: Placed) =>
        one.categories.some(({ databaseId }) => idsOf(other.categories).includes(databaseId));
      let compared = 0;
      for (const [index, node] of nodes.entries()) {
        const newer = nodes.slice(0, index).findLast(shares(node));
        const older = nodes.slice(index + 1).find(shares(node));
        if (newer) expect(idOf(node.next)).toBe(idOf(newer));
        if (older) expect(idOf(node.previous)).toBe(idOf(older));
        compared += newer || older ? 1 : 0;
      }
      expect(compared).toBeGreaterThan(5);
    });

    it('is of no taxonomy that does not sort it', async () => {
      const { errors } = await graph.run('{ posts(first: 1) { nodes { next(inSame: "mood") { databaseId } } } }');
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/"inSame".*"mood".*"category"/), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    });

    it('has terms in common with what is related, newest first, and says which', async () => {
      const terms = 'databaseId categories { databaseId } tags { databaseId }';
      const related = `related(first: 3) { node { ... on Post { ${terms} } } terms { ... on Term { databaseId } } }`;
      const { posts, some } = await graph.data(`{
        posts(first: 100) { nodes { ${terms} } pageInfo { hasNextPage } }
        some: posts(first: 6, where: { before: "2026-11-01T00:00:00" }) { nodes { ${terms} ${related} } }
      }`);
      const termsOf = ({ categories, tags }: Tagged) => [...idsOf(categories), ...idsOf(tags)];
      for (const post of some.nodes as Related[]) {
        const own = termsOf(post);
        const expected = (posts.nodes as Tagged[]).filter(
          (other) => other.databaseId !== post.databaseId && termsOf(other).some((id) => own.includes(id)),
        );
        const found = post.related.map(({ node }) => node as Tagged);
        if (expected.length >= 3 || !posts.pageInfo.hasNextPage)
          expect(idsOf(found)).toEqual(idsOf(expected.slice(0, 3)));
        for (const { node, terms: shared } of post.related)
          expect(idsOf(shared)).toEqual(termsOf(node as Tagged).filter((id) => own.includes(id)));
      }
    });

    it('is related by nothing where it has no terms', async () => {
      const { pages } = await graph.data('{ pages(first: 2) { nodes { related { node { databaseId } } } } }');
      expect(pages.nodes).toEqual([{ related: [] }, { related: [] }]);
      expect(graph.requests).toHaveLength(1);
    });

    it.each([-1, 51])('is not related %i times', async (first) => {
      const { errors } = await graph.run(`{ posts(first: 1) { nodes { related(first: ${first}) { node { id } } } } }`);
      expect(errors).toMatchObject([
        { message: expect.stringContaining('"first"'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    });
  });
}
