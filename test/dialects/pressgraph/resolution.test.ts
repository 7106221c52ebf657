import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { relinkedSite } from '../../support/relinked-site.ts';

let graph: Graph;
afterEach(() => graph.close());

const shown = `node { __typename ...on Content { databaseId } ...on Term { databaseId } ...on Author { databaseId }
  ...on Comment { databaseId } ...on ContentType { name } } redirect { location status } status page`;

/** What stands at some addresses, asked in one operation. */
async function resolved(...uris: readonly string[]): Promise<unknown[]> {
  const fields = uris.map((uri, index) => `a${index}: resolve(uri: ${JSON.stringify(uri)}) { ${shown} }`);
  const data = await graph.data(`{ ${fields.join(' ')} }`);
  return uris.map((_uri, index) => data[`a${index}`]);
}

const found = (typeName: string, databaseId: number) => ({
  node: { __typename: typeName, databaseId },
  redirect: null,
  status: 200,
  page: null,
});

const redirected = (location: string) => ({ node: null, redirect: { location, status: 301 }, status: 301, page: null });
const nothing = { node: null, redirect: null, status: 404, page: null };
const list = (name: string) => ({ node: { __typename: 'ContentType', name }, redirect: null, status: 200, page: null });

const routes = () => graph.requests.map(({ method, route }) => (method === 'HEAD' ? 'HEAD' : route));

describe('what stands at an address', () => {
  it.each([
    ['a post', '/2023/02/10/breakwater-at-dusk/', found('Post', 103), ['/wp/v2/posts']],
    ['a post, as a campaign links it', '/2023/02/10/breakwater-at-dusk?utm_source=x#top', found('Post', 103), 1],
    ['a page', '/about/team/history/', found('Page', 403), ['HEAD', '/wp/v2/pages']],
    ['a page with the slug of another one', '/visit/history/', found('Page', 406), 2],
    ['a book', '/books/the-ferry-that-left/', found('Book', 602), ['/wp/v2/books']],
    ['a place below others', '/places/the-coast/old-harbour/east-mole/', found('Place', 623), 1],
    ['a category below another one', '/category/coast-sea/harbours/', found('Category', 3), ['/wp/v2/categories']],
    ['a term of the site', '/genre/seafaring/', found('Genre', 61), ['/wp/v2/genres']],
    ['an author', '/author/marta-vale/', found('Author', 1), ['/wp/v2/users']],
    ['the front page', '/', list('post'), 2],
    ['an archive', '/books/', list('book'), ['HEAD']],
    ['nothing', '/no-such-thing-anywhere/', nothing, ['HEAD']],
    ['no post', '/2023/02/10/no-such-thing-anywhere/', nothing, ['/wp/v2/posts', 'HEAD']],
    ['what was a post by another name', '/2023/02/10/breakwater/', redirected('/2023/02/10/breakwater-at-dusk/'), 2],
    ['a post by its id', '/?p=103', redirected('/2023/02/10/breakwater-at-dusk/'), ['HEAD']],
    ['a page by the id of a post', '/?p=401', redirected('/about/'), ['HEAD']],
    ['a category by its id', '/?cat=6', redirected('/category/craft/'), ['HEAD']],
  ] as const)('is %s', async (_what, uri, expected, asked) => {
    graph = await openGraph(await relinkedSite({}));
    expect(await resolved(uri)).toEqual([expected]);
    if (typeof asked === 'number') expect(graph.requests.length).toBeLessThanOrEqual(asked);
    else expect(routes()).toEqual(asked);
  });

  it('is nothing where it is no page of the site', async () => {
    graph = await openGraph(await relinkedSite({}));
    const none = [
      'https://elsewhere.test/2023/02/10/breakwater-at-dusk/',
      '/wp-json/wp/v2/posts/103',
      '/?rest_route=/wp/v2/posts/103',
      '/wp-admin/',
      '/wp-login.php?action=register',
      '/wp-content/uploads/2024/03/tide-chart.png',
      '/xmlrpc.php',
      '/robots.txt',
      '/feed/',
      '/2023/02/10/breakwater-at-dusk/feed/',
    ];
    expect(await resolved(...none)).toEqual(none.map(() => null));
    expect(graph.requests).toEqual([]);
  });

  it('is a day, a month or a year, and a page of it', async () => {
    graph = await openGraph(await relinkedSite({}));
    const fields = 'node { ...on DateArchive { year month day } ...on SearchPage { query } } status page';
    const one = async (uri: string) => (await graph.data(`{ one: resolve(uri: "${uri}") { ${fields} } }`)).one;
    expect(await one('/2023/02/')).toEqual({ node: { year: 2023, month: 2, day: null }, status: 200, page: null });
    expect(await one('/2023/')).toMatchObject({ node: { year: 2023, month: null, day: null } });
    expect(await one('/2023/02/10/')).toMatchObject({ node: { year: 2023, month: 2, day: 10 } });
    expect(await one('/1999/')).toEqual({ node: null, status: 404, page: null });
    expect(await one('/2023/page/2/')).toMatchObject({ node: { year: 2023 }, page: 2 });
    expect(await one('/?s=salt+and+water')).toMatchObject({ node: { query: 'salt and water' }, status: 200 });
    expect(graph.requests).toEqual([]);
    expect(await one('/search/salt%20and%20water/')).toMatchObject({ node: { query: 'salt and water' } });
  });
});

it.each(['open', 'closed'])('is the archive of a post format, while the front end is %s', async (state) => {
  const site = await relinkedSite({});
  const send: typeof site.send = async (request) =>
    request.method === 'HEAD' && state === 'closed'
      ? { status: 302, headers: { location: 'https://front.test/' }, body: new Uint8Array() }
      : site.send(request);
  graph = await openGraph({ ...site, send });
  const { formats } = await graph.data('{ formats: site { postFormats { id uri } } }');
  expect(formats.postFormats.length).toBeGreaterThan(3);
  for (const { id, uri } of formats.postFormats) {
    expect(await graph.data(`{ node: nodeByUri(uri: "${uri}") { id } }`)).toEqual({ node: { id } });
    if (state === 'open') expect(routes()).toEqual(['HEAD', '/wp/v2/search']);
  }
  const plain = await graph.data('{ node: nodeByUri(uri: "/?post_format=quote") { ...on PostFormat { slug } } }');
  expect(plain).toEqual({ node: { slug: 'quote' } });
  expect(await graph.data('{ node: nodeByUri(uri: "/elsewhere/quote/") { id } }')).toEqual({ node: null });
});

it('costs nothing where it is known: by its link, by its page, or that there is none', async () => {
  graph = await openGraph(await relinkedSite({}));
  await graph.data('{ posts(first: 3) { nodes { title uri } } pages { nodes { title uri } } }');
  for (const uri of ['/about/', '/visit/history/']) {
    const { nodeByUri } = await graph.data(`{ nodeByUri(uri: "${uri}") { ...on Page { title } } }`, { warm: true });
    expect(nodeByUri.title).toBeTruthy();
    expect(graph.requests).toEqual([]);
  }
  for (const uri of ['/books/', '/no-such-thing-anywhere/', '/?p=103', '/tag/knots/']) {
    const query = `{ resolve(uri: "${uri}") { node { id } status } }`;
    const first = await graph.data(query, { warm: true });
    expect(graph.requests.length).toBeGreaterThan(0);
    expect(await graph.data(query, { warm: true })).toEqual(first);
    expect(graph.requests).toEqual([]);
  }
});

it('is asked for together, one request for each resource', async () => {
  graph = await openGraph(await relinkedSite({}), { settings: { maxAliases: 200 } });
  const { posts, categories } = await graph.data(
    '{ posts(first: 80) { nodes { uri } } categories(first: 10) { nodes { uri } } }',
  );
  const uris = [...posts.nodes, ...categories.nodes].map(({ uri }: { uri: string }) => uri);
  const fields = [...uris, '/about/', '/visit/'].map((uri, index) => `a${index}: nodeByUri(uri: "${uri}") { id }`);
  const data = await graph.data(`{ ${fields.join(' ')} }`);
  expect(Object.values(data)).not.toContain(null);
  expect(routes().sort()).toEqual(['/wp/v2/categories', '/wp/v2/media', '/wp/v2/pages', '/wp/v2/posts']);
});

it('is said of types and pages, and of what is at the front', async () => {
  const query =
    '{ contentTypes { name uri isFrontPage isPostsPage } pages { nodes { databaseId isFrontPage isPostsPage } } }';
  const types = ({ contentTypes }: { contentTypes: { name: string }[] }) =>
    Object.fromEntries(contentTypes.map(({ name, ...said }) => [name, said]));
  graph = await openGraph(await relinkedSite({}));
  const posts = await graph.data(query);
  expect(types(posts)).toMatchObject({
    post: { uri: '/', isFrontPage: true, isPostsPage: true },
    page: { uri: null, isFrontPage: false, isPostsPage: false },
    book: { uri: '/books/', isFrontPage: false, isPostsPage: false },
  });
  expect(
    posts.pages.nodes.some(({ isFrontPage, isPostsPage }: Record<string, boolean>) => isFrontPage || isPostsPage),
  ).toBe(false);
  await graph.close();
  graph = await openGraph(await relinkedSite({ front: { page: 401, isTold: true } }));
  const front = await graph.data(query);
  expect(types(front)).toMatchObject({ post: { isFrontPage: false } });
  expect(front.pages.nodes).toContainEqual({ databaseId: 401, isFrontPage: true, isPostsPage: false });
});
