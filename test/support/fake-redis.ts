/**
 * A Redis in memory, behind the one small interface by which a gateway knows one: what is in it may be written by a test, as
 * anybody could, and its commands may fail.
 */
import type { Redis } from 'ioredis';
import type { RedisConnection } from '../../src/store/redis/connection.ts';

export interface FakeRedis {
  readonly connection: RedisConnection;
  readonly held: Map<string, string>;
  /** What was told to the channel. */
  readonly published: string[];
  /** How often it was greeted anew. */
  readonly restarts: number;
  /** Says something to who listens to the channel. */
  say(message: string): void;
  /** Commands of these names fail. */
  readonly refused: Set<string>;
  /** Comes back: what is to be done then is done. */
  comeUp(): Promise<void>;
  isUp: boolean;
}

export function fakeRedis(): FakeRedis {
  const held = new Map<string, string>();
  const published: string[] = [];
  const refused = new Set<string>();
  const works: ((redis: Redis) => Promise<unknown>)[] = [];
  let hear: (message: string) => void = () => undefined;
  const state = { isUp: true, restarts: 0 };

  const commands = {
    get: async (key: string) => held.get(key) ?? null,
    mget: async (...keys: string[]) => keys.map((key) => held.get(key) ?? null),
    async set(key: string, value: string, ...options: unknown[]) {
      if (options.includes('NX') && held.has(key)) return null;
      held.set(key, value);
      return 'OK';
    },
    async unlink(...keys: string[]) {
      for (const key of keys) held.delete(key);
      return keys.length;
    },
    async scan(cursor: string, _match: string, pattern: string) {
      const start = pattern.slice(0, -1).replace(/\\(.)/g, '$1');
      return [cursor === '0' ? '0' : cursor, [...held.keys()].filter((key) => key.startsWith(start))];
    },
    async publish(_channel: string, message: string) {
      published.push(message);
      return 1;
    },
    /** The only script that is run through it here: what is kept under a generation. */
    async eval(_script: string, count: number, ...given: unknown[]) {
      const [keys, values] = [given.slice(0, count) as string[], given.slice(count)];
      if (held.get(keys[0] ?? '') !== values[0]) return 0;
      keys.slice(1).forEach((key, index) => void held.set(key, String(values[2 * index + 1])));
      return 1;
    },
  };
  const redis = new Proxy(commands, {
    get(target, name) {
      if (refused.has(String(name))) return () => Promise.reject(new Error(`${String(name)} is refused.`));
      return target[name as keyof typeof target];
    },
  }) as unknown as Redis;

  return Object.assign(state, {
    held,
    published,
    refused,
    say: (message: string) => hear(message),
    async comeUp() {
      for (const work of works) await work(redis);
      state.isUp = true;
    },
    connection: {
      get isUp() {
        return state.isUp;
      },
      async ask<T>(work: (given: Redis) => Promise<T>) {
        if (!state.isUp) return undefined;
        return work(redis).catch(() => undefined);
      },
      subscribe(_channel, onMessage) {
        hear = onMessage;
      },
      whenUp: (work) => void works.push(work),
      restart: () => void state.restarts++,
      close: async () => undefined,
    } satisfies RedisConnection,
  });
}
