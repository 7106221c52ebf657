import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';

interface Connection {
  readonly nodes: readonly { readonly databaseId: number }[];
  readonly pageInfo: Readonly<Record<'startCursor' | 'endCursor', string | null>>;
}

const page = 'totalCount nodes { databaseId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

/** Lists of what belongs to a document, filtered and ordered as those of all documents are. */
export function narrowedRelationsSuite(site: () => TestSite): void {
  describe('filtered lists of what belongs to a document', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site(), { settings: { maxUpstreamRequests: 500 } });
    });
    afterAll(() => graph.close());

    /** One page of a list below a document. */
    async function below(owner: string, list: string, args: string): Promise<Connection> {
      return (await graph.data(`{ owner: ${owner} { list: ${list}(${args}) { ${page} } } }`)).owner.list;
    }
    async function ofAll(list: string, args: string): Promise<Connection> {
      return (await graph.data(`{ list: ${list}(${args}) { ${page} } }`)).list;
    }

    const category = 'category(by: { databaseId: 2 })';
    it.each([
      [category, '', 'categories: { ids: [2] }', ''],
      [category, 'search: "tide"', 'categories: { ids: [2] }, search: "tide"', ''],
      [category, 'search: "harbour"', 'categories: { ids: [2] }, search: "harbour"', 'orderBy: { field: RELEVANCE }'],
      [category, 'tags: { ids: [31, 34] }', 'categories: { ids: [2] }, tags: { ids: [31, 34] }', ''],
      [category, 'excludeCategories: { ids: [5] }', 'categories: { ids: [2] }, excludeCategories: { ids: [5] }', ''],
      [category, 'authors: { slugs: ["marta-vale"] }', 'categories: { ids: [2] }, authors: { ids: [1] }', ''],
      [
        category,
        'after: "2024-01-01T00:00:00"',
        'categories: { ids: [2] }, after: "2024-01-01T00:00:00"',
        'orderBy: { field: TITLE }',
      ],
      [category, 'tags: { ids: [31] }, taxonomyRelation: OR', 'categories: { ids: [2] }, tags: { ids: [31] }', ''],
      [category, 'categories: { ids: [5, 2] }', 'categories: { ids: [2] }', ''],
      [
        category,
        'include: [107, 101, 999]',
        'categories: { ids: [2] }, include: [107, 101, 999]',
        'orderBy: { field: INCLUDE }',
      ],
      [
        'tag(by: { slug: "salt" })',
        'categories: { slugs: ["food"], includeChildren: true }',
        'tags: { slugs: ["salt"] }, categories: { ids: [11], includeChildren: true }',
        '',
      ],
      [
        'author(by: { databaseId: 1 })',
        'categories: { ids: [2, 3] }',
        'authors: { ids: [1] }, categories: { ids: [2, 3] }',
        '',
      ],
      [
        'author(by: { databaseId: 1 })',
        'categories: { ids: [2] }, tags: { ids: [30] }, taxonomyRelation: OR',
        'authors: { ids: [1] }, categories: { ids: [2] }, tags: { ids: [30] }, taxonomyRelation: OR',
        '',
      ],
      [
        'author(by: { databaseId: 1 })',
        'authors: { ids: [1, 2] }, excludeAuthors: { ids: [3] }',
        'authors: { ids: [1] }',
        '',
      ],
    ])('hold what the list of all holds: %s, %s', async (owner, where, all, orderBy) => {
      for (const size of ['first: 3', 'last: 2', 'first: 2, offset: 1', 'first: 100']) {
        const [one, other] = [
          await below(owner, 'posts', `${size}, where: { ${where} } ${orderBy}`),
          await ofAll('posts', `${size}, where: { ${all} } ${orderBy}`),
        ];
        expect(one, size).toEqual(other);
      }
      const { pageInfo } = await below(owner, 'posts', `first: 1, where: { ${where} } ${orderBy}`);
      if (pageInfo.endCursor === null) return;
      const next = `first: 2, after: "${pageInfo.endCursor}"`;
      expect(await below(owner, 'posts', `${next}, where: { ${where} } ${orderBy}`)).toEqual(
        await ofAll('posts', `${next}, where: { ${all} } ${orderBy}`),
      );
    });

    it('hold those of descendants where they are asked for, page by page in both directions', async () => {
      for (const id of [2, 6, 20]) {
        const owner = `category(by: { databaseId: ${id} })`;
        const all = `where: { categories: { ids: [${id}], includeChildren: true } }`;
        for (const size of ['first: 3', 'last: 3', 'first: 2, offset: 2', 'first: 100']) {
          expect(await below(owner, 'posts', `${size}, includeChildren: true`)).toEqual(
            await ofAll('posts', `${size}, ${all}`),
          );
          expect(graph.requests.filter(({ route }) => route === '/wp/v2/categories').length).toBeLessThan(2);
        }
        const start = await below(owner, 'posts', 'first: 2, includeChildren: true');
        const next = `first: 2, after: "${start.pageInfo.endCursor}"`;
        if (start.nodes.length === 2)
          expect(await below(owner, 'posts', `${next}, includeChildren: true`)).toEqual(
            await ofAll('posts', `${next}, ${all}`),
          );
      }
    });

    it('of many terms and their descendants take two requests beside that for the terms: the tree, and all posts', async () => {
      const { categories } = await graph.data(
        '{ categories(first: 100) { nodes { databaseId posts(first: 2, includeChildren: true) { nodes { databaseId } } } } }',
      );
      const own = graph.requests.filter(({ query }) => /^\d+$/.test(query['categories[terms]'] ?? ''));
      const [common, ...others] = graph.requests.filter(({ query }) => query['categories[terms]']?.includes(','));
      expect(common?.query).toMatchObject({ 'categories[include_children]': 'true', per_page: '100' });
      expect(others).toEqual([]);
      expect(graph.to('/wp/v2/categories').length).toBeLessThanOrEqual(2);
      // Those of which the common page could not show enough.
      expect(own.length).toBeLessThan(categories.nodes.length / 2);
      for (const { databaseId, posts } of categories.nodes) {
        const all = `first: 2, where: { categories: { ids: [${databaseId}], includeChildren: true } }`;
        expect(posts.nodes, databaseId).toEqual((await ofAll('posts', all)).nodes);
      }
    });

    it('of many are asked for together, their filters looked up once', async () => {
      const where = 'categories: { slugs: ["coast-sea", "food"], includeChildren: true }, search: "a"';
      const { authors } = await graph.data(
        `{ authors(first: 5) { nodes { databaseId posts(first: 2, where: { ${where} }) { nodes { databaseId } } } } }`,
      );
      const batched = graph.requests.filter(({ query }) => query.author?.includes(','));
      expect(batched).toHaveLength(1);
      expect(graph.requests.filter(({ query }) => query.slug !== undefined)).toHaveLength(1);
      for (const { databaseId, posts } of authors.nodes) {
        const all = await ofAll('posts', `first: 2, where: { authors: { ids: [${databaseId}] }, ${where} }`);
        expect(posts.nodes).toEqual(all.nodes);
      }
    });

    it('are those without a filter where it is empty, by the same requests', async () => {
      const asks = (where: string) =>
        `{ categories(first: 6) { nodes { databaseId posts(first: 3 ${where}) { ${page} } } } }`;
      const plain = await graph.data(asks(''));
      const requests = [...graph.requests];
      expect(await graph.data(asks(', where: {}'))).toEqual(plain);
      expect(graph.requests).toEqual(requests);
    });

    it('of comments, replies, media and pages below others take filters as well', async () => {
      const {
        post,
        comment,
        page: parent,
        other,
      } = await graph.data(`{
        post(by: { databaseId: 150 }) {
          a: comments(first: 50, where: { topLevel: true }) { ${page} } b: comments(first: 50, topLevel: true) { ${page} }
          c: comments(first: 50, topLevel: true, where: { topLevel: false }) { ${page} }
          d: comments(first: 3, where: { search: "the" }, orderBy: { field: ID }) { ${page} }
          e: comments(where: { posts: [103] }) { ${page} }
        }
        comment(by: { databaseId: 12 }) { replies(where: { exclude: [12] }) { totalCount } none: replies(where: { parents: [11] }) { totalCount } }
        page(by: { databaseId: 401 }) { children(where: { slugs: ["team"] }) { nodes { databaseId } } none: children(where: { topLevel: true }) { totalCount } all: children(where: { topLevel: false }) { totalCount } }
        other: post(by: { databaseId: 156 }) { attachments(where: { mediaType: IMAGE, parents: [156] }) { ${page} } }
      }`);
      expect(post.a).toEqual(post.b);
      expect(post.c).toMatchObject({ totalCount: 0, nodes: [] });
      expect(post.d).toEqual(
        await ofAll('comments', 'first: 3, where: { search: "the", posts: [150] }, orderBy: { field: ID }'),
      );
      expect(post.e).toMatchObject({ totalCount: 0, nodes: [] });
      expect(comment.none.totalCount).toBe(0);
      expect(comment.replies.totalCount).toBe(
        ((await ofAll('comments', 'where: { parents: [12] }')) as never as { totalCount: number }).totalCount,
      );
      expect(parent).toEqual({
        children: { nodes: [{ databaseId: 402 }] },
        none: { totalCount: 0 },
        all: { totalCount: 1 },
      });
      expect(other.attachments).toEqual(await ofAll('mediaItems', 'where: { mediaType: IMAGE, parents: [156] }'));
    });

    it('of authors hold nothing by another, and ask for nothing', async () => {
      const { author } = await graph.data(`{ author(by: { databaseId: 1 }) {
        a: posts(where: { authors: { ids: [2] } }) { ${page} } b: posts(where: { excludeAuthors: { ids: [1] } }) { ${page} } } }`);
      const nothing = { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, startCursor: null } };
      expect(author).toMatchObject({ a: nothing, b: nothing });
      expect(graph.to('/wp/v2/posts')).toEqual([]);
    });

    it.each([
      ['posts(where: { categories: { ids: [5] } })', /where\.categories.*operator: AND/],
      ['posts(includeChildren: true, where: { categories: { ids: [2] } })', /where\.categories/],
      ['posts(where: { categories: { ids: [2, 5], operator: AND } })', /where\.categories/],
      [
        'posts(where: { tags: { ids: [31] }, excludeTags: { ids: [34] }, taxonomyRelation: OR })',
        /where\.taxonomyRelation/,
      ],
      ['posts(orderBy: { field: RELEVANCE })', /where\.search/],
      ['posts(where: { include: ["x"] })', /where\.include/],
    ])('refuse what WordPress cannot answer: %s', async (list, message) => {
      const { data, errors } = await graph.run(`{ ${category} { name list: ${list} { totalCount } } }`);
      expect(data.category).toMatchObject({ name: expect.any(String), list: null });
      expect(errors).toMatchObject([{ path: ['category', 'list'], extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(errors?.[0]?.message).toMatch(message);
    });

    it('say which filter a visitor may not use: they are not empty', async () => {
      const list = 'comments(first: 2, where: { status: "hold" }) { totalCount nodes { databaseId } }';
      const { errors } = await graph.run(
        `{ post(by: { databaseId: 150 }) { ${list} } posts(first: 3) { nodes { ${list} } } }`,
      );
      expect(errors).toHaveLength(4);
      for (const error of errors ?? []) expect(error.extensions?.code).toBe('UNAUTHENTICATED');
      // Once for each batch: parts of it would be refused as well.
      expect(graph.to('/wp/v2/comments').length).toBeLessThanOrEqual(2);
    });
  });
}
