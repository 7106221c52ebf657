import { afterEach, expect, it, vi } from 'vitest';
import type { Send, UpstreamResponse } from '../../../src/wordpress/http/send.ts';
import { changingSite } from '../../support/changing-site.ts';
import { fieldsOf, type Graph, openGraph } from '../../support/graph.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';

let graph: Graph;
afterEach(async () => {
  vi.useRealTimers();
  await graph.close();
});

it('what an editor changes is seen behind a cache that keeps for good what does not say of which type it is', async () => {
  const site = changingSite(3);
  const kept = new Map<string, { answer: UpstreamResponse; isOfPosts: boolean }>();
  const send: Send = async (request) => {
    const known = kept.get(request.url);
    if (known) return known.answer;
    const answer = await site.send(request);
    const rows: unknown = JSON.parse(new TextDecoder().decode(answer.body));
    const [first] = Array.isArray(rows) ? rows : [rows];
    kept.set(request.url, { answer, isOfPosts: first?.type === 'post' });
    return answer;
  };
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 5, 1) });
  graph = await openGraph({ url: site.url, send });
  const query = '{ posts { nodes { title } } post(by: { slug: "post-2" }) { title } }';
  await graph.data(query);
  await graph.look();
  vi.setSystemTime(Date.now() + 60_000);
  site.edit(2, 'Renamed');
  for (const [url, { isOfPosts }] of kept) if (isOfPosts) kept.delete(url);
  await graph.look();
  const { posts, post } = await graph.data(query, { warm: true });
  expect([posts.nodes[1].title, post.title]).toEqual(['Renamed', 'Renamed']);
});

it('whatever is asked of a collection says what tells its documents', async () => {
  graph = await openGraph(
    scriptedSite(({ route }) => {
      if (route === '/wp/v2/posts')
        return list([{ id: 1, author: 5, categories: [7], slug: 'x', content: { protected: false } }]);
      if (route === '/wp/v2/categories') return list([{ id: 7, count: 3, parent: 0 }]);
      return undefined;
    }),
  );
  const asked = new Set<string>();
  const note = () => {
    // What a route says of itself has no documents.
    for (const request of graph.requests.filter(({ method }) => method !== 'OPTIONS')) {
      const identifying =
        {
          '/wp/v2/categories': ['name', 'slug', 'taxonomy'],
          '/wp/v2/users': [],
          '/wp/v2/comments': ['post', 'status', 'type'],
        }[request.route] ?? (/^.wp.v2.(posts|pages|media)/.test(request.route) ? ['status', 'type'] : []);
      expect(fieldsOf(request), request.route).toEqual(expect.arrayContaining(identifying));
      asked.add(request.route);
    }
  };
  // What is known is not forgotten: the site itself would be read anew, and that keeps nothing.
  const warm = { warm: true };
  await graph.data(
    '{ posts { totalCount nodes { content author { name } categories { description posts { nodes { slug } } } comments { nodes { date } } } } }',
    warm,
  );
  note();
  await graph.data(
    '{ post(by: { slug: "x" }) { title categories { name } } page(by: { databaseId: 3 }) { title } mediaItems { totalCount } }',
    warm,
  );
  note();
  await graph.run('{ post(by: { databaseId: 9 }) { content(format: RAW) } page(by: { databaseId: 9 }) { title } }', {
    ...warm,
    headers: { authorization: 'Basic x' },
  });
  note();
  await graph.look();
  note();
  expect([...asked]).toEqual(expect.arrayContaining(['/wp/v2/comments', '/wp/v2/pages/9', '/wp/v2/media']));
});
