/**
 * Which of several gateways looks for changes on behalf of all, and what it saw last.
 */
import { randomUUID } from 'node:crypto';
import type { FeedLease } from '../feed/change-feed.ts';
import type { RedisConnection } from './connection.ts';
import type { Keys } from './keys.ts';
import { readSights } from './reading.ts';

/** Two of the longest intervals between looks, and a little. */
const longestLease = 2 * 86_400_000 + 60_000;

/**
 * Takes the lease, or extends it when it is ours already. One that would not end, or not for longer than any gateway asks for,
 * was given to nobody.
 */
const leaseScript = `
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then
  local left = redis.call('PTTL', KEYS[1])
  if left >= 0 and left <= ${longestLease} then return 0 end
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

/** @param milliseconds how long the one who looks keeps that office */
export function createLease(connection: RedisConnection, key: Keys, milliseconds: number): FeedLease {
  const self = randomUUID();
  return {
    async acquire() {
      return connection.ask(async (redis) => {
        const isOurs = (await redis.eval(leaseScript, 1, key.lease, self, milliseconds)) === 1;
        return { isOurs, sights: readSights(await redis.get(key.sights)) };
      });
    },
    async save(sights) {
      await connection.ask((redis) => redis.set(key.sights, JSON.stringify(sights)));
    },
  };
}
