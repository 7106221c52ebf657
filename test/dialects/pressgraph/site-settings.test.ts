import { afterEach, describe, expect, it, vi } from 'vitest';
import { languageTag } from '../../../src/graph/fields/site-settings.ts';
import { createSampleSite } from '../../../src/sample/sample-site.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type Answer, byId, isSample, list, scriptedSite } from '../../support/scripted-site.ts';
import { soon } from '../../support/soon.ts';

let graph: Graph | undefined;
afterEach(async () => {
  await graph?.close();
  graph = undefined;
  vi.useRealTimers();
});

const routesOf = (opened: Graph) => opened.requests.map(({ route }) => route);

const settings = {
  language: 'de_DE',
  date_format: 'j. F Y',
  time_format: 'H:i',
  start_of_week: 1,
  posts_per_page: '12',
  show_on_front: 'page',
  page_on_front: 7,
  page_for_posts: 8,
};
const pages = [7, 8, 9].map((id) => ({
  id,
  link: id === 7 ? 'https://site.test/' : `https://site.test/${id}/`,
  title: { rendered: `Page ${id}` },
  status: 'publish',
  type: 'page',
  date: `2024-01-0${id}T10:00:00`,
}));
const refused: Answer = { json: { code: 'rest_forbidden', message: 'No.', data: { status: 401 } }, status: 401 };

/** A site that says this of itself, and its settings to whoever brings credentials. */
function siteSaying(index: () => object, said: object = settings, more: Readonly<Record<string, Answer>> = {}) {
  const own = { name: 'Plums', home: 'https://site.test', url: 'https://site.test', namespaces: ['wp/v2'] };
  return scriptedSite(({ route, query, request }) => {
    if (route === '/') return { json: { ...own, ...index() } };
    if (route === '/wp/v2/pages') return isSample(query) ? list([pages[0]]) : byId(...pages)(query);
    if (route === '/wp/v2/settings') return request.headers.authorization ? { json: said } : refused;
    if (route === '/wp/v2/users/me') return request.headers.authorization ? { json: { id: 1 } } : refused;
    return more[route];
  });
}
const account = { serviceAccount: 'editor:abcd EFGH', serviceAccountOpens: 'settings' };

const ofSettings = '{ site { language dateFormat timeFormat startOfWeek postsPerPage } }';
const ofPages = '{ site { frontPage { databaseId } postsPage { databaseId } privacyPage { databaseId } } }';

describe('what a site is set to', () => {
  it('is what the settings say, for all visitors, where a service account opens them', async () => {
    graph = await openGraph(
      siteSaying(() => ({})),
      { settings: account },
    );
    expect(await graph.data(ofSettings)).toEqual({
      site: { language: 'de-DE', dateFormat: 'j. F Y', timeFormat: 'H:i', startOfWeek: 1, postsPerPage: 12 },
    });
    expect(routesOf(graph)).toEqual(['/wp/v2/settings']);
    await graph.data(ofSettings, { warm: true });
    expect(routesOf(graph)).toEqual([]);
  });

  it('is unknown without one, and no error', async () => {
    graph = await openGraph(siteSaying(() => ({})));
    const nothing = { language: null, dateFormat: null, timeFormat: null, startOfWeek: null, postsPerPage: null };
    expect(await graph.data(ofSettings)).toEqual({ site: nothing });
    expect(routesOf(graph)).toEqual([]);
  });

  it('is what it was within their lifetime, and what it is now after that, or with all else that is asked anew', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'Date'] });
    let now = settings;
    const site = scriptedSite(({ route, request }) => {
      if (route === '/wp/v2/settings') return request.headers.authorization ? { json: now } : refused;
      return undefined;
    });
    graph = await openGraph(site, { settings: { ...account, freshFor: 60, staleFor: 600 } });
    const opened = graph;
    const format = async (options = { warm: true }) =>
      (await opened.data('{ site { dateFormat } }', options)).site.dateFormat;
    expect(await format()).toBe('j. F Y');
    now = { ...settings, date_format: 'Y-m-d' };
    vi.advanceTimersByTime(59_000);
    expect([await format(), routesOf(opened)]).toEqual(['j. F Y', []]);
    vi.advanceTimersByTime(2_000);
    // It is shown once more, and asked for meanwhile.
    expect(await format()).toBe('j. F Y');
    await soon(async () => expect(await format()).toBe('Y-m-d'));
    expect(routesOf(opened)).toEqual([]);
    now = { ...settings, date_format: 'd/m/y' };
    expect(await format()).toBe('Y-m-d');
    expect(await format({ warm: false })).toBe('d/m/y');
  });

  it.each([[{ language: false, date_format: '', time_format: [], start_of_week: 9, posts_per_page: -1 }], [{}], [[]]])(
    'is unknown where it is bent: %j',
    async (bent) => {
      graph = await openGraph(
        siteSaying(() => ({}), bent),
        { settings: account },
      );
      const { site } = await graph.data(ofSettings);
      expect(Object.values(site)).toEqual([null, null, null, null, null]);
    },
  );

  it.each([
    ['', 'en-US'],
    ['ja', 'ja'],
    ['pt_BR', 'pt-BR'],
    ['de_DE_formal', 'de-DE-formal'],
    ['pt_PT_ao90', 'pt-PT'],
    ['!', null],
    [null, null],
  ])('has the language %j as %j', (locale, tag) => {
    expect(languageTag(locale)).toBe(tag);
  });
});

describe('the pages that stand somewhere', () => {
  const found = (front: number | null, posts: number | null, privacy: number | null = null) => ({
    site: {
      frontPage: front && { databaseId: front },
      postsPage: posts && { databaseId: posts },
      privacyPage: privacy && { databaseId: privacy },
    },
  });

  it('are named by the index of WordPress 6.8 and later', async () => {
    graph = await openGraph(siteSaying(() => ({ show_on_front: 'page', page_on_front: 7, page_for_posts: 8 })));
    expect(await graph.data(ofPages)).toEqual(found(7, 8));
    expect(routesOf(graph)).toEqual(['/', '/wp/v2/pages']);
  });

  it('are none where posts are shown in front, whatever was chosen before', async () => {
    graph = await openGraph(siteSaying(() => ({ show_on_front: 'posts', page_on_front: 7, page_for_posts: '8' })));
    expect(await graph.data(ofPages)).toEqual(found(null, null));
  });

  it('are named by the settings where the index does not', async () => {
    graph = await openGraph(
      siteSaying(() => ({}), { ...settings, wp_page_for_privacy_policy: '9' }),
      { settings: account },
    );
    expect(await graph.data(ofPages)).toEqual(found(7, 8, 9));
    const { pages: all } = await graph.data('{ pages { nodes { databaseId isPrivacyPage } } }');
    expect(
      Object.fromEntries(all.nodes.map((page: Record<string, unknown>) => [page.databaseId, page.isPrivacyPage])),
    ).toEqual({ 7: false, 8: false, 9: true });
  });

  it('are found by their links, or unknown, where nobody names them', async () => {
    graph = await openGraph(siteSaying(() => ({})));
    expect(await graph.data(ofPages)).toEqual(found(7, null));
    const { page } = await graph.data('{ page(by: { databaseId: 7 }) { isPrivacyPage } }');
    expect(page).toEqual({ isPrivacyPage: null });
  });

  it('are told by pages and types as they are by the site, before 6.8 where the settings are open', async () => {
    const query =
      '{ site { postsPage { databaseId isPostsPage } } pages { nodes { databaseId isPostsPage } } contentTypes { name uri isPostsPage } }';
    const told = async (site: ReturnType<typeof siteSaying>, options: object = {}) => {
      graph = await openGraph(site, options);
      const { site: said, pages: all, contentTypes } = await graph.data(query);
      const before = { said, all, contentTypes };
      const { site: again, pages: same, contentTypes: types } = await graph.data(query, { warm: true });
      expect({ said: again, all: same, contentTypes: types }).toEqual(before);
      expect(routesOf(graph)).toEqual([]);
      await graph.close();
      const posts = contentTypes.find(({ name }: { name: string }) => name === 'post');
      const isPosts = all.nodes.map((page: Record<string, unknown>) => [page.databaseId, page.isPostsPage]);
      return {
        said: said.postsPage,
        pages: Object.fromEntries(isPosts),
        uri: posts.uri,
        isPostsPage: posts.isPostsPage,
      };
    };
    const known = {
      said: { databaseId: 8, isPostsPage: true },
      pages: { 7: false, 8: true, 9: false },
      uri: '/8/',
      isPostsPage: true,
    };
    const places = { show_on_front: 'page', page_on_front: 7, page_for_posts: 8 };
    expect(await told(siteSaying(() => places))).toEqual(known);
    expect(
      await told(
        siteSaying(() => ({})),
        { settings: account },
      ),
    ).toEqual(known);
    const unknown = { said: null, pages: { 7: null, 8: null, 9: null }, uri: null, isPostsPage: null };
    expect(await told(siteSaying(() => ({})))).toEqual(unknown);
    const bent = { show_on_front: 'page', page_on_front: 7, page_for_posts: false };
    const none = { said: null, pages: { 7: false, 8: false, 9: false }, uri: null, isPostsPage: false };
    expect(
      await told(
        siteSaying(() => ({}), bent),
        { settings: account },
      ),
    ).toEqual(none);
    const inFront = { show_on_front: 'posts', page_on_front: 0, page_for_posts: 8 };
    expect(
      await told(
        siteSaying(() => ({}), inFront),
        { settings: account },
      ),
    ).toMatchObject({
      said: null,
      pages: { 7: false, 8: false, 9: false },
    });
  });

  it('are those of now after a look', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'Date'] });
    let index = { description: 'Sour', show_on_front: 'page', page_on_front: 7, page_for_posts: 0 };
    graph = await openGraph(siteSaying(() => index));
    const query = '{ site { description frontPage { databaseId } } }';
    const before = await graph.data(query);
    expect(before).toEqual({ site: { description: 'Sour', frontPage: { databaseId: 7 } } });
    index = { ...index, description: 'Sweet' };
    vi.advanceTimersByTime(61_000);
    await graph.look();
    expect(await graph.data(query, { warm: true })).toMatchObject({ site: { description: 'Sweet' } });
    index = { ...index, page_on_front: 9 };
    vi.advanceTimersByTime(61_000);
    await graph.look();
    expect(await graph.data(query, { warm: true })).toEqual({
      site: { description: 'Sweet', frontPage: { databaseId: 9 } },
    });
  });
});

describe('statuses and post formats', () => {
  const query = '{ site { statuses { name label public } postFormats { id slug name uri link } } }';

  it('are those that the site shows to everybody', async () => {
    graph = await openGraph(await createSampleSite('http://magazine.test'));
    const { site } = await graph.data(query);
    expect(site.statuses).toEqual([{ name: 'publish', label: 'Published', public: true }]);
    expect(site.postFormats.map(({ slug }: { slug: string }) => slug)).toContain('quote');
    const [{ id, slug, uri, link }] = site.postFormats;
    expect(link).toBe(`http://magazine.test${uri}`);
    expect(
      await graph.data('query ($id: ID!) { node(id: $id) { id ... on PostFormat { slug } } }', { variables: { id } }),
    ).toEqual({
      node: { id, slug },
    });
    await graph.data(query, { warm: false });
    await graph.data(query, { warm: true });
    expect(routesOf(graph)).toEqual([]);
  });

  it('lists the posts of a format', async () => {
    graph = await openGraph(await createSampleSite('http://magazine.test'));
    const { site } = await graph.data(
      '{ site { postFormats { slug posts(first: 100) { totalCount nodes { format } } } } }',
    );
    for (const { slug, posts } of site.postFormats) {
      expect(posts.totalCount).toBeGreaterThan(0);
      expect(posts.nodes.map(({ format }: { format: string }) => format)).toEqual(posts.nodes.map(() => slug));
    }
  });

  it('lists no posts where the site would ignore the format, as before WordPress 6.7', async () => {
    const formats: Answer = list([{ id: 'quote', title: 'Quote', url: 'https://site.test/type/quote/' }]);
    graph = await openGraph(
      scriptedSite(
        ({ route, request }) => {
          if (route === '/wp/v2/search') return formats;
          if (route !== '/wp/v2/posts' || request.method !== 'OPTIONS') return undefined;
          return {
            json: {
              endpoints: [{ methods: ['GET'], args: { per_page: {}, search: {} } }],
              schema: { properties: { id: {} } },
            },
          };
        },
        '/wp-json',
        false,
      ),
    );
    const { site } = await graph.data('{ site { postFormats { slug posts { totalCount } } } }');
    expect(site.postFormats).toEqual([{ slug: 'quote', posts: null }]);
    expect(routesOf(graph)).toEqual(['/wp/v2/search']);
  });

  it('are unknown where the site refuses them, and missing where what it says is none', async () => {
    const bent = { json: { publish: { name: 'Published &amp; out', slug: '', public: 'true' }, x: 'y', z: null } };
    graph = await openGraph(siteSaying(() => ({}), {}, { '/wp/v2/statuses': bent, '/wp/v2/search': refused }));
    expect(await graph.data(query)).toEqual({
      site: { statuses: [{ name: 'publish', label: 'Published & out', public: true }], postFormats: null },
    });
  });

  it('has a language of no more than a tag has, however long it is written', () => {
    expect(languageTag(`en${'_nosuchvariant'.repeat(100_000)}`)).toBe('en');
  });
});
