/**
 * Public documents and lists in this process' memory, within a number of bytes.
 * Knows sizes, what a change makes worthless, and that an answer asked for before a change must not be kept after it.
 */
import { LRUCache } from 'lru-cache';
import { type Change, concerns } from './changes.ts';
import type { Kind } from './freshness.ts';
import { bytesOf, type KnownDocument, merged } from './known-document.ts';

/** A list as it was answered: ids in order, and what WordPress said of the whole. */
export interface KnownList {
  readonly ids: readonly number[];
  readonly total: number | undefined;
  readonly totalPages: number | undefined;
  /** Says how long it is believed. */
  readonly kind: Kind;
  /** When WordPress said so, in milliseconds since the epoch. */
  readonly at: number;
}

export interface MemoryCache {
  document(collection: string, id: number): KnownDocument | undefined;
  list(collection: string, key: string): KnownList | undefined;
  /**
   * A number that every change of the collection raises. Who asks WordPress takes it first and hands it in with the answer:
   * what was asked before a change may be older than it, and is not kept.
   */
  generation(collection: string): number;
  /** Adds what was learned to what is known, and gives the whole; `undefined` when it came too late to be kept. */
  learnDocument(collection: string, id: number, lesson: KnownDocument, generation: number): KnownDocument | undefined;
  learnList(collection: string, key: string, list: KnownList, generation: number): boolean;
  /** Ids of the documents of a collection that are kept here. */
  ids(collection: string): number[];
  drop(change: Change): void;
}

interface HeldList extends KnownList {
  readonly generation: number;
}

/** Kept apart by their keys: one store, so that one number bounds both. */
type Held = KnownDocument | HeldList;

/** What an entry takes beside its content: key, bookkeeping, objects. Measured, see `bench/memory.ts`. */
const entryBytes = 500;
/** Parsed JSON takes this many times the length of its text, roughly. */
const parsedSize = 2;
const idBytes = 8;

export function createMemoryCache(maxBytes: number): MemoryCache {
  const held = new LRUCache<string, Held>({
    maxSize: Math.max(1, maxBytes),
    sizeCalculation: (entry, key) =>
      entryBytes + 2 * key.length + ('ids' in entry ? entry.ids.length * idBytes : bytesOf(entry) * parsedSize),
  });
  const generations = new Map<string, number>();
  let all = 0;
  const generation = (collection: string) => (generations.get(collection) ?? 0) + all;
  const documentKey = (collection: string, id: number) => `${collection}/${id}`;
  const listKey = (collection: string, key: string) => `${collection} ${key}`;

  function* idsOf(collection: string): Generator<number> {
    const prefix = documentKey(collection, 0).slice(0, -1);
    for (const key of held.keys()) {
      if (key.startsWith(prefix) && !key.includes(' ')) yield Number(key.slice(prefix.length));
    }
  }

  return {
    document: (collection, id) => held.get(documentKey(collection, id)) as KnownDocument | undefined,
    list(collection, key) {
      const list = held.get(listKey(collection, key)) as HeldList | undefined;
      return list?.generation === generation(collection) ? list : undefined;
    },
    generation,
    learnDocument(collection, id, lesson, asOf) {
      if (asOf !== generation(collection)) return undefined;
      const key = documentKey(collection, id);
      const whole = merged(held.get(key) as KnownDocument | undefined, lesson);
      held.set(key, whole);
      return whole;
    },
    learnList(collection, key, list, asOf) {
      if (asOf !== generation(collection)) return false;
      held.set(listKey(collection, key), { ...list, generation: asOf });
      return true;
    },
    ids: (collection) => [...idsOf(collection)],
    drop(change) {
      const { route, ids, kept } = change;
      if (route === '*') {
        all++;
        held.clear();
        return;
      }
      generations.set(route, (generations.get(route) ?? 0) + 1);
      if (ids && !kept) {
        for (const id of ids) held.delete(documentKey(route, id));
        return;
      }
      for (const id of [...idsOf(route)]) if (concerns(change, route, id)) held.delete(documentKey(route, id));
    },
  };
}
