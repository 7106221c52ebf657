import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';

let graph: Graph | undefined;
afterEach(() => graph?.close());

/** Posts with so many comments each; one that may not be read makes WordPress refuse those of all that are asked with it. */
async function open(counts: readonly number[], refused: readonly number[] = [], isCounted = true) {
  const posts = counts.map((_, index) => ({ id: index + 1, date: `2024-01-${30 - index}T00:00:00` }));
  const site = scriptedSite(({ route, query }) => {
    if (route === '/wp/v2/posts') return list(posts);
    if (route !== '/wp/v2/comments') return undefined;
    const owners = query.get('post')?.split(',').map(Number) ?? [];
    if (owners.some((owner) => refused.includes(owner))) {
      return { json: { code: 'rest_cannot_read_post', message: 'No.', data: { status: 401 } }, status: 401 };
    }
    const rows = owners.flatMap((post) =>
      Array.from({ length: counts[post - 1] ?? 0 }, (_, index) => ({ id: 1000 * post + index, post })),
    );
    const size = Number(query.get('per_page'));
    const start = (Number(query.get('page') ?? 1) - 1) * size;
    const answer = list(rows.slice(start, start + size), rows.length);
    return isCounted ? answer : { json: rows.slice(start, start + size) };
  });
  graph = await openGraph(site, { settings: { responseCacheBytes: 0 } });
  return graph;
}

const query = '{ posts(first: 100) { nodes { commentCount } } }';

async function countsAt({ data, to }: Graph) {
  const { posts } = await data(query);
  const counts = posts.nodes.map(({ commentCount }: { commentCount: number }) => commentCount);
  return { counts, requests: to('/wp/v2/comments').length };
}

describe('numbers of what belongs to several', () => {
  it.each([
    ['in one request where all fits on a page', [3, 0, 97], 1],
    ['in the pages that hold it, where these are fewer than they are', [60, 50, 40, 30, 20], 2],
    ['each by itself, where they are fewer than the pages', [300, 0, 250], 1 + 3],
    ['of one in one request', [400], 1],
    ['of none', [0, 0], 1],
  ])('are told %s', async (_how, counts, requests) => {
    expect(await countsAt(await open(counts))).toEqual({ counts, requests });
  });

  it('are known from then on, one by one', async () => {
    const { data } = await open([3, 4]);
    await data(query);
    const { post } = await data('{ post(by: { databaseId: 2 }) { commentCount } }', { warm: true });
    expect([post.commentCount, graph?.requests]).toEqual([4, []]);
  });

  it('of one that may not be read are not told, and those of the others are', async () => {
    const { data } = await open([3, 4, 5], [2]);
    const first = await data(query);
    expect(first.posts.nodes).toEqual([{ commentCount: 3 }, { commentCount: null }, { commentCount: 5 }]);
    expect(await data(query, { warm: true })).toEqual(first);
    expect(graph?.requests).toEqual([]);
  });

  it('are those of the rows where the site hides how many there are', async () => {
    expect((await countsAt(await open([3, 4], [], false))).counts).toEqual([3, 4]);
    await graph?.close();
    expect((await countsAt(await open([103, 4], [], false))).counts).toEqual([null, null]);
  });

  it('are the same traced, and with credentials', async () => {
    const { data } = await open([3, 4]);
    const headers = { authorization: 'Basic eDp5' };
    const { posts } = await data(query, { headers });
    expect(posts.nodes).toEqual([{ commentCount: 3 }, { commentCount: 4 }]);
  });
});
