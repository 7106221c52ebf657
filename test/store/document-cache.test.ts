import { afterEach, describe, expect, it, vi } from 'vitest';
import { createChanges } from '../../src/store/changes.ts';
import { createDocumentCache } from '../../src/store/document-cache.ts';
import type { Lifetimes } from '../../src/store/freshness.ts';
import { createFleet } from '../../src/store/redis/fleet.ts';
import { Properties } from '../../src/wordpress/properties.ts';
import { fakeRedis } from '../support/fake-redis.ts';

const posts = '/wp/v2/posts';
const [slug, title] = [Properties.of('id', 'slug'), Properties.of('id', 'title')];
const row = (id: number) => ({ document: { id, slug: `post-${id}`, title: `Post ${id}` } as never, bytes: 100 });
const life = { fresh: 10_000, stale: 10_000, spare: 10_000 };
const list = (...ids: number[]) => ({ key: 'all', ids, total: ids.length, totalPages: 1, kind: 'content' as const });

afterEach(() => vi.useRealTimers());

/** The caches of two gateways on one Redis. */
function caches() {
  const redis = fakeRedis();
  const open = () => {
    const changes = createChanges();
    const { cache: remote, channel } = createFleet(redis.connect(), 'https://site.test/');
    const onLook = () => undefined;
    channel.join(changes, {
      isKnown: () => true,
      onLook,
      onSite: () => undefined,
      onGap: () => undefined,
      observer: {},
    });
    const lifetimes = { content: life, missing: { fresh: 1_000, stale: 0, spare: 0 } } as Lifetimes;
    const cache = createDocumentCache({ maxBytes: 1_000_000, lifetimes, kindOf: () => 'content', changes, remote });
    return { cache, changes };
  };
  return { redis, one: open(), other: open() };
}

/** What is written to Redis is not waited for. */
const written = () => new Promise((resolve) => setImmediate(resolve));

describe('what is known', () => {
  it('is found at the stage of its oldest part that is wanted, until it is gone', () => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] });
    const { cache } = caches().one;
    cache.learn(posts, [row(1)], slug, cache.asOf);
    vi.setSystemTime(1_005_000);
    cache.learn(posts, [row(1)], title, cache.asOf);
    const stages = (at: number) => {
      vi.setSystemTime(at);
      return [slug, title].map((wanted) => cache.document(posts, 1, wanted)?.stage);
    };
    expect(stages(1_006_000)).toEqual(['fresh', 'fresh']);
    expect(stages(1_011_000)).toEqual(['stale', 'fresh']);
    expect(stages(1_021_000)).toEqual(['spare', 'stale']);
    expect(stages(1_031_000)).toEqual([undefined, 'spare']);
  });

  it('is given out as it is while all of it is equally fresh, else only what is wanted of it, at its own age', () => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] });
    const { cache } = caches().one;
    const both = slug.with('title');
    cache.learn(posts, [row(1), row(2)], both, cache.asOf);
    cache.learnList(posts, list(1, 2), cache.asOf);
    const covered = (wanted: Properties) => {
      const document = cache.document(posts, 1, wanted);
      const documents = [document?.value, ...(cache.list(posts, 'all', wanted)?.value.documents ?? [])];
      return documents.map(
        (known) =>
          known &&
          [known.at, both, slug, title].map((one) =>
            typeof one === 'number' ? one - 1_000_000 : known.properties.covers(one),
          ),
      );
    };
    const whole = [0, true, true, true];
    expect(covered(slug)).toEqual([whole, whole, whole]);
    vi.setSystemTime(1_009_000);
    cache.learn(posts, [row(1)], title, cache.asOf);
    expect(covered(title)).toEqual([[9_000, false, false, true], [9_000, false, false, true], whole]);
    expect(covered(slug)).toEqual([[0, false, true, false], [0, false, true, false], whole]);
    vi.setSystemTime(1_010_000);
    expect(covered(slug)[2]).toEqual([0, false, true, false]);
  });

  it('is a list as far as all of its documents are known, and as old as the oldest of them', () => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] });
    const { cache } = caches().one;
    cache.learn(posts, [row(1)], slug, cache.asOf);
    vi.setSystemTime(1_004_000);
    cache.learnList(posts, list(1, 2), cache.asOf);
    expect(cache.list(posts, 'all', slug)).toBeUndefined();
    cache.learn(posts, [row(2)], slug, cache.asOf);
    expect(cache.list(posts, 'all', slug)).toMatchObject({ at: 1_000_000, value: { total: 2 } });
    expect(cache.list(posts, 'all', title)).toBeUndefined();
    cache.learnAbsent(posts, [2], cache.asOf);
    expect(cache.list(posts, 'all', slug)).toBeUndefined();
    expect(cache.document(posts, 2, title)).toMatchObject({ kind: 'missing', value: { document: null } });
  });

  it('is recalled from what another gateway has kept, a list with the documents that are not at hand', async () => {
    const { one, other } = caches();
    const { asOf } = await one.cache.recallDocuments(posts, [1, 2]);
    one.cache.learn(posts, [row(1), row(2)], slug, asOf);
    one.cache.learnList(posts, list(2, 1), asOf);
    await written();
    expect(other.cache.list(posts, 'all', slug)).toBeUndefined();
    const { found } = await other.cache.recallList(posts, 'all', slug);
    expect(found?.value.documents.map(({ document }) => document?.id)).toEqual([2, 1]);
    expect(other.cache.list(posts, 'all', slug)?.stage).toBe('fresh');
    expect((await other.cache.recallDocuments(posts, [1])).find(1, slug)?.stage).toBe('fresh');
    expect([...(await other.cache.ids(posts))].sort()).toEqual([1, 2]);
  });

  it('is nothing that was asked for before a change, here or there', async () => {
    const { redis, one } = caches();
    const { asOf } = await one.cache.recallDocuments(posts, [1]);
    one.changes.announce({ route: posts, ids: [9] });
    one.cache.learn(posts, [row(1)], slug, asOf);
    one.cache.learnList(posts, list(1), asOf);
    await written();
    expect(one.cache.document(posts, 1, slug)).toBeUndefined();
    expect(one.cache.list(posts, 'all', slug)).toBeUndefined();
    expect([...redis.held.keys()].filter((key) => /:(document|list):/.test(key))).toEqual([]);
  });

  it('is not written to a Redis that was not asked before WordPress was', async () => {
    const { redis, one } = caches();
    one.cache.learn(posts, [row(1)], slug, one.cache.asOf);
    await written();
    expect(one.cache.document(posts, 1, slug)).toBeDefined();
    expect([...redis.held.keys()]).toEqual([]);
  });

  it('is learned by methods that need no object', () => {
    const { document, learnUnasked, asOf } = caches().one.cache;
    learnUnasked(posts, [row(1)], slug, asOf);
    expect(document(posts, 1, slug)?.stage).toBe('fresh');
  });
});
