/**
 * What gateways that share a Redis say to each other: what has changed, and that it is time to look.
 * Knows that what changed is dropped there before anybody hears of it, and that what could not be told is told later.
 */
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Observer } from '../../observer.ts';
import { type Change, concerns, everything, isEverything } from '../change.ts';
import type { Changes } from '../changes.ts';
import type { RedisConnection } from './connection.ts';
import type { Keys } from './keys.ts';
import { readMessage } from './reading.ts';
import { idsOf, scan, unlink } from './scan.ts';
import { writeMessage } from './writing.ts';

export interface Channel {
  /** Joins the announcements of all gateways. @returns what ends telling them of those made here */
  join(changes: Changes, options: ChannelOptions): () => void;
  /** Whether a change of a collection is on its way to Redis: until it is there, that holds what is no longer so. */
  isSpreading(collection: string): boolean;
  /** Asks the one that looks for changes to look now. Whether it could be said. */
  askToLook(): Promise<boolean>;
  /** Says that the site has become another one, of which there is a snapshot. @param fingerprint its own */
  tellSite(fingerprint: string): Promise<void>;
}

export interface ChannelOptions {
  /** Whether the site has such a collection. */
  isKnown(route: string): boolean;
  /** Another gateway was asked to look for changes, and is not the one that does. */
  onLook(): void;
  /** Another gateway serves the site as it has become. */
  onSite(fingerprint: string): void;
  /** Some announcements may have been lost. */
  onGap(): void;
  readonly observer: Observer;
}

const mostPending = 1_000;

export function createChannel(connection: RedisConnection, key: Keys): Channel {
  const self = randomUUID();
  const pending: Change[] = [];
  const spreading = new Map<string, number>();

  async function drop(redis: Redis, change: Change): Promise<void> {
    const { route, ids, kept } = change;
    if (isEverything(change)) {
      await unlink(redis, (await scan(redis, key.prefix)).filter(key.isDropped));
      return;
    }
    const known = ids && !kept ? ids : await idsOf(redis, key, route);
    const gone = known.filter((id) => concerns(change, route, id)).map((id) => key.document(route, id));
    await redis.set(key.generation(route), randomUUID());
    await unlink(redis, gone);
  }

  /** Dropped first: a gateway that hears of it must not find it again. */
  async function spread(redis: Redis, change: Change): Promise<true> {
    await drop(redis, change);
    await redis.publish(key.channel, writeMessage({ from: self, change }));
    return true;
  }

  connection.whenUp(async (redis) => {
    for (let change = pending[0]; change; change = pending[0]) {
      await spread(redis, change);
      // Meanwhile there may have been too many, and one that says it all has taken their place.
      if (pending[0] === change) pending.shift();
    }
  });

  function remember(change: Change): void {
    if (pending.length < mostPending) pending.push(change);
    else pending.splice(0, pending.length, everything);
  }

  async function tell(change: Change): Promise<void> {
    const { route } = change;
    spreading.set(route, (spreading.get(route) ?? 0) + 1);
    const isTold = await connection.ask((redis) => spread(redis, change));
    if (!isTold) {
      remember(change);
      // Until it is told, Redis holds what is no longer so: it counts as away, and is told when it is back.
      connection.restart();
    }
    const others = (spreading.get(route) ?? 1) - 1;
    if (others > 0) spreading.set(route, others);
    else spreading.delete(route);
  }

  return {
    async askToLook() {
      const text = writeMessage({ from: self, look: true });
      return (await connection.ask((redis) => redis.publish(key.channel, text))) !== undefined;
    },
    async tellSite(site) {
      await connection.ask((redis) => redis.publish(key.channel, writeMessage({ from: self, site })));
    },
    isSpreading: (collection) => spreading.has(collection) || spreading.has(everything.route),
    join(changes, { isKnown, onLook, onSite, onGap, observer }) {
      let isReceiving = false;
      const end = changes.listen((change) => {
        if (!isReceiving) void tell(change).catch(() => remember(change));
      });
      const receive = (text: string) => {
        const message = readMessage(text);
        if (message?.from === self) return;
        if (message && 'look' in message) {
          onLook();
          return;
        }
        if (message && 'site' in message) {
          onSite(message.site);
          return;
        }
        if (!message || !(isEverything(message.change) || isKnown(message.change.route))) {
          observer.redis?.({ step: 'unreadable' });
          return;
        }
        isReceiving = true;
        try {
          changes.announce(message.change);
        } catch (error) {
          observer.redis?.({ step: 'unreadable', error });
        } finally {
          isReceiving = false;
        }
      };
      connection.subscribe(key.channel, receive, () => {
        observer.redis?.({ step: 'gap' });
        onGap();
      });
      return end;
    },
  };
}
