/**
 * What the graph says of a site as a whole, and what it has for the heads of its pages, held to what WordPress says over REST: to
 * visitors, to whoever may see its settings, and after these have been changed.
 */
import { decodeHTML } from 'entities';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';
import { networkSite } from '../../support/network-site.ts';
import { type SiteOptions, withOptions } from './site-options.ts';
import type { WordPressSite } from './sites.ts';

/** Pages of the magazine. */
const [about, visit] = [401, 405];
const paged: SiteOptions = { frontPage: about, postsPage: visit };

const ofSettings = '{ site { language dateFormat timeFormat startOfWeek postsPerPage } }';
const ofPages = `{
  site { frontPage { databaseId isFrontPage } postsPage { databaseId isPostsPage } privacyPage { databaseId } }
  contentTypes { name uri isFrontPage isPostsPage }
}`;

/** A site as it is asked by several people, and the gateways on it, which are closed with it. */
class AskedSite {
  readonly #site: WordPressSite;
  readonly #graphs: Graph[] = [];

  constructor(site: WordPressSite) {
    this.#site = site;
  }

  /** From WordPress 6.8 on, the index says which pages stand where. */
  get tellsPages(): boolean {
    return this.#site.generation !== '6.1';
  }

  credentialsOf(role: string): string {
    const [login, user] = Object.entries(this.#site.users).find(([, { role: own }]) => role === own) ?? [];
    return `${login}:${user?.applicationPassword}`;
  }

  headersOf(role: string): { readonly authorization: string } {
    return { authorization: `Basic ${Buffer.from(this.credentialsOf(role)).toString('base64')}` };
  }

  async open(site: TestSite = networkSite(this.#site.url), settings: object = {}): Promise<Graph> {
    const graph = await openGraph(site, { settings });
    this.#graphs.push(graph);
    return graph;
  }

  /** What REST says to an administrator, or to a visitor. */
  async rest(path: string, role: 'administrator' | 'visitor' = 'administrator') {
    const headers = role === 'visitor' ? undefined : this.headersOf(role);
    return (await fetch(`${this.#site.restRoot}${path}`, { ...(headers && { headers }) })).json();
  }

  async close(): Promise<void> {
    await Promise.all(this.#graphs.map((graph) => graph.close()));
  }
}

/** The same of every generation: on an older one less is said to visitors. */
function describeSettings(asked: AskedSite, site: WordPressSite): void {
  let plain: Graph;
  let opened: Graph;
  beforeAll(async () => {
    const changed = withOptions(site, paged);
    const serviceAccount = asked.credentialsOf('administrator');
    [plain, opened] = await Promise.all([asked.open(changed), asked.open(changed, { serviceAccount })]);
  }, 30_000);

  it('says to everybody what it is set to where an account opens that', async () => {
    const settings = await asked.rest('/wp/v2/settings');
    const said = await opened.data(ofSettings);
    expect(said.site).toEqual({
      language: new Intl.Locale((settings.language || 'en_US').replaceAll('_', '-')).toString(),
      dateFormat: settings.date_format,
      timeFormat: settings.time_format,
      startOfWeek: settings.start_of_week,
      postsPerPage: settings.posts_per_page,
    });
    expect(opened.requests.map(({ route }) => route)).toEqual(['/wp/v2/settings']);
    expect(await opened.data(ofSettings, { warm: true })).toEqual(said);
    expect(opened.requests).toEqual([]);
  });

  it('has a page in front, and one for posts, where it is set to', async () => {
    const front = { databaseId: about, isFrontPage: true };
    const posts = { databaseId: visit, isPostsPage: true };
    const said = await plain.data(ofPages);
    expect(said.site).toEqual({ frontPage: front, postsPage: asked.tellsPages ? posts : null, privacyPage: null });
    expect(typeIn(said, 'post')).toEqual({
      name: 'post',
      uri: asked.tellsPages ? '/visit/' : null,
      isFrontPage: false,
      isPostsPage: asked.tellsPages ? true : null,
    });
    expect(await plain.data(ofPages, { warm: true })).toEqual(said);
    expect(plain.requests).toEqual([]);

    const bySettings = await opened.data(ofPages);
    expect(bySettings.site).toEqual({ frontPage: front, postsPage: posts, privacyPage: null });
    expect(typeIn(bySettings, 'post')).toEqual({ name: 'post', uri: '/visit/', isFrontPage: false, isPostsPage: true });
  });
}

function typeIn({ contentTypes }: { readonly contentTypes: readonly { readonly name: string }[] }, wanted: string) {
  return contentTypes.find(({ name }) => name === wanted);
}

const sites = inject('wordpressSites');

describe.each(
  sites
    .filter(({ profile, generation }) => profile === 'large' && generation !== '7.1')
    .map((site) => [site.name, site] as const),
)('%s', (_name, site) => {
  const asked = new AskedSite(site);
  afterAll(() => asked.close());
  describeSettings(asked, site);
});

interface Head {
  readonly __typename: string;
  readonly link: string;
  readonly title?: string;
  readonly seo: {
    readonly description: string | null;
    readonly breadcrumbs: readonly { readonly text: string; readonly uri: string | null }[];
    readonly openGraph: { readonly images: readonly object[] };
  };
}

const seo = `__typename link seo {
  source title description canonical isIndexable robots breadcrumbs { text uri }
  openGraph { type url siteName publishedTime modifiedTime images { url alt } }
}`;

/** A document as REST gives it, as far as heads are made of it. */
interface Row {
  readonly link: string;
  readonly date_gmt: string;
  readonly modified_gmt: string;
  readonly content: { readonly protected: boolean };
  readonly _embedded?: {
    readonly 'wp:featuredmedia'?: readonly { readonly source_url?: string; readonly alt_text?: string }[];
  };
}

describe.each(sites.filter(({ profile }) => profile === 'magazine').map((site) => [site.name, site] as const))(
  '%s',
  (_name, site) => {
    const asked = new AskedSite(site);
    let graph: Graph;
    beforeAll(async () => {
      graph = await asked.open();
    }, 30_000);
    afterAll(() => asked.close());
    describeSettings(asked, site);

    it('says of itself what its index says', async () => {
      const query = '{ site { name description url home timezone icon { databaseId } logo { databaseId } } }';
      const index = await asked.rest('/');
      const { site: said } = await graph.data(query);
      expect(said).toEqual({
        name: decodeHTML(index.name),
        description: decodeHTML(index.description),
        url: index.url,
        home: index.home,
        timezone: index.timezone_string,
        icon: index.site_icon ? { databaseId: index.site_icon } : null,
        logo: index.site_logo ? { databaseId: index.site_logo } : null,
      });
      expect(said.name).toContain('&');
    });

    it('says what it is set to where a viewer may see that, and to nobody else, without an error', async () => {
      const settings = await asked.rest('/wp/v2/settings');
      const { site: nothing } = await graph.data(ofSettings);
      expect(Object.values(nothing)).toEqual([null, null, null, null, null]);
      expect(graph.requests).toEqual([]);
      const { site: said } = await graph.data(ofSettings, { headers: asked.headersOf('administrator') });
      expect(said).toMatchObject({ dateFormat: settings.date_format, postsPerPage: settings.posts_per_page });
      expect(await graph.data(ofSettings, { headers: asked.headersOf('contributor') })).toEqual({ site: nothing });
      expect(await graph.data(ofSettings, { warm: true })).toEqual({ site: nothing });
    });

    it('has posts in front where no page is', async () => {
      const said = await graph.data(ofPages);
      expect(said.site).toEqual({ frontPage: null, postsPage: null, privacyPage: null });
      expect(typeIn(said, 'post')).toEqual({ name: 'post', uri: '/', isFrontPage: true, isPostsPage: true });
    });

    it('lists its states and formats as it does over REST', async () => {
      const query =
        '{ site { statuses { name label public } postFormats { slug name link posts(first: 100) { totalCount nodes { format } } } } }';
      const { site: said } = await graph.data(query);
      const states: Record<string, { slug: string; name: string; public: boolean }> = await asked.rest(
        '/wp/v2/statuses',
        'visitor',
      );
      expect(said.statuses).toEqual(
        Object.values(states).map(({ slug, name, public: isPublic }) => ({
          name: slug,
          label: name,
          public: isPublic,
        })),
      );
      const formats: { id: string; title: string; url: string }[] = await asked.rest(
        '/wp/v2/search?type=post-format&per_page=100',
      );
      expect(formats.length).toBeGreaterThan(2);
      expect(said.postFormats.map(({ slug, name, link }: Record<string, string>) => [slug, name, link])).toEqual(
        formats.map(({ id, title, url }) => [id, title, url]),
      );
      for (const { slug, posts } of said.postFormats) {
        const told = await asked.rest(`/wp/v2/posts?format=${slug}&per_page=100&_fields=id`, 'visitor');
        expect([slug, posts.totalCount]).toEqual([slug, told.length]);
        expect(new Set(posts.nodes.map(({ format }: { format: string }) => format))).toEqual(new Set([slug]));
      }
    });

    it('is, after a look, what it has been set to since', async () => {
      const before = { blogname: 'Before', posts_per_page: 3, start_of_week: 0 };
      let now = withOptions(site, { others: before });
      const changing = await asked.open(
        { url: now.url, send: (request) => now.send(request) },
        { serviceAccount: asked.credentialsOf('administrator'), freshFor: 3_600 },
      );
      const query = `{
      site { name postsPerPage startOfWeek frontPage { databaseId } postsPage { databaseId } }
      page(by: { databaseId: ${about} }) { uri seo { title } }
    }`;
      const said = await changing.data(query);
      expect(said).toEqual({
        site: { name: 'Before', postsPerPage: 3, startOfWeek: 0, frontPage: null, postsPage: null },
        page: { uri: '/about/', seo: { title: expect.stringMatching(/ – Before$/) } },
      });
      const after = { blogname: 'After &amp; all', posts_per_page: 7, start_of_week: 6 };
      now = withOptions(site, { ...paged, others: after });
      expect(await changing.data(query, { warm: true })).toEqual(said);
      expect(changing.requests).toEqual([]);
      await changing.look();
      // With another page in front addresses are others, and so may be all that the settings alone say.
      expect(await changing.data(query, { warm: true })).toEqual({
        site: {
          name: 'After & all',
          postsPerPage: 7,
          startOfWeek: 6,
          frontPage: { databaseId: about },
          postsPage: { databaseId: visit },
        },
        page: { uri: '/', seo: { title: 'After & all' } },
      });
    });

    it('has heads for its pages by what the documents say over REST', async () => {
      const { posts, pages } = await graph.data<Record<'posts' | 'pages', { nodes: readonly Head[] }>>(
        `{ posts(first: 40) { nodes { title(format: TEXT) ${seo} } } pages(first: 10) { nodes { title(format: TEXT) ${seo} } } }`,
      );
      const heads = [...posts.nodes, ...pages.nodes];
      const rows: readonly Row[] = (
        await Promise.all(
          ['posts?per_page=40', 'pages?per_page=10'].map((path) =>
            asked.rest(`/wp/v2/${path}&_embed=wp:featuredmedia`, 'visitor'),
          ),
        )
      ).flat();
      expect(heads.map(({ link }) => link)).toEqual(rows.map(({ link }) => link));
      const name = decodeHTML((await asked.rest('/')).name);
      const kinds = { pictured: 0, locked: 0, described: 0 };
      for (const [index, row] of rows.entries()) {
        const { link, title = '', seo: said } = heads[index] as Head;
        const isLocked = row.content.protected;
        const [media] = row._embedded?.['wp:featuredmedia'] ?? [];
        if (media?.source_url) kinds.pictured++;
        if (isLocked) kinds.locked++;
        if (said.description !== null) kinds.described++;
        expect(said).toMatchObject({
          source: 'DOCUMENT',
          title: [title.trim(), name].filter(Boolean).join(' – '),
          description: isLocked ? null : said.description,
          canonical: link,
          isIndexable: !isLocked,
          robots: isLocked ? ['noindex', 'nofollow'] : ['index', 'follow'],
          openGraph: {
            type: 'article',
            url: link,
            siteName: name,
            publishedTime: new Date(`${row.date_gmt}Z`).toISOString(),
            modifiedTime: new Date(`${row.modified_gmt}Z`).toISOString(),
            images: media?.source_url ? [{ url: media.source_url, alt: media.alt_text || null }] : [],
          },
        });
        expect(said.breadcrumbs[0]).toEqual({ text: name, uri: '/' });
        if (title.trim() !== '') expect(said.breadcrumbs.at(-1)?.text).toBe(title.trim());
      }
      expect(kinds.pictured).toBeGreaterThan(3);
      expect(kinds.locked).toBeGreaterThan(0);
      expect(kinds.described).toBeGreaterThan(10);
    });

    it('has ways to its pages over what stands above them', async () => {
      const uris = [
        '/about/team/',
        '/visit/history/',
        '/category/coast-sea/harbours/',
        '/places/the-coast/old-harbour/',
      ];
      const fields = uris.map(
        (uri, index) =>
          `a${index}: nodeByUri(uri: "${uri}") { __typename ... on Content { ${seo} } ... on Term { ${seo} } }`,
      );
      const heads = Object.values(await graph.data<Record<string, Head>>(`{ ${fields.join('\n')} }`));
      expect(heads.map((head) => head.seo.breadcrumbs.map(({ uri }) => uri))).toEqual([
        ['/', '/about/', '/about/team/'],
        ['/', '/visit/', '/visit/history/'],
        ['/', '/category/coast-sea/', '/category/coast-sea/harbours/'],
        ['/', '/places/the-coast/', '/places/the-coast/old-harbour/'],
      ]);
    });
  },
);
