/**
 * Signatures that any of the gateways has seen.
 */
import type { RedisConnection } from './connection.ts';
import type { Keys } from './keys.ts';

/** Whether nobody has shown a signature before, for so many seconds. */
export type ReplayGuard = (signature: string, seconds: number) => Promise<boolean>;

export function createReplayGuard(connection: RedisConnection, key: Keys): ReplayGuard {
  return async (signature, seconds) => {
    const name = key.signature(signature);
    return (await connection.ask((redis) => redis.set(name, '1', 'EX', seconds, 'NX'))) !== null;
  };
}
