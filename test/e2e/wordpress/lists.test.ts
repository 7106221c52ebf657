import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { networkSite } from '../../support/network-site.ts';
import { type RestDocument, RestReader } from './rest-reader.ts';

interface Node {
  readonly databaseId: number;
}
interface Dated extends RestDocument {
  readonly date: string;
}

const idsOf = (nodes: readonly Node[]) => nodes.map(({ databaseId }) => databaseId);
const idOf = (node: Node | null | undefined) => node?.databaseId ?? null;
const newestFirst = (rows: readonly Dated[]) =>
  [...rows]
    .sort((one, other) => (one.date === other.date ? other.id - one.id : one.date < other.date ? 1 : -1))
    .map(({ id }) => id);

/** Lists across types, and what stands around content, held to what REST itself says. */
describe.each(inject('wordpressSites').map((site) => [site.name, site] as const))('%s', (_name, site) => {
  const rest = new RestReader(site);
  let graph: Graph;
  beforeAll(async () => {
    const { url, send } = networkSite(site.url);
    graph = await openGraph({ url, send }, { settings: { maxUpstreamRequests: 500 } });
  });
  afterAll(() => graph.close());

  /** All of a collection. */
  async function all(route: string, fields: string): Promise<Dated[]> {
    const rows: Dated[] = [];
    for (;;) {
      // Past their end, posts have an error for a page, and nothing for an offset.
      const some = await rest.list(route, { _fields: `id,date,${fields}`, offset: rows.length, orderby: 'id' });
      rows.push(...(some as unknown as Dated[]));
      if (some.length < 100) return rows;
    }
  }

  it('archives are the months of all posts, and cost no more requests than these fill pages', async () => {
    const counts = new Map<string, number>();
    const posts = await all('/wp/v2/posts', 'status');
    for (const { date } of posts) counts.set(date.slice(0, 7), (counts.get(date.slice(0, 7)) ?? 0) + 1);
    const { archives } = await graph.data('{ archives { year month count } }');
    const told = archives.map(({ year, month, count }: { year: number; month: number; count: number }) => [
      `${year}-${String(month).padStart(2, '0')}`,
      count,
    ]);
    expect(told).toEqual([...counts].sort(([one], [other]) => (one < other ? 1 : -1)));
    expect(graph.requests.length).toBeLessThanOrEqual(Math.ceil(posts.length / 100) + 2);
  });

  it('contents are the newest of all types', async () => {
    const bounds = { before: '2026-11-01T00:00:00' };
    const routes = ['/wp/v2/posts', '/wp/v2/pages', '/wp/v2/media'];
    const lists = await Promise.all(routes.map((route) => rest.list(route, { ...bounds, _fields: 'id,date' })));
    const { contents } = await graph.data(
      `{ contents(types: ["post", "page", "attachment"], first: 40, where: { before: "${bounds.before}" }) {
        nodes { databaseId } edges { cursor } } }`,
    );
    expect(idsOf(contents.nodes)).toEqual(newestFirst(lists.flat() as unknown as Dated[]).slice(0, 40));
  });

  it.each(['post', 'term'])('search finds what REST finds, in its order: %s', async (type) => {
    const taxonomies = ['category', 'post_tag'];
    const rows = await rest.list('/wp/v2/search', {
      search: 'port',
      type,
      ...(type === 'term' && { subtype: taxonomies }),
    });
    const types = type === 'term' ? `, types: ${JSON.stringify(taxonomies)}` : '';
    const { search } = await graph.data(
      `{ search(query: "port", first: 100${types}) { totalCount nodes { link type node { ... on Content { databaseId } ... on Term { databaseId } } } } }`,
    );
    expect(search.nodes.map(({ link, type }: { link: string; type: string }) => [link, type])).toEqual(
      rows.map((row) => [row.url, type === 'term' ? row.type : row.subtype]),
    );
    expect(search.nodes.map(({ node }: { node: Node }) => idOf(node))).toEqual(rows.map(({ id }) => id));
    if (rows.length < 100) expect(search.totalCount).toBe(rows.length);
  });

  it('post formats are found by their names', async () => {
    const rows = await rest.list('/wp/v2/search', { search: 'a', type: 'post-format' });
    const { search } = await graph.data(
      '{ search(query: "a", types: ["post_format"], first: 100) { totalCount nodes { title link } } }',
    );
    expect(search.nodes).toEqual(rows.map(({ title, url }) => ({ title, link: url })));
  });

  it('the next and the previous post are those of the list of all', async () => {
    const rows = newestFirst(await all('/wp/v2/posts', 'status'));
    const { newest, oldest } = await graph.data(`{
      newest: posts(first: 60) { nodes { databaseId next { databaseId } previous { databaseId } } }
      oldest: posts(last: 40) { nodes { databaseId next { databaseId } previous { databaseId } } }
    }`);
    for (const { databaseId, next, previous } of [...newest.nodes, ...oldest.nodes]) {
      const place = rows.indexOf(databaseId);
      expect([idOf(next), idOf(previous)]).toEqual([rows[place - 1] ?? null, rows[place + 1] ?? null]);
    }
    expect(graph.requests.length).toBeLessThanOrEqual(14);
  });

  it('related posts are the newest that share a term', async () => {
    const { posts } = await graph.data(`{ posts(first: 8, where: { before: "2026-11-01T00:00:00" }) { nodes {
      databaseId categories { databaseId } tags { databaseId } related(first: 5) { node { databaseId } terms { databaseId } }
    } } }`);
    for (const { databaseId, categories, tags, related } of posts.nodes) {
      const own = { categories: idsOf(categories), tags: idsOf(tags) };
      const given = Object.entries(own).filter(([, ids]) => ids.length > 0);
      const query = {
        ...Object.fromEntries(given),
        exclude: databaseId,
        tax_relation: 'OR',
        _fields: 'id,date,categories,tags',
      };
      const rows = (await rest.list('/wp/v2/posts', query)) as unknown as (Dated &
        Record<'categories' | 'tags', number[]>)[];
      const expected = newestFirst(rows).slice(0, 5);
      expect(related.map(({ node }: { node: Node }) => idOf(node))).toEqual(expected);
      for (const { node, terms } of related) {
        const row = rows.find(({ id }) => id === node.databaseId);
        const shared = [...(row?.categories ?? []), ...(row?.tags ?? [])].filter((id) =>
          [...own.categories, ...own.tags].includes(id),
        );
        expect(idsOf(terms).sort()).toEqual(shared.sort());
      }
    }
  });

  it('numbers of comments are those of REST', async () => {
    const { posts } = await graph.data(
      '{ posts(first: 100, where: { before: "2026-11-01T00:00:00" }) { nodes { databaseId isProtected commentCount } } }',
    );
    const readable = posts.nodes.filter(({ isProtected }: { isProtected: boolean }) => !isProtected);
    const counts = new Map<number, number>();
    for (let page = 1; ; page++) {
      const rows = await rest.list('/wp/v2/comments', { post: idsOf(readable), _fields: 'id,post', page });
      for (const { post } of rows) counts.set(Number(post), (counts.get(Number(post)) ?? 0) + 1);
      if (rows.length < 100) break;
    }
    for (const { databaseId, commentCount } of readable) expect(commentCount).toBe(counts.get(databaseId) ?? 0);
    expect(graph.to('/wp/v2/comments').length).toBeLessThanOrEqual(12);
  });

  it('sticky posts stand first', async () => {
    const [sticky, others] = await Promise.all(
      [true, false].map((isSticky) => rest.list('/wp/v2/posts', { sticky: isSticky, _fields: 'id,date' })),
    );
    const { posts } = await graph.data('{ posts(first: 20, stickyFirst: true) { nodes { databaseId } } }');
    const expected = [sticky, others].flatMap((rows) => newestFirst((rows ?? []) as unknown as Dated[]));
    expect(idsOf(posts.nodes)).toEqual(expected.slice(0, 20));
  });
});
