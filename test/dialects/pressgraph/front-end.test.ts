import { afterEach, describe, expect, it } from 'vitest';
import { PressgraphError } from '../../../src/errors.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type Answer, list, scriptedSite, text } from '../../support/scripted-site.ts';

const api = '<https://site.test/wp-json/>; rel="https://api.w.org/"';
const alternate = (route: string) =>
  `<https://site.test/wp-json${route}>; rel="alternate"; title="JSON"; type="application/json"`;

const post = {
  id: 7,
  slug: 'hello',
  date: '2024-05-06T07:08:09',
  link: 'https://site.test/hello/',
  type: 'post',
  status: 'publish',
};
const page = { id: 9, slug: 'about', link: 'https://site.test/about/', type: 'page', status: 'publish', parent: 0 };
const rows: Readonly<Record<string, readonly { id: number; slug: string }[]>> = {
  '/wp/v2/posts': [post],
  '/wp/v2/pages': [page],
};

let graph: Graph;
afterEach(() => graph.close());

/** A site with one post and one page by name alone, whose pages a test answers. */
async function open(
  shown: (path: string, headers: Readonly<Record<string, string>>) => Answer,
  of: typeof rows = rows,
) {
  const site = scriptedSite(({ route, query, request }) => {
    if (request.method === 'HEAD') {
      const url = new URL(request.url);
      return shown(`${url.pathname}${url.search}`, request.headers);
    }
    const [slugs, ids] = ['slug', 'include'].map((name) => query.get(name)?.split(','));
    const all = of[route];
    return (
      all && list(all.filter(({ id, slug }) => (!slugs || slugs.includes(slug)) && (!ids || ids.includes(`${id}`))))
    );
  });
  graph = await openGraph(site);
}

const fields = '{ node { __typename ...on Content { databaseId } } redirect { location status } status page }';
const resolve = async (uri: string, options = {}) =>
  (await graph.data(`{ one: resolve(uri: "${uri}") ${fields} }`, options)).one;
const heads = () => graph.requests.filter(({ method }) => method === 'HEAD').length;

const usual = (path: string): Answer => {
  if (path === '/about/') return text('', 200, { link: `${api}, ${alternate('/wp/v2/pages/9')}` });
  if (path === '/hello/2/') return text('', 200, { link: `${api}, ${alternate('/wp/v2/posts/7')}` });
  if (path === '/old/') return text('', 301, { location: '/hello/' });
  if (path === '/oldest/') return text('', 302, { location: 'https://www.site.test/about/?a=1' });
  if (path === '/host/') return text('', 301, { location: 'https://site.test//elsewhere.test/x/' });
  if (path === '/elsewhere/') return text('', 301, { location: 'https://elsewhere.test/x/' });
  if (path === '/round/') return text('', 301, { location: 'https://site.test/round/' });
  if (path === '/odd/') return text('', 200, { link: `${api}, ${alternate('/acme/v1/things/1')}` });
  if (path === '/') return text('', 200, { link: api });
  return text('', 404, { link: api });
};

describe('a page that says what it shows', () => {
  it.each([
    ['/about/', { node: { __typename: 'Page', databaseId: 9 }, redirect: null, status: 200, page: null }],
    ['/about', { node: { __typename: 'Page', databaseId: 9 }, redirect: null, status: 200, page: null }],
    ['/hello/2/', { node: { __typename: 'Post', databaseId: 7 }, redirect: null, status: 200, page: 2 }],
    ['/old/', { node: null, redirect: { location: '/hello/', status: 301 }, status: 301, page: null }],
    ['/oldest/', { node: null, redirect: { location: '/about/?a=1', status: 302 }, status: 302, page: null }],
    ['/host/', { node: null, redirect: { location: '/elsewhere.test/x/', status: 301 }, status: 301, page: null }],
    ['/elsewhere/', { node: null, redirect: null, status: 301, page: null }],
    ['/round/', { node: null, redirect: null, status: 301, page: null }],
    ['/odd/', { node: null, redirect: null, status: 200, page: null }],
    ['/nothing/', { node: null, redirect: null, status: 404, page: null }],
  ])('is believed: %s', async (uri, expected) => {
    await open(usual);
    expect(await resolve(uri)).toEqual(expected);
  });

  it('is asked once for what is wanted twice, and never with credentials', async () => {
    const sent: (string | undefined)[] = [];
    await open((path, headers) => {
      sent.push(headers.authorization);
      return usual(path);
    });
    await graph.data('{ a: resolve(uri: "/old/") { status } b: resolve(uri: "/old/?utm_source=x#y") { status } }');
    expect(sent).toEqual([undefined]);
    await resolve('/oldest/', { headers: { authorization: 'Basic abc' } });
    expect(sent).toEqual([undefined, undefined]);
  });

  it('is asked again once anything has changed', async () => {
    await open(usual);
    await resolve('/nothing/');
    await resolve('/nothing/', { warm: true });
    expect(graph.requests).toEqual([]);
    await resolve('/nothing/');
    expect(heads()).toBe(1);
  });
});

describe('a front end that is closed', () => {
  it.each<[string, (path: string) => Answer]>([
    ['since another one stands in its place', (path) => text('', 302, { location: `https://front.test${path}` })],
    ['to visitors', () => text('', 302, { location: 'https://site.test/wp-login.php?redirect_to=x' })],
    ['by a password', () => text('', 401, { 'www-authenticate': 'Basic' })],
    ['by a firewall', () => text('', 403)],
    ['for a while', () => text('', 503, { 'retry-after': '3600' })],
    ['by a server that knows none of its addresses', () => text('', 404)],
  ])('%s is not asked again for a while, and documents are found all the same', async (_how, shown) => {
    await open(shown);
    expect(await resolve('/about/')).toMatchObject({ node: { databaseId: 9 }, status: 200 });
    expect(heads()).toBe(2);
    expect(await resolve('/hello/')).toMatchObject({ node: { databaseId: 7 }, status: 200 });
    expect(await resolve('/nothing/')).toEqual({ node: null, redirect: null, status: 404, page: null });
    expect(heads()).toBe(0);
  });

  it('sends a browser from an id to the address of what has it, as often as it is asked', async () => {
    await open((path) => text('', 302, { location: `https://front.test${path}` }));
    const moved = { node: null, redirect: { location: '/hello/', status: 301 }, status: 301, page: null };
    for (let turn = 0; turn < 3; turn++) expect(await resolve('/?p=7')).toEqual(moved);
  });

  it('is no archive of a year below anything', async () => {
    await open(() => text('', 403));
    expect(await resolve('/no-such-section/2024/')).toMatchObject({ node: null, status: 404 });
    expect(await resolve('/2024/')).toMatchObject({ node: { __typename: 'DateArchive' }, status: 200 });
  });

  it('for people alone, at the front page with a parameter, is asked for others', async () => {
    await open((path) => (path.startsWith('/?author=') ? text('', 403) : usual(path)));
    await resolve('/?author=1');
    expect(await resolve('/old/')).toMatchObject({ redirect: { location: '/hello/' } });
  });

  it('for some addresses alone is asked for others', async () => {
    await open((path) => (path === '/about/' ? text('', 403) : usual(path)));
    expect(await resolve('/about/')).toMatchObject({ node: { databaseId: 9 }, status: 200 });
    expect(await resolve('/old/')).toMatchObject({ redirect: { location: '/hello/' } });
  });

  it('at some addresses alone does not hide what is at others, and says of none that nothing is there', async () => {
    const slow = new PressgraphError('UPSTREAM_TIMEOUT', 'WordPress did not answer in time.');
    await open((path) => {
      if (path === '/oldest/' || path === '/about/') throw slow;
      return usual(path);
    });
    expect(await resolve('/about/')).toMatchObject({ node: { databaseId: 9 }, status: 200 });
    const { data, errors } = await graph.run(`{ one: resolve(uri: "/oldest/") ${fields} }`);
    expect([data, errors?.map(({ extensions }) => extensions?.code)]).toEqual([{ one: null }, ['UPSTREAM_TIMEOUT']]);
    expect(await resolve('/old/', { warm: true })).toMatchObject({ redirect: { location: '/hello/' } });
  });

  it('without an answer is not asked again for a while', async () => {
    await open(() => {
      throw new PressgraphError('UPSTREAM_UNAVAILABLE', 'WordPress cannot be reached.');
    });
    expect(await resolve('/about/')).toMatchObject({ node: { databaseId: 9 }, status: 200 });
    expect(await resolve('/hello/')).toMatchObject({ node: { databaseId: 7 }, status: 200 });
    expect(heads()).toBe(0);
  });
  it.each(['/elsewhere/', '/members/'])(
    'for one alone, %s, is believed of those that redirect from a document',
    async (uri) => {
      await open((path) => {
        if (path === '/members/') return text('', 302, { location: 'https://site.test/wp-login.php?redirect_to=x' });
        return path === '/hello/' ? text('', 301, { location: '/about/' }) : usual(path);
      });
      const expected = { node: null, redirect: { location: '/about/', status: 301 } };
      await resolve(uri);
      expect(await resolve('/hello/')).toMatchObject(expected);
    },
  );

  it('of which a cache keeps no links is asked after the documents', async () => {
    await open(() => text('', 200));
    expect(await resolve('/about/')).toMatchObject({ node: { databaseId: 9 }, status: 200 });
    await resolve('/hello/');
    expect(heads()).toBe(0);
    expect(await resolve('/nothing/')).toEqual({ node: null, redirect: null, status: 200, page: null });
  });
});

describe('a page that leads to another site', () => {
  const shop = { ...page, id: 10, slug: 'shop', link: 'https://shop.test/about/' };

  it('has no address on the site, whether or not its link is known', async () => {
    await open(() => text('', 403), { ...rows, '/wp/v2/pages': [page, shop] });
    expect(await resolve('/about/')).toMatchObject({ node: { databaseId: 9 } });
    await graph.data('{ pages { nodes { uri link } } }', { warm: true });
    expect(await resolve('/about/', { warm: true })).toMatchObject({ node: { databaseId: 9 } });
    const { one } = await graph.data('{ one: page(by: { uri: "/about/" }) { databaseId } }', { warm: true });
    expect(one).toEqual({ databaseId: 9 });
    const { paths } = await graph.data('{ paths(types: ["page"], first: 10) { nodes { link } } }');
    expect(paths.nodes).toEqual([{ link: page.link }]);
  });
});
