import { afterEach, describe, expect, it } from 'vitest';
import type { GatewayConfig } from '../../../src/gateway.ts';
import { listen } from '../../../src/server/http/listen.ts';
import { openGraph, type TestSite } from '../../support/graph.ts';
import { longSite } from '../../support/long-site.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';
import { elementsAt, readXml, textsAt } from '../../support/xml.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function serve(site: TestSite, settings: GatewayConfig['settings'] = {}) {
  const answers: string[] = [];
  const graph = await openGraph(site, {
    settings: { pollInterval: 0, upstreamRetries: 0, ...settings },
    observer: { hit: ({ kind, stage }) => void (kind === 'answer' && answers.push(stage)) },
  });
  const server = await listen(graph, { port: 0, shutdownTimeout: 0 });
  open.push(() => graph.close(), server.close);
  let seen = graph.requests.length;
  const get = (path: string, init: RequestInit = {}) => {
    seen = graph.requests.length;
    return fetch(`${server.url}${path}`, init);
  };
  const xml = async (path: string) => readXml(await (await get(path)).text());
  return { graph, url: server.url, get, xml, answers, asked: () => graph.requests.slice(seen) };
}

const frontEnd = 'https://www.example.org';

describe('the sitemap', () => {
  it('is an index of sitemaps of a thousand addresses of a kind, with the host of the front end', async () => {
    const { xml, get } = await serve(longSite(2_500), { frontEnd });
    const answer = await get('/sitemap.xml');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8']);
    const index = readXml(await answer.text());
    expect([index.name, index.attributes.xmlns]).toEqual([
      'sitemapindex',
      'http://www.sitemaps.org/schemas/sitemap/0.9',
    ]);
    const locations = textsAt(index, 'sitemap/loc');
    expect(locations).toEqual(
      ['posts-1', 'posts-2', 'posts-3', 'pages-1', 'tags-1', 'authors-1'].map(
        (name) => `${frontEnd}/sitemap-${name}.xml`,
      ),
    );
    const urls: string[] = [];
    for (const location of locations) {
      const sitemap = await xml(new URL(location).pathname);
      expect(sitemap.name).toBe('urlset');
      urls.push(...textsAt(sitemap, 'url/loc'));
    }
    const posts = Array.from({ length: 2_500 }, (_, index) => `${frontEnd}/post-${1_000 + 2 * index}/`);
    const others = ['/', '/tag/3/', '/tag/5/', '/author/ann/'].map((path) => `${frontEnd}${path}`);
    expect(urls).toEqual([...posts, ...others]);
  });

  it('names as many sitemaps as an index may, whatever number of addresses a site tells', async () => {
    const site = scriptedSite(({ route }) => (route === '/wp/v2/posts' ? list([], 2 ** 31 - 1) : undefined));
    const { get } = await serve(site, { frontEnd });
    const index = await (await get('/sitemap.xml')).text();
    expect(index.match(/<sitemap>/g)).toHaveLength(50_000);
  });

  it('says of each address when it was changed, and which picture stands for it', async () => {
    const { xml } = await serve(longSite(3), { frontEnd });
    const [first] = elementsAt(await xml('/sitemap-posts-1.xml'), 'url');
    expect(first && textsAt(first, 'lastmod')).toEqual(['2024-05-02T08:00:00.000Z']);
    expect(first && textsAt(first, 'image:image/image:loc')).toEqual(['https://site.test/1001.jpg']);
    const [tag] = elementsAt(await xml('/sitemap-tags-1.xml'), 'url');
    expect(tag?.children.map(({ name }) => name)).toEqual(['loc']);
  });

  it('costs a request for each hundred addresses and pictures, and none when it is known', async () => {
    const { get, asked, answers } = await serve(longSite(1_000));
    await get('/sitemap-posts-1.xml');
    expect([asked().length, answers]).toEqual([20, []]);
    for (const path of ['/sitemap-posts-1.xml', '/sitemap-posts-1.xml?utm_source=x']) {
      const answer = await get(path, { headers: { accept: 'text/plain' } });
      expect([answer.status, asked().length]).toEqual([200, 0]);
    }
    expect(answers).toEqual(['fresh', 'fresh']);
  });

  it('is that of the site itself where no front end is named, and its sitemaps stand where the gateway was found', async () => {
    const { url, xml, graph } = await serve(longSite(1));
    expect(textsAt(await xml('/sitemap.xml'), 'sitemap/loc')[0]).toBe(`${url}/sitemap-posts-1.xml`);
    expect(textsAt(await xml('/sitemap-posts-1.xml'), 'url/loc')).toEqual(['https://site.test/post-1000/']);
    expect(textsAt(await xml('/sitemap-pages-1.xml'), 'url/loc')).toEqual(['https://site.test/']);
    const behind = new Request('https://graph.test/sitemap.xml');
    const index = readXml(await (await graph.fetch(behind)).text());
    expect(textsAt(index, 'sitemap/loc')[0]).toBe('https://graph.test/sitemap-posts-1.xml');
  });

  it('stands beside the graph', async () => {
    const { get, xml } = await serve(longSite(1), { frontEnd, path: '/api/graphql' });
    expect(textsAt(await xml('/api/sitemap.xml'), 'sitemap/loc')[0]).toBe(`${frontEnd}/api/sitemap-posts-1.xml`);
    expect((await get('/sitemap.xml')).status).toBe(404);
    expect((await get('/api/sitemap-posts-1.xml')).status).toBe(200);
  });

  it('is not there where there is nothing', async () => {
    const { get, asked } = await serve(longSite(1));
    for (const name of ['posts-2', 'posts-0', 'posts-01', 'nothing-1', 'posts', '', 'categories-1', '%zz-1']) {
      const answer = await get(`/sitemap-${name}.xml`);
      expect([name, answer.status, answer.headers.get('cache-control')]).toEqual([name, 404, 'no-store']);
      const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] };
      expect(errors[0]?.extensions.code).toBe('BAD_REQUEST');
    }
    expect(asked().length).toBeLessThan(3);
  });

  it('changes with what it lists', async () => {
    const site = longSite(2);
    const { graph, xml, get } = await serve(site, { frontEnd });
    const before = await get('/sitemap-posts-1.xml');
    const etag = before.headers.get('etag') ?? '';
    const unchanged = await get('/sitemap-posts-1.xml', { headers: { 'if-none-match': etag } });
    expect([unchanged.status, unchanged.headers.get('cache-control')]).toEqual([
      304,
      before.headers.get('cache-control'),
    ]);
    expect(before.headers.get('cache-control')).toMatch(/^public, max-age=0, s-maxage=\d+/);
    site.posts.push(7_000);
    graph.purge();
    expect((await get('/sitemap-posts-1.xml', { headers: { 'if-none-match': etag } })).status).toBe(200);
    expect(textsAt(await xml('/sitemap-posts-1.xml'), 'url/loc').at(-1)).toBe(`${frontEnd}/post-7000/`);
  });

  it('stands without a post at which WordPress fails, and nobody keeps that', async () => {
    const site = longSite(3);
    site.broken.add(1_002);
    const { get } = await serve(site);
    const answer = await get('/sitemap-posts-1.xml');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(textsAt(readXml(await answer.text()), 'url/loc')).toHaveLength(2);
    site.broken.clear();
    expect(textsAt(readXml(await (await get('/sitemap-posts-1.xml')).text()), 'url/loc')).toHaveLength(3);
  });

  it('is to be asked for again later while WordPress is down', async () => {
    let isDown = false;
    const site = scriptedSite(({ route }) =>
      isDown && route.startsWith('/wp/v2/') ? { json: { code: 'wp_die' }, status: 503 } : undefined,
    );
    const { get } = await serve(site);
    isDown = true;
    for (const path of ['/sitemap.xml', '/sitemap-posts-1.xml', '/feed.xml']) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] });
    }
  });
});

const post = {
  id: 7,
  type: 'post',
  status: 'publish',
  link: 'https://site.test/%e6%b8%af/?a=1&b=2',
  guid: { rendered: 'https://site.test/?p=7' },
  title: { rendered: 'Salt &amp; <em>Rope</em> \u{200B}\u{1}' },
  excerpt: { rendered: '<p>Knots &lt;here&gt; &#038; there.</p>', protected: false },
  date: '2024-05-01T10:00:00',
  date_gmt: '2024-05-01T08:00:00',
  modified: '2024-05-02T10:00:00',
  modified_gmt: '2024-05-02T08:00:00',
  author: 3,
  featured_media: 9,
  categories: [4],
  tags: [],
};

const magazine = () =>
  scriptedSite(({ route }) => {
    if (route === '/')
      return {
        json: {
          name: 'Tide &amp; Time',
          description: '',
          home: 'https://site.test',
          url: 'https://site.test',
          namespaces: ['wp/v2'],
        },
      };
    if (route === '/wp/v2/posts') return list([post]);
    if (route === '/wp/v2/users') return list([{ id: 3, name: 'Ann &amp; Bo' }]);
    if (route === '/wp/v2/categories') return list([{ id: 4, name: 'Knots &amp; Hitches' }]);
    if (route === '/wp/v2/media')
      return list([
        { id: 9, source_url: 'https://site.test/a.jpg', mime_type: 'image/jpeg', media_details: { filesize: 1234 } },
      ]);
    return undefined;
  });

describe('a feed', () => {
  it('has as RSS what was published last', async () => {
    const { get } = await serve(magazine(), { frontEnd });
    const answer = await get('/feed.xml');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/rss+xml; charset=utf-8']);
    const rss = readXml(await answer.text());
    const [channel] = elementsAt(rss, 'channel');
    if (!channel) throw new Error('There is no channel.');
    expect(textsAt(channel, 'title')).toEqual(['Tide & Time']);
    expect(textsAt(channel, 'link')).toEqual([`${frontEnd}/`]);
    expect(textsAt(channel, 'lastBuildDate')).toEqual(['Thu, 02 May 2024 08:00:00 GMT']);
    expect(elementsAt(channel, 'atom:link')[0]?.attributes).toEqual({
      href: `${frontEnd}/feed.xml`,
      rel: 'self',
      type: 'application/rss+xml',
    });
    const [item] = elementsAt(channel, 'item');
    expect(item?.children.map(({ name, text }) => [name, text])).toEqual([
      ['title', 'Salt & Rope \u{200B}'],
      ['link', `${frontEnd}/%e6%b8%af/?a=1&b=2`],
      ['guid', 'https://site.test/?p=7'],
      ['dc:creator', 'Ann & Bo'],
      ['pubDate', 'Wed, 01 May 2024 08:00:00 GMT'],
      ['category', 'Knots & Hitches'],
      ['description', 'Knots <here> & there.'],
      ['enclosure', ''],
    ]);
    expect(item?.children.at(-1)?.attributes).toEqual({
      url: 'https://site.test/a.jpg',
      length: '1234',
      type: 'image/jpeg',
    });
  });

  it('has the same as JSON', async () => {
    const { get } = await serve(magazine(), { frontEnd });
    const answer = await get('/feed.json');
    expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    expect(await answer.json()).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Tide & Time',
      home_page_url: `${frontEnd}/`,
      feed_url: `${frontEnd}/feed.json`,
      items: [
        {
          id: 'https://site.test/?p=7',
          url: `${frontEnd}/%e6%b8%af/?a=1&b=2`,
          title: 'Salt & Rope \u{200B}\u{1}',
          content_text: 'Knots <here> & there.',
          image: 'https://site.test/a.jpg',
          date_published: '2024-05-01T08:00:00.000Z',
          date_modified: '2024-05-02T08:00:00.000Z',
          authors: [{ name: 'Ann & Bo' }],
          tags: ['Knots & Hitches'],
        },
      ],
    });
  });

  it('is of posts, unless another type is named', async () => {
    const { get } = await serve(magazine(), { frontEnd });
    const pages = (await (await get('/feed.json?type=page&x=1')).json()) as { feed_url: string; items: unknown[] };
    expect(pages).toMatchObject({ feed_url: `${frontEnd}/feed.json?type=page`, items: [] });
    const unknown = await get('/feed.xml?type=posts');
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain('expected one of post, page.');
  });

  it('and a sitemap are told to HEAD without a body, and refuse to be written', async () => {
    const { get, graph } = await serve(magazine(), { frontEnd });
    for (const path of ['/feed.xml', '/feed.json', '/sitemap.xml', '/sitemap-posts-1.xml']) {
      const whole = await get(path);
      const head = await get(path, { method: 'HEAD' });
      expect([head.status, head.headers.get('etag')]).toEqual([200, whole.headers.get('etag')]);
      const request = new Request(`http://gateway.test${path}`, { method: 'HEAD' });
      expect(await (await graph.fetch(request)).text()).toBe('');
      expect((await get(path, { method: 'POST', body: '{}' })).status).toBe(404);
      expect(whole.headers.get('access-control-allow-origin')).toBe('*');
    }
  });

  it('and a sitemap are those of visitors, whoever asks', async () => {
    const { get, asked } = await serve(magazine(), { frontEnd });
    const headers = { authorization: 'Basic YTpi' };
    const answer = await get('/feed.xml', { headers });
    expect(asked().every(({ authorization }) => authorization === undefined)).toBe(true);
    expect(answer.headers.get('cache-control')).toMatch(/^public/);
  });

  it('and a sitemap can be switched off, each by itself', async () => {
    for (const [settings, off] of [
      [{ feeds: false }, ['/feed.xml', '/feed.json']],
      [{ sitemap: false }, ['/sitemap.xml', '/sitemap-posts-1.xml']],
    ] as const) {
      const { get } = await serve(magazine(), settings);
      for (const path of ['/feed.xml', '/feed.json', '/sitemap.xml', '/sitemap-posts-1.xml']) {
        expect((await get(path)).status).toBe((off as readonly string[]).includes(path) ? 404 : 200);
      }
    }
  });
});

describe('many who ask at the same time', () => {
  it('wait for one answer', async () => {
    const site = longSite(300);
    const { get, graph } = await serve(site);
    const before = graph.requests.length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/sitemap-posts-1.xml')));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(graph.requests.length - before).toBe(6);
  });
});
