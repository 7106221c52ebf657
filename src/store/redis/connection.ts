/**
 * The connections to a Redis or Valkey that several gateways share.
 * Knows how to do without it: nothing here fails when it is away, it only has nothing to say, and it is told once.
 */
import { Redis } from 'ioredis';
import type { Observer } from '../../observer.ts';

export interface RedisConnection {
  readonly isUp: boolean;
  /** The result of commands, `undefined` when Redis is away, fails or refuses one of them. */
  ask<T>(commands: (redis: Redis) => Promise<T>): Promise<T | undefined>;
  /** Messages of a channel. `onGap` is called when some may have been missed. */
  subscribe(channel: string, onMessage: (message: string) => void, onGap: () => void): void;
  /** Done each time that Redis has become reachable, ahead of anything else; until it has been done, Redis counts as away. */
  whenUp(work: (redis: Redis) => Promise<unknown>): void;
  /** Greets it anew: what a command was to do has to be done before it is asked again. */
  restart(): void;
  close(): Promise<void>;
}

/** Asking WordPress takes longer than that, but not by much. */
const commandMilliseconds = 500;
const connectMilliseconds = 1_000;
const mostBetweenTries = 2_000;

/** Said of the command, not of the server: a server that loads or has become a replica is better asked again later. */
function isRefusal(error: unknown): boolean {
  const { name, message } = error as Error;
  return name === 'ReplyError' && !/^(READONLY|LOADING|MASTERDOWN|CLUSTERDOWN|NOAUTH)/.test(message);
}

/** Waits until Redis is there, or known not to be. */
export async function connectRedis(url: string, observer: Observer): Promise<RedisConnection> {
  const options = {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResubscribe: false,
    connectTimeout: connectMilliseconds,
    commandTimeout: commandMilliseconds,
    retryStrategy: (times: number) => Math.min(50 * 2 ** Math.min(times, 10), mostBetweenTries),
  } as const;
  const redis = new Redis(url, options);
  const subscriber = new Redis(url, options);
  const preparations: ((redis: Redis) => Promise<unknown>)[] = [];
  let isUp = false;
  let isAnnouncedAway = false;
  let isClosed = false;
  let reason = 'the connection was closed';
  let again: NodeJS.Timeout | undefined;

  redis.on('error', (error: Error & { code?: string }) => {
    reason = error.code ?? error.name;
  });
  let prepared = Promise.resolve();
  redis.on('ready', () => {
    prepared = Promise.all(preparations.map(async (work) => work(redis)))
      .then(() => {
        isUp = true;
        if (isAnnouncedAway) observer.redis?.({ step: 'back' });
        isAnnouncedAway = false;
      })
      .catch((error: Error) => {
        reason = error.name;
        // Where it is there and refuses, it will do so again the next moment.
        again = setTimeout(() => redis.disconnect(true), mostBetweenTries).unref();
      });
  });
  redis.on('close', () => {
    isUp = false;
    if (isClosed || isAnnouncedAway) return;
    isAnnouncedAway = true;
    observer.redis?.({ step: 'away', reason });
  });
  subscriber.on('error', () => undefined);

  /** Many commands may fail together: the first one's failure counts. */
  function restart(): void {
    if (!isUp) return;
    isUp = false;
    redis.disconnect(true);
  }

  await Promise.all([redis, subscriber].map(async (connection) => connection.connect().catch(() => undefined)));
  await prepared;

  return {
    get isUp() {
      return isUp;
    },
    async ask(commands) {
      if (!isUp) return undefined;
      try {
        return await commands(redis);
      } catch (error) {
        // It has answered: what it refuses is no reason to leave it.
        if (isRefusal(error)) return undefined;
        reason = (error as Error).message === 'Command timed out' ? 'it does not answer' : (error as Error).name;
        // Once is enough to wait for it: it is asked again when it has greeted a new connection.
        restart();
        return undefined;
      }
    },
    subscribe(channel, onMessage, onGap) {
      subscriber.on('message', (_channel: string, message: string) => onMessage(message));
      let wasLost = subscriber.status !== 'ready';
      const listen = () => {
        subscriber.subscribe(channel).then(
          () => {
            if (wasLost) onGap();
            wasLost = false;
          },
          () => undefined,
        );
      };
      subscriber.on('close', () => {
        wasLost = true;
      });
      subscriber.on('ready', listen);
      if (subscriber.status === 'ready') listen();
    },
    whenUp(work) {
      preparations.push(work);
    },
    restart,
    async close() {
      isClosed = true;
      clearTimeout(again);
      redis.disconnect();
      subscriber.disconnect();
    },
  };
}
