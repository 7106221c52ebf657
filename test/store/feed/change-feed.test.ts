import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { GatewayConfig } from '../../../src/gateway.ts';
import { type ChangingSite, changingSite } from '../../support/changing-site.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { soon } from '../../support/soon.ts';

const open: Graph[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

const secret = 'a secret of some length';
const warm = { warm: true };
const list = '{ posts(first: 3) { totalCount nodes { title } } }';
const single = (id: number) => `{ post(by: { databaseId: ${id} }) { title } }`;
const category = '{ category(by: { databaseId: 7 }) { name count } }';

/** A gateway that looks every second, and has looked once. */
async function watching(site: ChangingSite, settings: GatewayConfig['settings'] = {}): Promise<Graph> {
  const graph = await openGraph(site, {
    settings: { pollInterval: 1, freshFor: 3_600, webhookSecret: secret, ...settings },
  });
  open.push(graph);
  await soon(() => expect(looks(site)).toBeGreaterThan(0));
  return graph;
}

const looks = (site: ChangingSite) =>
  site.requests.filter((request) => /^\/wp\/v2\/posts\?orderby=modified/.test(request)).length;

/** Waits for the second look from now: the first one may have begun before. */
async function lookedAgain(site: ChangingSite): Promise<void> {
  const before = looks(site);
  await soon(() => expect(looks(site)).toBeGreaterThan(before + 1));
}

async function titles(graph: Graph): Promise<string[]> {
  const { posts } = await graph.data(list, warm);
  return posts.nodes.map(({ title }: { title: string }) => title);
}

describe('looking for changes', { timeout: 60_000 }, () => {
  it('finds a new post, an edited one and one that was unpublished', async () => {
    const site = changingSite();
    const graph = await watching(site);
    expect(await titles(graph)).toEqual(['Post 12', 'Post 11', 'Post 10']);
    await graph.data(single(11), warm);
    await graph.data(single(13), warm);

    const { id } = site.publish('New');
    expect(id).toBe(13);
    await lookedAgain(site);
    expect(await titles(graph)).toEqual(['New', 'Post 12', 'Post 11']);
    expect((await graph.data(single(13), warm)).post).toEqual({ title: 'New' });

    site.edit(11, 'Edited');
    await lookedAgain(site);
    expect(await titles(graph)).toEqual(['New', 'Post 12', 'Edited']);
    expect((await graph.data(single(11), warm)).post).toEqual({ title: 'Edited' });

    site.unpublish(11);
    await lookedAgain(site);
    expect(await titles(graph)).toEqual(['New', 'Post 12', 'Post 10']);
    expect((await graph.data(single(11), warm)).post).toBeNull();
  });

  it('finds one that came and one that went between two looks, when the total is the same', async () => {
    const site = changingSite();
    const graph = await watching(site);
    await graph.data(single(5), warm);
    await titles(graph);
    site.publish('New');
    site.unpublish(5);
    await lookedAgain(site);
    expect((await titles(graph))[0]).toBe('New');
    expect((await graph.data(single(5), warm)).post).toBeNull();
  });

  it('finds a second edit within the same second', async () => {
    const site = changingSite();
    const graph = await watching(site);
    await graph.data(single(5), warm);
    site.edit(5, 'Once');
    await soon(async () => expect((await graph.data(single(5), warm)).post.title).toBe('Once'));
    const post = site.posts.get(5);
    if (post) post.title = 'Twice';
    await lookedAgain(site);
    expect((await graph.data(single(5), warm)).post.title).toBe('Twice');
  });

  it('finds changed terms and new comments', async () => {
    const site = changingSite();
    const graph = await watching(site);
    const comments = '{ post(by: { databaseId: 12 }) { comments { totalCount nodes { authorName } } } }';
    expect((await graph.data(category, warm)).category).toEqual({ name: 'Food', count: 1 });
    expect((await graph.data(comments, warm)).post.comments.totalCount).toBe(0);
    site.categories.set(7, { id: 7, name: 'Food & Drink', count: 2 });
    site.comments.set(1, { id: 1, post: 12, date: Date.now() });
    await lookedAgain(site);
    expect((await graph.data(category, warm)).category).toEqual({ name: 'Food & Drink', count: 2 });
    expect((await graph.data(comments, warm)).post.comments.nodes).toEqual([{ authorName: 'Reader 1' }]);
  });

  const relations = '{ posts(first: 3) { nodes { author { name } categories { name count } } } }';

  it.each([
    ['teaches the authors and terms that it compares', {}, ['/wp/v2/posts']],
    [
      'leaves a small memory to what is asked for',
      { storeBytes: 1_000 },
      ['/wp/v2/categories', '/wp/v2/posts', '/wp/v2/users'],
    ],
  ])('%s', async (_what, settings, asked) => {
    const site = changingSite();
    const graph = await watching(site, { pollInterval: 3_600, ...settings });
    await soon(() =>
      expect(site.requests.filter((request) => /(users|categories)\?per_page=100/.test(request))).toHaveLength(2),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { posts } = await graph.data(relations, warm);
    expect(posts.nodes[0]).toEqual({ author: { name: 'Ada' }, categories: [{ name: 'Food', count: 1 }] });
    expect([...new Set(graph.requests.map(({ route }) => route))].sort()).toEqual(asked);
  });

  it('keeps what has not changed, whole answers included', async () => {
    const site = changingSite();
    const graph = await watching(site);
    await graph.data(category, warm);
    await graph.data(single(3), warm);
    site.edit(5, 'Edited');
    await lookedAgain(site);
    const asked = site.requests.filter(
      (request) => request.includes('include=7') || request.includes('include=3'),
    ).length;
    await graph.data(category, warm);
    await graph.data(single(3), warm);
    await graph.data('{ post(by: { databaseId: 3 }) { title } again: post(by: { databaseId: 3 }) { title } }', warm);
    expect(site.requests.filter((request) => /include=[37]&/.test(request))).toHaveLength(asked);
  });

  it('does not keep what was asked before a change and answered after it was found', async () => {
    const site = changingSite();
    const graph = await watching(site, { pollInterval: 3_600 });
    const { send } = site;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isHeld = true;
    const slow = await openGraph(
      {
        url: site.url,
        send: async (request) => {
          const answer = await send(request);
          if (isHeld && request.url.includes('include=5')) {
            isHeld = false;
            await held;
          }
          return answer;
        },
      },
      { settings: { webhookSecret: secret } },
    );
    open.push(slow);
    const before = slow.data(single(5), warm);
    await soon(() => expect(isHeld).toBe(false));
    site.edit(5, 'Edited');
    expect((await announce(slow, [{ type: 'post', id: 5 }])).status).toBe(202);
    const after = slow.data(single(5), warm);
    expect((await after).post.title).toBe('Edited');
    release();
    expect((await before).post.title).toBe('Post 5');
    expect((await slow.data(single(5), warm)).post.title).toBe('Edited');
    await graph.close();
  });

  it('goes on after WordPress has failed', async () => {
    const site = changingSite();
    const graph = await watching(site, { upstreamRetries: 0 });
    expect((await titles(graph))[0]).toBe('Post 12');
    site.isDown = true;
    await lookedAgain(site);
    site.publish('New');
    site.isDown = false;
    await soon(async () => expect((await titles(graph))[0]).toBe('New'));
  });
});

function announce(graph: Graph, changes: unknown, { at = Date.now(), key = secret } = {}): Promise<Response> {
  const body = JSON.stringify(changes);
  const timestamp = String(Math.floor(at / 1000));
  const signature = `sha256=${createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')}`;
  const headers = { 'x-pressgraph-timestamp': timestamp, 'x-pressgraph-signature': signature };
  return graph.fetch(new Request('http://gateway.test/webhook', { method: 'POST', headers, body }));
}

describe('an announcement by the site', () => {
  it('drops what it names at once, without waiting for a look', async () => {
    const site = changingSite();
    const graph = await watching(site, { pollInterval: 3_600 });
    expect((await titles(graph))[0]).toBe('Post 12');
    site.edit(12, 'Edited');
    expect((await titles(graph))[0]).toBe('Post 12');
    expect(await (await announce(graph, { type: 'post', id: 12 })).json()).toEqual({ dropped: 1 });
    expect((await titles(graph))[0]).toBe('Edited');
  });

  it('of nothing in particular makes the gateway look', async () => {
    const site = changingSite();
    const graph = await watching(site, { pollInterval: 3_600 });
    await titles(graph);
    site.publish('New');
    await announce(graph, { event: 'something' });
    await soon(async () => expect((await titles(graph))[0]).toBe('New'));
  });

  it('counts once, and only with the right signature', async () => {
    const site = changingSite();
    const graph = await watching(site, { pollInterval: 3_600 });
    const at = Date.now();
    const statuses = [
      await announce(graph, { type: 'post', id: 1 }, { at }),
      await announce(graph, { type: 'post', id: 1 }, { at }),
      await announce(graph, { type: 'post', id: 1 }, { key: 'another secret altogether' }),
      await announce(graph, { type: 'post', id: 1 }, { at: at - 600_000 }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([202, 409, 401, 401]);
  });

  it('is not taken where no secret is set', async () => {
    const graph = await openGraph(changingSite());
    open.push(graph);
    expect((await announce(graph, { type: 'post', id: 1 })).status).toBe(404);
  });
});
