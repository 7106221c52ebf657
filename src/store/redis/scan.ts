/**
 * Many keys at once: finding those that begin alike, and removing them.
 */
import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

/** More than a gateway has any use for; a Redis that goes on for longer is asked no more. */
const mostNames = 2_000_000;
const mostRounds = 200_000;

export async function unlink(redis: Redis, names: readonly string[]): Promise<void> {
  for (let start = 0; start < names.length; start += 1_000) await redis.unlink(...names.slice(start, start + 1_000));
}

/** @throws Error when there is no end to them */
export async function scan(redis: Redis, start: string): Promise<string[]> {
  const names: string[] = [];
  // Braces and brackets of a route have no meaning of their own here.
  const match = `${start.replace(/[\\?*[\]]/g, '\\$&')}*`;
  let cursor = '0';
  for (let round = 0; round < mostRounds && names.length < mostNames; round++) {
    const [next, some] = await redis.scan(cursor, 'MATCH', match, 'COUNT', 500);
    for (const name of some) names.push(name);
    if (next === '0') return names;
    cursor = next;
  }
  throw new Error('There is no end to the keys in Redis.');
}

/** Ids of the documents of a collection. */
export async function idsOf(redis: Redis, key: Keys, collection: string): Promise<number[]> {
  const start = key.document(collection, 0).slice(0, -1);
  const ids = (await scan(redis, start)).map((name) => name.slice(start.length));
  return ids.filter((id) => /^\d{1,15}$/.test(id)).map(Number);
}
