import { afterEach, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { scriptedSite } from '../../support/scripted-site.ts';

const two = (number: number) => String(number).padStart(2, '0');
const posts = Array.from({ length: 57 }, (_, index) => ({
  id: 57 - index,
  date: `2024-01-01T00:00:${two(57 - index)}`,
  slug: `p${57 - index}`,
  categories: [(index % 2) + 1],
}));

/** A theme that makes all pages of posts as long as its own, whatever is asked for. */
const forcing = (forced: number) =>
  scriptedSite(({ route, query }) => {
    if (route === '/wp/v2/categories')
      return { json: [1, 2].map((id) => ({ id, count: 29 })), headers: { 'x-wp-total': '2' } };
    if (route !== '/wp/v2/posts') return undefined;
    const [after, before] = [query.get('after') ?? '', query.get('before') ?? '~'];
    const isAmong = (name: string, ids: readonly number[]) =>
      !query.has(name) ||
      query
        .get(name)
        ?.split(',')
        .some((id) => ids.includes(Number(id)));
    const matching = posts.filter(
      ({ id, date, categories }) =>
        date > after &&
        date < before &&
        isAmong('include', [id]) &&
        isAmong('categories', categories) &&
        !query.get('exclude')?.split(',').includes(String(id)),
    );
    if (query.get('order') === 'asc') matching.reverse();
    const page = Number(query.get('page') ?? 1);
    const start = Number(query.get('offset') ?? (page - 1) * forced);
    const totalPages = Math.ceil(matching.length / forced);
    if (page > totalPages && matching.length > 0)
      return { status: 400, json: { code: 'rest_post_invalid_page_number', message: 'None.', data: { status: 400 } } };
    return {
      json: matching.slice(start, start + forced),
      headers: { 'x-wp-total': String(matching.length), 'x-wp-totalpages': String(totalPages) },
    };
  });

let graph: Graph | undefined;
afterEach(() => graph?.close());

const idsOf = (nodes: readonly { databaseId: number }[]) => nodes.map(({ databaseId }) => databaseId);
const ids = posts.map(({ id }) => id);

it.each([12, 60])('a site that gives %i rows a page gives as many as are asked for', async (forced) => {
  graph = await openGraph(forcing(forced));
  const { data } = graph;
  const page = 'totalCount nodes { databaseId } pageInfo { hasNextPage hasPreviousPage }';
  for (const [place, from, to] of [
    ['first: 3', 0, 3],
    ['first: 3, offset: 2', 2, 5],
    ['first: 40', 0, 40],
    ['first: 100', 0, 57],
    ['first: 30, offset: 20', 20, 50],
    ['first: 40, offset: 20', 20, 57],
    ['last: 20', 37, 57],
    ['first: 30, orderBy: { field: TITLE, direction: DESC }', 0, 30],
    ['last: 20, orderBy: { field: TITLE, direction: DESC }', 37, 57],
  ] as const) {
    const { posts: found } = await data(`{ posts(${place}) { ${page} } }`);
    expect([place, idsOf(found.nodes)]).toEqual([place, ids.slice(from, to)]);
    expect(found).toMatchObject({ totalCount: 57, pageInfo: { hasNextPage: to < 57, hasPreviousPage: from > 0 } });
  }
});

it.each([12, 60])('a site that gives %i rows a page is walked to its end', async (forced) => {
  graph = await openGraph(forcing(forced));
  for (const size of [5, 12, 20, 57]) {
    const found: number[] = [];
    let after = '';
    for (let more = true; more; ) {
      const { posts: page } = await graph.data(
        `{ posts(first: ${size}${after}) { nodes { databaseId } pageInfo { hasNextPage endCursor } } }`,
      );
      found.push(...idsOf(page.nodes));
      more = page.pageInfo.hasNextPage;
      after = `, after: "${page.pageInfo.endCursor}"`;
    }
    expect(found).toEqual(ids);
  }
});

it('a site that gives fewer rows a page loses none that is asked for by its id, or by its category', async () => {
  graph = await openGraph(forcing(12));
  const fields = ids.slice(0, 18).map((id) => `p${id}: post(by: { databaseId: ${id} }) { slug }`);
  const found = await graph.data(`{ ${fields.join(' ')} }`);
  expect(Object.values(found)).toEqual(ids.slice(0, 18).map((id) => ({ slug: `p${id}` })));
  const { categories } = await graph.data('{ categories { nodes { posts(first: 20) { nodes { databaseId } } } } }');
  const odd = (remainder: number) => ids.filter((id) => id % 2 === remainder).slice(0, 20);
  expect(categories.nodes.map((term: { posts: { nodes: [] } }) => idsOf(term.posts.nodes))).toEqual([odd(1), odd(0)]);
});
