/**
 * What several gateways share in Redis: documents and lists, announcements of changes, and who of them looks for changes.
 *
 * Each collection has a generation, a random word that every change replaces. A list counts only under the generation that it
 * was written with, and what was asked of WordPress before a change is not written after it.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Properties } from '../wordpress/properties.ts';
import type { SiteSnapshot } from '../wordpress/site-snapshot.ts';
import type { FeedLease, Sights } from './change-feed.ts';
import { type Change, type Changes, concerns, everything } from './changes.ts';
import type { RemoteCache, RemoteEntry } from './document-cache.ts';
import type { KnownDocument } from './known-document.ts';
import type { KnownList } from './memory-cache.ts';
import type { RedisConnection } from './redis-connection.ts';

export interface RedisCache extends RemoteCache {
  /** Joins the announcements of all gateways. `onGap`: some of them may have been lost. */
  join(changes: Changes, onGap: () => void): void;
  /** @param milliseconds how long the one who looks keeps that office */
  lease(milliseconds: number): FeedLease;
  /** Whether nobody has shown this signature before. */
  isFirst(signature: string, seconds: number): Promise<boolean>;
  snapshot(): Promise<SiteSnapshot | undefined>;
  keepSnapshot(snapshot: SiteSnapshot, milliseconds: number): Promise<void>;
}

/** Raised when what is written changes its form, so that gateways of two releases can share a Redis. */
const format = 2;
const mostPending = 1_000;

/** Writes nothing when the collection has changed meanwhile. KEYS: generation, entries; ARGV: generation, then text and time of each. */
const keepScript = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
for index = 2, #KEYS do redis.call('SET', KEYS[index], ARGV[2 * index - 2], 'PX', ARGV[2 * index - 1]) end
return 1`;

/** Takes the lease, or extends it when it is ours already. */
const leaseScript = `
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

/** @param site tells sites that share a Redis apart; only its hash is written */
export function createRedisCache(connection: RedisConnection, site: string): RedisCache {
  const self = randomUUID();
  // In braces, so that a cluster keeps all keys of a site in one place.
  const prefix = `pressgraph${format}:{${createHash('sha256').update(site).digest('hex').slice(0, 16)}}:`;
  const key = {
    generation: (collection: string) => `${prefix}generation:${collection}`,
    document: (collection: string, id: number) => `${prefix}document:${collection}/${id}`,
    list: (collection: string, name: string) =>
      `${prefix}list:${collection}:${createHash('sha256').update(name).digest('base64url')}`,
    channel: `${prefix}changes`,
    lease: `${prefix}lease`,
    sights: `${prefix}sights`,
    snapshot: `${prefix}snapshot`,
  };
  const pending: Change[] = [];
  /** Changes that are on their way to Redis, by collection: until they are there, it holds what is no longer so. */
  const spreading = new Map<string, number>();
  const isSpreading = (collection: string) => spreading.has(collection) || spreading.has('*');

  /** The values of keys of a collection, and its generation, which is made up where there is none. */
  async function read(collection: string, keys: readonly string[]) {
    if (isSpreading(collection)) return undefined;
    return connection.ask(async (redis) => {
      const [generation, ...values] = await redis.mget(key.generation(collection), ...keys);
      if (generation) return { generation, values };
      await redis.set(key.generation(collection), randomUUID(), 'NX');
      return { generation: (await redis.get(key.generation(collection))) ?? undefined, values: [] };
    });
  }

  async function idsOf(redis: Redis, collection: string): Promise<number[]> {
    const start = key.document(collection, 0).slice(0, -1);
    return (await scan(redis, `${start}*`)).map((name) => Number(name.slice(start.length)));
  }

  async function drop(redis: Redis, change: Change): Promise<void> {
    const { route, ids, kept } = change;
    if (route === '*') {
      const names = await scan(redis, `${prefix}*`);
      const gone = names.filter((name) => name !== key.lease && name !== key.sights);
      await unlink(redis, gone);
      return;
    }
    const known = ids && !kept ? ids : await idsOf(redis, route);
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
    async documents(collection, ids) {
      const answer = await read(
        collection,
        ids.map((id) => key.document(collection, id)),
      );
      const known = ids.map((_id, index) => parsedDocument(answer?.values[index]));
      return { generation: answer?.generation, known };
    },
    async list(collection, name) {
      const answer = await read(collection, [key.list(collection, name)]);
      const list = parsed<KnownList & { readonly generation: string }>(answer?.values[0]);
      return { generation: answer?.generation, list: list?.generation === answer?.generation ? list : undefined };
    },
    keep(collection, generation, entries) {
      if (entries.length === 0) return;
      const names = entries.map((entry) =>
        'id' in entry ? key.document(collection, entry.id) : key.list(collection, entry.key),
      );
      const values = entries.flatMap((entry) => [written(entry, generation), Math.max(1, entry.milliseconds)]);
      const keepAll = (redis: Redis) =>
        redis.eval(keepScript, names.length + 1, key.generation(collection), ...names, generation, ...values);
      void connection.ask(keepAll).catch(() => undefined);
    },
    ids: async (collection) => (await connection.ask((redis) => idsOf(redis, collection))) ?? [],

    join(changes, onGap) {
      let isReceiving = false;
      const remember = (change: Change) => {
        if (pending.length < mostPending) pending.push(change);
        else pending.splice(0, pending.length, everything);
      };
      changes.listen((change) => {
        if (isReceiving) return;
        spreading.set(change.route, (spreading.get(change.route) ?? 0) + 1);
        const settle = (done?: true) => {
          if (!done) remember(change);
          const others = (spreading.get(change.route) ?? 1) - 1;
          if (others > 0) spreading.set(change.route, others);
          else spreading.delete(change.route);
        };
        const spreadAll = connection.ask((redis) => spread(redis, change));
        void spreadAll.then(settle, () => settle());
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
    lease: (milliseconds) => ({
      async acquire() {
        return connection.ask(async (redis) => {
          const isOurs = (await redis.eval(leaseScript, 1, key.lease, self, milliseconds)) === 1;
          return { isOurs, sights: parsed<Sights>(await redis.get(key.sights)) };
        });
      },
      async save(sights) {
        await connection.ask((redis) => redis.set(key.sights, JSON.stringify(sights)));
      },
    }),
    async isFirst(signature, seconds) {
      const name = `${prefix}signature:${createHash('sha256').update(signature).digest('base64url')}`;
      return (await connection.ask((redis) => redis.set(name, '1', 'EX', seconds, 'NX'))) !== null;
    },
    snapshot: async () => parsed<SiteSnapshot>(await connection.ask((redis) => redis.get(key.snapshot))),
    async keepSnapshot(snapshot, milliseconds) {
      await connection.ask((redis) => redis.set(key.snapshot, JSON.stringify(snapshot), 'PX', milliseconds));
    },
  };
}

async function unlink(redis: Redis, names: readonly string[]): Promise<void> {
  for (let start = 0; start < names.length; start += 1_000) await redis.unlink(...names.slice(start, start + 1_000));
}

async function scan(redis: Redis, pattern: string): Promise<string[]> {
  const names: string[] = [];
  // Braces and brackets of a route have no meaning of their own here.
  const match = pattern.slice(0, -1).replace(/[\\?*[\]]/g, '\\$&');
  for await (const some of redis.scanStream({ match: `${match}*`, count: 500 })) names.push(...(some as string[]));
  return names;
}

interface WrittenDocument extends Omit<KnownDocument, 'properties' | 'earlier'> {
  readonly properties: readonly string[];
  readonly earlier: readonly (Omit<KnownDocument['earlier'][number], 'properties'> & {
    readonly properties: readonly string[];
  })[];
}

function written(entry: RemoteEntry, generation: string): string {
  if ('list' in entry) return JSON.stringify({ ...entry.list, generation });
  const { known } = entry;
  const earlier = known.earlier.map((lesson) => ({ ...lesson, properties: [...lesson.properties] }));
  return JSON.stringify({ ...known, properties: [...known.properties], earlier } satisfies WrittenDocument);
}

function parsedDocument(text: string | null | undefined): KnownDocument | undefined {
  const document = parsed<WrittenDocument>(text);
  if (!document) return undefined;
  const earlier = document.earlier.map((lesson) => ({ ...lesson, properties: sharedSet(lesson.properties) }));
  return { ...document, properties: sharedSet(document.properties), earlier };
}

/** Documents of a list were asked for alike: they share one set. */
const sets = new Map<string, Properties>();
const mostSets = 1_000;

function sharedSet(properties: readonly string[]): Properties {
  const name = properties.join();
  const known = sets.get(name) ?? new Set(properties);
  if (sets.size < mostSets) sets.set(name, known);
  return known;
}

/** What cannot be read was written by somebody else, and counts as not there. */
function parsed<T>(text: string | null | undefined): T | undefined {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
