/**
 * Public documents and lists in this process' memory, within a number of bytes.
 * Knows sizes, and what a change makes worthless.
 */

import { LRUCache } from 'lru-cache';
import type { KeptKind } from '../kept-kinds.ts';
import type { AsOf } from './as-of.ts';
import { type Change, concerns, isEverything } from './change.ts';
import { bytesOf, type KnownDocument, merged } from './known-document.ts';

/** A list as it was answered: ids in order, and what WordPress said of the whole. */
export interface KnownList {
  readonly ids: readonly number[];
  readonly total: number | undefined;
  readonly totalPages: number | undefined;
  /** Says how long it is believed. */
  readonly kind: KeptKind;
  /** When WordPress said so, in milliseconds since the epoch. */
  readonly at: number;
}

export interface MemoryCache {
  document(collection: string, id: number): KnownDocument | undefined;
  list(collection: string, key: string): KnownList | undefined;
  /** Adds what was learned to what is known, and gives the whole; `undefined` when it came too late to be kept. */
  learnDocument(collection: string, id: number, lesson: KnownDocument, asOf: AsOf): KnownDocument | undefined;
  /** Whether it came in time to be kept. */
  learnList(collection: string, key: string, list: KnownList, asOf: AsOf): boolean;
  /** Ids of the documents of a collection that are kept here. */
  ids(collection: string): number[];
  drop(change: Change): void;
}

/** A list of a collection that has changed since is passed over, and not looked for when it changes. */
interface HeldList extends KnownList {
  readonly asOf: AsOf;
}

/** Kept apart by their keys: one store, so that one number bounds both. */
type Held = KnownDocument | HeldList;

/** What an entry takes besides its content: key, bookkeeping, objects. Measured, see `bench/memory.ts`. */
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
  const documentKey = (collection: string, id: number) => `${collection}/${id}`;
  const listKey = (collection: string, key: string) => `${collection} ${key}`;

  function* idsOf(collection: string): Generator<number> {
    const prefix = documentKey(collection, 0).slice(0, -1);
    for (const key of held.keys()) {
      const id = key.startsWith(prefix) ? key.slice(prefix.length) : '';
      // What follows the name of a longer collection is no number.
      if (/^\d+$/.test(id)) yield Number(id);
    }
  }

  return {
    document: (collection, id) => held.get(documentKey(collection, id)) as KnownDocument | undefined,
    list(collection, key) {
      const list = held.get(listKey(collection, key)) as HeldList | undefined;
      return list?.asOf.isCurrent(collection) ? list : undefined;
    },
    learnDocument(collection, id, lesson, asOf) {
      if (!asOf.isCurrent(collection)) return undefined;
      const key = documentKey(collection, id);
      const whole = merged(held.get(key) as KnownDocument | undefined, lesson);
      held.set(key, whole);
      return whole;
    },
    learnList(collection, key, list, asOf) {
      if (!asOf.isCurrent(collection)) return false;
      held.set(listKey(collection, key), { ...list, asOf });
      return true;
    },
    ids: (collection) => [...idsOf(collection)],
    drop(change) {
      const { route, ids, kept } = change;
      if (isEverything(change)) {
        held.clear();
        return;
      }
      if (ids && !kept) {
        for (const id of ids) held.delete(documentKey(route, id));
        return;
      }
      for (const id of [...idsOf(route)]) if (concerns(change, route, id)) held.delete(documentKey(route, id));
    },
  };
}
