import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf, type Graph, openGraph, type SeenRequest, type TestSite } from '../../support/graph.ts';

const globalId = (type: string, id: number | string) => Buffer.from(`${type}:${id}`).toString('base64');

/** What documents of several types have in common, asked of them together. */
export function interfacesSuite(site: () => TestSite): void {
  describe('what content has in common', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site());
    });
    afterAll(() => graph.close());

    const ids = [globalId('Post', 103), globalId('Page', 401), globalId('Media', 301), globalId('Post', 142)];
    const shared =
      'databaseId content text: content(format: TEXT) excerpt isProtected featuredMedia { databaseId altText }';

    it('is, through the interface, what each type says of itself', async () => {
      const { nodes } = await graph.data(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Content { ${shared} } } }`,
        { variables: { ids } },
      );
      const { post, page, locked } = await graph.data(`{
        post(by: { databaseId: 103 }) { __typename ${shared} } page(by: { databaseId: 401 }) { __typename ${shared} }
        locked: post(by: { databaseId: 142 }) { __typename ${shared} } }`);
      const media = { content: null, text: null, excerpt: null, isProtected: false, featuredMedia: null };
      expect(nodes).toEqual([post, page, { __typename: 'Media', databaseId: 301, ...media }, locked]);
      expect([post, page].map(({ content, excerpt }) => [typeof content, typeof excerpt])).toEqual(
        Array.from({ length: 2 }, () => ['string', 'string']),
      );
      expect([post, page].map(({ featuredMedia }) => featuredMedia.databaseId)).toEqual([301, 301]);
      expect(locked).toMatchObject({ content: null, excerpt: null, isProtected: true });
    });

    it('is asked of each type as far as that has it', async () => {
      await graph.data(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Content { content excerpt isProtected featuredMedia { altText } } } }',
        { variables: { ids: ids.slice(0, 3) } },
      );
      // What comes along with a document is none of its own; bodies may be asked for beside the rest.
      const own = (request: SeenRequest) => fieldsOf(request).filter((field) => !field.startsWith('_'));
      const asked = (route: string) =>
        [
          ...new Set(
            graph
              .to(route)
              .flatMap(own)
              .map((field) => field.split('.')[0]),
          ),
        ].sort();
      const bodied = ['content', 'excerpt', 'featured_media', 'id', 'status', 'type'];
      expect(asked('/wp/v2/posts')).toEqual(bodied);
      expect(asked('/wp/v2/pages')).toEqual(bodied);
      expect(asked('/wp/v2/media')).toEqual(['alt_text', 'featured_media', 'id', 'status', 'type']);
      expect(new Set(graph.requests.map(({ route }) => route)).size).toBe(3);
    });

    it('stands in lists of mixed types: what comments are on', async () => {
      const { comments } = await graph.data(
        '{ comments(first: 12) { nodes { post { __typename ... on Content { databaseId excerpt(format: TEXT) } } } } }',
      );
      const excerpts = comments.nodes.map(({ post }: { post: { excerpt: string } }) => post.excerpt);
      expect(excerpts.filter((excerpt: unknown) => typeof excerpt === 'string')).toHaveLength(12);
    });

    it('is `null` where a type has none of it, as it is stored, too', async () => {
      const raw = (id: string) => `node(id: "${id}") { ... on Content { content(format: RAW) } }`;
      const { data, errors } = await graph.run(`{ media: ${raw(ids[2] ?? '')} post: ${raw(ids[0] ?? '')} }`);
      expect(data).toEqual({ media: { content: null }, post: { content: null } });
      expect(errors).toMatchObject([{ path: ['post', 'content'], extensions: { code: 'UNAUTHENTICATED' } }]);
    });
  });
}
