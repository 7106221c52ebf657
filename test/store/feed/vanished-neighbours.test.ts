import { afterEach, expect, it, vi } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';

let graph: Graph;
afterEach(async () => {
  vi.useRealTimers();
  await graph.close();
});

const rowsAt = (query: URLSearchParams, rows: readonly { id: number }[]) => {
  const include = query.get('include')?.split(',');
  return list(rows.filter(({ id }) => !include || include.includes(String(id))));
};

it('posts of a deleted user have the one to whom WordPress gave them, though it did not touch their times', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 });
  let users = [
    { id: 5, name: 'Ada' },
    { id: 6, name: 'Bob' },
  ];
  const post = { id: 1, author: 5, date: '2026-01-01T00:00:00', modified_gmt: '2026-01-01T00:00:00' };
  graph = await openGraph(
    scriptedSite(({ route, query }) => {
      if (route === '/wp/v2/users') return rowsAt(query, users);
      return route === '/wp/v2/posts' ? list([post]) : undefined;
    }),
  );
  const query = '{ posts { nodes { author { name } } } }';
  await graph.look();
  await graph.data(query, { warm: true });
  users = users.slice(1);
  post.author = 6;
  await graph.look();
  expect((await graph.data(query, { warm: true })).posts.nodes).toEqual([{ author: { name: 'Bob' } }]);
});
