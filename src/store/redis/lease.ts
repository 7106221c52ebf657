/**
 * Which of several gateways looks for changes on behalf of all, and what it saw last.
 */
import { randomUUID } from 'node:crypto';
import type { FeedLease } from '../feed/change-feed.ts';
import type { Channel } from './channel.ts';
import type { RedisConnection } from './connection.ts';
import type { Keys } from './keys.ts';
import { isFingerprint, readSights } from './reading.ts';

/**
 * Milliseconds of a lease, which every look renews: one look that is missed or slow does not cost the lease, and soon after
 * the gateway that has it is gone, another one takes it.
 * @param interval seconds between two looks
 */
function millisecondsOf(interval: number): number {
  return 2_000 * interval + 10_000;
}

/** More than the longest interval that can be set. */
const longestLease = millisecondsOf(86_400) + 50_000;

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

/** @param interval seconds between two looks */
export function createLease(
  connection: RedisConnection,
  key: Keys,
  channel: Pick<Channel, 'askToLook'>,
  interval: number,
): FeedLease {
  const self = randomUUID();
  return {
    async acquire() {
      return connection.ask(async (redis) => {
        const isOurs = (await redis.eval(leaseScript, 1, key.lease, self, millisecondsOf(interval))) === 1;
        const [sights, site] = await redis.mget(key.sights, key.site);
        return { isOurs, sights: readSights(sights), site: isFingerprint(site) ? site : undefined };
      });
    },
    async save(sights, site) {
      await connection.ask(async (redis) => {
        await redis.set(key.sights, JSON.stringify(sights));
        await redis.set(key.site, site);
      });
    },
    passOn: () => channel.askToLook(),
  };
}
