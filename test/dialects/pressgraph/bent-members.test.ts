import { describe, expect, it } from 'vitest';
import { openGraph } from '../../support/graph.ts';
import { byId, list, siteOf } from '../../support/scripted-site.ts';

/** As far as these tests look. */
// biome-ignore lint/suspicious/noExplicitAny: each query has another shape.
type Found = Record<string, any>;

describe('a document that is bent in every member at once', () => {
  const bent = {
    id: '7',
    title: 'A &amp; B',
    content: '<p>x</p>',
    excerpt: null,
    author: { ID: '3' },
    featured_media: { id: '9', url: '/9.jpg' },
    categories: false,
    tags: { '4': { term_id: '5' } },
    class_list: null,
    sticky: '1',
    parent: '2',
    post: '2',
    slug: 'seven',
    date: '0000-00-00T00:00:00',
    menu_order: '1.0',
    link: 'https://site.test/seven/',
  };
  const selected =
    '{ databaseId title content excerpt author { name } featuredMedia { sourceUrl } categories { name } tags { name } classList sticky date }';
  const expected = {
    databaseId: 7,
    title: 'A &amp; B',
    content: '<p>x</p>',
    excerpt: null,
    author: { name: 'Ada' },
    featuredMedia: { sourceUrl: '/9.jpg' },
    categories: [],
    tags: [{ name: 'Food' }],
    classList: [],
    sticky: true,
    date: null,
  };

  it.each([
    ['a list', `{ posts(first: 1) { nodes ${selected} } }`, ({ posts }: Found) => posts?.nodes?.[0]],
    [
      'an order by id',
      `{ posts(first: 1, orderBy: { field: ID }) { nodes ${selected} } }`,
      ({ posts }: Found) => posts?.nodes?.[0],
    ],
    ['a look-up by id', `{ post(by: { databaseId: 7 }) ${selected} }`, ({ post }: Found) => post],
    ['a look-up by slug', `{ post(by: { slug: "seven" }) ${selected} }`, ({ post }: Found) => post],
    ['a look-up by address', `{ post(by: { uri: "/seven/" }) ${selected} }`, ({ post }: Found) => post],
    ['a global id', `{ node(id: "UG9zdDo3") { ... on Post ${selected} } }`, ({ node }: Found) => node],
    [
      'a related set',
      `{ tag(by: { databaseId: 5 }) { posts(first: 5) { nodes ${selected} } } }`,
      ({ tag }: Found) => tag?.posts?.nodes?.[0],
    ],
    [
      'what an author wrote',
      `{ author(by: { databaseId: 3 }) { posts { nodes ${selected} } } }`,
      ({ author }: Found) => author?.posts?.nodes?.[0],
    ],
    [
      'what a comment is on',
      `{ comment(by: { databaseId: 4 }) { post { ... on Post ${selected} } } }`,
      ({ comment }: Found) => comment?.post,
    ],
  ])('is whole in %s', async (_where, query, found) => {
    const graph = await openGraph(
      siteOf({
        '/wp/v2/posts': list([bent]),
        '/wp/v2/users': byId({ id: '3', name: 'Ada' } as never),
        '/wp/v2/media': byId({ id: '9', source_url: '/9.jpg' } as never),
        '/wp/v2/tags': byId({ id: '5', name: 'Food', count: '1' } as never),
        '/wp/v2/comments': byId({ id: '4', post: '7' } as never),
      }),
    );
    expect(found(await graph.data(query))).toEqual(expected);
    await graph.close();
  });
});
