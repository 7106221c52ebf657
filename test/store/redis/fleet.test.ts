import { describe, expect, it, vi } from 'vitest';
import type { Change } from '../../../src/store/change.ts';
import { createChanges } from '../../../src/store/changes.ts';
import { type KnownDocument, learned } from '../../../src/store/known-document.ts';
import { createFleet } from '../../../src/store/redis/fleet.ts';
import { readMessage, readSights, readSnapshot } from '../../../src/store/redis/reading.ts';
import { writeMessage } from '../../../src/store/redis/writing.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { fakeRedis } from '../../support/fake-redis.ts';

const site = 'https://site.test/';
const posts = '/wp/v2/posts';

async function settled<T>(value: Promise<T>): Promise<T> {
  const result = await value;
  // What is written is not waited for.
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  return result;
}

/** A gateway's part of a Redis, in which a document and a list are kept. */
async function kept() {
  const redis = fakeRedis();
  const { cache } = createFleet(redis.connection, site);
  const { generation = '' } = await cache.documents(posts, [7]);
  const now = Date.now();
  const known: KnownDocument = {
    ...learned({ id: 7, slug: 'seven' } as never, Properties.of('id', 'slug'), now, 20),
    earlier: [{ properties: Properties.of('link'), at: now - 5_000, bytes: 10 }],
  };
  const list = { ids: [7], total: 1, totalPages: 1, kind: 'content', at: now } as const;
  cache.keep(posts, generation, [{ id: 7, known, milliseconds: 1_000 }]);
  cache.keep(posts, generation, [{ key: 'all', list, milliseconds: 1_000 }]);
  await settled(Promise.resolve());
  const keyOf = (kind: string) => [...redis.held.keys()].find((key) => key.includes(`:${kind}:`)) ?? '';
  return { redis, cache, known, list, keyOf };
}

/** Values that stand where a member should, each of a kind of its own. */
const wrong: readonly unknown[] = [
  null,
  'x',
  -1,
  1.5,
  {},
  [],
  [null],
  { toString: null },
  true,
  '',
  1e300,
  [[1]],
  ['a', 1],
];

describe('what is read from Redis', () => {
  it('is what was written, but for its size, which is that of its text', async () => {
    const { cache, known, list } = await kept();
    const [document] = (await cache.documents(posts, [7])).known;
    expect(document).toEqual({ ...known, bytes: expect.any(Number) });
    expect(document?.bytes).toBeGreaterThan(100);
    expect((await cache.list(posts, 'all')).list).toEqual(list);
  });

  it.each(['document', 'properties', 'at', 'bytes', 'earlier'])(
    'is no document where its `%s` is none that a gateway writes',
    async (member) => {
      const { redis, cache, keyOf } = await kept();
      const whole = JSON.parse(redis.held.get(keyOf('document')) ?? '');
      for (const value of [...wrong, undefined]) {
        if (member === 'document' && value === null) continue;
        if (JSON.stringify(value) === '[]' && member !== 'document' && member !== 'at' && member !== 'bytes') continue;
        redis.held.set(keyOf('document'), JSON.stringify({ ...whole, [member]: value }));
        expect([value, (await cache.documents(posts, [7])).known]).toEqual([value, [undefined]]);
      }
    },
  );

  it.each(['ids', 'total', 'totalPages', 'kind', 'at', 'generation'])(
    'is no list where its `%s` is none that a gateway writes',
    async (member) => {
      const { redis, cache, keyOf } = await kept();
      const whole = JSON.parse(redis.held.get(keyOf('list')) ?? '');
      for (const value of wrong) {
        if (member === 'ids' && JSON.stringify(value) === '[]') continue;
        redis.held.set(keyOf('list'), JSON.stringify({ ...whole, [member]: value }));
        expect([value, (await cache.list(posts, 'all')).list]).toEqual([value, undefined]);
      }
    },
  );

  it.each(['', 'x', '[', 'null', '[]', '7', '"x"', '{}', `${'['.repeat(100_000)}`, 'x'.repeat(200_000)])(
    'is nothing where it is no JSON of a gateway (%#)',
    async (text) => {
      const { redis, cache, keyOf } = await kept();
      redis.held.set(keyOf('document'), text);
      redis.held.set(keyOf('list'), text);
      expect((await cache.documents(posts, [7])).known).toEqual([undefined]);
      expect((await cache.list(posts, 'all')).list).toBeUndefined();
      expect([readMessage(text), readSnapshot(text, site)]).toEqual([undefined, undefined]);
      expect(readSights(text) ?? {}).toEqual({});
    },
  );

  it('is no list where its ids are none that the graph gives out, or more than a page holds', async () => {
    const { redis, cache, keyOf } = await kept();
    const whole = JSON.parse(redis.held.get(keyOf('list')) ?? '');
    const read = async (ids: readonly unknown[]) => {
      redis.held.set(keyOf('list'), JSON.stringify({ ...whole, ids }));
      return (await cache.list(posts, 'all')).list?.ids;
    };
    for (const id of [0, 2 ** 53, '7', { id: 7 }]) expect([id, await read([7, id])]).toEqual([id, undefined]);
    const ids = Array.from({ length: 101 }, (_, index) => index + 1);
    expect(await read(ids)).toBeUndefined();
    expect(await read(ids.slice(1))).toEqual(ids.slice(1));
  });

  it('is no document that is nested deeper than anybody goes down', async () => {
    const { redis, cache, keyOf } = await kept();
    const written = redis.held.get(keyOf('document')) ?? '';
    redis.held.set(keyOf('document'), written.replace('"seven"', `${'['.repeat(50_000)}${']'.repeat(50_000)}`));
    expect((await cache.documents(posts, [7])).known).toEqual([undefined]);
    const properties = ['id', `${'a.'.repeat(50_000)}b`];
    redis.held.set(keyOf('document'), JSON.stringify({ ...JSON.parse(written), properties }));
    expect((await cache.documents(posts, [7])).known).toEqual([undefined]);
  });

  it('is no document from the future, nor another one', async () => {
    const { redis, cache, keyOf } = await kept();
    const whole = JSON.parse(redis.held.get(keyOf('document')) ?? '');
    const read = async (more: object) => {
      redis.held.set(keyOf('document'), JSON.stringify({ ...whole, ...more }));
      return (await cache.documents(posts, [7])).known[0];
    };
    expect(await read({ at: Date.now() + 3_600_000 })).toBeUndefined();
    expect(await read({ document: { id: 8 } })).toBeUndefined();
    expect((await read({ at: Date.now() + 1_000 }))?.at).toBeLessThanOrEqual(Date.now());
    expect(await read({ properties: Array.from({ length: 10_000 }, (_, index) => `p${index}`) })).toBeUndefined();
  });

  it('was not written where it would not be read, or cannot be written', async () => {
    const { redis, cache } = await kept();
    const { generation = '' } = await cache.documents(posts, [8]);
    let deep: unknown = 'x';
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    const now = Date.now();
    for (const [id, content] of [
      [8, deep],
      [9, 'x'.repeat(2_000_000)],
      [10, 'short'],
    ] as const) {
      const known = learned({ id, content } as never, Properties.of('content'), now, 20);
      cache.keep(posts, generation, [{ id, known, milliseconds: 1_000 }]);
    }
    await settled(Promise.resolve());
    expect([...redis.held.keys()].flatMap((key) => /posts\/(\d+)$/.exec(key)?.[1] ?? [])).toEqual(['7', '10']);
  });

  it('holds no ids that are none', async () => {
    const { redis, cache, keyOf } = await kept();
    for (const id of ['x', '-1', '1.5', '']) redis.held.set(keyOf('document').replace(/7$/, id), '{}');
    expect(await cache.ids(posts)).toEqual([7]);
  });

  it.each([
    { total: -1, date: 5 },
    { total: 1, date: 'x' },
    { total: 1, date: 1e18 },
    { total: 1, date: 5, rows: [] },
    { total: 1, date: 5, rows: { x: 'a' } },
    { total: 1, date: 5, rows: { 1: 2 } },
    null,
    7,
  ])('is no sight where it does not look like one: %o', (sight) => {
    const good = { total: 3, date: 5, rows: { 7: 'abc' } };
    expect(readSights(JSON.stringify({ bad: sight, good }))).toEqual({ good });
  });

  it('is no snapshot of a site that lies elsewhere: neither requests nor credentials go there', () => {
    const facts = { index: {}, types: {}, taxonomies: {}, collections: {} };
    const root = { url: 'https://site.test/wp-json/', ownUrl: 'https://www.site.test/wp-json/' };
    const snapshot = { root, facts, at: 5 };
    const read = (more: object) => readSnapshot(JSON.stringify({ ...snapshot, ...more }), site);
    expect(read({})).toEqual(snapshot);
    for (const url of ['https://evil.test/wp-json/', 'http://site.test/wp-json/', 'https://a:b@site.test/', 'x', 7]) {
      expect(read({ root: { ...root, url } })).toBeUndefined();
    }
    expect(read({ root: { ...root, ownUrl: 'x' } })).toBeUndefined();
    expect(read({ facts: { ...facts, collections: [] } })).toBeUndefined();
    expect(read({ facts: undefined })).toBeUndefined();
    expect(read({ at: Date.now() + 3_600_000 })).toBeUndefined();
  });
});

describe('the queries of several gateways', () => {
  it('go after a day, and are no longer than anybody reads', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { queries } = createFleet(fakeRedis().connection, site);
    const [hash, another] = ['a'.repeat(64), 'b'.repeat(64)];
    queries.keep(hash, '{ a }');
    queries.keep(another, 'x'.repeat(100_001));
    expect(await settled(queries.find(hash))).toBe('{ a }');
    expect(await queries.find(another)).toBeUndefined();
    vi.setSystemTime(Date.now() + 86_400_000);
    expect(await queries.find(hash)).toBeUndefined();
    vi.useRealTimers();
  });

  it('are none, and no error, where Redis is away or holds something else', async () => {
    const redis = fakeRedis();
    const { queries } = createFleet(redis.connection, site);
    const hash = 'a'.repeat(64);
    queries.keep(hash, '{ a }');
    await settled(Promise.resolve());
    const [key = ''] = redis.held.keys();
    redis.held.set(key, 'x'.repeat(100_001));
    expect(await queries.find(hash)).toBeUndefined();
    redis.held.set(key, '{ a }');
    redis.refused.add('get').add('set');
    queries.keep(hash, '{ a }');
    expect(await queries.find(hash)).toBeUndefined();
    redis.isUp = false;
    expect(await queries.find(hash)).toBeUndefined();
  });
});

describe('the channel', () => {
  function joined() {
    const redis = fakeRedis();
    const { channel, cache } = createFleet(redis.connection, site);
    const changes = createChanges();
    const heard: Change[] = [];
    const unreadable: unknown[] = [];
    const looks: string[] = [];
    channel.join(changes, {
      isKnown: (route) => route === posts,
      onLook: () => looks.push('look'),
      onSite: (fingerprint) => looks.push(`site ${fingerprint}`),
      onGap: () => undefined,
      observer: { redis: (event) => event.step === 'unreadable' && unreadable.push(event.error) },
    });
    changes.listen((change) => heard.push(change));
    return { redis, cache, channel, changes, heard, unreadable, looks };
  }
  const message = (change: unknown) => JSON.stringify({ from: 'other', change });

  it('passes over what is no announcement, and goes on hearing and telling', async () => {
    const { redis, changes, heard, unreadable } = joined();
    const garbage = [
      '',
      'x',
      'null',
      '7',
      '{}',
      '[]',
      message(undefined),
      message(null),
      message({}),
      message({ route: 7 }),
    ];
    const nearly = [{ ids: 'x' }, { ids: ['7'] }, { ids: { 0: 7 } }, { kept: 7 }].map((more) =>
      message({ route: posts, ...more }),
    );
    const others = [message({ route: '/wp/v2/others' }), `{"from":"x","change":{"route":"${'x'.repeat(2_000_000)}"}}`];
    for (const text of [...garbage, ...nearly, ...others]) redis.say(text);
    expect(heard).toEqual([]);
    expect(unreadable).toHaveLength(garbage.length + nearly.length + others.length);
    redis.say(message({ route: posts, ids: [7] }));
    redis.say(message({ route: '*', more: 1 }));
    expect(heard).toEqual([{ route: posts, ids: [7] }, { route: '*' }]);
    await settled(Promise.resolve());
    expect(redis.published).toEqual([]);
    changes.announce({ route: posts, ids: [8] });
    await settled(Promise.resolve());
    expect(redis.published.map((text) => JSON.parse(text).change)).toEqual([{ route: posts, ids: [8] }]);
  });

  it('says that it is time to look, and hears it of others, never of itself', async () => {
    const { redis, channel, looks, unreadable } = joined();
    expect(await channel.askToLook()).toBe(true);
    redis.say(redis.published[0] ?? '');
    expect(looks).toEqual([]);
    redis.say(JSON.stringify({ from: 'other', look: true }));
    expect(looks).toEqual(['look']);
    for (const nearly of [{ look: true }, { from: 7, look: true }, { from: 'other', look: 'x' }])
      redis.say(JSON.stringify(nearly));
    expect([looks.length, unreadable.length]).toEqual([1, 3]);
    redis.refused.add('publish');
    expect(await channel.askToLook()).toBe(false);
  });

  it('goes on telling after one who heard it failed, and all the others heard it', async () => {
    const { redis, changes, heard, unreadable } = joined();
    const failure = new Error('One of those who listen fails.');
    let fails = true;
    changes.listen(() => {
      if (fails) throw failure;
    });
    const after: Change[] = [];
    changes.listen((change) => after.push(change));
    redis.say(message({ route: posts, ids: [7] }));
    expect([heard, after, unreadable]).toEqual([[{ route: posts, ids: [7] }], [{ route: posts, ids: [7] }], [failure]]);
    expect(() => changes.announce({ route: posts, ids: [8] })).toThrow(failure);
    fails = false;
    await settled(Promise.resolve());
    expect(redis.published).toHaveLength(1);
  });

  it('tells what it could not tell when Redis is back, and reads nothing of it meanwhile', async () => {
    const { redis, cache, changes } = joined();
    redis.refused.add('publish');
    changes.announce({ route: posts, ids: [7] });
    expect((await cache.documents(posts, [7])).generation).toBeUndefined();
    await settled(Promise.resolve());
    expect([redis.restarts, redis.published]).toEqual([1, []]);
    redis.isUp = false;
    for (let id = 0; id < 1_001; id++) changes.announce({ route: posts, ids: [id] });
    await settled(Promise.resolve());
    await expect(redis.comeUp()).rejects.toThrow('publish is refused.');
    redis.refused.clear();
    await redis.comeUp();
    expect(redis.published.map((text) => JSON.parse(text).change)).toEqual([
      { route: '*' },
      { route: posts, ids: [1_000] },
    ]);
    await redis.comeUp();
    expect(redis.published).toHaveLength(2);
  });

  it('forgets nothing of what becomes too much to remember while it is told', async () => {
    const { redis, changes } = joined();
    redis.isUp = false;
    for (let id = 0; id < 1_000; id++) changes.announce({ route: posts, ids: [id] });
    await settled(Promise.resolve());
    const back = redis.comeUp();
    changes.announce({ route: posts, ids: [1_000] });
    await back;
    expect(redis.published.map((text) => JSON.parse(text).change).at(-1)).toEqual({ route: '*' });
  });

  it('means the whole collection where it names more than a look finds', () => {
    const ids = Array.from({ length: 5_001 }, (_, index) => index);
    const read = (named: object) => readMessage(JSON.stringify({ from: 'x', change: { route: posts, ...named } }));
    for (const many of [{ ids }, { kept: ids }, { ids: ids.slice(3_000), kept: ids.slice(2_000) }]) {
      expect(read(many)).toEqual({ from: 'x', change: { route: posts } });
    }
    expect(read({ ids: [7], kept: ids.slice(2) })).toMatchObject({ change: { ids: [7], kept: ids.slice(2) } });
  });

  it('names a whole collection where a message would be too long', () => {
    const ids = Array.from({ length: 300_000 }, (_, index) => index);
    const text = writeMessage({ from: 'x', change: { route: posts, ids } });
    expect(readMessage(text)).toEqual({ from: 'x', change: { route: posts } });
  });

  it('that says that everything changed leaves alone who looks, what was seen, and which signatures are spent', async () => {
    const { redis, changes } = joined();
    const { isFirst } = createFleet(redis.connection, site);
    expect([await isFirst('a signature', 600), await isFirst('a signature', 600)]).toEqual([true, false]);
    changes.announce({ route: '*' });
    await settled(Promise.resolve());
    expect(await isFirst('a signature', 600)).toBe(false);
    redis.isUp = false;
    expect(await isFirst('a signature', 600)).toBe(true);
  });
});

describe('the lease', () => {
  it('is held by nobody who can be told of where Redis refuses: then each looks for itself', async () => {
    const redis = fakeRedis();
    redis.refused.add('eval');
    const lease = createFleet(redis.connection, site).lease(30);
    expect(await lease.acquire()).toBeUndefined();
    redis.refused.add('set');
    await lease.save({}, 'a-site');
  });
});
