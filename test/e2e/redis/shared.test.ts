import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GatewayConfig } from '../../../src/gateway.ts';
import { hashOf } from '../../../src/store/persisted-queries.ts';
import { changingSite } from '../../support/changing-site.ts';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';
import { installRedis, type RedisServer, startRedis, until } from './redis-server.ts';

let redis: RedisServer;
beforeAll(installRedis);
beforeEach(async () => {
  redis = await startRedis();
});
const open: Graph[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((graph) => graph.close()));
  redis.thaw();
  await redis.kill();
});

const warm = { warm: true };
const list = '{ posts(first: 5) { totalCount nodes { title excerpt author { name } categories { name } } } }';
const single = (id: number) => `{ post(by: { databaseId: ${id} }) { title } }`;
const secret = 'a secret of some length';

async function gateway(site: TestSite, settings: GatewayConfig['settings'] = {}, config: Partial<GatewayConfig> = {}) {
  const graph = await openGraph(site, {
    ...config,
    settings: { redis: redis.url, responseCacheBytes: 0, freshFor: 3_600, webhookSecret: secret, ...settings },
  });
  open.push(graph);
  return graph;
}

/** What is written to Redis is not waited for. */
const written = () => redis.settled();

describe('a second gateway on the same Redis', () => {
  it('asks WordPress for nothing that the first has seen, its own start included', async () => {
    const site = changingSite();
    const first = await gateway(site);
    const answers = [
      await first.data(list, warm),
      await first.data(single(3), warm),
      await first.data(single(99), warm),
    ];
    await first.data('{ post(by: { slug: "post-4" }) { title } site { name } }', warm);
    await written();
    site.requests.length = 0;
    const second = await gateway(site);
    expect([
      await second.data(list, warm),
      await second.data(single(3), warm),
      await second.data(single(99), warm),
    ]).toEqual(answers);
    await second.data('{ post(by: { slug: "post-4" }) { title } site { name } }', warm);
    await second.data('{ posts(first: 5) { nodes { title } } }', warm);
    expect(site.requests).toEqual([]);
  });

  it('finds the authors and terms that the first has seen by looking for changes', async () => {
    const site = changingSite();
    await gateway(site, { pollInterval: 3_600 });
    await until(
      'the first to look',
      () => site.requests.filter((one) => /(users|categories)\?per_page=100/.test(one)).length === 2,
    );
    await written();
    site.requests.length = 0;
    const second = await gateway(site);
    const { posts } = await second.data('{ posts(first: 5) { nodes { author { name } categories { name } } } }', warm);
    expect(posts.nodes[0]).toEqual({ author: { name: 'Ada' }, categories: [{ name: 'Food' }] });
    expect(site.requests.map((one) => one.split('?')[0])).toEqual(['/wp/v2/posts']);
  });

  it('shares nothing with another site, and nothing that was asked with credentials', async () => {
    const site = changingSite();
    const first = await gateway(site);
    await first.data(list, { ...warm, headers: { authorization: 'Basic c2VjcmV0' } });
    await written();
    const client = redis.client();
    const names = await client.keys('*');
    expect(names.filter((name) => /:(document|list):/.test(name))).toEqual([]);
    const values = await Promise.all(names.map((name) => client.get(name)));
    expect(JSON.stringify([names, values])).not.toMatch(/c2VjcmV0|Basic/);
    const elsewhere = await gateway({ ...changingSite(3), url: 'https://site.test/wp-json/?other' });
    expect((await elsewhere.data(list, warm)).posts.totalCount).toBe(3);
  });

  it('knows the queries that the first was sent, unless what stands there has another hash', async () => {
    const site = changingSite();
    const [first, second] = [await gateway(site), await gateway(site)];
    const [query, other] = ['{ post(by: { databaseId: 3 }) { title } }', '{ post(by: { databaseId: 4 }) { title } }'];
    const persisted = (graph: Graph, text: string, whole = false) =>
      graph
        .fetch(
          new Request('http://gateway.test/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({
              ...(whole && { query: text }),
              extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } },
            }),
          }),
        )
        .then((response) => response.json());
    const isUnknown = { errors: [expect.objectContaining({ message: 'PersistedQueryNotFound' })] };
    for (const graph of [first, second]) expect(await persisted(graph, query)).toEqual(isUnknown);
    await persisted(first, query, true);
    await written();
    const answer = { data: { post: { title: 'Post 3' } } };
    expect(await persisted(second, query)).toEqual(answer);

    const client = redis.client();
    const [key = ''] = await client.keys('*:query:*');
    expect(await client.ttl(key)).toBeGreaterThan(80_000);
    const third = await gateway(site);
    await client.set(key, other);
    expect(await persisted(third, query)).toEqual(isUnknown);
    await client.del(key);
    await client.lpush(key, query);
    expect(await persisted(third, query)).toEqual(isUnknown);
    await redis.kill();
    expect(await persisted(first, query)).toEqual(answer);
    expect(await persisted(third, query)).toEqual(isUnknown);
    await persisted(third, query, true);
    expect(await persisted(third, query)).toEqual(answer);
  });

  it('hears at once what was announced to the first, and serves no older version', async () => {
    const site = changingSite();
    const [first, second] = [await gateway(site), await gateway(site)];
    for (const graph of [first, second]) expect((await graph.data(single(5), warm)).post.title).toBe('Post 5');
    await written();
    site.edit(5, 'Edited');
    expect((await announce(first, { type: 'post', id: 5 })).status).toBe(202);
    await until('the second to hear of it', async () => (await second.data(single(5), warm)).post.title === 'Edited');
    await written();
    const third = await gateway(site);
    expect((await third.data(single(5), warm)).post.title).toBe('Edited');
    expect((await third.data(list, warm)).posts.nodes).toHaveLength(5);
  });

  it('takes an announcement once, whichever of them hears it', async () => {
    const site = changingSite();
    const [first, second] = [await gateway(site), await gateway(site)];
    const at = Date.now();
    expect((await announce(first, { type: 'post', id: 5 }, at)).status).toBe(202);
    expect((await announce(second, { type: 'post', id: 5 }, at)).status).toBe(409);
  });

  it('has the one that looks look when another one is told of a change that only a look can find', async () => {
    const site = changingSite();
    const settings = { pollInterval: 3_600 };
    const looking = await gateway(site, settings);
    const looks = () => site.requests.filter((request) => request.includes('orderby=modified')).length;
    await until('the first look', () => looks() > 0);
    const told = await gateway(site, settings);
    for (const graph of [looking, told]) expect((await graph.data(single(5), warm)).post.title).toBe('Post 5');
    await written();
    const before = looks();
    site.edit(5, 'Edited');
    const body = '{"event":"something"}';
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    const headers = { 'x-hub-signature-256': signature };
    const request = new Request('http://gateway.test/webhook', { method: 'POST', headers, body });
    expect((await told.fetch(request)).status).toBe(202);
    for (const graph of [looking, told]) {
      await until('both to see it', async () => (await graph.data(single(5), warm)).post.title === 'Edited');
    }
    // One look at posts, one at pages and one at media.
    expect(looks() - before).toBe(3);
  });

  it('leaves looking for changes to one of them, which tells the other, and takes over when that one is gone', async () => {
    const site = changingSite();
    const settings = { pollInterval: 1 };
    const looks: number[] = [0, 0];
    const counted = (turn: number): TestSite => ({
      url: site.url,
      send: (request) => {
        if (request.url.includes('orderby=modified')) looks[turn] = (looks[turn] ?? 0) + 1;
        return site.send(request);
      },
    });
    const first = await gateway(counted(0), settings);
    await until('the first to look', () => (looks[0] ?? 0) > 3);
    const second = await gateway(counted(1), settings);
    expect((await second.data(single(5), warm)).post.title).toBe('Post 5');
    site.edit(5, 'Edited');
    await until('the second to be told', async () => (await second.data(single(5), warm)).post.title === 'Edited');
    expect(looks[1]).toBe(0);
    await first.close();
    open.splice(open.indexOf(first), 1);
    site.edit(5, 'Edited again');
    await until(
      'the second to look',
      async () => (await second.data(single(5), warm)).post.title === 'Edited again',
      30_000,
    );
    expect(looks[1]).toBeGreaterThan(0);
  });
});

describe('a Redis that others write to', () => {
  const garbage = ['', 'x', 'null', '7', '[]', '{}', '{"from":"x","change":null}', '{"from":"x","change":{"route":7}}'];
  const shapeless = ['{"ids":"x"}', '{"ids":[null]}', '{"kept":{"0":7}}'].map(
    (more) => `{"from":"x","change":{"route":"/wp/v2/posts",${more.slice(1)}}`,
  );

  it('and whatever it says and holds, all gateways serve on and hear each other', async () => {
    const site = changingSite();
    const { logger, lines } = recorder();
    const [first, second] = [await gateway(site, {}, { logger }), await gateway(site, {}, { logger })];
    const answer = await first.data(list, warm);
    const lookedUp = (await first.data(single(3), warm)).post.title;
    await second.data(list, warm);
    await written();
    const client = redis.client();
    const channel = (await client.pubsub('CHANNELS', '*'))[0] as string;
    const names = await client.keys('*');
    expect(names.length).toBeGreaterThan(10);
    const writes: ((name: string) => Promise<unknown>)[] = [
      ...[...garbage, '['.repeat(100_000), '{"ids":[{}]}', 'x'.repeat(1_000_000)].map(
        (text) => (name: string) => client.set(name, text),
      ),
      (name) => client.del(name).then(() => client.rpush(name, 'a', 'b')),
      (name) => client.del(name).then(() => client.hset(name, 'a', 'b')),
    ];
    for (const write of writes) {
      for (const message of [...garbage, ...shapeless]) await client.publish(channel, message);
      for (const name of names) await write(name);
      // Nothing is left in memory, so that what is in Redis is read.
      for (const graph of [first, second]) graph.purge();
      await written();
      for (const name of names) await write(name);
      expect(await Promise.all([first.data(list, warm), second.data(list, warm)])).toEqual([answer, answer]);
      expect((await second.data(single(3), warm)).post.title).toBe(lookedUp);
    }
    const third = await gateway(site, {}, { logger });
    expect(await third.data(list, warm)).toEqual(answer);
    await client.flushall();
    await second.data(single(5), warm);
    site.edit(5, 'Edited');
    await announce(first, { type: 'post', id: 5 });
    await until('the second to hear of it', async () => (await second.data(single(5), warm)).post.title === 'Edited');
    expect(new Set(lines.map(({ msg }) => msg))).toEqual(
      new Set(['What was announced through Redis could not be heeded']),
    );
  });

  it('does not send a gateway that starts to another host', async () => {
    const site = changingSite();
    await gateway(site);
    await written();
    const client = redis.client();
    const name = (await client.keys('*:snapshot'))[0] as string;
    const snapshot = JSON.parse((await client.get(name)) ?? '');
    await client.set(
      name,
      JSON.stringify({ ...snapshot, root: { ...snapshot.root, url: 'https://evil.test/wp-json/' } }),
    );
    const asked = new Set<string>();
    const watched: TestSite = {
      url: site.url,
      send: (request) => {
        asked.add(new URL(request.url).origin);
        return site.send(request);
      },
    };
    const second = await gateway(watched);
    expect((await second.data(single(5), { ...warm, headers: { authorization: 'Basic c2VjcmV0' } })).post.title).toBe(
      'Post 5',
    );
    expect([...asked]).toEqual(['https://site.test']);
  });

  it('has no one who looks for ever: a lease without an end is taken over', async () => {
    const site = changingSite();
    const first = await gateway(site);
    await written();
    const client = redis.client();
    const prefix = (await client.keys('*:snapshot'))[0]?.replace(/snapshot$/, '') ?? '';
    await first.close();
    open.splice(open.indexOf(first), 1);
    await client.set(`${prefix}lease`, 'nobody');
    site.requests.length = 0;
    await gateway(site, { pollInterval: 3_600 });
    await until('a look', () => site.requests.some((request) => request.includes('orderby=modified')));
    expect(await client.pttl(`${prefix}lease`)).toBeGreaterThan(0);
  });

  it.each(['SET', 'MGET', 'PUBLISH', 'SCAN', 'EVAL'])(
    'serves on where it refuses %s, and does not ask in a circle',
    async (command) => {
      const site = changingSite();
      const [first, second] = [await gateway(site), await gateway(site)];
      await first.data(list, warm);
      const client = redis.client();
      await client.call('ACL', 'SETUSER', 'default', `-${command.toLowerCase()}`);
      const before = Number(/total_connections_received:(\d+)/.exec(await client.info('stats'))?.[1]);
      for (let id = 1; id <= 10; id++) {
        expect((await first.data(single(id), warm)).post.title).toBe(`Post ${id}`);
        site.edit(id, `Edited ${id}`);
        await announce(first, { type: 'post', id });
        expect((await first.data(single(id), warm)).post.title).toBe(`Edited ${id}`);
      }
      const after = Number(/total_connections_received:(\d+)/.exec(await client.info('stats'))?.[1]);
      expect(after - before).toBeLessThan(20);
      await client.call('ACL', 'SETUSER', 'default', '+@all');
      await until('the second to hear of it', async () =>
        (await second.data(single(10), warm)).post.title.startsWith('Edited'),
      );
    },
  );
});

describe('without its Redis', () => {
  it('a gateway starts, serves, and says so once', async () => {
    await redis.kill();
    const { logger, lines } = recorder();
    const site = changingSite();
    const graph = await gateway(site, {}, { logger });
    const answer = await graph.data(list, warm);
    const asked = site.requests.length;
    expect(await graph.data(list, warm)).toEqual(answer);
    expect(site.requests).toHaveLength(asked);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(lines.filter(({ msg }) => /Redis is away/.test(msg))).toHaveLength(1);
  });

  it('killed under load, a gateway answers everything, and shares again when it is back', async () => {
    const site = changingSite(60);
    const { logger, lines } = recorder();
    const graph = await gateway(site, { storeBytes: 20_000 }, { logger });
    const failures: unknown[] = [];
    let answered = 0;
    let isLoaded = true;
    const load = Promise.all(
      Array.from({ length: 8 }, async (_, worker) => {
        for (let turn = 0; isLoaded; turn++) {
          const id = ((turn * 7 + worker) % 60) + 1;
          const { data, errors } = await graph.run(single(id), warm);
          if (errors || data.post?.title !== `Post ${id}`) failures.push(errors ?? data);
          answered++;
          // Known answers take no turn of the event loop; others want one.
          await new Promise((resolve) => setImmediate(resolve));
        }
      }),
    );
    await until('some answers', () => answered > 200);
    await redis.kill();
    const before = answered;
    await until('answers without Redis', () => answered > before + 200);
    await redis.start();
    await until('Redis to be used again', async () => (await redis.client().keys('*:document:*')).length > 0);
    isLoaded = false;
    await load;
    expect(failures).toEqual([]);
    expect(lines.map(({ msg }) => msg).filter((msg) => msg.startsWith('Redis'))).toEqual([
      'Redis is away: serving from memory and WordPress until it is back',
      'Redis is back',
    ]);
  });

  it('frozen, a gateway does not wait for it for long', async () => {
    const site = changingSite();
    const graph = await gateway(site);
    redis.freeze();
    const start = Date.now();
    expect((await graph.data(single(5), warm)).post.title).toBe('Post 5');
    expect((await graph.data(single(5), warm)).post.title).toBe('Post 5');
    expect(Date.now() - start).toBeLessThan(5_000);
    redis.thaw();
  });

  it('what changes meanwhile is not served from it when it is back', async () => {
    const site = changingSite();
    const [first, second] = [await gateway(site), await gateway(site)];
    for (const graph of [first, second]) await graph.data(single(5), warm);
    await written();
    redis.freeze();
    await new Promise((resolve) => setTimeout(resolve, 50));
    site.edit(5, 'Edited');
    await announce(first, { type: 'post', id: 5 });
    expect((await first.data(single(5), warm)).post.title).toBe('Edited');
    redis.thaw();
    await until(
      'the second to hear of it',
      async () => (await second.data(single(5), warm)).post.title === 'Edited',
      15_000,
    );
    const third = await gateway(site);
    expect((await third.data(single(5), warm)).post.title).toBe('Edited');
  });
});

function announce(graph: Graph, change: unknown, at = Date.now()): Promise<Response> {
  const body = JSON.stringify(change);
  const timestamp = String(Math.floor(at / 1000));
  const signature = `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
  const headers = { 'x-pressgraph-timestamp': timestamp, 'x-pressgraph-signature': signature };
  return graph.fetch(new Request('http://gateway.test/webhook', { method: 'POST', headers, body }));
}

function recorder() {
  const lines: { msg: string }[] = [];
  const logger = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  return { logger, lines };
}
