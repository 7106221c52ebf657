/**
 * Sites that do not say how many there are, or whose they are: what is counted and passed over there.
 */
import { afterEach, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { restCollection } from '../../support/rest-collection.ts';
import { list, type Script, scriptedSite } from '../../support/scripted-site.ts';

let graph: Graph | undefined;
afterEach(() => graph?.close());

const posts = Array.from({ length: 12 }, (_, index) => ({
  id: index + 1,
  date: `2024-01-${String(28 - index).padStart(2, '0')}T00:00:00`,
  status: 'publish',
  sticky: index < 3,
}));

async function open(script: Script): Promise<Graph> {
  graph = await openGraph(scriptedSite(script));
  return graph;
}

it('passes over no sticky posts that a site does not count', async () => {
  const { data } = await open(({ route, query }) => {
    if (route !== '/wp/v2/posts') return undefined;
    const sticky = query.get('sticky');
    query.delete('sticky');
    const answer = restCollection(
      posts.filter((post) => sticky === null || String(post.sticky) === sticky),
      query,
    );
    return 'json' in answer ? { json: answer.json } : answer;
  });
  for (const offset of [0, 1, 2, 3, 5]) {
    const { found } = await data(
      `{ found: posts(stickyFirst: true, offset: ${offset}, first: 4) { nodes { databaseId } } }`,
    );
    const ids = posts.slice(offset, offset + 4).map(({ id }) => ({ databaseId: id }));
    expect(found.nodes).toEqual(ids);
  }
});

it('counts the comments of each post where none says which post it is on', async () => {
  const { data } = await open(({ route, query }) => {
    if (route === '/wp/v2/posts') return restCollection(posts, query);
    if (route !== '/wp/v2/comments') return undefined;
    const of = query.get('post')?.split(',').map(Number) ?? [];
    return list(of.flatMap((post) => Array.from({ length: post % 3 }, (_, index) => ({ id: post * 10 + index }))));
  });
  const { posts: found } = await data('{ posts(first: 3) { nodes { databaseId commentCount } } }');
  expect(found.nodes.map(({ commentCount }: { commentCount: number }) => commentCount)).toEqual([1, 2, 0]);
});
