import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { byId, list, siteOf } from '../../support/scripted-site.ts';

describe('a site with ids of more than 32 bits', () => {
  let graph: Graph;
  afterEach(() => graph.close());

  const large = [3_000_000_000, Number.MAX_SAFE_INTEGER];
  const enormous = byId(
    { id: large[1], title: 'b', slug: 'b', author: large[0], date: '2026-01-01T00:00:00' } as never,
    { id: large[0], title: 'a', slug: 'a', author: 7, date: '2026-01-01T00:00:00' } as never,
    { id: 7, title: 'c', slug: 'c', author: 7, date: '2025-01-01T00:00:00' } as never,
  );
  const users = byId({ id: large[0], name: 'Ada' } as never, { id: 7, name: 'Grace' } as never);

  it('when the gateway starts has a schema for them', async () => {
    graph = await openGraph(siteOf({ '/wp/v2/posts': enormous, '/wp/v2/users': users }));
    const all = '{ posts(first: 3, orderBy: { field: ID }) { nodes { databaseId author { databaseId name } } } }';
    expect((await graph.data(all)).posts.nodes).toEqual([
      { databaseId: large[1], author: { databaseId: large[0], name: 'Ada' } },
      { databaseId: large[0], author: { databaseId: 7, name: 'Grace' } },
      { databaseId: 7, author: { databaseId: 7, name: 'Grace' } },
    ]);
    const one = `query ($id: SafeInt!) { post(by: { databaseId: $id }) { id title } literal: post(by: { databaseId: ${large[0]} }) { title } }`;
    const found = await graph.data(one, { variables: { id: large[1] } });
    expect(found).toMatchObject({ post: { title: 'b' }, literal: { title: 'a' } });
    const node = `{ node(id: "${found.post.id}") { ... on Post { databaseId title } } }`;
    expect((await graph.data(node)).node).toEqual({ databaseId: large[1], title: 'b' });
    const { posts } = await graph.data('{ posts(first: 2) { nodes { databaseId } pageInfo { endCursor } } }');
    expect(posts.nodes.map(({ databaseId }: { databaseId: number }) => databaseId).sort()).toEqual(large);
    expect(posts.pageInfo.endCursor).toEqual(expect.any(String));
  });

  it('since then says so in its place, and gives the document by its global id', async () => {
    let isStarted = false;
    graph = await openGraph(
      siteOf({
        '/wp/v2/posts': (query) => (isStarted ? enormous(query) : list([{ id: 7 }])),
        '/wp/v2/users': (query) => (isStarted ? users(query) : list([{ id: 7 }])),
      }),
    );
    isStarted = true;
    const query = '{ posts(first: 3, orderBy: { field: ID }) { nodes { id title databaseId } } }';
    const { data, errors } = await graph.run(query);
    expect(data.posts).toBeNull();
    expect(errors).toMatchObject([
      { path: ['posts', 'nodes', 0, 'databaseId'], extensions: { code: 'UPSTREAM_BAD_RESPONSE' } },
    ]);
    expect(errors?.[0]?.message).toMatch(/once the gateway has looked/);
    const { posts } = await graph.data(query.replace('databaseId', 'author { name }'));
    expect(posts.nodes.map(({ title }: { title: string }) => title)).toEqual(['b', 'a', 'c']);
    expect((await graph.data(`{ node(id: "${posts.nodes[1].id}") { ... on Post { title } } }`)).node.title).toBe('a');
  });
});
