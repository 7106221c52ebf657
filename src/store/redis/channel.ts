/**
 * Announcements of changes among the gateways that share a Redis.
 * Knows that what changed is dropped there before anybody hears of it, and that what could not be told is told later.
 */
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { type Change, type Changes, concerns, everything } from '../changes.ts';
import type { RedisConnection } from './connection.ts';
import type { Keys } from './keys.ts';
import { idsOf, scan, unlink } from './scan.ts';

export interface Channel {
  /** Joins the announcements of all gateways. `onGap`: some of them may have been lost. */
  join(changes: Changes, onGap: () => void): void;
  /** Whether a change of a collection is on its way to Redis: until it is there, that holds what is no longer so. */
  isSpreading(collection: string): boolean;
}

const mostPending = 1_000;

export function createChannel(connection: RedisConnection, key: Keys): Channel {
  const self = randomUUID();
  const pending: Change[] = [];
  const spreading = new Map<string, number>();

  async function drop(redis: Redis, change: Change): Promise<void> {
    const { route, ids, kept } = change;
    if (route === '*') {
      const names = await scan(redis, key.prefix);
      const gone = names.filter((name) => name !== key.lease && name !== key.sights);
      await unlink(redis, gone);
      return;
    }
    const known = ids && !kept ? ids : await idsOf(redis, key, route);
    const gone = known.filter((id) => concerns(change, route, id)).map((id) => key.document(route, id));
    await redis.set(key.generation(route), randomUUID());
    await unlink(redis, gone);
  }

  /** Dropped first: who hears of it must not find it again. */
  async function spread(redis: Redis, change: Change): Promise<true> {
    await drop(redis, change);
    await redis.publish(key.channel, JSON.stringify({ from: self, change }));
    return true;
  }

  connection.whenUp(async (redis) => {
    for (let change = pending[0]; change; change = pending[0]) {
      await spread(redis, change);
      pending.shift();
    }
  });

  return {
    isSpreading: (collection) => spreading.has(collection) || spreading.has('*'),
    join(changes, onGap) {
      let isReceiving = false;
      const remember = (change: Change) => {
        if (pending.length < mostPending) pending.push(change);
        else pending.splice(0, pending.length, everything);
      };
      changes.listen((change) => {
        if (isReceiving) return;
        spreading.set(change.route, (spreading.get(change.route) ?? 0) + 1);
        void connection
          .ask((redis) => spread(redis, change))
          .then((done) => {
            if (!done) remember(change);
            const others = (spreading.get(change.route) ?? 1) - 1;
            if (others > 0) spreading.set(change.route, others);
            else spreading.delete(change.route);
          });
      });
      const receive = (message: string) => {
        const { from, change } = JSON.parse(message) as { from: string; change: Change };
        if (from === self) return;
        isReceiving = true;
        changes.announce(change);
        isReceiving = false;
      };
      connection.subscribe(key.channel, receive, onGap);
    },
  };
}
