import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type Answers, byId, list, siteOf } from '../../support/scripted-site.ts';

const graphOf = (answers: Answers): Promise<Graph> => openGraph(siteOf(answers));

describe('a site that writes', () => {
  let graph: Graph;
  afterEach(() => graph.close());

  it('ids as texts has all its documents, and what they lead to', async () => {
    graph = await graphOf({
      '/wp/v2/posts': byId(
        {
          id: '7',
          title: { rendered: 'Seven' },
          author: '3',
          categories: ['5', 'x'],
          date: '2026-01-02T00:00:00',
        } as never,
        {
          id: '8',
          title: { rendered: 'Eight' },
          author: '0',
          categories: { '0': '5' },
          date: '2026-01-01T00:00:00',
        } as never,
      ),
      '/wp/v2/users': byId({ id: '3', name: 'Ada' } as never),
      '/wp/v2/categories': byId({ id: '5', name: 'Food', parent: '0' } as never),
    });
    const query = '{ posts(first: 2) { nodes { databaseId title author { name } categories { name } } } }';
    expect((await graph.data(query)).posts.nodes).toEqual([
      { databaseId: 7, title: 'Seven', author: { name: 'Ada' }, categories: [{ name: 'Food' }] },
      { databaseId: 8, title: 'Eight', author: null, categories: [{ name: 'Food' }] },
    ]);
    expect((await graph.data('{ post(by: { databaseId: 8 }) { title } }')).post.title).toBe('Eight');
    expect(graph.requests).toHaveLength(1);
  });

  it('terms as none has an empty list, and none at all where it does not speak of them', async () => {
    const none = [false, null, '', [], {}];
    graph = await graphOf({
      '/wp/v2/posts': list([...none.map((categories, index) => ({ id: index + 1, categories })), { id: 6 }]),
    });
    const query = '{ posts(first: 6, orderBy: { field: ID }) { nodes { categories { name } } } }';
    expect((await graph.data(query)).posts.nodes.map(({ categories }: { categories: unknown }) => categories)).toEqual([
      ...none.map(() => []),
      null,
    ]);
  });

  it('documents where their ids are expected has them followed', async () => {
    graph = await graphOf({
      '/wp/v2/posts': list([
        {
          id: 7,
          author: { ID: '3', user_login: 'ada' },
          featured_media: { id: 9, url: '/9.jpg' },
          categories: [{ term_id: 5, name: 'Food' }, { name: 'no id' }, { toString: null }],
          tags: 'none',
        },
      ]),
      '/wp/v2/users': byId({ id: 3, name: 'Ada' } as never),
      '/wp/v2/media': byId({ id: 9, source_url: '/9.jpg' } as never),
      '/wp/v2/categories': byId({ id: 5, name: 'Food' } as never),
    });
    const query =
      '{ posts(first: 1, orderBy: { field: ID }) { nodes { author { name } featuredMedia { sourceUrl } categories { name } tags { name } } } }';
    expect((await graph.data(query)).posts.nodes).toEqual([
      { author: { name: 'Ada' }, featuredMedia: { sourceUrl: '/9.jpg' }, categories: [{ name: 'Food' }], tags: null },
    ]);
  });

  it('ids that are no exact numbers says so', async () => {
    graph = await graphOf({ '/wp/v2/posts': list([{ id: 1e18 }]) });
    const { errors } = await graph.run('{ posts(first: 1, orderBy: { field: ID }) { nodes { title } } }');
    expect(errors).toMatchObject([{ path: ['posts'], extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }]);
  });

  it('ids that cannot be read says so, instead of having nothing', async () => {
    graph = await graphOf({ '/wp/v2/posts': list([{ id: 'a' }, { id: 'b' }]) });
    const { errors } = await graph.run('{ posts(first: 1) { nodes { title } } }');
    expect(errors).toMatchObject([
      { message: 'WordPress answered /wp/v2/posts with documents whose ids cannot be read.', path: ['posts'] },
    ]);
    expect(graph.requests).toHaveLength(1);
  });

  it('texts without their `rendered` has them given as they are', async () => {
    graph = await graphOf({
      '/wp/v2/posts': list([{ id: 7, title: 'A &amp; B', content: '<p>x</p>', excerpt: 7, guid: 'g', slug: 404 }]),
    });
    const query =
      '{ posts(first: 1, orderBy: { field: ID }) { nodes { title text: title(format: TEXT) content excerpt guid slug isProtected } } }';
    expect((await graph.data(query)).posts.nodes).toEqual([
      {
        title: 'A &amp; B',
        text: 'A & B',
        content: '<p>x</p>',
        excerpt: '7',
        guid: 'g',
        slug: '404',
        isProtected: false,
      },
    ]);
  });

  it('numbers with fractions, as texts or too large has what can be said of them', async () => {
    graph = await graphOf({
      '/wp/v2/media': list([
        {
          id: 9,
          media_details: {
            width: 24.5,
            height: '99.4',
            filesize: 3_221_225_472,
            sizes: {
              small: { width: '10.6', height: null, filesize: '12' },
              large: { width: '100%', height: 3_000_000_000, filesize: '3221225472' },
              none: 'x',
            },
            image_meta: {
              iso: '100.5',
              aperture: '2.8',
              created_timestamp: '4102444800',
              keywords: { '1': 'a', '3': 7 },
            },
          },
        },
      ]),
    });
    const query = `{ mediaItems(first: 1, orderBy: { field: ID }) { nodes {
      width height fileSize sizes { name width height fileSize } imageMeta { iso aperture createdTimestamp keywords } } } }`;
    expect((await graph.data(query)).mediaItems.nodes).toEqual([
      {
        width: 25,
        height: 99,
        fileSize: 3_221_225_472,
        sizes: [
          { name: 'small', width: 11, height: null, fileSize: 12 },
          { name: 'large', width: null, height: null, fileSize: 3_221_225_472 },
        ],
        imageMeta: { iso: 101, aperture: 2.8, createdTimestamp: 4_102_444_800, keywords: ['a', '7'] },
      },
    ]);
  });

  it('dates that the calendar does not have is without them', async () => {
    const date = '2024-02-30T10:00:00';
    graph = await graphOf({
      '/wp/v2/posts': list([{ id: 7, date, date_gmt: date, modified: '9 May 2010', modified_gmt: 5 }]),
    });
    const query = '{ posts(first: 1, orderBy: { field: ID }) { nodes { date dateGmt modified modifiedGmt } } }';
    expect((await graph.data(query)).posts.nodes).toEqual([
      { date: null, dateGmt: null, modified: null, modifiedGmt: null },
    ]);
  });

  it('a list as an object has its documents', async () => {
    graph = await graphOf({ '/wp/v2/tags': { json: { '0': { id: 3, name: 'a' }, '2': { id: 5, name: 'b' } } } });
    expect((await graph.data('{ tags(first: 2) { nodes { name } } }')).tags.nodes).toEqual([
      { name: 'a' },
      { name: 'b' },
    ]);
  });

  it('more rows than were asked for has no more of them kept', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => ({
      id: index + 1,
      name: `Tag ${index + 1}`,
      slug: `${index}`,
    }));
    graph = await graphOf({ '/wp/v2/tags': list(rows) });
    const { tags } = await graph.data('{ tags(first: 3) { nodes { databaseId } totalCount } }');
    expect(tags).toEqual({ nodes: [{ databaseId: 1 }, { databaseId: 2 }, { databaseId: 3 }], totalCount: 5_000 });
    await graph.run('{ tag(by: { databaseId: 3 }) { description } }', { warm: true });
    expect(graph.to('/wp/v2/tags').map(({ query }) => query.include)).toEqual(['3']);
    await graph.run('{ tag(by: { databaseId: 4 }) { databaseId } }', { warm: true });
    expect(graph.to('/wp/v2/tags')).toHaveLength(1);
  });

  it.each([
    [{ home: 'https://site.test/blog', url: 'https://site.test' }, '/hello/'],
    [{ home: 'nonsense', url: 'https://site.test/blog' }, '/hello/'],
    [{ home: { toString: null }, url: 7 }, '/blog/hello/'],
    [{ home: 'javascript:alert(1)', url: 'http://[' }, '/blog/hello/'],
    [{}, '/blog/hello/'],
  ])('a front page of %j has paths from where that is an address', async (index, uri) => {
    graph = await graphOf({
      '/': { json: { namespaces: ['wp/v2'], ...index } },
      '/wp/v2/tags': list([{ id: 3, link: 'https://site.test/blog/hello/' }]),
    });
    expect((await graph.data('{ tags(first: 1) { nodes { uri } } }')).tags.nodes).toEqual([{ uri }]);
  });

  it('types at routes that lead elsewhere has none of them', async () => {
    const type = { name: 'T', rest_base: 'things', rest_namespace: 'acme/v1' };
    graph = await graphOf({
      '/wp/v2/types': {
        json: {
          fine: type,
          up: { ...type, rest_base: '../../wp-admin' },
          pattern: { ...type, rest_base: 'a/(?P<id>.*)' },
          list: { ...type, rest_base: ['things'] },
          none: null,
          old: { name: 'T', rest_base: 'things' },
          elsewhere: { ...type, rest_namespace: 'https://other.test/..' },
        },
      },
    });
    expect((await graph.data('{ contentTypes { name restRoute } }')).contentTypes).toEqual([
      { name: 'fine', restRoute: '/acme/v1/things' },
      { name: 'old', restRoute: '/wp/v2/things' },
    ]);
  });
});

describe('many slashes', () => {
  it('at the end of a path are one', async () => {
    const slashes = '/'.repeat(50_000);
    const graph = await graphOf({
      '/wp/v2/tags': list([{ id: 3, slug: 'a', link: `https://site.test/tag/a${slashes}` }]),
    });
    const { tag } = await graph.data('query ($uri: String!) { tag(by: { uri: $uri }) { databaseId } }', {
      variables: { uri: `/tag/a${slashes}` },
    });
    expect(tag).toEqual({ databaseId: 3 });
    await graph.close();
  });
});

describe('HTML that is made to be hard to read', () => {
  it.each([
    [
      'a cell over a million columns',
      '<table><tr><td colspan="1000000" rowspan="1000000">a</td><td>b</td></tr></table>',
      'a\tb',
    ],
    ['8,000 bold texts in each other', `${'<b>'.repeat(8_000)}a`, 'a'],
    ['100,000 quotes in each other', `${'<blockquote>'.repeat(100_000)}a`, '> > > > > > > > a'],
  ])('is plain text: %s', async (_what, html, text) => {
    const graph = await graphOf({ '/wp/v2/comments': list([{ id: 3, content: { rendered: html } }]) });
    const query = '{ comments(first: 1, orderBy: { field: ID }) { nodes { content(format: TEXT) } } }';
    expect((await graph.data(query)).comments.nodes).toEqual([{ content: text }]);
    await graph.close();
  });
});
