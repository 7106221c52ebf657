/**
 * The site as one gateway found it, for the next one that starts.
 */
import type { SiteSnapshot } from '../../wordpress/discovery/site-snapshot.ts';
import type { RedisConnection } from './connection.ts';
import type { Keys } from './keys.ts';
import { readSnapshot } from './reading.ts';

export interface Snapshots {
  find(): Promise<SiteSnapshot | undefined>;
  keep(snapshot: SiteSnapshot, milliseconds: number): Promise<void>;
}

export function createSnapshots(connection: RedisConnection, key: Keys, site: string): Snapshots {
  return {
    find: async () => readSnapshot(await connection.ask((redis) => redis.get(key.snapshot)), site),
    async keep(snapshot, milliseconds) {
      await connection.ask((redis) => redis.set(key.snapshot, JSON.stringify(snapshot), 'PX', milliseconds));
    },
  };
}
