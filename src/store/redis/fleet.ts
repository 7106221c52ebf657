/**
 * A fleet: several gateways of one site, and all that they share in a Redis or Valkey.
 */
import type { FeedLease } from '../feed/change-feed.ts';
import type { RemoteQueries } from '../persisted-queries.ts';
import type { RemoteCache } from '../remote-cache.ts';
import { createRedisCache } from './cache.ts';
import { type Channel, createChannel } from './channel.ts';
import type { RedisConnection } from './connection.ts';
import { createKeys } from './keys.ts';
import { createLease } from './lease.ts';
import { createSharedQueries } from './queries.ts';
import { createReplayGuard, type ReplayGuard } from './replay-guard.ts';
import { createSnapshots, type Snapshots } from './snapshots.ts';

export interface Fleet {
  readonly cache: RemoteCache;
  readonly channel: Channel;
  /** @param interval seconds between two looks */
  lease(interval: number): FeedLease;
  readonly isFirst: ReplayGuard;
  readonly snapshots: Snapshots;
  readonly queries: RemoteQueries;
}

/**
 * @param site its address, which tells sites that share a Redis apart
 * @param view tells gateways apart to which the same site may show other things; empty where it shows what all see
 */
export function createFleet(connection: RedisConnection, site: string, view = ''): Fleet {
  const key = createKeys(site, view);
  const channel = createChannel(connection, key);
  return {
    cache: createRedisCache(connection, key, channel),
    channel,
    lease: (interval) => createLease(connection, key, channel, interval),
    isFirst: createReplayGuard(connection, key),
    snapshots: createSnapshots(connection, key, site),
    queries: createSharedQueries(connection, key),
  };
}
