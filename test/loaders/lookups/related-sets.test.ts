import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';
import { soon } from '../../support/soon.ts';

let graph: Graph | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await graph?.close();
});

const second = (number: number) => new Date(Date.UTC(2024, 0, 1, 0, 0, number)).toISOString().slice(0, 19);

/** A site of two posts; each of the comments is `[id, post]`. */
function commented(comments: (readonly [number, number])[]) {
  const posts = [1, 2].map((id) => ({ id, date: second(id), slug: `p${id}` }));
  return scriptedSite(({ route, query }) => {
    if (route === '/wp/v2/posts') return list(posts);
    if (route !== '/wp/v2/comments') return undefined;
    const owners = query.get('post')?.split(',');
    const rows = comments
      .filter(([, post]) => owners?.includes(String(post)) ?? true)
      .map(([id, post]) => ({ id, post, date: second(id) }))
      .sort((one, other) => other.id - one.id);
    const start = Number(query.get('offset') ?? 0);
    return list(rows.slice(start, start + Number(query.get('per_page'))), rows.length);
  });
}

const warm = { warm: true };
const both = '{ posts { nodes { comments(first: 2) { nodes { databaseId } } } } }';

describe('what is known of the related documents of several', () => {
  async function open(comments: (readonly [number, number])[]) {
    const settings = { freshFor: '10', staleFor: '3600', responseCacheBytes: 0 };
    graph = await openGraph(commented(comments), { settings });
    await graph.data(both);
    return graph;
  }
  const later = (seconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1_000 });

  it.each([
    'totalCount nodes { databaseId }',
    'nodes { databaseId }',
    'edges { cursor node { databaseId } }',
    'totalCount',
  ])('is refreshed where one of them is asked for, and shown from then on: %s', async (fields) => {
    const comments: [number, number][] = [
      [11, 1],
      [21, 2],
    ];
    const { data } = await open(comments);
    comments.push([31, 1]);
    later(20);
    const one = `{ post(by: { databaseId: 1 }) { comments(first: 2) { ${fields} } } }`;
    const idsOf = ({ nodes, edges, totalCount }: Record<string, { databaseId: number }[] | { node: unknown }[]>) =>
      nodes?.length ?? edges?.length ?? totalCount;
    const old = await data(one, warm);
    expect(idsOf(old.post.comments)).toBe(1);
    await soon(() => expect(graph?.to('/wp/v2/comments')).toHaveLength(1));
    await soon(async () => expect(idsOf((await data(one, warm)).post.comments)).toBe(2));
    await data(one, warm);
    expect(graph?.requests).toEqual([]);
  });

  it('is no younger than the list of one of them that takes its place, though its documents are', async () => {
    const comments: [number, number][] = Array.from({ length: 60 }, (_, index) => [100 + index, 1]);
    comments.push(...Array.from({ length: 60 }, (_, index) => [200 + index, 2] as [number, number]));
    const { data } = await open(comments);
    const first = (count: number, more = '') =>
      data(`{ post(by: { databaseId: 1 }) { comments(first: ${count}) { ${more} nodes { databaseId } } } }`, warm);
    later(5);
    await first(3, 'totalCount');
    comments.push([300, 1]);
    later(6);
    await data('{ comments(first: 100) { nodes { databaseId } } }', warm);
    later(1);
    await first(3);
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
    later(4);
    await soon(async () => expect((await first(2)).post.comments.nodes[0]).toEqual({ databaseId: 300 }));
  });

  it('stays known as far as a common page told it where one of them is asked for less', async () => {
    const comments: [number, number][] = Array.from({ length: 60 }, (_, index) => [100 + index, 1]);
    comments.push(...Array.from({ length: 60 }, (_, index) => [200 + index, 2] as [number, number]));
    const { data } = await open(comments);
    const few = '{ post(by: { databaseId: 2 }) { comments(first: 2) { totalCount nodes { databaseId } } } }';
    expect((await data(few, warm)).post.comments.totalCount).toBe(60);
    await data('{ post(by: { databaseId: 2 }) { comments(first: 50) { nodes { databaseId } } } }', warm);
    expect(graph?.to('/wp/v2/comments')).toEqual([]);
  });
});
