/**
 * What stands around content: what it costs, among equal dates, on sites that lack what it takes, and after changes.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { shifted } from '../../../src/wordpress/seconds.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type RestRow, restCollection } from '../../support/rest-collection.ts';
import { scriptedSite } from '../../support/scripted-site.ts';

let graph: Graph | undefined;
afterEach(() => graph?.close());

const at = (minute: number) => shifted('2024-01-01T00:00:00', minute * 60);
type Row = RestRow & { date: string };
const rowsOf = (count: number, dateOf: (index: number) => string): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    date: dateOf(index),
    status: 'publish',
    author: 1 + (index % 50),
    categories: [1 + (index % 2)],
    tags: [],
  }));

async function open(rows: Row[]) {
  const categories = [1, 2].map((id) => ({ id, name: `Category ${id}` }));
  const site = scriptedSite(({ route, query }) => {
    if (route === '/wp/v2/posts') return restCollection(rows, query);
    if (route === '/wp/v2/categories') return restCollection(categories, query);
    return undefined;
  });
  graph = await openGraph(site, { settings: { responseCacheBytes: 0 } });
  return graph;
}

const around = 'nodes { databaseId next { databaseId } previous { databaseId } }';

describe('neighbours', () => {
  it('of a hundred that follow one another take two requests a side at most', async () => {
    const { data, to } = await open(rowsOf(300, at));
    const { posts } = await data(`{ posts(first: 100, where: { before: "${at(250)}" }) { ${around} } }`);
    expect(posts.nodes).toHaveLength(100);
    for (const { databaseId, next, previous } of posts.nodes)
      expect([next?.databaseId, previous?.databaseId]).toEqual([databaseId + 1, databaseId - 1]);
    expect(to('/wp/v2/posts').length).toBeLessThanOrEqual(1 + 2 + 2);
  });

  it('of many that lie far apart take no more requests than pages hold them', async () => {
    const { data, to } = await open(rowsOf(1_000, at));
    const { posts } = await data(`{ posts(first: 20, where: { authors: { ids: [7] } }) { ${around} } }`);
    expect(posts.nodes).toHaveLength(20);
    for (const { databaseId, next, previous } of posts.nodes)
      expect([next?.databaseId, previous?.databaseId]).toEqual([databaseId + 1, databaseId - 1]);
    expect(to('/wp/v2/posts').length).toBeLessThanOrEqual(1 + 2 * 11);
  });

  it('come along where the body is read of the document alone', async () => {
    const { data, to } = await open(rowsOf(300, at).map((row) => ({ ...row, title: { rendered: `Post ${row.id}` } })));
    const { post } = await data(
      '{ post(by: { databaseId: 100 }) { title content next { title } previous { title date } } }',
    );
    expect(post.previous).toEqual({ title: 'Post 99', date: at(98) });
    expect(to('/wp/v2/posts')).toHaveLength(3);
  });

  it.each([2, 5, 150])('of %i of one second go by their ids', async (size) => {
    const { data } = await open(rowsOf(320, (index) => at(Math.floor(index / size))));
    for (const id of [1, 2, 159, 160, 320]) {
      const { post } = await data(
        `{ post(by: { databaseId: ${id} }) { next { databaseId } previous { databaseId } } }`,
      );
      expect([post.next?.databaseId ?? 321, post.previous?.databaseId ?? 0]).toEqual([id + 1, id - 1]);
    }
  });

  it('are none of a draft, nor of what has no date', async () => {
    const rows = rowsOf(5, at);
    rows[2] = { ...(rows[2] as Row), status: 'draft' };
    rows[3] = { ...(rows[3] as Row), date: '0000-00-00T00:00:00' };
    const { data } = await open(rows);
    const { three, four } = await data(`{
      three: post(by: { databaseId: 3 }) { next { databaseId } } four: post(by: { databaseId: 4 }) { previous { databaseId } }
    }`);
    expect([three, four]).toEqual([{ next: null }, { previous: null }]);
    // Both look-ups are one.
    expect(graph?.requests).toHaveLength(1);
  });

  it('in the same category are asked for once for each set of categories', async () => {
    const { data, to } = await open(rowsOf(40, at));
    const { posts } = await data(
      '{ posts(first: 20) { nodes { databaseId previous(inSame: "category") { databaseId } } } }',
    );
    for (const { databaseId, previous } of posts.nodes) expect(previous.databaseId).toBe(databaseId - 2);
    expect(to('/wp/v2/posts')).toHaveLength(1 + 2);
  });

  it('are asked for anew once something has changed', async () => {
    const rows = rowsOf(3, at);
    const { data, purge } = await open(rows);
    const query = '{ post(by: { databaseId: 3 }) { next { databaseId } } }';
    expect((await data(query)).post.next).toBeNull();
    rows.push({ ...(rows[2] as Row), id: 9, date: at(30) });
    purge();
    expect((await data(query, { warm: true })).post.next).toEqual({ databaseId: 9 });
  });
});

describe('related content', () => {
  const related = 'nodes { databaseId related(first: 2) { node { databaseId } terms { id } } }';

  it('costs one request for each set of terms', async () => {
    const { data, to } = await open(rowsOf(40, at));
    const { posts } = await data(`{ posts(first: 20) { ${related} } }`);
    const [newest] = posts.nodes;
    expect(newest.related.map(({ node }: { node: { databaseId: number } }) => node.databaseId)).toEqual([38, 36]);
    expect(newest.related[0].terms).toHaveLength(1);
    expect([to('/wp/v2/posts').length, to('/wp/v2/categories').length]).toEqual([1 + 2, 1]);
  });
});
