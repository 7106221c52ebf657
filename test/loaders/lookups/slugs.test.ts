import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type Answer, scriptedSite } from '../../support/scripted-site.ts';

let graph: Graph | undefined;
afterEach(() => graph?.close());

const counted = (rows: readonly unknown[], size: number): Record<string, string> => ({
  'x-wp-total': String(rows.length),
  'x-wp-totalpages': String(Math.ceil(rows.length / size)),
});

/** A site on which each of the slugs is that of one page in every language. */
function manyLanguages(slugs: readonly string[], languages: number, counts: typeof counted) {
  const pages = slugs.flatMap((slug, index) =>
    Array.from({ length: languages }, (_, language) => ({
      id: 1_000 * (index + 1) + language,
      slug,
      link: `https://site.test/l${language}/${slug}/`,
    })),
  );
  return scriptedSite(({ route, query }): Answer | undefined => {
    if (route !== '/wp/v2/pages') return undefined;
    const asked = query.get('slug')?.split(',') ?? [];
    const rows = pages.filter(({ slug }) => asked.includes(slug));
    const [size, page] = [Number(query.get('per_page')), Number(query.get('page') ?? 1)];
    return { json: rows.slice((page - 1) * size, page * size), headers: counts(rows, size) };
  });
}

const slugs = ['about', 'contact', 'team', 'news'];
const look = (language: number, slug: string) => `${slug}: page(by: { uri: "/l${language}/${slug}/" }) { databaseId }`;

describe.each([
  ['that says how many there are', counted],
  ['that hides how many there are', () => ({})],
])('on a site of many languages %s', (what, counts) => {
  it('slugs that are looked up together are all found, more than a page of them', async () => {
    graph = await openGraph(manyLanguages(slugs, 30, counts));
    const found = await graph.data(`{ ${slugs.map((slug) => look(25, slug)).join(' ')} }`);
    expect(Object.values(found)).toEqual([1, 2, 3, 4].map((index) => ({ databaseId: 1_000 * index + 25 })));
    // Only a page that is empty is past the end.
    expect(graph.requests).toHaveLength(what.includes('hides') ? 5 : 3);
    // What did not fit the page was not kept as missing, and what was found is known.
    expect(await graph.data(`{ ${look(29, 'news')} }`, { warm: true })).toEqual({ news: { databaseId: 4_029 } });
    expect(graph.requests).toEqual([]);
  });

  it('one slug that more than a page of documents have is found, also when it is known', async () => {
    graph = await openGraph(manyLanguages(slugs, 130, counts));
    for (const warm of [false, true]) {
      expect(await graph.data(`{ ${look(129, 'team')} }`, { warm })).toEqual({ team: { databaseId: 3_129 } });
      expect(graph.requests).toHaveLength(warm ? 0 : what.includes('hides') ? 3 : 2);
    }
  });
});

it.each(['page(by: { slug: "team" }) { databaseId }', 'page(by: { uri: "/team/" }) { databaseId }'])(
  'documents without their slugs are an error, not an absence: %s',
  async (field) => {
    const pages = [{ id: 7, link: 'https://site.test/team/' }];
    graph = await openGraph(
      scriptedSite(({ route }) =>
        route === '/wp/v2/pages' ? { json: pages, headers: counted(pages, 100) } : undefined,
      ),
    );
    const { errors } = await graph.run(`{ ${field} }`);
    expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
      [['page'], 'UPSTREAM_BAD_RESPONSE'],
    ]);
  },
);

it('a site that takes no slug into account is not read to its end', async () => {
  const others = Array.from({ length: 100 }, (_, index) => ({ id: index + 1, slug: `other-${index}` }));
  const headers = { 'x-wp-total': '1000000', 'x-wp-totalpages': '10000' };
  graph = await openGraph(
    scriptedSite(({ route }) => (route === '/wp/v2/pages' ? { json: others, headers } : undefined)),
  );
  expect(await graph.data('{ page(by: { slug: "about" }) { databaseId } }')).toEqual({ page: null });
  expect(graph.requests.length).toBeLessThan(5);
});

describe('slugs that no address would hold', () => {
  const site = () =>
    scriptedSite(({ route, query }): Answer | undefined => {
      if (route !== '/wp/v2/posts') return undefined;
      const asked = (
        query.getAll('slug[]').length > 0 ? query.getAll('slug[]') : (query.get('slug')?.split(',') ?? [])
      ).map((slug) => slug.toLowerCase());
      return { json: asked.map((slug, index) => ({ id: index + 1, slug })), headers: counted(asked, 100) };
    });

  it('are those of nothing, and spoil no look-up of another one', async () => {
    graph = await openGraph(site());
    const long = 'x'.repeat(18_000);
    const query = `{ a: post(by: { slug: "${long}" }) { slug } b: post(by: { slug: "hello" }) { slug } }`;
    expect(await graph.data(query)).toEqual({ a: null, b: { slug: 'hello' } });
    expect(graph.requests.map(({ query: { slug } }) => slug)).toEqual(['hello']);
  });

  it('together are asked for in parts', async () => {
    graph = await openGraph(site());
    const names = Array.from({ length: 25 }, (_, index) => `${'港'.repeat(21)}${index}`);
    const fields = names.map((slug, index) => `a${index}: post(by: { slug: "${slug}" }) { slug }`);
    const found = await graph.data<Record<string, { slug: string }>>(`{ ${fields.join(' ')} }`);
    expect(Object.values(found).map(({ slug }) => slug)).toEqual(names);
    expect(graph.requests.length).toBe(2);
    const lengths = graph.requests.map(({ query: { slug = '' } }) => encodeURIComponent(slug).length);
    expect(Math.max(...lengths)).toBeLessThan(4_500);
  });
});

it('a document that an answer holds twice is one: a plugin joins tables', async () => {
  const page = { id: 7, slug: 'team', link: 'https://site.test/team/' };
  const rows = [page, page];
  graph = await openGraph(
    scriptedSite(({ route }) => (route === '/wp/v2/pages' ? { json: rows, headers: counted(rows, 100) } : undefined)),
  );
  expect(
    await graph.data('{ page(by: { slug: "team" }) { databaseId } pages(first: 5) { nodes { databaseId } } }'),
  ).toEqual({
    page: { databaseId: 7 },
    pages: { nodes: [{ databaseId: 7 }] },
  });
});
