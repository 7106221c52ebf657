import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';

interface Result {
  readonly type: string;
  readonly uri: string;
  readonly title: string;
  readonly node: { readonly __typename: string; readonly databaseId: number; readonly uri: string };
}

interface Found {
  readonly search: {
    readonly totalCount: number;
    readonly nodes: readonly Result[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
  };
}

/** The site's own search. */
export function searchSuite(site: () => TestSite): void {
  describe('search', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site(), { settings: { maxUpstreamRequests: 500 } });
    });
    afterAll(() => graph.close());

    const node = 'node { __typename ... on Content { databaseId uri } ... on Term { databaseId uri } }';
    const fields = `totalCount nodes { type uri title ${node} } pageInfo { hasNextPage hasPreviousPage endCursor }`;

    it('leads to what it finds, whatever that is of, with the same address', async () => {
      const { search }: Found = await graph.data(
        `{ search(query: "port", types: ["post", "page", "category", "post_tag"], first: 100) { ${fields} } }`,
      );
      expect(search.nodes.length).toBeGreaterThan(3);
      const kinds = search.nodes.map(({ type }) => (['post', 'page'].includes(type) ? 0 : 1));
      expect(kinds).toEqual([...kinds].sort());
      for (const { node, uri, type } of search.nodes) {
        const names: Record<string, string> = { post: 'Post', page: 'Page', category: 'Category', post_tag: 'Tag' };
        expect([node.__typename, node.uri]).toEqual([names[type], uri]);
      }
      if (!search.pageInfo.hasNextPage) expect(search.totalCount).toBe(search.nodes.length);
    });

    it('is gone through by cursors, each result once, past the end of each kind', async () => {
      const types = '["post", "page", "category", "post_tag", "post_format"]';
      const ask = (args: string) => `{ search(query: "a", types: ${types}, ${args}) { ${fields} } }`;
      const { search: whole }: Found = await graph.data(ask('first: 100'));
      const shown: string[] = [];
      for (let place = ''; shown.length < 60; ) {
        const { search }: Found = await graph.data(ask(`first: 7${place}`));
        expect([search.totalCount, search.pageInfo.hasPreviousPage]).toEqual([whole.totalCount, shown.length > 0]);
        shown.push(...search.nodes.map(({ uri }) => uri));
        expect(search.pageInfo.hasNextPage).toBe(shown.length < whole.totalCount);
        if (!search.pageInfo.hasNextPage) break;
        place = `, after: "${search.pageInfo.endCursor}"`;
      }
      expect(new Set(shown).size).toBe(shown.length);
      const expected = whole.nodes.map(({ uri }) => uri);
      expect(shown.slice(0, expected.length)).toEqual(expected.slice(0, shown.length));
    });

    it('costs one request where only what it says itself is read, and none while that is known', async () => {
      const query = '{ search(query: "harbour", first: 5) { totalCount nodes { title uri link type } } }';
      const cold: Found = await graph.data(query);
      expect(graph.requests.map(({ route }) => route)).toEqual(['/wp/v2/search']);
      expect(await graph.data(query, { warm: true })).toEqual(cold);
      expect(graph.requests).toEqual([]);
      for (const { title } of cold.search.nodes) expect(title).not.toMatch(/&#?\w+;|</);
    });

    it('shows what it has found, as plain text around it', async () => {
      const { search } = await graph.data(
        '{ search(query: "harbour", first: 10) { nodes { title short: excerpt(words: 8) excerpt node { ... on Content { isProtected content(format: TEXT) } } } } }',
      );
      let shown = 0;
      for (const { short, excerpt, node } of search.nodes) {
        // A type of the site's own may have no body.
        if (node.isProtected || node.content === null) {
          expect([short, excerpt]).toEqual([null, null]);
          continue;
        }
        const text = node.content.replace(/\s+/g, ' ').trim();
        const isThere = /harbour/i.test(text);
        if (isThere) expect(excerpt).toMatch(/harbour/i);
        expect(text).toContain(short.replace(/^…|…$/g, ''));
        expect(short.split(' ').length).toBeLessThanOrEqual(9);
        shown += isThere ? 1 : 0;
      }
      expect(shown).toBeGreaterThan(0);
    });

    it('finds nothing for no words, without asking', async () => {
      const { search } = await graph.data('{ search(query: "  ") { totalCount nodes { title } } }');
      expect([search, graph.requests]).toEqual([{ totalCount: 0, nodes: [] }, []]);
    });

    it('is what the page of the site shows', async () => {
      const id = Buffer.from('SearchPage:harbour').toString('base64');
      const { node, search } = await graph.data(`{
        node(id: "${id}") { id ... on SearchPage { query uri results(first: 3) { nodes { uri } } } }
        search(query: "harbour", first: 3) { nodes { uri } }
      }`);
      expect(node).toEqual({ id: expect.any(String), query: 'harbour', uri: '/?s=harbour', results: search });
    });

    it.each([
      ['types: ["attachment"]', /"types".*"attachment".*"post", "page"/],
      ['after: "x"', /"after"/],
      [`after: "${Buffer.from('["term",3]').toString('base64url')}"`, /"after"/],
      ['first: 101', /"first"/],
    ])('is refused with %s', async (args, message) => {
      const { data, errors } = await graph.run(`{ search(query: "a", ${args}) { nodes { title } } }`);
      expect(data).toEqual({ search: null });
      expect(errors).toMatchObject([
        { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    });
  });
}
