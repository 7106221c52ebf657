import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GatewayConfig } from '../../src/gateway.ts';
import { type ChangingSite, changingSite } from '../support/changing-site.ts';
import { type Graph, openGraph } from '../support/graph.ts';
import { soon } from '../support/soon.ts';

const open: Graph[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

/** Without whole answers kept, so that every operation reaches the look-ups. */
async function graphOn(site: ChangingSite, settings: GatewayConfig['settings'] = {}): Promise<Graph> {
  const graph = await openGraph(site, { settings: { responseCacheBytes: 0, ...settings } });
  open.push(graph);
  site.requests.length = 0;
  site.served.length = 0;
  return graph;
}

const warm = { warm: true };
/** What follows from what has happened, has happened. */
const nextTurns = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
};
const listQuery = '{ posts(first: 5) { nodes { title excerpt author { name } categories { name } } } }';

describe('operations at the same moment', () => {
  it('that are equal ask for the same as one alone', async () => {
    const site = changingSite();
    const graph = await graphOn(site);
    const alone = await graph.data(listQuery);
    const asked = [...site.requests];
    site.requests.length = 0;
    site.delay = 5;
    graph.purge();
    const all = await Promise.all(Array.from({ length: 50 }, () => graph.data(listQuery, warm)));
    expect(all).toEqual(all.map(() => alone));
    expect(site.requests.sort()).toEqual(asked.sort());
  });

  it('that are equal and arrive one after the other join what is under way', async () => {
    const site = changingSite();
    const graph = await graphOn(site);
    const release = site.hold();
    const first = graph.data(listQuery, warm);
    await soon(() => expect(site.requests).toHaveLength(2));
    const second = graph.data(listQuery, warm);
    await nextTurns();
    release();
    expect(await second).toEqual(await first);
    expect(site.requests.filter((request) => request.startsWith('/wp/v2/posts?'))).toHaveLength(2);
    expect(site.requests.filter((request) => request.startsWith('/wp/v2/users?'))).toHaveLength(1);
  });

  it('that differ but need the same documents fetch each document once', async () => {
    const site = changingSite(40);
    const graph = await graphOn(site);
    const fields = ['title', 'slug', 'date', 'modified', 'type'];
    const queries = Array.from({ length: 50 }, (_, turn) => {
      const ids = Array.from({ length: 40 }, (_id, index) => ((index + turn) % 40) + 1);
      return `{ ${ids.map((id) => `p${id}: post(by: { databaseId: ${id} }) { ${fields[turn % fields.length]} }`).join(' ')} }`;
    });
    const settings = { maxAliases: 100, maxTokens: 2_000 };
    const wide = await graphOn(site, settings);
    const answers = await Promise.all(queries.map((query) => wide.data(query, warm)));
    expect(answers.map((answer) => Object.keys(answer).length)).toEqual(queries.map(() => 40));
    const served = site.served.filter(({ route }) => route === '/wp/v2/posts').map(({ id }) => id);
    expect(served.sort((one, other) => one - other)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    await graph.close();
  });

  it('do not pay for one that may ask for no more', async () => {
    const site = changingSite();
    const graph = await graphOn(site, { maxUpstreamRequests: 2 });
    const release = site.hold();
    // The second needs a third request, the first does not; their second ones are one batch.
    const asking = Promise.all([
      graph.run('{ posts(first: 3) { nodes { slug } } users: authors(first: 1) { nodes { name } } }', warm),
      graph.run('{ posts(first: 2) { nodes { slug author { slug } categories { name } } } }', warm),
    ]);
    await soon(() => expect(site.requests).toHaveLength(3));
    release();
    const [modest, greedy] = await asking;
    expect(modest.errors).toBeUndefined();
    expect(greedy.errors?.map(({ extensions }) => extensions?.code)).toEqual(['BUDGET_EXCEEDED', 'BUDGET_EXCEEDED']);
    expect(modest.data.posts.nodes).toHaveLength(3);
  });
});

describe('what is known', () => {
  it('is not asked again: neither lists nor the documents they hold, by id or by slug', async () => {
    const site = changingSite();
    const graph = await graphOn(site);
    await graph.data(listQuery, warm);
    const asked = site.requests.length;
    expect((await graph.data(listQuery, warm)).posts.nodes).toHaveLength(5);
    await graph.data('{ post(by: { databaseId: 12 }) { title author { name } } }', warm);
    expect(site.requests).toHaveLength(asked);
    await graph.data('{ post(by: { slug: "post-3" }) { title } }', warm);
    expect(site.requests).toHaveLength(asked + 1);
    await graph.data('{ post(by: { slug: "post-3" }) { title } again: post(by: { slug: "post-3" }) { slug } }', warm);
    expect(site.requests).toHaveLength(asked + 1);
  });

  it('is asked again for a property that it lacks', async () => {
    const site = changingSite();
    const graph = await graphOn(site);
    await graph.data('{ post(by: { databaseId: 1 }) { title } }', warm);
    const { post } = await graph.data('{ post(by: { databaseId: 1 }) { title slug } }', warm);
    expect(post).toEqual({ title: 'Post 1', slug: 'post-1' });
    expect(site.requests).toHaveLength(2);
  });

  it('is served at once when it is stale, and refreshed in the background', async () => {
    const site = changingSite();
    const graph = await graphOn(site, { freshFor: 60, staleFor: 60 });
    await graph.data(listQuery, warm);
    vi.useFakeTimers({ now: Date.now() + 70_000, toFake: ['Date'] });
    site.edit(12, 'Edited');
    site.requests.length = 0;
    site.delay = 20;
    const stale = await graph.data(listQuery, warm);
    expect(stale.posts.nodes[0].title).toBe('Post 12');
    await soon(async () => {
      expect((await graph.data(listQuery, warm)).posts.nodes[0].title).toBe('Edited');
    });
    expect(site.requests.filter((request) => request.startsWith('/wp/v2/users?'))).toHaveLength(1);
  });

  it('is not served past its time', async () => {
    const site = changingSite();
    const graph = await graphOn(site, { freshFor: 60, staleFor: 60, staleIfError: 0 });
    await graph.data(listQuery, warm);
    site.edit(12, 'Edited');
    vi.useFakeTimers({ now: Date.now() + 121_000, toFake: ['Date'] });
    expect((await graph.data(listQuery, warm)).posts.nodes[0].title).toBe('Edited');
  });

  it('is served when WordPress fails, as long as the operator allows', async () => {
    const site = changingSite();
    const settings = { freshFor: 60, staleFor: 0, staleIfError: 3_600, upstreamRetries: 0 };
    const graph = await graphOn(site, settings);
    const before = await graph.data(listQuery, warm);
    site.isDown = true;
    vi.useFakeTimers({ now: Date.now() + 1_000_000, toFake: ['Date'] });
    expect(await graph.run(listQuery, warm)).toEqual({ data: before });
    const unknown = await graph.run('{ post(by: { databaseId: 1 }) { link } }', warm);
    expect(unknown.errors?.[0]?.extensions?.code).toBe('UPSTREAM_UNAVAILABLE');
    vi.setSystemTime(Date.now() + 3_600_000);
    expect((await graph.run(listQuery, warm)).errors?.[0]?.extensions?.code).toBe('UPSTREAM_UNAVAILABLE');
  });

  it('includes that something is not there, for a short while', async () => {
    const site = changingSite();
    const graph = await graphOn(site, { freshFor: '60,missing=10' });
    const query = '{ post(by: { databaseId: 13 }) { title } bySlug: post(by: { slug: "post-13" }) { title } }';
    for (let turn = 0; turn < 3; turn++) expect(await graph.data(query, warm)).toEqual({ post: null, bySlug: null });
    expect(site.requests).toHaveLength(2);
    site.publish('Post 13');
    vi.useFakeTimers({ now: Date.now() + 11_000, toFake: ['Date'] });
    expect(await graph.data(query, warm)).toEqual({ post: { title: 'Post 13' }, bySlug: { title: 'Post 13' } });
  });

  it('is never given to a viewer with credentials, nor taken from one', async () => {
    const site = changingSite();
    const graph = await graphOn(site);
    const headers = { authorization: 'Basic abc' };
    await graph.data(listQuery, warm);
    const asked = site.requests.length;
    await graph.data(listQuery, { ...warm, headers });
    expect(site.requests).toHaveLength(2 * asked);
    await graph.data('{ post(by: { databaseId: 1 }) { title } }', { ...warm, headers });
    await graph.data('{ post(by: { databaseId: 1 }) { title } }', warm);
    expect(graph.requests.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it('does not include errors', async () => {
    const site = changingSite();
    const graph = await graphOn(site, { upstreamRetries: 0 });
    site.isDown = true;
    expect((await graph.run(listQuery, warm)).errors).toBeDefined();
    site.isDown = false;
    expect((await graph.run(listQuery, warm)).errors).toBeUndefined();
  });

  it('may be nothing at all', async () => {
    const site = changingSite();
    const graph = await graphOn(site, { storeBytes: 0 });
    const first = await graph.data(listQuery, warm);
    const asked = site.requests.length;
    expect(await graph.data(listQuery, warm)).toEqual(first);
    expect(site.requests).toHaveLength(2 * asked);
  });
});

describe('a page', () => {
  const sizes = (site: ChangingSite) => site.requests.map((request) => /per_page=(\d+)/.exec(request)?.[1]);

  it('takes a row more than it shows only where cursors are given out', async () => {
    const site = changingSite();
    const graph = await graphOn(site);
    const titles = (data: { posts: { nodes: { title: string }[] } }) => data.posts.nodes.map(({ title }) => title);
    const short = await graph.data('{ posts(first: 3) { totalCount nodes { title } pageInfo { hasNextPage } } }');
    expect(short.posts).toMatchObject({ totalCount: 12, pageInfo: { hasNextPage: true } });
    const long = await graph.data('{ posts(first: 3) { nodes { title } pageInfo { endCursor } } }');
    expect(titles(short)).toEqual(titles(long));
    expect(sizes(site)).toEqual(['3', '4']);
  });

  it('is filled up where WordPress takes out rows that may not be seen', async () => {
    const site = changingSite();
    const { send } = site;
    const hiding = {
      url: site.url,
      send: async (request: Parameters<typeof send>[0]) => {
        const answer = await send(request);
        if (!request.url.includes('/posts?')) return answer;
        const rows = JSON.parse(Buffer.from(answer.body).toString()) as { id: number }[];
        return { ...answer, body: Buffer.from(JSON.stringify(rows.filter(({ id }) => id !== 11))) };
      },
    };
    const graph = await openGraph(hiding, { settings: { responseCacheBytes: 0 } });
    open.push(graph);
    const { posts } = await graph.data('{ posts(first: 3) { nodes { title } } }');
    expect(posts.nodes.map(({ title }: { title: string }) => title)).toEqual(['Post 12', 'Post 10', 'Post 9']);
  });
});

describe('a document of which parts are deferred', () => {
  it('has them all, and does not make its neighbours wait', async () => {
    const site = changingSite();
    const graph = await graphOn(site);
    site.delay = 5;
    const { posts } = await graph.data('{ posts(first: 3) { nodes { title excerpt content author { name } } } }');
    expect(posts.nodes[0]).toEqual({
      title: 'Post 12',
      excerpt: '<p>Post 12</p>',
      content: '<p>Post 12</p>',
      author: { name: 'Ada' },
    });
    const [one, other] = site.requests;
    expect([one, other].map((request) => /_fields=(.*)$/.exec(request ?? '')?.[1])).toEqual([
      // Whether a body is protected is known at once: comments need not wait for it.
      'author,content.protected,date,id,status,title,type',
      'content,excerpt,id,status,type',
    ]);
  });

  it('is asked for in one piece where the requests of an operation are few', async () => {
    const site = changingSite();
    const graph = await graphOn(site, { maxUpstreamRequests: 2 });
    const { posts } = await graph.data('{ posts(first: 1) { nodes { excerpt author { name } } } }');
    expect(posts.nodes).toEqual([{ excerpt: '<p>Post 12</p>', author: { name: 'Ada' } }]);
    expect(site.requests).toHaveLength(2);
  });

  it('asks by id for one that has left the list meanwhile', async () => {
    const site = changingSite();
    const graph = await graphOn(site);
    const send = site.send;
    let isFirst = true;
    const moved = {
      ...site,
      send: async (request: Parameters<typeof send>[0]) => {
        const answer = await send(request);
        if (request.url.includes('/posts') && isFirst) {
          isFirst = false;
          site.publish('Newest');
        }
        return answer;
      },
    };
    const other = await openGraph(moved);
    open.push(other);
    isFirst = true;
    const { posts } = await other.data('{ posts(first: 3) { nodes { title excerpt author { name } } } }');
    for (const { title, excerpt } of posts.nodes) expect(excerpt).toBe(`<p>${title}</p>`);
    await graph.close();
  });

  it('is waited for by others who want it, instead of asked for again', async () => {
    const site = changingSite();
    const { send } = site;
    let arrive = () => {};
    const excerpts = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const slowly: ChangingSite = {
      ...site,
      send: async (request) => {
        if (request.url.includes('excerpt')) await excerpts;
        return send(request);
      },
    };
    const graph = await graphOn(slowly);
    const query = '{ posts(first: 3) { nodes { excerpt author { name } } } }';
    const first = graph.data(query, warm);
    await soon(() => expect(site.requests.some((request) => request.includes('/users?'))).toBe(true));
    const second = graph.data(query, warm);
    arrive();
    expect(await second).toEqual(await first);
    expect(site.requests.filter((request) => request.includes('/posts?'))).toHaveLength(2);
  });

  it('does no harm where it fails and nobody waits for it', async () => {
    const site = changingSite();
    const { send } = site;
    let isBroken = false;
    const failures: unknown[] = [];
    const note = (failure: unknown) => failures.push(failure);
    process.on('unhandledRejection', note);
    const fragile: ChangingSite = {
      ...site,
      send: async (request) => {
        if (!isBroken || !request.url.includes('excerpt')) return send(request);
        return { status: 503, headers: {}, body: new Uint8Array() };
      },
    };
    const graph = await graphOn(fragile, { freshFor: 60, staleFor: 600, upstreamRetries: 0 });
    await graph.data(listQuery, warm);
    vi.useFakeTimers({ now: Date.now() + 70_000, toFake: ['Date'] });
    isBroken = true;
    site.requests.length = 0;
    await graph.data(listQuery, warm);
    await soon(() => expect(site.requests.some((request) => request.includes('/posts?'))).toBe(true));
    await nextTurns();
    process.off('unhandledRejection', note);
    expect(failures).toEqual([]);
    expect((await graph.data(listQuery, warm)).posts.nodes[0].excerpt).toBe('<p>Post 12</p>');
  });

  it('fails alone', async () => {
    const site = changingSite();
    const graph = await graphOn(site, { upstreamRetries: 0 });
    const { send } = site;
    const broken = await openGraph(
      {
        url: site.url,
        send: async (request) =>
          request.url.includes('excerpt') ? { status: 503, headers: {}, body: new Uint8Array() } : send(request),
      },
      { settings: { upstreamRetries: 0 } },
    );
    open.push(broken);
    const { data, errors } = await broken.run('{ posts(first: 2) { nodes { title excerpt author { name } } } }');
    expect(data.posts.nodes).toEqual([
      { title: 'Post 12', excerpt: null, author: { name: 'Ada' } },
      { title: 'Post 11', excerpt: null, author: { name: 'Ada' } },
    ]);
    expect(errors?.map(({ path }) => path?.at(-1))).toEqual(['excerpt', 'excerpt']);
    await graph.close();
  });
});
