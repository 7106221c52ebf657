import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { networkSite } from '../../support/network-site.ts';

const sites = inject('wordpressSites').filter(({ name }) => name.startsWith('magazine'));

/**
 * What an editor does over REST, and what a gateway that looks every second makes of it. It leaves the site as it was, but
 * runs when no other test looks at it.
 */
describe.each(sites.map((site) => [site.name, site] as const))('changes on %s', (_name, site) => {
  let graph: Graph;
  const created: string[] = [];
  const [login, user] = Object.entries(site.users).find(([, { role }]) => role === 'administrator') ?? [];
  const authorization = `Basic ${Buffer.from(`${login}:${user?.applicationPassword}`).toString('base64')}`;

  beforeAll(async () => {
    graph = await openGraph(networkSite(site.url), {
      settings: { pollInterval: 1, freshFor: 3_600, staleFor: 3_600 },
    });
  });
  afterAll(async () => {
    for (const path of created) await write('DELETE', `${path}?force=true`);
    await graph.close();
  });

  async function write(method: string, path: string, body?: object): Promise<{ id: number }> {
    const response = await fetch(`${site.restRoot}/wp/v2${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok && ![404, 410].includes(response.status))
      throw new Error(`${method} ${path}: ${await response.text()}`);
    return (await response.json()) as { id: number };
  }

  const newest = async (): Promise<string> =>
    (await graph.data('{ posts(first: 1) { nodes { title } } }', { warm: true })).posts.nodes[0].title;
  const titleOf = async (id: number): Promise<string | undefined> =>
    (await graph.data(`{ post(by: { databaseId: ${id} }) { title } }`, { warm: true })).post?.title;
  const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 100 });

  it('are seen: a post that is published, edited, unpublished, published again and trashed', async () => {
    const before = await newest();
    const { id } = await write('POST', '/posts', { title: 'Stop press', status: 'publish', content: 'x' });
    created.push(`/posts/${id}`);
    await soon(async () => expect(await newest()).toBe('Stop press'));
    expect(await titleOf(id)).toBe('Stop press');
    await write('POST', `/posts/${id}`, { title: 'Stop the press' });
    await soon(async () => expect([await newest(), await titleOf(id)]).toEqual(['Stop the press', 'Stop the press']));
    await write('POST', `/posts/${id}`, { status: 'draft' });
    await soon(async () => expect([await newest(), await titleOf(id)]).toEqual([before, undefined]));
    await write('POST', `/posts/${id}`, { status: 'publish' });
    await soon(async () => expect([await newest(), await titleOf(id)]).toEqual(['Stop the press', 'Stop the press']));
    await write('DELETE', `/posts/${id}`);
    await soon(async () => expect([await newest(), await titleOf(id)]).toEqual([before, undefined]));
  });

  it('are seen: a category that is made, renamed and removed', async () => {
    const nameOf = async (id: number): Promise<string | undefined> =>
      (await graph.data(`{ category(by: { databaseId: ${id} }) { name } }`, { warm: true })).category?.name;
    const { id } = await write('POST', '/categories', { name: 'Weather' });
    created.push(`/categories/${id}`);
    await soon(async () => expect(await nameOf(id)).toBe('Weather'));
    await write('POST', `/categories/${id}`, { name: 'Wind & weather' });
    await soon(async () => expect(await nameOf(id)).toBe('Wind & weather'));
    await write('DELETE', `/categories/${id}?force=true`);
    await soon(async () => expect(await nameOf(id)).toBeUndefined());
  });

  it('are seen: a comment that is approved', async () => {
    const { id: post } = await write('POST', '/posts', { title: 'Ask us', status: 'publish', content: 'x' });
    created.push(`/posts/${post}`);
    const count = async (): Promise<number | undefined> =>
      (await graph.data(`{ post(by: { databaseId: ${post} }) { comments { totalCount } } }`, { warm: true })).post
        ?.comments.totalCount;
    await soon(async () => expect(await count()).toBe(0));
    const { id } = await write('POST', '/comments', { post, content: 'Why?', status: 'hold' });
    created.unshift(`/comments/${id}`);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await count()).toBe(0);
    await write('POST', `/comments/${id}`, { status: 'approved' });
    await soon(async () => expect(await count()).toBe(1));
  });
});
