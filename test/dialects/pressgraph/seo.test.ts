import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSampleSite } from '../../../src/sample/sample-site.ts';
import { fieldsOf, type Graph, openGraph } from '../../support/graph.ts';
import { type Answer, byId, isSample, list, scriptedSite } from '../../support/scripted-site.ts';

const whole = `seo {
  source title description canonical robots isIndexable schema breadcrumbs { text uri url }
  openGraph { type title description url siteName locale publishedTime modifiedTime images { url width height type alt } }
  twitter { card title description image creator site }
}`;

const routesOf = (graph: Graph) => graph.requests.map(({ route }) => route);

describe('seo of a site without a plugin', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openGraph(await createSampleSite('http://magazine.test'));
  });
  afterAll(() => graph.close());

  it('is what a document says itself', async () => {
    const { post } = await graph.data(`{ post(by: { slug: "octobers-last-plum" }) { ${whole} } }`);
    const address = 'http://magazine.test/2026/10/10/octobers-last-plum/';
    const name = 'October’s last plum — & what to do with it';
    const description =
      'There’s always one. It’s at the top, it’s split, a wasp has been at it, & it’s the best of the year. Don’t make anything. Wash it under the yard tap, lean…';
    const url = 'http://magazine.test/wp-content/uploads/2025/09/market-stall.jpg';
    const [published, modified] = ['2026-10-10T15:00:00', '2026-10-12T07:15:00'];
    expect(post.seo).toEqual({
      source: 'DOCUMENT',
      title: `${name} – Harbour & Hinterland`,
      description,
      canonical: address,
      robots: ['index', 'follow'],
      isIndexable: true,
      breadcrumbs: [
        { text: 'Harbour & Hinterland', uri: '/', url: 'http://magazine.test/' },
        { text: 'Food', uri: '/category/food/', url: 'http://magazine.test/category/food/' },
        { text: name, uri: '/2026/10/10/octobers-last-plum/', url: address },
      ],
      openGraph: {
        type: 'article',
        title: name,
        description,
        url: address,
        siteName: 'Harbour & Hinterland',
        locale: null,
        publishedTime: `${published}.000Z`,
        modifiedTime: `${modified}.000Z`,
        images: [{ url, width: 900, height: 600, type: 'image/jpeg', alt: 'Fruit under a striped awning' }],
      },
      twitter: { card: 'summary_large_image', title: name, description, image: url, creator: null, site: null },
      schema: {
        '@context': 'https://schema.org',
        '@graph': [
          {
            '@type': 'Article',
            '@id': address,
            url: address,
            name,
            datePublished: `${published}Z`,
            dateModified: `${modified}Z`,
            isPartOf: { '@id': 'http://magazine.test/#website' },
          },
          {
            '@type': 'WebSite',
            '@id': 'http://magazine.test/#website',
            url: 'http://magazine.test/',
            name: 'Harbour & Hinterland',
          },
        ],
      },
    });
  });

  it('asks for nothing but the list where it leads nowhere, and for just what is selected', async () => {
    await graph.data('{ posts(first: 20) { nodes { seo { source title canonical openGraph { siteName } } } } }');
    expect(routesOf(graph)).toEqual(['/wp/v2/posts']);
    const always = ['date', 'id', 'status', 'type'];
    expect(fieldsOf(graph.requests[0]).filter((name) => !always.includes(name))).toEqual(['link', 'title']);
    await graph.data('{ posts(first: 20) { nodes { seo { source } } } }');
    expect(fieldsOf(graph.requests[0]).filter((name) => !always.includes(name))).toEqual([]);
  });

  it('asks once for the images of a list, and once for its terms', async () => {
    await graph.data('{ posts(first: 20) { nodes { seo { openGraph { images { url } } twitter { image } } } } }');
    expect(routesOf(graph)).toEqual(['/wp/v2/posts', '/wp/v2/media']);
    await graph.data('{ posts(first: 20) { nodes { seo { breadcrumbs { text } } } } }');
    expect(routesOf(graph)).toEqual(['/wp/v2/posts', '/wp/v2/categories']);
  });

  it('answers alike when known, and asks nothing then', async () => {
    const query = `{ posts(first: 10) { nodes { ${whole} } } pages { nodes { ${whole} } } categories { nodes { ${whole} } } authors { nodes { ${whole} } } mediaItems(first: 5) { nodes { ${whole} } } }`;
    const cold = await graph.data(query);
    expect(await graph.data(query, { warm: true })).toEqual(cold);
    expect(routesOf(graph)).toEqual([]);
  });

  it('leads over the pages above a page', async () => {
    const { page } = await graph.data(
      '{ page(by: { uri: "/about/team/history/" }) { seo { breadcrumbs { uri } openGraph { type } } } }',
    );
    expect(page.seo.breadcrumbs.map(({ uri }: { uri: string }) => uri)).toEqual([
      '/',
      '/about/',
      '/about/team/',
      '/about/team/history/',
    ]);
  });

  it('leads over the first of its terms and what is above that, by one request for all of them', async () => {
    const query = '{ post(by: { slug: "a-short-history-of-the-foghorn" }) { seo { breadcrumbs { uri } } } }';
    const cold = await graph.data(query);
    expect(cold.post.seo.breadcrumbs).toEqual([
      { uri: '/' },
      { uri: '/category/coast-sea/' },
      { uri: '/category/coast-sea/harbours/' },
      { uri: '/category/coast-sea/harbours/lighthouses/' },
      { uri: '/2023/11/25/a-short-history-of-the-foghorn/' },
    ]);
    expect(routesOf(graph)).toEqual(['/wp/v2/posts', '/wp/v2/categories']);
    expect(await graph.data(query, { warm: true })).toEqual(cold);
    expect((await graph.run(query, { warm: true, headers: { 'x-pressgraph-trace': '1' } })).data).toEqual(cold);
    expect(graph.requests).toEqual([]);
  });

  it('is there for terms, authors and media', async () => {
    const { category, authors, mediaItems } = await graph.data(`{
      category(by: { slug: "preserving" }) { ${whole} }
      authors(first: 1) { nodes { name link ${whole} } }
      mediaItems(first: 1, where: { mediaType: IMAGE }) { nodes { sourceUrl link ${whole} } }
    }`);
    expect(category.seo).toMatchObject({ title: 'Preserving – Harbour & Hinterland', description: 'Jars.' });
    expect(category.seo.openGraph).toMatchObject({ type: 'website', publishedTime: null, images: [] });
    const [author] = authors.nodes;
    expect(author.seo).toMatchObject({ title: `${author.name} – Harbour & Hinterland`, canonical: author.link });
    expect(author.seo.openGraph.type).toBe('profile');
    const [image] = mediaItems.nodes;
    expect(image.seo.openGraph.images).toMatchObject([{ url: image.sourceUrl }]);
    expect(image.seo).toMatchObject({ canonical: image.link, isIndexable: true });
  });

  it('says nothing of a body that takes a password, and keeps its page from search engines', async () => {
    const { posts } = await graph.data(`{ posts(first: 100) { nodes { isProtected ${whole} } } }`);
    const locked = posts.nodes.find(({ isProtected }: { isProtected: boolean }) => isProtected);
    expect(locked.seo).toMatchObject({ description: null, isIndexable: false });
  });
});

/** A site with these documents, and what is asked for of each. */
function siteWith(
  namespaces: readonly string[],
  posts: readonly { readonly id: number }[],
  answers: Readonly<Record<string, (query: URLSearchParams) => Answer>> = {},
  routes: object = {},
) {
  const index = {
    json: { name: 'Plums &amp; more', home: 'https://site.test', url: 'https://site.test', namespaces, routes },
  };
  return scriptedSite(({ route, query }) => {
    if (route === '/') return index;
    if (route === '/wp/v2/posts') return isSample(query) ? list([chosen(posts[0] ?? { id: 0 }, query)]) : pick(query);
    return answers[route]?.(query);
  });
  function pick(query: URLSearchParams): Answer {
    const { json, ...others } = byId(...posts)(query) as { json: { id: number }[] };
    return { ...others, json: json.map((post) => chosen(post, query)) };
  }
}

function announce({ fetch }: Graph, secret: string, change: object): Promise<Response> {
  const [body, timestamp] = [JSON.stringify(change), String(Math.floor(Date.now() / 1000))];
  const signature = `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
  const headers = { 'x-pressgraph-timestamp': timestamp, 'x-pressgraph-signature': signature };
  return fetch(new Request('http://gateway.test/webhook', { method: 'POST', headers, body }));
}

/** As WordPress gives it: what was asked for. */
function chosen(document: object, query: URLSearchParams): { readonly id: number } {
  const names = query
    .get('_fields')
    ?.split(',')
    .map((name) => name.replace(/\..*/, ''));
  return Object.fromEntries(Object.entries(document).filter(([name]) => !names || names.includes(name))) as never;
}

const plain = {
  status: 'publish',
  type: 'post',
  date_gmt: '2024-05-16T16:00:28',
  modified_gmt: '2024-06-01T10:00:00',
  featured_media: 0,
  categories: [],
  excerpt: { rendered: '<p>An excerpt.</p>', protected: false },
  content: { rendered: '', protected: false },
};
const postOf = (id: number, more: object = {}) => ({
  id,
  link: `https://site.test/${id}/`,
  date: `2024-05-${20 - id}T17:00:28`,
  title: { rendered: `Post ${id} &#8211; plums` },
  ...plain,
  ...more,
});

let graph: Graph | undefined;
afterEach(async () => {
  await graph?.close();
  graph = undefined;
});

/** As Yoast SEO writes it, see its `head_json`. */
const yoast = {
  title: 'Plums &amp; pears - Site',
  description: 'It wasn&#8217;t cheap.',
  robots: {
    index: 'index',
    follow: 'follow',
    'max-snippet': 'max-snippet:-1',
    'max-image-preview': 'max-image-preview:large',
  },
  canonical: 'https://site.test/?p=1&copy=2',
  og_locale: 'en_GB',
  og_type: 'article',
  og_title: 'Plums &amp; pears',
  og_description: 'Shared.',
  og_url: 'https://site.test/1/',
  og_site_name: 'Plums &amp; more',
  article_published_time: '2024-05-16T18:00:28+02:00',
  article_modified_time: '2024-06-01T10:00:00+00:00',
  og_image: [
    { width: 1200, height: '630', url: 'https://site.test/plum.jpg', type: 'image/jpeg' },
    { url: '' },
    'https://site.test/pear.jpg',
  ],
  author: 'Ann',
  twitter_card: 'summary_large_image',
  twitter_creator: '@ann',
  twitter_site: '@plums',
  twitter_misc: { 'Written by': 'Ann' },
  schema: {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': ['WebPage', 'ItemPage'], '@id': 'https://site.test/1/' },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 2, name: 'Plums &amp; pears' },
          { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://site.test/' },
          { '@type': 'ListItem', position: 3, name: '' },
          { '@type': 'ListItem', position: 4, name: 'Elsewhere', item: { '@id': 'https://else.test/x/' } },
        ],
      },
    ],
  },
};

describe('seo of a site with Yoast SEO', () => {
  const namespaces = ['wp/v2', 'yoast/v1'];

  it('is what the plugin says, in the request for the documents', async () => {
    graph = await openGraph(siteWith(namespaces, [postOf(1, { yoast_head_json: yoast })]));
    const { posts } = await graph.data(`{ posts { nodes { ${whole} } } }`);
    expect(posts.nodes[0].seo).toEqual({
      source: 'YOAST',
      title: 'Plums & pears - Site',
      description: 'It wasn’t cheap.',
      canonical: 'https://site.test/?p=1&copy=2',
      robots: ['index', 'follow', 'max-snippet:-1', 'max-image-preview:large'],
      isIndexable: true,
      schema: yoast.schema,
      breadcrumbs: [
        { text: 'Home', uri: '/', url: 'https://site.test/' },
        { text: 'Plums & pears', uri: null, url: null },
        { text: 'Elsewhere', uri: null, url: 'https://else.test/x/' },
      ],
      openGraph: {
        type: 'article',
        title: 'Plums & pears',
        description: 'Shared.',
        url: 'https://site.test/1/',
        siteName: 'Plums & more',
        locale: 'en_GB',
        publishedTime: '2024-05-16T16:00:28.000Z',
        modifiedTime: '2024-06-01T10:00:00.000Z',
        images: [
          { url: 'https://site.test/plum.jpg', width: 1200, height: 630, type: 'image/jpeg', alt: null },
          { url: 'https://site.test/pear.jpg', width: null, height: null, type: null, alt: null },
        ],
      },
      twitter: {
        card: 'summary_large_image',
        title: null,
        description: null,
        image: null,
        creator: '@ann',
        site: '@plums',
      },
    });
    expect(routesOf(graph)).toEqual(['/wp/v2/posts']);
    expect(fieldsOf(graph.requests[0])).toContain('yoast_head_json');
    expect(fieldsOf(graph.requests[0])).not.toContain('excerpt');
  });

  it('asks for it only where `seo` is selected', async () => {
    graph = await openGraph(siteWith(namespaces, [postOf(1, { yoast_head_json: yoast })]));
    await graph.data('{ posts { nodes { title link } } }');
    expect(fieldsOf(graph.requests[0])).not.toContain('yoast_head_json');
  });

  it.each([
    ['that lacks all', {}, { source: 'DOCUMENT' }],
    ['that is a list', [], { source: 'DOCUMENT' }],
    [
      'of other kinds',
      { title: 7, description: false, robots: 'noindex, nofollow', canonical: 5, og_image: {}, schema: 'x' },
      { source: 'YOAST', title: '7', description: null, canonical: null, isIndexable: false, schema: null },
    ],
    [
      'with nothing in it',
      { title: '', robots: [], og_image: [], og_title: 'x', article_published_time: 'soon', schema: [] },
      { source: 'YOAST', title: null, robots: null, isIndexable: null, schema: null, breadcrumbs: null, twitter: null },
    ],
  ])('reads a head %s without an error', async (_what, head, expected) => {
    graph = await openGraph(siteWith(namespaces, [postOf(1, { yoast_head_json: head })]));
    const { posts } = await graph.data(`{ posts { nodes { ${whole} } } }`);
    expect(posts.nodes[0].seo).toMatchObject(expected);
    expect(posts.nodes[0].seo.openGraph?.images ?? []).toEqual([]);
  });

  it('has a document say it itself of which the plugin says nothing, all such in one request', async () => {
    const documents = [
      postOf(1, { yoast_head_json: yoast }),
      ...[2, 3, 4].map((id) => postOf(id, { yoast_head_json: null })),
    ];
    graph = await openGraph(siteWith(namespaces, documents));
    const query = '{ posts { nodes { seo { source title description canonical robots } } } }';
    const { posts } = await graph.data(query);
    expect(posts.nodes.map(({ seo }: { seo: { source: string } }) => seo.source)).toEqual([
      'YOAST',
      'DOCUMENT',
      'DOCUMENT',
      'DOCUMENT',
    ]);
    expect(posts.nodes[2].seo).toMatchObject({
      title: 'Post 3 – plums – Plums & more',
      description: 'An excerpt.',
      canonical: 'https://site.test/3/',
    });
    expect(graph.requests.map(({ query: { include } }) => include)).toEqual([undefined, '2,3,4']);
    expect(await graph.data(query, { warm: true })).toEqual({ posts });
    expect(routesOf(graph)).toEqual([]);
  });

  it('does not ask for it where documents were seen without it, as when it is switched off', async () => {
    graph = await openGraph(siteWith(namespaces, [postOf(1)]));
    const { posts } = await graph.data(`{ posts { nodes { ${whole} } } }`);
    expect(posts.nodes[0].seo).toMatchObject({ source: 'DOCUMENT', description: 'An excerpt.' });
    expect(graph.requests.flatMap(fieldsOf)).not.toContain('yoast_head_json');
  });
});

describe('seo of a site with Rank Math', () => {
  const namespaces = ['wp/v2', 'rankmath/v1'];
  const routes = { '/rankmath/v1/getHead': { methods: ['GET'] } };
  const headOf = (url: string | null) => `<title>Head of ${url}</title>
<meta name="description" content="Sweet &amp; sour"/>
<meta name="robots" content="follow, noindex"/>
<meta property="og:title" content="Shared"/>
<meta property="og:image" content="https://site.test/plum.jpg"/><meta property="og:image:width" content="640"/>
<script type="application/ld+json" class="rank-math-schema">{"@graph":[{"@type":"BreadcrumbList","itemListElement":[{"position":"1","item":{"@id":"https://site.test","name":"Home"}}]}]}</script>`;
  const answering = {
    '/rankmath/v1/getHead': (query: URLSearchParams) => ({ json: { success: true, head: headOf(query.get('url')) } }),
  };
  const query =
    '{ posts { nodes { seo { source title description robots isIndexable canonical schema breadcrumbs { text uri } openGraph { title images { url width } } twitter { card } } } } }';

  it('is what the plugin says, by one request for each document', async () => {
    graph = await openGraph(siteWith(namespaces, [postOf(1), postOf(2)], answering, routes));
    const { posts } = await graph.data(query);
    expect(posts.nodes[1].seo).toMatchObject({
      source: 'RANK_MATH',
      title: 'Head of https://site.test/2/',
      description: 'Sweet & sour',
      robots: ['follow', 'noindex'],
      isIndexable: false,
      canonical: null,
      breadcrumbs: [{ text: 'Home', uri: '/' }],
      openGraph: { title: 'Shared', images: [{ url: 'https://site.test/plum.jpg', width: 640 }] },
      twitter: null,
    });
    expect(routesOf(graph)).toEqual(['/wp/v2/posts', '/rankmath/v1/getHead', '/rankmath/v1/getHead']);
    expect(await graph.data(query, { warm: true })).toEqual({ posts });
    expect(routesOf(graph)).toEqual([]);
  });

  it('is asked for again where nothing is known any more', async () => {
    let version = 1;
    const changing = {
      '/rankmath/v1/getHead': () => ({ json: { success: true, head: `<title>Version ${version}</title>` } }),
    };
    graph = await openGraph(siteWith(namespaces, [postOf(1)], changing, routes));
    const ask = '{ post(by: { databaseId: 1 }) { seo { title } } }';
    expect(await graph.data(ask)).toEqual({ post: { seo: { title: 'Version 1' } } });
    version = 2;
    expect(await graph.data(ask, { warm: true })).toEqual({ post: { seo: { title: 'Version 1' } } });
    expect(await graph.data(ask)).toEqual({ post: { seo: { title: 'Version 2' } } });
  });

  it('is dropped with its document, and with no other', async () => {
    let version = 1;
    const changing = {
      '/rankmath/v1/getHead': (query: URLSearchParams) => ({
        json: { success: true, head: `<title>Version ${version} of ${query.get('url')}</title>` },
      }),
    };
    const settings = { webhookSecret: 'a secret of some length', freshFor: 3_600 };
    const opened = await openGraph(siteWith(namespaces, [postOf(1), postOf(2)], changing, routes), { settings });
    graph = opened;
    const ask = '{ posts { nodes { seo { title } } } }';
    const titles = async (options: object) => {
      const { posts } = await opened.data(ask, options);
      return posts.nodes.map(({ seo }: { seo: { title: string } }) => seo.title);
    };
    const of = (...versions: readonly number[]) =>
      versions.map((each, index) => `Version ${each} of https://site.test/${index + 1}/`);
    expect(await titles({})).toEqual(of(1, 1));
    version = 2;
    expect(await titles({ warm: true })).toEqual(of(1, 1));
    expect((await announce(opened, settings.webhookSecret, { type: 'post', id: 2 })).status).toBe(202);
    expect(await titles({ warm: true })).toEqual(of(1, 2));
    expect(routesOf(graph).filter((route) => route === '/rankmath/v1/getHead')).toHaveLength(1);
  });

  it('has documents say it themselves where the route is refused, and does not ask again for a while', async () => {
    const refusal = { json: { code: 'rest_forbidden', message: 'No.', data: { status: 403 } }, status: 403 };
    const untold: (readonly string[])[] = [];
    const three = [postOf(1), postOf(2), postOf(3)];
    graph = await openGraph(siteWith(namespaces, three, { '/rankmath/v1/getHead': () => refusal }, routes), {
      observer: { untold: ({ routes: some }) => untold.push(some) },
    });
    const { posts } = await graph.data(query);
    expect(posts.nodes[0].seo).toMatchObject({ source: 'DOCUMENT', description: 'An excerpt.' });
    expect(untold).toEqual([['/rankmath/v1/getHead']]);
    await graph.data(query);
    expect(routesOf(graph)).not.toContain('/rankmath/v1/getHead');
  });

  it('is asked for other pages where one is refused, and again for those that nobody was asked of', async () => {
    const answerOf = (query: URLSearchParams): Answer =>
      query.get('url')?.endsWith('/1/')
        ? { json: { code: 'rest_forbidden', message: 'No.', data: { status: 403 } }, status: 403 }
        : { json: { success: true, head: '<title>Said</title>' } };
    const posts = [postOf(1), postOf(2)];
    graph = await openGraph(siteWith(namespaces, posts, { '/rankmath/v1/getHead': answerOf }, routes));
    const { posts: found } = await graph.data('{ posts { nodes { seo { source } } } }');
    const sources = found.nodes.map(({ seo }: { seo: { source: string } }) => seo.source);
    expect(sources).toEqual(['DOCUMENT', 'RANK_MATH']);
  });

  it('is an error of that document alone where it fails', async () => {
    const failing = {
      '/rankmath/v1/getHead': (asked: URLSearchParams): Answer =>
        asked.get('url')?.endsWith('/1/') ? { json: {}, status: 500 } : { json: { success: true, head: headOf('x') } },
    };
    graph = await openGraph(siteWith(namespaces, [postOf(1), postOf(2)], failing, routes), {
      settings: { upstreamRetries: 0 },
    });
    const { data, errors } = await graph.run(query);
    expect(data.posts.nodes.map(({ seo }: { seo: { title: string } | null }) => seo?.title)).toEqual([
      undefined,
      'Head of x',
    ]);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      path: ['posts', 'nodes', 0, 'seo'],
      extensions: { code: 'UPSTREAM_UNAVAILABLE' },
    });
  });

  it('is not asked of what nobody may see, nor where it is switched off', async () => {
    graph = await openGraph(siteWith(namespaces, [postOf(1, { status: 'draft' })], answering, routes));
    const { posts } = await graph.data(query);
    expect(posts.nodes[0].seo).toMatchObject({ source: 'DOCUMENT', canonical: null, isIndexable: false, schema: null });
    await graph.close();
    graph = await openGraph(siteWith(namespaces, [postOf(1)], answering));
    await graph.data(query);
    expect(routesOf(graph)).toEqual(['/wp/v2/posts', '/wp/v2/posts']);
  });
});

it('names the site as it is called after a look', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] });
  try {
    const named = { name: 'Plums' };
    const site = siteWith(['wp/v2'], [postOf(1)]);
    const renamed = scriptedSite(async ({ route, request }) => {
      if (route === '/')
        return { json: { ...named, home: 'https://site.test', url: 'https://site.test', namespaces: [] } };
      return site.send(request);
    });
    graph = await openGraph(renamed);
    const query = '{ posts { nodes { seo { title } } } site { name } }';
    const titled = (name: string) => ({
      posts: { nodes: [{ seo: { title: `Post 1 – plums – ${name}` } }] },
      site: { name },
    });
    expect(await graph.data(query)).toEqual(titled('Plums'));
    named.name = 'Pears';
    vi.advanceTimersByTime(61_000);
    await graph.look();
    expect(await graph.data(query, { warm: true })).toEqual(titled('Pears'));
  } finally {
    vi.useRealTimers();
  }
});

describe('breadcrumbs over terms of which one request cannot bring all', () => {
  const terms = Array.from({ length: 130 }, (_, at) => ({
    id: at + 1,
    name: `Term ${at + 1}`,
    link: `https://site.test/category/${at + 1}/`,
    taxonomy: 'category',
    // 130 is below 120, and that below 3.
    parent: ({ 129: 120, 119: 3 } as Readonly<Record<number, number>>)[at] ?? 0,
  }));
  const opened = (script: (query: URLSearchParams) => Answer | undefined = () => undefined) =>
    openGraph(
      scriptedSite(({ route, query }) => {
        if (route === '/wp/v2/posts' && !isSample(query))
          return list([postOf(1, { categories: [130] }), postOf(2, { categories: [999] })]);
        if (route !== '/wp/v2/categories') return undefined;
        return (
          script(query) ?? (query.has('include') ? byId(...terms)(query) : list(terms.slice(0, 100), terms.length))
        );
      }),
    );
  const query = '{ posts { nodes { seo { breadcrumbs { text } } } } }';

  it('lead over those that it lacks as well, and over none that is not there', async () => {
    const graph = await opened();
    const { posts } = await graph.data(query);
    expect(
      posts.nodes.map(({ seo }: { seo: { breadcrumbs: { text: string }[] } }) =>
        seo.breadcrumbs.map(({ text }) => text),
      ),
    ).toEqual([
      ['Scripted', 'Term 3', 'Term 120', 'Term 130', 'Post 1 – plums'],
      ['Scripted', 'Post 2 – plums'],
    ]);
    expect(graph.to('/wp/v2/categories').map(({ query: { include } }) => include)).toEqual([
      undefined,
      '130,999',
      '120',
    ]);
    await graph.close();
  });

  it('fail by themselves where terms cannot be read', async () => {
    const graph = await opened(() => ({ json: { code: 'x' }, status: 500 }));
    const { data, errors } = await graph.run('{ posts { nodes { title seo { title breadcrumbs { text } } } } }');
    expect(data?.posts.nodes[0].seo).toMatchObject({ breadcrumbs: null });
    expect(errors?.[0]).toMatchObject({
      path: ['posts', 'nodes', 0, 'seo', 'breadcrumbs'],
      extensions: { code: 'UPSTREAM_UNAVAILABLE' },
    });
    await graph.close();
  });
});
