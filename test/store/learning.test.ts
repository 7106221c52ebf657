import { afterEach, describe, expect, it, vi } from 'vitest';
import { keptKinds } from '../../src/kept-kinds.ts';
import { createChanges } from '../../src/store/changes.ts';
import { createDocumentCache } from '../../src/store/document-cache.ts';
import type { Lifetimes } from '../../src/store/freshness.ts';
import type { RemoteCache, RemoteEntry } from '../../src/store/remote-cache.ts';
import { Properties } from '../../src/wordpress/properties.ts';

const users = '/wp/v2/users';
const properties = Properties.of('id', 'name');
const row = (id: number, name = `User ${id}`) => ({ document: { id, name } as never, bytes: 100 });

function cacheWithRemote(maxBytes = 100_000) {
  const kept: (readonly RemoteEntry[])[] = [];
  const remote: RemoteCache = {
    documents: async (_collection, ids) => ({ generation: 'g', known: ids.map(() => undefined) }),
    list: async () => ({ generation: 'g', list: undefined }),
    keep: (_collection, _generation, entries) => void (entries.length > 0 && kept.push(entries)),
    inUse: async () => [],
    ids: async () => [],
  };
  const minute = { fresh: 60_000, stale: 60_000, spare: 60_000 };
  const lifetimes = Object.fromEntries(keptKinds.map((kind) => [kind, minute])) as unknown as Lifetimes;
  const changes = createChanges();
  const cache = createDocumentCache({ maxBytes, lifetimes, kindOf: () => 'users', changes, remote });
  const unasked = async (...rows: ReturnType<typeof row>[]) =>
    cache.learnUnasked(users, rows, properties, (await cache.recallDocuments(users, [])).asOf);
  const idsKept = () => kept.map((entries) => entries.map((entry) => 'id' in entry && entry.id));
  return { cache, changes, unasked, idsKept };
}

afterEach(() => vi.useRealTimers());

describe('what is learned before anybody has asked', () => {
  it('is known, here and to the others, and is not written anew while it is fresh', async () => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] });
    const { cache, unasked, idsKept } = cacheWithRemote();
    await unasked(row(1), row(2));
    expect(cache.document(users, 1, properties)).toMatchObject({
      stage: 'fresh',
      value: { document: { name: 'User 1' } },
    });
    await unasked(row(1), row(2), row(3));
    expect(idsKept()).toEqual([[1, 2], [3]]);
    vi.setSystemTime(1_031_000);
    await unasked(row(1), row(2), row(3));
    expect(idsKept()).toEqual([[1, 2], [3], [1, 2, 3]]);
    vi.setSystemTime(1_080_000);
    expect(cache.document(users, 1, properties)?.stage).toBe('fresh');
  });

  it('is only what nobody has said to be otherwise meanwhile', async () => {
    const { cache, changes } = cacheWithRemote();
    const { asOf } = await cache.recallDocuments(users, []);
    changes.announce({ route: users, ids: [1] });
    cache.learnUnasked(users, [row(1)], properties, asOf);
    expect(cache.document(users, 1, properties)).toBeUndefined();
  });

  it('takes no more than a small part of the memory', async () => {
    const { cache, unasked } = cacheWithRemote(10_000);
    await unasked(row(1), row(2), row(3), row(4), row(5), row(6));
    expect(await cache.ids(users)).toEqual([]);
    await unasked(row(1), row(2), row(3));
    expect([...(await cache.ids(users))].sort()).toEqual([1, 2, 3]);
  });
});
