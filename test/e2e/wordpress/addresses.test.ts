import { afterEach, describe, expect, inject, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { permalinkStructures, type SiteOptions, withOptions } from './site-options.ts';
import type { WordPressSite } from './sites.ts';

/** Something that the graph gives an address of. */
interface Addressed {
  readonly __typename: string;
  readonly id: string;
  readonly uri: string;
  readonly isPostsPage?: boolean;
}

const connections = ['posts', 'pages', 'mediaItems', 'books', 'places', 'kitchenRecipes', 'comments'];
const groups = ['categories', 'tags', 'genres', 'seasons', 'authors'];

const staticFront = { frontPage: 401, postsPage: 405 };
const { plain, postName, numeric, category, html, index, monthAndName } = permalinkStructures;

let graph: Graph;
afterEach(() => graph.close());

/** A graph on a site as requests of these options meet it. */
async function open(site: WordPressSite, options: SiteOptions): Promise<void> {
  graph = await openGraph(withOptions(site, options), { settings: { maxAliases: 200, maxUpstreamRequests: 1000 } });
}

/** What has an address, up to so many of each kind. */
async function addressed(first: number): Promise<Addressed[]> {
  const fields = '__typename id uri';
  const { site, contentTypes, archives, ...lists } = await graph.data(`{
    ${[...connections, ...groups].map((list) => `${list}(first: ${first}) { nodes { ${fields} } }`).join('\n')}
    contentTypes { ${fields} isPostsPage isFrontPage } archives { ${fields} } site { postFormats { ${fields} } }
  }`);
  const nodes = Object.values<{ nodes: Addressed[] }>(lists).flatMap((list) => list.nodes);
  return [...nodes, ...contentTypes, ...archives.slice(0, first), ...site.postFormats].filter(
    // Where a page shows the posts, it is that page that stands there.
    ({ uri, isPostsPage, isFrontPage }) => uri !== null && (!isPostsPage || isFrontPage),
  );
}

/** What stands at addresses, asked in one operation. */
async function standing(addresses: readonly string[]): Promise<(Addressed | null)[]> {
  const fields = addresses.map((uri, at) => `a${at}: nodeByUri(uri: ${JSON.stringify(uri)}) { __typename id }`);
  const data = await graph.data(`{ ${fields.join('\n')} }`);
  return addresses.map((_uri, at) => data[`a${at}`]);
}

/** Holds that everything is found by its address, together and alone. */
async function holdFound(site: WordPressSite, options: SiteOptions, first: number, alone: (type: string) => boolean) {
  await open(site, options);
  const all = await addressed(first);
  // All but archives of dates: not every structure shows where these are.
  expect(new Set(all.map(({ __typename }) => __typename)).size).toBeGreaterThanOrEqual(14);
  const lost: unknown[] = [];
  for (let start = 0; start < all.length; start += 100) {
    const some = all.slice(start, start + 100);
    const found = await standing(some.map(({ uri }) => uri));
    for (const [at, node] of found.entries()) if (node?.id !== some[at]?.id) lost.push({ wanted: some[at], node });
  }
  expect(lost).toEqual([]);
  const kinds = new Map(all.map((each) => [each.__typename, each]));
  for (const { __typename, id, uri } of kinds.values()) {
    if (!alone(__typename)) continue;
    expect(await standing([uri])).toMatchObject([{ id }]);
    const asked = graph.requests.map(({ method = 'GET', route, query }) => [method, route, query]);
    expect(asked.length, JSON.stringify([uri, asked])).toBeLessThanOrEqual(2);
  }
}

const inBrief = (type: string) => ['Post', 'Media', 'Place', 'PostFormat'].includes(type);
const sites = inject('wordpressSites').map((site) => [site.name, site] as const);

describe.each(sites.filter(([, { profile }]) => profile === 'magazine'))('%s', (_name, site) => {
  it.each<readonly [string, SiteOptions]>([
    ['the addresses that it has', {}],
    ['plain ones', { permalinks: plain }],
  ])('is found whole by the addresses that it gives out: %s', (_what, options) =>
    holdFound(site, options, 100, () => true),
  );

  it.each<readonly [string, SiteOptions]>([
    ['month and name', { permalinks: monthAndName }],
    ['numbers', { permalinks: numeric }],
    ['names alone', { permalinks: postName }],
    ['names below categories', { permalinks: category }],
    ['an ending', { permalinks: html }],
    ['index.php', { permalinks: index }],
    ['a page at the front', staticFront],
    ['a page at the front, plain', { ...staticFront, permalinks: plain }],
    ['a page at the front, in a folder', { ...staticFront, folder: '/blog' }],
    ['pages of what was uploaded', { others: { wp_attachment_pages_enabled: 1 } }],
  ])('is found by the addresses that it gives out: %s', (_what, options) => holdFound(site, options, 8, inBrief));

  it('says what a browser would find, in at most two requests', async () => {
    await open(site, {});
    const fields = `status page redirect { location status }
      node { __typename ...on Content { databaseId } ...on Comment { databaseId } ...on SearchPage { query } }`;
    const moved = (location: string) => ({ status: 301, redirect: { location, status: 301 }, node: null });
    const found = (typeName: string, databaseId: number) => ({
      status: 200,
      node: { __typename: typeName, databaseId },
    });
    for (const [uri, expected] of [
      ['/2023/01/03/hello-harbor/', moved('/2023/01/03/hello-harbour/')],
      ['/books/the-ferry-that-sailed/', moved('/books/the-ferry-that-left/')],
      ['/team/', moved('/about/team/')],
      ['/?p=101', moved('/2023/01/03/hello-harbour/')],
      ['/?page_id=401', moved('/about/')],
      ['/?cat=2', moved('/category/coast-sea/')],
      ['/?author=1', moved('/author/marta-vale/')],
      ['/about/team/history/', found('Page', 403)],
      ['/visit/history/', found('Page', 406)],
      ['/ABOUT//?utm_source=letter#top', found('Page', 401)],
      ['/2024/11/page/2/', { status: 200, page: 2, node: { __typename: 'DateArchive' } }],
      ['/2031/', { status: 404, node: null }],
      ['/category/coast-sea/page/2/', { status: 200, page: 2, node: { __typename: 'Category' } }],
      ['/?s=harbour', { status: 200, node: { __typename: 'SearchPage', query: 'harbour' } }],
      ['/search/harbour/', { status: 200, node: { __typename: 'SearchPage', query: 'harbour' } }],
      ['/type/quote/', { status: 200, redirect: null, node: { __typename: 'PostFormat' } }],
      ['/type/nope/', { status: 404, node: null }],
      ['/nope/at/all/', { status: 404, node: null, redirect: null }],
      ['/wp-admin/', null],
      ['https://elsewhere.test/about/', null],
    ] as const) {
      const { resolve } = await graph.data(`{ resolve(uri: "${uri}") { ${fields} } }`);
      if (expected === null) expect(resolve, uri).toBeNull();
      else expect(resolve, uri).toMatchObject(expected);
      expect(graph.requests.length, uri).toBeLessThanOrEqual(2);
    }
  });
});

describe.each(sites.filter(([, { generation }]) => generation !== '7.1'))('%s', (_name, site) => {
  it.each<readonly [string, SiteOptions]>([
    ['plain ones', { permalinks: plain }],
    ['a page at the front', { ...staticFront, permalinks: postName }],
  ])('is found by the addresses that it gives out: %s', (_what, options) => holdFound(site, options, 8, inBrief));
});
