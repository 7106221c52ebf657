/**
 * A Redis in memory, behind the one small interface by which a gateway knows one: what is in it may be written by a test, as
 * anybody could, and its commands may fail. Held to a real one by `test/store/redis/fleet.suite.ts`.
 */
import type { Redis } from 'ioredis';
import type { RedisConnection } from '../../src/store/redis/connection.ts';

export interface FakeRedis {
  /** Of the first gateway. */
  readonly connection: RedisConnection;
  /** The connection of one more gateway. */
  connect(): RedisConnection;
  readonly held: Map<string, string>;
  /** What was told to the channel. */
  readonly published: string[];
  /** How often it was greeted anew. */
  readonly restarts: number;
  /** Says something to all that listen to the channel. */
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
  const listeners: ((message: string) => void)[] = [];
  const ends = new Map<string, number>();
  const state = { isUp: true, restarts: 0 };

  const say = (message: string) => {
    for (const hear of listeners) hear(message);
  };
  const set = (key: string, value: string, unit?: unknown, time?: unknown) => {
    held.set(key, value);
    ends.delete(key);
    if (unit === 'PX') ends.set(key, Date.now() + Number(time));
    if (unit === 'EX') ends.set(key, Date.now() + Number(time) * 1_000);
  };
  const expire = () => {
    for (const [key, end] of ends) {
      if (end > Date.now()) continue;
      held.delete(key);
      ends.delete(key);
    }
  };

  const commands = {
    get: async (key: string) => held.get(key) ?? null,
    mget: async (...keys: string[]) => keys.map((key) => held.get(key) ?? null),
    async set(key: string, value: string, ...options: unknown[]) {
      if (options.includes('NX') && held.has(key)) return null;
      set(key, value, ...options);
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
      queueMicrotask(() => say(message));
      return listeners.length;
    },
    /** The two scripts that a gateway runs: who looks for changes, and what is kept under a generation. */
    async eval(script: string, count: number, ...given: unknown[]) {
      const [keys, values] = [given.slice(0, count) as string[], given.slice(count)];
      const [first = ''] = keys;
      if (script.includes('PTTL')) {
        if (held.has(first) && held.get(first) !== values[0] && ends.has(first)) return 0;
        set(first, String(values[0]), 'PX', values[1]);
        return 1;
      }
      if (held.get(first) !== values[0]) return 0;
      keys.slice(1).forEach((key, index) => void set(key, String(values[2 * index + 1]), 'PX', values[2 * index + 2]));
      return 1;
    },
  };
  const redis = new Proxy(commands, {
    get(target, name) {
      expire();
      if (refused.has(String(name))) return () => Promise.reject(new Error(`${String(name)} is refused.`));
      return target[name as keyof typeof target];
    },
  }) as unknown as Redis;

  const connect = () =>
    ({
      get isUp() {
        return state.isUp;
      },
      async ask<T>(work: (given: Redis) => Promise<T>) {
        if (!state.isUp) return undefined;
        return work(redis).catch(() => undefined);
      },
      subscribe: (_channel, onMessage) => void listeners.push(onMessage),
      whenUp: (work) => void works.push(work),
      restart: () => void state.restarts++,
      close: async () => undefined,
    }) satisfies RedisConnection;

  return Object.assign(state, {
    held,
    published,
    refused,
    say,
    connect,
    async comeUp() {
      for (const work of works) await work(redis);
      state.isUp = true;
    },
    connection: connect(),
  });
}
