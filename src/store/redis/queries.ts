/**
 * Texts of queries that several gateways share in Redis.
 * Knows how long they stay there: one that no gateway has kept anew since is gone, and clients send it again.
 */
import type { RemoteQueries } from '../persisted-queries.ts';
import type { RedisConnection } from './connection.ts';
import type { Keys } from './keys.ts';

const keptSeconds = 86_400;
/** In characters; a longer query stays with the gateway that has heard it. */
const longestQuery = 100_000;

export function createSharedQueries(connection: RedisConnection, key: Keys): RemoteQueries {
  return {
    async find(hash) {
      const text = await connection.ask((redis) => redis.get(key.query(hash)));
      return text && text.length <= longestQuery ? text : undefined;
    },
    keep(hash, query) {
      if (query.length > longestQuery) return;
      void connection.ask((redis) => redis.set(key.query(hash), query, 'EX', keptSeconds)).catch(() => undefined);
    },
  };
}
