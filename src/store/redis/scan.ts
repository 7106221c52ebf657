/**
 * Many keys at once: finding those that begin alike, and removing them.
 */
import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

export async function unlink(redis: Redis, names: readonly string[]): Promise<void> {
  for (let start = 0; start < names.length; start += 1_000) await redis.unlink(...names.slice(start, start + 1_000));
}

export async function scan(redis: Redis, start: string): Promise<string[]> {
  const names: string[] = [];
  // Braces and brackets of a route have no meaning of their own here.
  const match = start.replace(/[\\?*[\]]/g, '\\$&');
  for await (const some of redis.scanStream({ match: `${match}*`, count: 500 })) names.push(...(some as string[]));
  return names;
}

/** Ids of the documents of a collection. */
export async function idsOf(redis: Redis, key: Keys, collection: string): Promise<number[]> {
  const start = key.document(collection, 0).slice(0, -1);
  return (await scan(redis, start)).map((name) => Number(name.slice(start.length)));
}
