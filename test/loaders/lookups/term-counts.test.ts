import { afterEach, describe, expect, it } from 'vitest';
import { fieldsOf, type Graph, openGraph } from '../../support/graph.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';

let graph: Graph | undefined;
afterEach(() => graph?.close());

const date = (number: number) => new Date(Date.UTC(2024, 0, 1) + number * 3_600_000).toISOString().slice(0, 19);

/** How many posts each category has. */
const sizes = [300, 40, 12, 4, 2, 1, 0, 90, 3, 8];

/** @param countOf what WordPress says of how many a category has */
function sortedSite(countOf: (size: number) => number) {
  // Spread over all that time: a prime lets each number come once.
  const owners = sizes.flatMap((size, index) => Array.from({ length: size }, () => index + 1));
  const posts = owners
    .map((owner, index) => ({ id: ((index + 1) * 97) % 461, categories: [owner] }))
    .sort((one, other) => other.id - one.id)
    .map((post) => ({ ...post, date: date(post.id), title: `p${post.id}` }));
  const categories = sizes.map((size, index) => ({ id: index + 1, name: `c${index + 1}`, count: countOf(size) }));
  return scriptedSite(({ route, query }) => {
    if (route === '/wp/v2/categories') return list(categories);
    if (route !== '/wp/v2/posts') return undefined;
    const wanted = query.get('categories')?.split(',').map(Number);
    const rows = posts.filter(({ categories: [own = 0] }) => wanted?.includes(own) ?? true);
    return list(rows.slice(0, Number(query.get('per_page'))), rows.length);
  });
}

const query = '{ categories(first: 10) { nodes { name posts(first: 5) { nodes { title } } } } }';
const shown = (data: { categories: { nodes: { posts: { nodes: unknown[] } }[] } }) =>
  data.categories.nodes.map(({ posts }) => posts.nodes.length);
const few = sizes.map((size) => Math.min(5, size));

describe('terms with a few posts each', () => {
  it('take three requests in two rounds, by how many each says it has', async () => {
    graph = await openGraph(sortedSite((size) => size));
    expect(shown(await graph.data(query))).toEqual(few);
    expect(fieldsOf(graph.to('/wp/v2/categories')[0])).toEqual(['count', 'id', 'name', 'slug', 'taxonomy']);
    expect(graph.to('/wp/v2/posts').map(({ query }) => query.categories)).toEqual(['7,6,5,9,4,10,3,2', '8,1']);
  });

  it.each([
    ['too many', (size: number) => size * 3 + 50],
    ['too few', (size: number) => Math.ceil(size / 4)],
    ['none', () => 0],
    ['nothing', () => null as unknown as number],
  ])('are all there where WordPress says that each has %s', async (_what, countOf) => {
    graph = await openGraph(sortedSite(countOf));
    expect(shown(await graph.data(query))).toEqual(few);
  });

  it('take few requests more where WordPress counts documents of other types with them', async () => {
    graph = await openGraph(
      scriptedSite(({ route, query }) => {
        const ids = Array.from({ length: 100 }, (_, index) => index + 1);
        if (route === '/wp/v2/categories') return list(ids.map((id) => ({ id, name: `c${id}`, count: 500 })));
        if (route !== '/wp/v2/posts') return undefined;
        const wanted = query.get('categories')?.split(',').map(Number);
        return list([{ id: 7, date: date(7), categories: [99] }].filter(() => wanted?.includes(99)));
      }),
    );
    const data = await graph.data('{ categories(first: 100) { nodes { posts(first: 1) { totalCount } } } }');
    expect(data.categories.nodes.map(({ posts }: { posts: { totalCount: number } }) => posts.totalCount)).toEqual(
      Array.from({ length: 100 }, (_, index) => (index === 98 ? 1 : 0)),
    );
    expect(graph.to('/wp/v2/posts').length).toBeLessThanOrEqual(6);
  });

  it('are not asked for again because it is not known how many they have', async () => {
    graph = await openGraph(sortedSite((size) => size));
    await graph.data('{ categories(first: 10) { nodes { name } } }');
    await graph.data(query, { warm: true });
    expect(graph.to('/wp/v2/categories')).toEqual([]);
  });

  it('are asked for as if nobody had counted, without the mechanism', async () => {
    graph = await openGraph(
      sortedSite((size) => size),
      { settings: { without: 'term-counts' } },
    );
    expect(shown(await graph.data(query))).toEqual(few);
    expect(graph.to('/wp/v2/posts')[0]?.query.categories).toBe('1,2,3,4,5,6,7,8,9,10');
    expect(graph.requests.length).toBeGreaterThan(5);
  });
});
