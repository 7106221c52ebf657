import { selectAll, selectOne } from 'css-select';
import { DomUtils, parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../../support/app.ts';
import { type CountedSite, serveCountedSite } from '../../support/counted-site.ts';
import { builtApp } from './built-app.ts';

const frontEnd = 'https://www.magazine.example';

/** What a page shows, as far as the tests ask. */
function pageOf(html: string) {
  const document = parseDocument(html);
  const textsOf = (selector: string) =>
    selectAll(selector, document).map((element) => DomUtils.innerText(element).trim());
  const attributesOf = (selector: string, name: string) =>
    selectAll(selector, document).flatMap((element) => DomUtils.getAttributeValue(element as never, name) ?? []);
  return {
    texts: textsOf,
    attributes: attributesOf,
    has: (selector: string) => selectOne(selector, document) !== null,
  };
}

describe('the front end of Astro', () => {
  let site: CountedSite;
  let app: App;
  beforeAll(async () => {
    site = await serveCountedSite();
    const env = { WORDPRESS_URL: site.url, PRESSGRAPH_FRONT_END: frontEnd };
    app = await startApp({ folder: await builtApp('astro'), start: () => ['dist/server/entry.mjs'], env });
    // Opens the gateway, and asks for the frame of all pages.
    await open('/nowhere/');
  });
  afterAll(async () => {
    await app?.stop();
    await site?.close();
  });

  const open = (path: string) => fetch(new URL(path, app.url), { redirect: 'manual' });
  const page = async (path: string) => {
    const answer = await open(path);
    return { status: answer.status, ...pageOf(await answer.text()) };
  };

  it.each([
    ['the front page', '/', 'Harbour & Hinterland', 6],
    ['its last page', '/page/6/', 'Harbour & Hinterland', 4],
    ['a post', '/2024/11/02/the-long-way-round/', 'The Long Way Round: nine days on the estuary path', 7],
    ['a page', '/about/', 'About Harbour & Hinterland', 5],
    ['a page below it', '/about/team/', 'The team', 4],
    ['a category', '/category/coast-sea/', 'Coast & Sea', 5],
    ['its second page', '/category/coast-sea/page/2/', 'Coast & Sea', 3],
    ['a tag', '/tag/fog/', 'fog', 4],
    ['a term of a taxonomy of its own', '/genre/logs-journals/', 'Logs & journals', 6],
    ['a type of its own', '/books/', 'Books', 5],
    ['a document of that', '/books/the-ferry-that-left/', 'The ferry that left & did not come back', 5],
    ['an author', '/author/marta-vale/', 'Marta Vale', 3],
    ['a month', '/2024/11/', 'November 2024', 3],
    ['a search', '/?s=tide', 'Search: tide', 2],
  ])('shows %s, and asks nothing of the site when it is shown again', async (_what, path, heading, most) => {
    site.takeAsked();
    const first = await page(path);
    const asked = site.takeAsked();
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(most);
    expect([first.status, first.texts('h1')]).toEqual([200, [heading]]);
    const again = await page(path);
    expect(again.texts('main')).toEqual(first.texts('main'));
    expect(site.takeAsked()).toEqual([]);
  });

  it('draws a post with all that is around it', async () => {
    const { texts, attributes } = await page('/2024/11/02/the-long-way-round/');
    expect(attributes('html', 'lang')).toEqual(['en']);
    expect(attributes('link[rel=canonical]', 'href')).toEqual([`${frontEnd}/2024/11/02/the-long-way-round/`]);
    expect(texts('.crumbs li')).toEqual(['Harbour & Hinterland', 'Coast & Sea']);
    expect(texts('.neighbours a')).toEqual(['The hour that happened twice', 'Build a tide clock from a kitchen clock']);
    expect(texts('.whole > header .by > *')).toEqual(['Leni Brackwede', 'November 2, 2024', '14 minutes']);
    expect(texts('.terms li')).toContain('Long-distance paths');
    expect(texts('.comments h2')).toEqual(['28 comments']);
    expect(texts('.comments li')).toHaveLength(28);
    expect(texts('.related h3')).toHaveLength(3);
    expect(attributes('.head img', 'srcset')).toEqual([expect.stringMatching(/ 768w, .+ 900w$/)]);
    expect(texts('nav[aria-label=Main] > ul > li > a')).toContain('About us');
  });

  it('leads on through lists, by number and by cursor', async () => {
    const [front, category, books] = [
      await page('/'),
      await page('/category/coast-sea/page/2/'),
      await page('/books/'),
    ];
    expect(front.texts('.pages span')).toEqual(['Page 1 of 6']);
    expect(category.attributes('.pages a', 'href')).toEqual(['/category/coast-sea/']);
    const [next = ''] = books.attributes('.pages a[rel=next]', 'href');
    const shown = [...books.texts('.card h2'), ...(await page(next)).texts('.card h2')];
    expect(new Set(shown).size).toBe(12);
  });

  it.each([
    ['/team/', 301, '/about/team/'],
    ['/2023/01/03/hello-harbor/', 301, '/2023/01/03/hello-harbour/'],
    ['/?p=150', 301, '/2024/11/02/the-long-way-round/'],
    ['/feed/', 301, '/feed.xml'],
    ['/wp-sitemap.xml', 301, '/sitemap.xml'],
  ])('leads on from %s', async (path, status, location) => {
    const answer = await open(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([status, location]);
  });

  it.each(['/nowhere/', '/page/7/', '/category/coast-sea/page/9/', '/wp-admin/', '/2031/01/'])(
    'says of %s that there is nothing, and what there is',
    async (path) => {
      const { status, texts, attributes } = await page(path);
      expect([status, texts('h1'), attributes('meta[name=robots]', 'content')]).toEqual([
        404,
        ['There is nothing here'],
        ['noindex'],
      ]);
      expect(texts('.months a')).toContain('November 2024');
    },
  );

  it('hands on sitemaps and feeds, which lead to itself', async () => {
    const places = (xml: string) => [...xml.matchAll(/<(?:loc|link|guid[^>]*)>([^<]+)</g)].map(([, place]) => place);
    const index = await (await open('/sitemap.xml')).text();
    expect(places(index)).toContain(`${frontEnd}/sitemap-posts-1.xml`);
    const posts = await (await open('/sitemap-posts-1.xml')).text();
    expect(places(posts)).toContain(`${frontEnd}/2024/11/02/the-long-way-round/`);
    const feed = await open('/feed.xml');
    expect(feed.headers.get('content-type')).toMatch(/xml/);
    expect(places(await feed.text())).toContain(`${frontEnd}/2026/10/10/octobers-last-plum/`);
    expect(await (await open('/feed.json')).json()).toMatchObject({ home_page_url: expect.stringMatching(frontEnd) });
  });

  it('has no link that is broken, and one heading on each page', async () => {
    const linkedBy = new Map([
      ['/', ''],
      ['/nowhere/', ''],
    ]);
    const faults: string[] = [];
    const visit = async (path: string) => {
      const answer = await fetch(new URL(path, app.url));
      const where = `${path}, linked by ${linkedBy.get(path)}`;
      if (answer.status !== (path === '/nowhere/' ? 404 : 200)) faults.push(`${answer.status}: ${where}`);
      if (!answer.headers.get('content-type')?.includes('html')) return void (await answer.body?.cancel());
      const { texts, attributes } = pageOf(await answer.text());
      if (texts('h1').length !== 1) faults.push(`${texts('h1').length} h1: ${where}`);
      for (const href of attributes('a', 'href')) {
        const { origin, pathname, search } = new URL(href, new URL(path, app.url));
        const isFile = pathname.startsWith('/wp-content/');
        if (origin === site.url && !isFile) faults.push(`${href} leads away: ${where}`);
        if (origin === app.url && !linkedBy.has(pathname + search)) linkedBy.set(pathname + search, path);
      }
    };
    // Those that are found meanwhile come after those that are known.
    for (let visited = 0; visited < linkedBy.size; visited += 8) {
      await Promise.all([...linkedBy.keys()].slice(visited, visited + 8).map(visit));
    }
    expect(faults).toEqual([]);
    expect(linkedBy.size).toBeGreaterThan(150);
  });

  it('logs nothing', () => {
    expect(app.output()).not.toMatch(/error/i);
  });

  it('says that nobody knows, while the site is away, and shows what is known', async () => {
    await site.close();
    const unknown = await page('/2020/never-seen/');
    expect([unknown.status, unknown.texts('h1')]).toEqual([503, ['We cannot say just now']]);
    const known = await page('/2024/11/02/the-long-way-round/');
    expect([known.status, known.texts('.comments li').length]).toEqual([200, 28]);
    expect(app.output()).toMatch(/resolve: .*WordPress/);
  });
});
