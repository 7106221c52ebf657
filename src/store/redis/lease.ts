/**
 * Which of several gateways looks for changes on behalf of all, and what it saw last.
 */
import { randomUUID } from 'node:crypto';
import type { FeedLease, Sights } from '../change-feed.ts';
import type { RedisConnection } from './connection.ts';
import { parsed } from './documents.ts';
import type { Keys } from './keys.ts';

/** Takes the lease, or extends it when it is ours already. */
const leaseScript = `
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

/** @param milliseconds how long the one who looks keeps that office */
export function createLease(connection: RedisConnection, key: Keys, milliseconds: number): FeedLease {
  const self = randomUUID();
  return {
    async acquire() {
      return connection.ask(async (redis) => {
        const isOurs = (await redis.eval(leaseScript, 1, key.lease, self, milliseconds)) === 1;
        return { isOurs, sights: parsed<Sights>(await redis.get(key.sights)) };
      });
    },
    async save(sights) {
      await connection.ask((redis) => redis.set(key.sights, JSON.stringify(sights)));
    },
  };
}
