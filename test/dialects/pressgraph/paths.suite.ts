import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';

/** Lists of whole types, by WordPress' names of these. */
const lists = {
  page: 'pages(first: 100)',
  category: 'categories(first: 100, where: { hideEmpty: true })',
  post_tag: 'tags(first: 100, where: { hideEmpty: true })',
  user: 'authors(first: 100)',
} as const;

interface Path {
  readonly uri: string;
  readonly type: string;
  readonly modified: string | null;
  readonly node: { readonly id: string };
  readonly image: { readonly id: string } | null;
}

interface Page {
  readonly paths: {
    readonly nodes: readonly Path[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Every address of a site, held to the lists of each type. */
export function pathsSuite(site: () => TestSite): void {
  describe('all addresses', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site(), { settings: { maxUpstreamRequests: 1_000 } });
    });
    afterAll(() => graph.close());

    const walk = async (first: number, types: readonly string[] | null, warm = true): Promise<Path[]> => {
      const query = `query ($after: String, $types: [String!]) { paths(first: ${first}, after: $after, types: $types) {
        nodes { uri type modified node { id } image { id } } pageInfo { hasNextPage endCursor }
      } }`;
      const found: Path[] = [];
      for (let after: string | null = null; ; ) {
        const { paths }: Page = await graph.data(query, { variables: { after, types }, warm });
        found.push(...paths.nodes);
        if (!paths.pageInfo.hasNextPage) return found;
        after = paths.pageInfo.endCursor;
      }
    };

    it('are those of the lists of each type, in the order of ids', async () => {
      const all = await walk(1_000, null);
      for (const [type, list] of Object.entries(lists)) {
        const { found } = await graph.data(`{ found: ${list} { nodes { databaseId id uri } } }`);
        const expected = [...found.nodes]
          .sort((one: { databaseId: number }, other: { databaseId: number }) => one.databaseId - other.databaseId)
          .map(({ id, uri }: { id: string; uri: string }) => ({ id, uri }));
        expect(expected.length).toBeGreaterThan(0);
        const own = all.filter((path) => path.type === type).map(({ node: { id }, uri }) => ({ id, uri }));
        // Terms that only descendants of theirs give something to show are listed, and have no archive of their own.
        if (type === 'category') expect(expected).toEqual(expect.arrayContaining(own));
        else expect(own).toEqual(expected);
      }
      const { posts } = await graph.data('{ posts { totalCount } }');
      expect(all.filter(({ type }) => type === 'post')).toHaveLength(posts.totalCount);
      expect(new Set(all.map(({ node }) => node.id)).size).toBe(all.length);
    });

    it('are the same in pages of any size, known or not, and with all that is read of them', async () => {
      const all = await walk(1_000, ['page', 'category', 'user']);
      for (const first of [3, 10]) expect(await walk(first, ['user', 'page', 'category'])).toEqual(all);
      expect(await walk(1_000, ['page', 'category', 'user'], false)).toEqual(all);
      const { data } = await graph.run(
        `{ paths(types: ["page", "category", "user"], first: 1000) { nodes {
          uri type modified image { id } node { id ... on Page { title slug } ... on Category { name } ... on Author { name } }
        } } }`,
        { headers: { 'x-pressgraph-trace': '1' } },
      );
      const traced: Path[] = data.paths.nodes;
      expect(traced.map(({ node: { id }, ...path }) => ({ ...path, node: { id } }))).toEqual(all);
    });

    it('say of content what it says of itself', async () => {
      const paths = await walk(1_000, ['post']);
      const path = paths.find(({ image }) => image !== null);
      if (!path) throw new Error('No post has an image.');
      const { node } = await graph.data(
        `{ node(id: "${path.node.id}") { ... on Content { uri modified featuredMedia { id } } } }`,
      );
      expect(node).toEqual({ uri: path.uri, modified: path.modified, featuredMedia: path.image });
    });
  });
}
