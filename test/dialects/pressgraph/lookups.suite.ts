import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';

const globalId = (type: string, id: number | string) => Buffer.from(`${type}:${id}`).toString('base64');

/** By what one document can be found, and what is not found. */
export function lookUpSuite(site: () => TestSite): void {
  describe('look-ups', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site());
    });
    afterAll(() => graph.close());

    it('takes an id in an address for that of the type which its parameter names', async () => {
      const found = await graph.data(`{
        p: post(by: { uri: "/?p=150" }) { databaseId } both: post(by: { uri: "/?p=150&cat=6" }) { databaseId }
        page: page(by: { uri: "/?page_id=403" }) { databaseId } author: author(by: { uri: "/?author=1" }) { databaseId }
        cat: category(by: { uri: "/?cat=6" }) { databaseId } media: media(by: { uri: "/?attachment_id=301" }) { databaseId }
        a: post(by: { uri: "/?author=150" }) { id } b: post(by: { uri: "/?cat=150" }) { id }
        c: page(by: { uri: "/?p=403" }) { id } d: author(by: { uri: "/?p=1" }) { id } e: tag(by: { uri: "/?cat=30" }) { id }
        f: post(by: { uri: "/?page_id=150" }) { id } }`);
      expect(found).toEqual({
        p: { databaseId: 150 },
        both: { databaseId: 150 },
        page: { databaseId: 403 },
        author: { databaseId: 1 },
        cat: { databaseId: 6 },
        media: { databaseId: 301 },
        ...{ a: null, b: null, c: null, d: null, e: null, f: null },
      });
    });

    it('one post is found by id, database id, slug, path and address', async () => {
      const { post } = await graph.data('{ post(by: { databaseId: 150 }) { id slug uri link } }');
      const found = await graph.data(
        `query ($id: ID!, $slug: String!, $uri: String!, $link: String!) {
        id: post(by: { id: $id }) { databaseId } slug: post(by: { slug: $slug }) { databaseId }
        uri: post(by: { uri: $uri }) { databaseId } link: post(by: { uri: $link }) { databaseId }
        plain: post(by: { uri: "/?p=150" }) { databaseId } node: node(id: $id) { ... on Post { databaseId } }
      }`,
        { variables: post },
      );
      expect(Object.values(found)).toEqual(Array.from({ length: 6 }, () => ({ databaseId: 150 })));
    });

    it('a path is given encoded for links and decoded for routers, and found by either', async () => {
      const form = '{ databaseId slug uri encoded: uri(form: ENCODED) path: uri(form: DECODED) }';
      const { posts, tag } = await graph.data(
        `{ posts(first: 20, where: { include: [110, 122, 134, 145, 159, 166, 101] }) { nodes ${form} } tag(by: { slug: "港" }) ${form} }`,
      );
      for (const { databaseId, slug, uri, encoded, path } of posts.nodes) {
        expect(encoded).toBe(uri);
        // As `params` of a router hold it.
        expect(path.split('/').filter(Boolean)).toEqual(uri.split('/').filter(Boolean).map(decodeURIComponent));
        expect(path.split('/').at(-2)).toBe(slug);
        const found = await graph.data(
          'query ($uri: String!, $path: String!) { uri: post(by: { uri: $uri }) { databaseId } path: post(by: { uri: $path }) { databaseId } }',
          { variables: { uri, path } },
        );
        expect(found).toEqual({ uri: { databaseId }, path: { databaseId } });
      }
      expect(tag.path).toBe('/tag/港/');
      expect((await graph.data('{ post(by: { uri: "/100%/%e6%b8/" }) { id } }')).post).toBeNull();
    });

    it('two pages with one slug are told apart by path; the slug alone is refused', async () => {
      const { a, b } = await graph.data(
        '{ a: page(by: { databaseId: 403 }) { uri } b: page(by: { databaseId: 406 }) { uri } }',
      );
      const found = await graph.data(
        `query ($a: String!, $b: String!) {
        a: page(by: { uri: $a }) { databaseId } b: page(by: { uri: $b }) { databaseId } c: page(by: { uri: "/history/" }) { databaseId }
      }`,
        { variables: { a: a.uri, b: b.uri } },
      );
      expect(found).toEqual({ a: { databaseId: 403 }, b: { databaseId: 406 }, c: null });
      const { data, errors } = await graph.run('{ page(by: { slug: "history" }) { databaseId } }');
      expect(data.page).toBeNull();
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    });

    it('every type is found by its slug and by its global id', async () => {
      const { author, category, tag, media } = await graph.data(`{
        author: authors(first: 1) { nodes { id slug } } category: category(by: { slug: "coast-sea" }) { id slug }
        tag: tags(first: 1) { nodes { id slug } } media: mediaItems(first: 1) { nodes { id slug } }
      }`);
      expect(category ?? true).toBeTruthy();
      const found = await graph.data(
        `query ($author: String!, $tag: String!, $media: String!, $ids: [ID!]!) {
        author(by: { slug: $author }) { id } tag(by: { slug: $tag }) { id } media(by: { slug: $media }) { id }
        comment(by: { databaseId: 37 }) { databaseId } nodes(ids: $ids) { id __typename }
      }`,
        {
          variables: {
            author: author.nodes[0].slug,
            tag: tag.nodes[0].slug,
            media: media.nodes[0].slug,
            ids: [
              author.nodes[0].id,
              tag.nodes[0].id,
              media.nodes[0].id,
              globalId('ContentType', 'post'),
              globalId('Taxonomy', 'category'),
              globalId('Comment', 37),
            ],
          },
        },
      );
      expect([found.author.id, found.tag.id, found.media.id]).toEqual([
        author.nodes[0].id,
        tag.nodes[0].id,
        media.nodes[0].id,
      ]);
      expect(found.comment.databaseId).toBe(37);
      expect(found.nodes.map(({ __typename: name }: { __typename: string }) => name)).toEqual([
        'Author',
        'Tag',
        'Media',
        'ContentType',
        'Taxonomy',
        'Comment',
      ]);
    });

    it('the site is found by its global id, among others, and asked for what is read of it and nothing else', async () => {
      const { site } = await graph.data('{ site { __typename id } }');
      expect(graph.requests).toEqual([]);
      expect(site).toEqual({ __typename: 'Site', id: globalId('Site', 'site') });
      const found = await graph.data(
        'query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id ...Title } nodes(ids: $ids) { id ...Title } } fragment Title on Site { name }',
        { variables: { id: site.id, ids: [globalId('ContentType', 'post'), site.id, globalId('Site', 'other')] } },
      );
      expect(graph.requests).toMatchObject([{ query: { _fields: 'id,name' } }]);
      const named = { id: site.id, name: 'Harbour & Hinterland' };
      expect(found).toEqual({ node: named, nodes: [{ id: globalId('ContentType', 'post') }, named, null] });
    });

    it('an id of another type, of nothing, or no id at all finds nothing, without an error', async () => {
      const found = await graph.data(`{
        a: post(by: { id: "${globalId('Page', 401)}" }) { id } b: post(by: { databaseId: 401 }) { id } c: post(by: { databaseId: 987654321 }) { databaseId }
        d: post(by: { id: "nonsense" }) { id } e: node(id: "nonsense") { id } f: post(by: { databaseId: -150 }) { id } g: post(by: { databaseId: 0 }) { id }
        h: post(by: { slug: "" }) { id } i: post(by: { slug: "no-such-slug" }) { id } j: node(id: "${globalId('Nothing', 1)}") { id } k: node(id: "${globalId('Post', 'x')}") { id }
        l: post(by: { uri: "https://elsewhere.example/2024/01/01/hello/" }) { id } m: page(by: { uri: "/" }) { id }
      }`);
      for (const [alias, value] of Object.entries(found)) expect([alias, value]).toEqual([alias, null]);
    });

    it('exactly one way to look up has to be given', async () => {
      const two = await graph.run('{ post(by: { databaseId: 150, slug: "x" }) { id } }');
      expect(two.errors?.[0]?.message).toMatch(/exactly one/i);
      const none = await graph.run('{ post(by: {}) { id } }');
      expect(none.errors?.[0]?.message).toMatch(/exactly one/i);
    });
  });
}
