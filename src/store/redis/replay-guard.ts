/**
 * Signatures that any of the gateways has seen.
 */
import type { RedisConnection } from './connection.ts';
import type { Keys } from './keys.ts';

/**
 * Whether nobody has shown a signature before, for so many seconds. While Redis is away nobody can tell, and it counts as the
 * first: each gateway still knows those that it has seen itself, so another one may hear an announcement again. What that
 * does is to drop what it names once more, and to look.
 */
export type ReplayGuard = (signature: string, seconds: number) => Promise<boolean>;

export function createReplayGuard(connection: RedisConnection, key: Keys): ReplayGuard {
  return async (signature, seconds) => {
    const name = key.signature(signature);
    return (await connection.ask((redis) => redis.set(name, '1', 'EX', seconds, 'NX'))) !== null;
  };
}
