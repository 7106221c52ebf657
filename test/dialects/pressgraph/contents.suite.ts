import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';

interface Dated {
  readonly databaseId: number;
  readonly date: string;
}

interface Walked {
  readonly owner: {
    readonly contents: {
      readonly nodes: readonly Dated[];
      readonly pageInfo: { readonly more: boolean; readonly next: string | null };
    };
  };
}

const newestFirst = (documents: readonly Dated[]) =>
  [...documents]
    .sort((one, other) =>
      one.date === other.date ? other.databaseId - one.databaseId : one.date < other.date ? 1 : -1,
    )
    .map(({ databaseId }) => databaseId);

/** What belongs to a term or an author, of all types in one list, held to the lists of each type. */
export function contentsSuite(site: () => TestSite): void {
  describe('content of all types in one list', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site(), { settings: { maxUpstreamRequests: 1_000 } });
    });
    afterAll(() => graph.close());

    /** The ids in a list below a document, in pages of a size. */
    async function walk(owner: string, args: string, size: number, backward: boolean): Promise<number[]> {
      const [count, place, more, next] = backward
        ? ['last', 'before', 'hasPreviousPage', 'startCursor']
        : ['first', 'after', 'hasNextPage', 'endCursor'];
      const query = `query ($cursor: String) { owner: ${owner} { contents(${count}: ${size}, ${place}: $cursor, ${args}) {
        nodes { ... on Content { databaseId } } pageInfo { more: ${more} next: ${next} }
      } } }`;
      const pages: number[][] = [];
      for (let cursor: string | null = null; ; ) {
        const data: Walked = await graph.data(query, { variables: { cursor }, warm: true });
        const { nodes, pageInfo } = data.owner.contents;
        pages.push(nodes.map(({ databaseId }) => databaseId));
        if (!pageInfo.more) return (backward ? pages.reverse() : pages).flat();
        expect(pages.at(-1)).toHaveLength(size);
        cursor = pageInfo.next;
      }
    }

    it.each([
      [3, false],
      [3, true],
      [100, false],
    ])('of an author is that of each type, by date, in pages of %i, backward: %s', async (size, backward) => {
      const fields = 'nodes { databaseId date }';
      const { authors } = await graph.data(
        `{ authors(first: 3) { nodes { databaseId posts(first: 100) { ${fields} } } } }`,
      );
      for (const { databaseId, posts } of authors.nodes) {
        const { pages } = await graph.data(
          `{ pages(first: 100, where: { authors: { ids: [${databaseId}] } }) { ${fields} } }`,
        );
        const author = `author(by: { databaseId: ${databaseId} })`;
        const shown = await walk(author, 'orderBy: { field: DATE }', size, backward);
        const core = [...posts.nodes, ...pages.nodes];
        const ids = core.map(({ databaseId }: Dated) => databaseId);
        // A site may have types of its own besides.
        expect(shown.filter((id) => ids.includes(id))).toEqual(newestFirst(core));
        expect(new Set(shown).size).toBe(shown.length);
      }
    });

    it.each([
      ['DATE', 'ASC', false],
      ['MODIFIED', 'DESC', true],
    ])('of a category has its posts, by %s %s, with descendants: %s', async (field, direction, includeChildren) => {
      const args = `orderBy: { field: ${field}, direction: ${direction} }, includeChildren: ${includeChildren}`;
      const category = 'category(by: { databaseId: 2 })';
      const { owner } = await graph.data(`{ owner: ${category} {
        posts(first: 100, ${args}) { totalCount edges { cursor node { databaseId } } }
        contents(first: 1, ${args}) { totalCount }
      } }`);
      const ids: number[] = owner.posts.edges.map(({ node }: { node: Dated }) => node.databaseId);
      for (const [size, backward] of [
        [100, false],
        [4, false],
        [4, true],
      ] as const) {
        const shown = await walk(category, args, size, backward);
        // A site may have types of its own in it besides.
        expect(shown.filter((id) => ids.includes(id))).toEqual(ids);
        expect([new Set(shown).size, owner.contents.totalCount]).toEqual([shown.length, shown.length]);
      }
    });
  });
}
