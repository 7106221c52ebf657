import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type Permalinks, type Relink, relinkedSite } from '../../support/relinked-site.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';

const kinds = [
  ['post', 'posts', 'orderBy: { field: ID }'],
  ['page', 'pages', 'orderBy: { field: ID }'],
  ['media', 'mediaItems', 'orderBy: { field: ID }'],
  ['category', 'categories', ''],
  ['tag', 'tags', ''],
  ['author', 'authors', ''],
  ['comment', 'comments', 'orderBy: { field: ID }'],
] as const;

interface Addressed {
  readonly kind: string;
  readonly databaseId: number;
  readonly uri: string;
  /** As routers have it. */
  readonly path: string;
  readonly link: string;
}

interface Listed {
  readonly nodes: readonly Omit<Addressed, 'kind'>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

let graph: Graph;
afterEach(() => graph.close());

/** Every document of the site, with its address. */
async function documents(): Promise<Addressed[]> {
  const found: Addressed[] = [];
  for (const [kind, list, order] of kinds) {
    for (let after: string | null = null; ; ) {
      const query = `query ($after: String) { list: ${list}(first: 100, after: $after ${order && `, ${order}`}) {
        nodes { databaseId uri path: uri(form: DECODED) link } pageInfo { hasNextPage endCursor } } }`;
      const { nodes, pageInfo }: Listed = (await graph.data(query, { variables: { after } })).list;
      found.push(...nodes.map((node) => ({ ...node, kind })));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
  }
  return found;
}

/** Looks up addresses of one kind in one operation. */
async function find(kind: string, uris: readonly string[]): Promise<(number | null)[]> {
  const variables = Object.fromEntries(uris.map((uri, index) => [`u${index}`, uri]));
  const declared = uris.map((_uri, index) => `$u${index}: String!`).join(', ');
  const fields = uris.map((_uri, index) => `a${index}: ${kind}(by: { uri: $u${index} }) { databaseId }`);
  const data = await graph.data(`query (${declared}) { ${fields.join(' ')} }`, { variables });
  return uris.map((_uri, index) => data[`a${index}`]?.databaseId ?? null);
}

const chunked = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

const last = (path: string) => path.split('/').findLast((part) => part !== '') ?? '';
const everywhere = (relink: Relink): Readonly<Record<string, Relink>> =>
  Object.fromEntries(['posts', 'pages', 'media', 'categories', 'tags', 'users', 'comments'].map((n) => [n, relink]));

const structures: readonly (readonly [string, Permalinks])[] = [
  ['day and name', {}],
  ['month and name', { relinks: { posts: (_post, path) => path.replace(/^(\/\d+\/\d+)\/\d+/, '$1') } }],
  ['post name', { relinks: { posts: (_post, path) => `/${last(path)}/` } }],
  [
    'numeric',
    { relinks: { ...everywhere((_any, path) => path.replace(/\/$/, '')), posts: ({ id }) => `/archives/${id}` } },
  ],
  [
    'plain',
    {
      relinks: {
        posts: ({ id }) => `/?p=${id}`,
        pages: ({ id }) => `/?page_id=${id}`,
        media: ({ id }) => `/?attachment_id=${id}`,
        categories: ({ id }) => `/?cat=${id}`,
        tags: ({ slug }) => `/?tag=${slug}`,
        users: ({ id }) => `/?author=${id}`,
        comments: ({ id }) => `/?p=150#comment-${id}`,
      },
    },
  ],
  ['an extension', { relinks: { posts: (_post, path) => `/news/${last(path)}.html` } }],
  ['id and name', { relinks: { posts: ({ id }, path) => `/${id}-${last(path)}/` } }],
  ['name and id', { relinks: { posts: ({ id }, path) => `/${last(path)}-${id}/` } }],
  ['id and extension', { relinks: { posts: ({ id }) => `/blog/news_${id}.htm` } }],
  ['a folder', { home: 'http://magazine.test/blog' }],
  ['a folder, plain', { home: 'http://magazine.test/blog', relinks: { posts: ({ id }) => `/?p=${id}` } }],
  ['index.php', { relinks: everywhere((_document, path) => `/index.php${path}`) }],
  ['a page at the front', { front: { page: 401, isTold: true } }],
  ['a page at the front of an older site', { front: { page: 410, isTold: false } }],
  ['a page at the front, in a folder', { home: 'http://magazine.test/blog', front: { page: 401, isTold: true } }],
];

describe.each(structures)('a site with permalinks of %s', (_name, permalinks) => {
  it('finds every document by the address that it gives out, and no other kind by it', async () => {
    graph = await openGraph(await relinkedSite(permalinks), { settings: { maxAliases: 200 } });
    const all = await documents();
    expect(all.length).toBeGreaterThan(150);
    for (const [kind] of kinds) {
      const own = all.filter((document) => document.kind === kind);
      for (const some of chunked(own, 25)) {
        const ids = some.map(({ databaseId }) => databaseId);
        expect(
          await find(
            kind,
            some.map(({ uri }) => uri),
          ),
        ).toEqual(ids);
        // Which page is at the front is asked for besides.
        expect(graph.requests.length).toBeLessThanOrEqual(permalinks.front ? 4 : 2);
        for (const form of ['link', 'path'] as const) {
          const given = some.map((document) => document[form]);
          expect(await find(kind, given), form).toEqual(ids);
        }
      }
      const others = all.filter((document) => document.kind !== kind && document.kind !== 'comment');
      for (const some of chunked(
        others.filter((_other, index) => index % 7 === 0),
        25,
      )) {
        const found = await find(
          kind,
          some.map(({ uri }) => uri),
        );
        expect(found, JSON.stringify([kind, some])).toEqual(some.map(() => null));
      }
    }
  });
});

/** The global ids of what stands at addresses, asked in one operation. */
async function standing(uris: readonly string[]): Promise<unknown[]> {
  const fields = uris.map((uri, index) => `a${index}: nodeByUri(uri: ${JSON.stringify(uri)}) { id }`);
  const data = await graph.data(`{ ${fields.join(' ')} }`);
  return uris.map((_uri, index) => data[`a${index}`]?.id);
}

describe.each(structures)('whatever has an address on a site with permalinks of %s', (_name, permalinks) => {
  it.each(['open', 'closed'])('is found by it among all that there is, while the front end is %s', async (state) => {
    const site = await relinkedSite(permalinks);
    const send: typeof site.send = async (request) =>
      request.method === 'HEAD' && state === 'closed'
        ? { status: 302, headers: { location: 'https://front.test/' }, body: new Uint8Array() }
        : site.send(request);
    graph = await openGraph({ ...site, send }, { settings: { maxAliases: 200, maxUpstreamRequests: 1000 } });
    const lists = [...kinds, ['book', 'books', ''], ['place', 'places', ''], ['genre', 'genres', '']];
    for (const [, list] of lists) {
      const { all } = await graph.data(`{ all: ${list}(first: 100) { nodes { id uri } } }`);
      const nodes: { id: string; uri: string }[] = all.nodes;
      for (const some of chunked(nodes, 50)) {
        expect(await standing(some.map(({ uri }) => uri)), list).toEqual(some.map(({ id }) => id));
      }
      // One alone, of each kind.
      for (const { id, uri } of nodes.filter((_node, index) => index % 11 === 0)) {
        expect(await standing([uri])).toEqual([id]);
        if (state === 'open') expect(graph.requests.length, uri).toBeLessThanOrEqual(permalinks.front ? 4 : 2);
      }
    }
  });
});

describe('an address', () => {
  const post = '/2023/02/10/breakwater-at-dusk/';

  it.each([
    ['with what a campaign adds', [`${post}?utm_source=x&ref=%zz`, `http://magazine.test${post}?fbclid=1#top`]],
    ['with a fragment', [`${post}#comments`, `${post}#comment-3`]],
    ['over the other scheme, and with www', [`https://magazine.test${post}`, `https://www.magazine.test${post}`]],
    ['without its last slash, and with too many', [post.slice(0, -1), `/${post}//`, '/2023//02/10/breakwater-at-dusk']],
    ['without its first slash', [post.slice(1)]],
    ['in capitals and encoded', [post.toUpperCase(), '/2023/02/10/%62reakwater-at-dusk/']],
    ['with what says of it the same twice', [`${post}?p=103`, `${post}?cat=5`]],
  ])('is found %s', async (_what, uris) => {
    graph = await openGraph(await relinkedSite({}));
    expect(await find('post', uris)).toEqual(uris.map(() => 103));
    expect(graph.requests).toHaveLength(1);
  });

  it.each([
    ['post', ['/?cat=150', '/?page_id=150', '/?tag=knots', '/category/craft/?p=150', `${post}?p=150`]],
    [
      'post',
      ['/about/', '/category/craft/', '/author/marta-vale/', '/', '', '/?utm_source=x', '/?post_type=page&p=150'],
    ],
    ['page', ['/?p=401', post, '/about/?p=403', '/', '/?cat=401', '/visit/history/about/', '/index.php?p=401']],
    ['category', ['/?p=6', '/?tag=craft', '/?author=6', '/tag/knots/', '/category/craft/?p=5', '/craft/', '/?cat=x']],
    ['tag', ['/?cat=30', '/?p=30', '/?tag=craft', '/category/craft/', '/?tag=knots&p=30', '/']],
    ['author', ['/?p=1', '/?cat=1', '/category/craft/', '/?author=marta-vale']],
    ['comment', ['/2024/11/02/the-long-way-round/', '/about/#comment-11', '/#comment-11', '/?p=1#comment-999999']],
    ['post', [`http://elsewhere.test${post}`, `http://magazine.test:8080${post}`, 'mailto:a@magazine.test', '//[']],
  ])('is that of no %s: %j', async (kind, uris) => {
    graph = await openGraph(await relinkedSite({}));
    expect(await find(kind, uris)).toEqual(uris.map(() => null));
  });

  it('that is none is refused, and says so', async () => {
    graph = await openGraph(await relinkedSite({}));
    for (const uri of ['http://', 'https://[', 'http://a b/']) {
      const { errors } = await graph.run(`{ post(by: { uri: "${uri}" }) { id } }`);
      expect(errors).toMatchObject([{ path: ['post'], extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('outside of the folder of a site is not on it', async () => {
    graph = await openGraph(await relinkedSite({ home: 'http://magazine.test/blog' }));
    const uris = [post, `/blog${post}`, `http://magazine.test${post}`, `http://magazine.test/blog${post}`];
    expect(await find('post', uris)).toEqual([103, null, null, 103]);
  });

  it('of the front page finds what is there, and nothing where posts are', async () => {
    graph = await openGraph(await relinkedSite({ front: { page: 401, isTold: true } }));
    const front = ['/', '', '/?utm_source=x', '/index.php', 'http://magazine.test', 'https://www.magazine.test/#top'];
    expect(await find('page', front)).toEqual(front.map(() => 401));
    expect(graph.requests.map(({ route }) => route)).toEqual(['/', '/wp/v2/pages']);
    expect(await find('page', ['/?s=word', '/?tag=knots', '/?post_tag=x', '/?author_name=x', '/?m=2024'])).toEqual(
      Array.from({ length: 5 }, () => null),
    );
    expect(await find('post', ['/'])).toEqual([null]);
  });
});

describe('the front page of a site that does not say what is there', () => {
  const page = (id: number) => ({ id, link: id === 243 ? 'https://site.test' : `https://site.test/page-${id}/` });
  const pages = Array.from({ length: 250 }, (_, index) => page(index + 1));

  it.each([
    ['an older one', () => undefined],
    [
      'one that hides its index',
      () => ({ json: { code: 'rest_forbidden', message: 'No.', data: { status: 401 } }, status: 401 }),
    ],
  ])('is found among hundreds of pages: %s', async (_which, indexAnswer) => {
    let isStarted = false;
    const site = scriptedSite(({ route, query }) => {
      if (route === '/' && isStarted) return indexAnswer();
      if (route !== '/wp/v2/pages') return undefined;
      const ids = query.get('include')?.split(',').map(Number);
      const [size, offset] = [Number(query.get('per_page')), Number(query.get('offset') ?? 0)];
      return list(ids ? pages.filter(({ id }) => ids.includes(id)) : pages.slice(offset, offset + size), pages.length);
    });
    graph = await openGraph(site);
    isStarted = true;
    expect(await find('page', ['/', 'https://site.test'])).toEqual([243, 243]);
    expect(graph.to('/wp/v2/pages').length).toBeLessThanOrEqual(4);
    expect(await find('post', ['/'])).toEqual([null]);
  });
});

/** As WordPress takes a slug for an argument: a percent sign is the beginning of an encoded character, or goes. */
const sanitized = (slug: string) => slug.replace(/%(?![a-f\d]{2})/gi, '').toLowerCase();

it('a slug with a percent sign is found by slug, address and filter, encoded and decoded', async () => {
  const row = { id: 7, slug: '100%25-off', link: 'https://site.test/2026/100%25-off/' };
  const site = scriptedSite(({ route, query }) => {
    if (route !== '/wp/v2/posts') return undefined;
    const slugs = (query.get('slug') ?? '').split(',').map(sanitized);
    return list(slugs.includes(row.slug) ? [row] : []);
  });
  graph = await openGraph(site);
  const found = await graph.data(`{
    a: post(by: { slug: "100%25-off" }) { slug } b: post(by: { slug: "100%-off" }) { slug }
    c: post(by: { uri: "/2026/100%25-off/" }) { slug } d: post(by: { uri: "/2026/100%-off/" }) { slug } }`);
  expect(Object.values(found)).toEqual(Array.from({ length: 4 }, () => ({ slug: '100%-off' })));
  expect(graph.requests).toHaveLength(1);
  const { posts } = await graph.data(
    '{ posts(where: { slugs: ["100%25-off", "100%-off", "a"] }) { nodes { databaseId } } }',
  );
  expect(posts.nodes).toEqual([{ databaseId: 7 }]);
  expect(graph.requests[0]?.query.slug).toBe('100%25-off,100%25-off,a');
});
