import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';

interface Node {
  readonly databaseId: number;
  readonly date?: string;
}

interface Connection {
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  readonly totalCount: number;
}

const page = 'nodes { databaseId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount';
const idsOf = ({ nodes }: Connection) => nodes.map(({ databaseId }) => databaseId);

/** Paging, orders and filters of every connection. */
export function connectionSuite(site: () => TestSite): void {
  describe('connections', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site(), { settings: { maxUpstreamRequests: 500 } });
    });
    afterAll(() => graph.close());

    const read = async (field: string, args: string): Promise<Connection> =>
      (await graph.data(`{ connection: ${field}(${args}) { ${page} } }`)).connection;

    async function walk(field: string, size: number, rest = '', backward = false): Promise<number[]> {
      const ids: number[] = [];
      let cursor: string | null = null;
      for (let turn = 0; turn < 200; turn++) {
        const place: string = cursor === null ? '' : `, ${backward ? 'before' : 'after'}: "${cursor}"`;
        const connection: Connection = await read(field, `${backward ? 'last' : 'first'}: ${size}${place}${rest}`);
        if (backward) ids.unshift(...idsOf(connection));
        else ids.push(...idsOf(connection));
        const more: boolean = backward ? connection.pageInfo.hasPreviousPage : connection.pageInfo.hasNextPage;
        if (!more) {
          // WordPress counts media that hang on a draft, and then leaves them out.
          expect(connection.totalCount - ids.length).toBe(field === 'mediaItems' ? 1 : 0);
          return ids;
        }
        cursor = backward ? connection.pageInfo.startCursor : connection.pageInfo.endCursor;
      }
      throw new Error('The walk does not end.');
    }

    // The magazine's own posts, so that the walk is as long on a site that holds more.
    const own =
      ', where: { after: "2023-01-01T00:00:00", before: "2026-11-01T00:00:00", categories: { ids: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11], includeChildren: true } }';

    it.each([
      ['posts', 7, own],
      ['posts', 3, ', where: { include: [118, 119, 121, 163, 164, 150] }'],
      ['posts', 4, ', where: { include: [118, 119, 121, 163, 164, 150] }, orderBy: { field: TITLE }'],
      ['posts', 2, ', where: { include: [118, 119, 121, 163, 164, 150] }, orderBy: { field: INCLUDE }'],
      ['posts', 5, `, orderBy: { field: MODIFIED }${own}`],
      ['pages', 2, ''],
      ['mediaItems', 3, ', where: { after: "2023-01-01T00:00:00" }'],
      ['authors', 2, ''],
      ['categories', 5, ''],
      ['tags', 4, ', orderBy: { field: COUNT }'],
      ['comments', 6, ', where: { posts: [150, 133] }'],
    ] as const)('%s in pages of %i%s: the same forwards and backwards, each once', async (field, size, rest) => {
      const forwards = await walk(field, size, rest);
      expect(new Set(forwards).size).toBe(forwards.length);
      expect(forwards.length).toBeGreaterThan(size);
      expect(await walk(field, size, rest, true)).toEqual(forwards);
    });

    it('numbered pages by offset agree with cursors', async () => {
      const whole = await read('posts', `first: 30${own}`);
      for (const offset of [0, 7, 14]) {
        const part = await read('posts', `first: 7, offset: ${offset}${own}`);
        expect(idsOf(part)).toEqual(idsOf(whole).slice(offset, offset + 7));
        expect(part.pageInfo.hasPreviousPage).toBe(offset > 0);
        expect(part.totalCount).toBe(whole.totalCount);
      }
      const terms = await read('categories', 'first: 50');
      expect(idsOf(await read('categories', 'first: 4, offset: 5'))).toEqual(idsOf(terms).slice(5, 9));
    });

    it('a page past the end is empty and keeps the total', async () => {
      for (const field of ['posts', 'pages', 'mediaItems', 'authors', 'categories', 'tags', 'comments']) {
        const past = await read(field, 'first: 5, offset: 90000');
        expect([field, past.nodes, past.pageInfo]).toEqual([
          field,
          [],
          { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
        ]);
        expect(past.totalCount).toBe((await read(field, 'first: 1')).totalCount);
      }
    });

    it('first: 0 is an empty page that says whether there is more', async () => {
      const none = await read('posts', 'first: 0');
      expect(none.nodes).toEqual([]);
      expect(none.totalCount).toBeGreaterThanOrEqual(60);
      expect(none.pageInfo.hasNextPage).toBe(true);
    });

    it('edges carry the same nodes, with cursors that lead on', async () => {
      const { posts } = await graph.data(
        '{ posts(first: 3) { edges { cursor node { databaseId } } nodes { databaseId } pageInfo { startCursor endCursor } } }',
      );
      expect(posts.edges.map(({ node }: { node: Node }) => node)).toEqual(posts.nodes);
      expect([posts.edges[0].cursor, posts.edges[2].cursor]).toEqual([
        posts.pageInfo.startCursor,
        posts.pageInfo.endCursor,
      ]);
      const next = await read('posts', `first: 2, after: "${posts.edges[0].cursor}"`);
      expect(idsOf(next)).toEqual(posts.nodes.slice(1).map(({ databaseId }: Node) => databaseId));
    });

    it.each([
      ['first: 3, after: ""', 'first: 3'],
      ['last: 3, before: ""', 'last: 3'],
      ['first: 3, after: "", before: ""', 'first: 3'],
      ['first: 3, offset: 2, after: ""', 'first: 3, offset: 2'],
    ])('an empty cursor leaves the page where it is without: posts(%s)', async (empty, without) => {
      for (const order of ['', ', orderBy: { field: TITLE }']) {
        expect(await read('posts', empty + order)).toEqual(await read('posts', without + order));
      }
    });

    it.each([
      ['first: 1, last: 1', 'last'],
      ['first: -1', 'first'],
      ['first: 101', 'first'],
      ['last: 101', 'last'],
      ['offset: -1', 'offset'],
      ['last: 2, offset: 2', 'offset'],
      ['first: 2, after: "nonsense"', 'after'],
      ['last: 2, before: "WyJ4Il0"', 'before'],
      ['orderBy: { field: RELEVANCE }', 'orderBy.field'],
      ['orderBy: { field: INCLUDE }', 'orderBy.field'],
      ['where: { include: ["nonsense"] }', 'where.include'],
    ])('posts(%s) is refused, naming the argument', async (args, argument) => {
      const { data, errors } = await graph.run(`{ posts(${args}) { nodes { id } } }`);
      expect(data).toEqual({ posts: null });
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
      expect(errors?.[0]?.message).toContain(`"${argument}"`);
      expect(graph.requests).toEqual([]);
    });

    it('a cursor of one order is refused in another', async () => {
      const { pageInfo } = await read('posts', 'first: 1');
      const { errors } = await graph.run(
        `{ posts(first: 1, after: "${pageInfo.endCursor}", orderBy: { field: TITLE }) { nodes { id } } }`,
      );
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    });

    const found = async (field: string, where: string): Promise<number[]> =>
      idsOf(await read(field, `first: 100, where: { ${where} }`)).sort((a, b) => a - b);

    it('filters posts by everything that the collection takes', async () => {
      expect(await found('posts', 'include: [150, 133, 128]')).toEqual([133, 150]);
      expect(await found('posts', `include: ["${Buffer.from('Post:150').toString('base64')}"]`)).toEqual([150]);
      expect(await found('posts', 'slugs: ["港の朝", "no-such"]')).toEqual([110]);
      expect(await found('posts', 'sticky: true, include: [116, 150, 133]')).toEqual([116, 150]);
      expect(
        await found(
          'posts',
          'after: "2023-10-14T08:59:59", before: "2023-10-14T09:00:01", include: [118, 119, 121, 150]',
        ),
      ).toEqual([118, 119, 121]);
      expect(await found('posts', 'include: []')).toEqual([]);
      expect(await found('posts', 'categories: { slugs: ["no-such-category"] }')).toEqual([]);
      expect(await found('posts', 'authors: { slugs: ["no-such-author"] }')).toEqual([]);
      const all = await found('posts', 'include: [118, 119, 121, 150]');
      expect(await found('posts', 'include: [118, 119, 121, 150], exclude: []')).toEqual(all);
    });

    it('filters posts by categories and tags, by id or slug, with and without descendants', async () => {
      const { categories } = await graph.data('{ categories(first: 100) { nodes { databaseId slug } } }');
      const coast = categories.nodes.find(({ databaseId }: Node) => databaseId === 2);
      const direct = await found('posts', 'categories: { ids: [2] }, before: "2026-11-01T00:00:00"');
      const bySlug = await found('posts', `categories: { slugs: ["${coast.slug}"] }, before: "2026-11-01T00:00:00"`);
      const below = await found(
        'posts',
        'categories: { ids: [2], includeChildren: true }, before: "2026-11-01T00:00:00"',
      );
      expect(bySlug).toEqual(direct);
      expect(below.length).toBeGreaterThan(direct.length);
      const both = await found('posts', 'categories: { ids: [2, 3], operator: AND }, before: "2026-11-01T00:00:00"');
      expect(both.every((id) => direct.includes(id))).toBe(true);
    });

    it('filters posts by author, by id or slug, and without', async () => {
      const { posts } = await graph.data(
        '{ posts(first: 1, where: { include: [150] }) { nodes { author { databaseId slug } } } }',
      );
      const { databaseId, slug } = posts.nodes[0].author;
      expect(await found('posts', `include: [150, 133, 158], authors: { slugs: ["${slug}"] }`)).toContain(150);
      expect(await found('posts', `include: [150], excludeAuthors: { ids: [${databaseId}] }`)).toEqual([]);
    });

    it('filters the other collections', async () => {
      expect(await found('pages', 'parents: [401]')).toEqual([402]);
      expect(await found('pages', 'topLevel: true')).toContain(401);
      expect(await found('pages', 'topLevel: true')).not.toContain(402);
      expect(await found('mediaItems', 'parents: [156]')).toEqual([302, 308, 309]);
      expect(await found('mediaItems', 'mimeType: "application/pdf"')).toEqual([309]);
      expect(await found('mediaItems', 'mediaType: IMAGE')).not.toContain(309);
      expect(await found('categories', 'parent: 2')).toContain(3);
      expect(await found('categories', 'parent: 0')).not.toContain(3);
      const { used } = await graph.data(
        '{ used: categories(first: 100, where: { hideEmpty: true }) { nodes { count } } }',
      );
      expect(used.nodes.every(({ count }: { count: number }) => count > 0)).toBe(true);
      expect(await found('tags', 'include: [41, 50], hideEmpty: false')).toEqual([41, 50]);
      const top = await found('comments', 'posts: [150], topLevel: true');
      const replies = await found('comments', 'posts: [150], topLevel: false');
      expect(top.length).toBeGreaterThan(0);
      expect(replies.length).toBeGreaterThan(0);
      expect(top.length + replies.length).toBe(28);
      const { nodes } = await read('authors', 'first: 1');
      expect(await found('authors', `include: [${nodes[0]?.databaseId}]`)).toEqual([nodes[0]?.databaseId]);
    });

    it('a search can be ordered by relevance', async () => {
      const { nodes, totalCount } = await read(
        'posts',
        'first: 5, where: { search: "harbour" }, orderBy: { field: RELEVANCE }',
      );
      expect(nodes.length).toBe(Math.min(5, totalCount));
      expect(totalCount).toBeGreaterThan(0);
    });

    it('what only editors may filter by is refused to others, in its branch alone', async () => {
      const { data, errors } = await graph.run(
        '{ drafts: posts(where: { status: ["draft"] }) { nodes { id } } others: posts(first: 1) { nodes { id } } }',
      );
      expect(data.drafts).toBeNull();
      expect(data.others.nodes).toHaveLength(1);
      expect(errors?.[0]).toMatchObject({
        path: ['drafts'],
        extensions: { code: 'UNAUTHENTICATED', wordpressCode: 'rest_invalid_param', route: '/wp/v2/posts' },
      });
    });

    it('takes a slug with a comma, a blank, or nothing in it for one slug', async () => {
      const slugs = async (...list: string[]) =>
        idsOf(await read('posts', `where: { slugs: ${JSON.stringify(list)} }, orderBy: { field: ID }`));
      const both = await slugs('hello-harbour', '港の朝');
      expect(both).toEqual([101, 110]);
      expect(await slugs('hello-harbour,港の朝')).toEqual([]);
      expect(await slugs('hello-harbour,港の朝', 'hello-harbour')).toEqual([101]);
      expect(await slugs('hello-harbour 港の朝')).toEqual([]);
      // As WordPress makes a slug of a title.
      expect(await slugs('Hello Harbour')).toEqual([101]);
      expect(await slugs('')).toEqual([]);
      expect(await slugs('', 'hello-harbour')).toEqual([101]);
      const { one, other } = await graph.data(
        '{ one: post(by: { slug: "hello-harbour,no-such" }) { id } other: post(by: { slug: "hello-harbour" }) { databaseId } }',
      );
      expect({ one, other }).toEqual({ one: null, other: { databaseId: 101 } });
    });

    it.each([
      ['post(by: { databaseId: 150 })', 'comments', 'RelatedCommentOrderField'],
      ['post(by: { databaseId: 150 })', 'attachments', 'RelatedMediaOrderField'],
      ['author(by: { databaseId: 1 })', 'posts', 'RelatedPostOrderField'],
      ['category(by: { slug: "coast-sea" })', 'posts', 'RelatedPostOrderField'],
      ['page(by: { databaseId: 401 })', 'children', 'RelatedPageOrderField'],
    ])('%s has its %s in each order that is offered', async (one, many, orders) => {
      const type = await graph.data(`{ __type(name: "${orders}") { enumValues { name } } }`);
      const names: string[] = type.__type.enumValues.map(({ name }: { name: string }) => name);
      const needed: Record<string, string> = {
        RELEVANCE: 'search: "a"',
        INCLUDE: 'include: [1]',
        SLUGS: 'slugs: ["a"]',
      };
      const lists = names.map(
        (name) =>
          `${name}: ${many}(first: 2, where: { ${needed[name] ?? ''} }, orderBy: { field: ${name} }) { nodes { databaseId } }`,
      );
      const found = await graph.data(`{ one: ${one} { ${lists.join(' ')} } }`);
      expect(Object.keys(found.one)).toEqual(names);
    });

    it('related connections page like the others', async () => {
      const { post } = await graph.data(
        '{ post(by: { databaseId: 150 }) { comments(first: 20) { nodes { databaseId } pageInfo { hasNextPage endCursor } totalCount } } }',
      );
      expect(post.comments).toMatchObject({ totalCount: 28, pageInfo: { hasNextPage: true } });
      const rest = await graph.data(
        `{ post(by: { databaseId: 150 }) { comments(first: 20, after: "${post.comments.pageInfo.endCursor}") { nodes { databaseId } pageInfo { hasNextPage hasPreviousPage } totalCount } } }`,
      );
      expect(rest.post.comments).toMatchObject({
        totalCount: 28,
        pageInfo: { hasNextPage: false, hasPreviousPage: true },
      });
      const ids = [...post.comments.nodes, ...rest.post.comments.nodes].map(({ databaseId }: Node) => databaseId);
      expect(new Set(ids).size).toBe(28);
      const last = await graph.data('{ post(by: { databaseId: 150 }) { comments(last: 8) { nodes { databaseId } } } }');
      expect(last.post.comments.nodes.map(({ databaseId }: Node) => databaseId)).toEqual(ids.slice(20));
    });
  });
}
