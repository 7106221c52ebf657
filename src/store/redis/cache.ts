/**
 * Documents and lists that several gateways share in Redis.
 *
 * Each collection has a generation, a random word that every change replaces. A list counts only under the generation that it
 * was written with, and what was asked of WordPress before a change is not written after it.
 */
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { RemoteCache } from '../remote-cache.ts';
import type { Channel } from './channel.ts';
import type { RedisConnection } from './connection.ts';
import type { Keys } from './keys.ts';
import { createSharedSets, readDocument, readList } from './reading.ts';
import { idsOf } from './scan.ts';
import { writeEntry } from './writing.ts';

/** Writes nothing when the collection has changed meanwhile. KEYS: generation, entries; ARGV: generation, then text and time of each. */
const keepScript = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
for index = 2, #KEYS do redis.call('SET', KEYS[index], ARGV[2 * index - 2], 'PX', ARGV[2 * index - 1]) end
return 1`;

export function createRedisCache(connection: RedisConnection, key: Keys, { isSpreading }: Channel): RemoteCache {
  const sharedSet = createSharedSets();

  /** The values of keys of a collection, and its generation, which is made up where there is none. */
  async function read(collection: string, keys: readonly string[]) {
    if (isSpreading(collection)) return undefined;
    return connection.ask(async (redis) => {
      const [generation, ...values] = await redis.mget(key.generation(collection), ...keys);
      if (isWord(generation)) return { generation, values };
      if (generation !== null) return undefined;
      await redis.set(key.generation(collection), randomUUID(), 'NX');
      const made = await redis.get(key.generation(collection));
      return isWord(made) ? { generation: made, values: [] } : undefined;
    });
  }

  return {
    async documents(collection, ids) {
      const answer = await read(
        collection,
        ids.map((id) => key.document(collection, id)),
      );
      const known = ids.map((id, index) => readDocument(answer?.values[index], id, sharedSet));
      return { generation: answer?.generation, known };
    },
    async list(collection, name) {
      const answer = await read(collection, [key.list(collection, name)]);
      const { generation, values } = answer ?? {};
      return { generation, list: generation === undefined ? undefined : readList(values?.[0], generation) };
    },
    keep(collection, generation, entries) {
      const names: string[] = [];
      const values: (string | number)[] = [];
      for (const entry of entries) {
        const text = writeEntry(entry, generation);
        if (text === undefined) continue;
        names.push('id' in entry ? key.document(collection, entry.id) : key.list(collection, entry.key));
        values.push(text, Math.max(1, entry.milliseconds));
      }
      if (names.length === 0) return;
      const keepAll = (redis: Redis) =>
        redis.eval(keepScript, names.length + 1, key.generation(collection), ...names, generation, ...values);
      void connection.ask(keepAll).catch(() => undefined);
    },
    async inUse(collections) {
      // What is read of a collection makes it a generation, where it has none.
      const generations = await connection.ask((redis) => redis.mget(...collections.map(key.generation)));
      return collections.filter((_collection, index) => generations?.[index] != null);
    },
    ids: async (collection) => (await connection.ask((redis) => idsOf(redis, key, collection))) ?? [],
  };
}

/** A generation is a word of a few letters; it goes along with all that is written. */
function isWord(generation: string | null | undefined): generation is string {
  return typeof generation === 'string' && generation.length > 0 && generation.length <= 100;
}
