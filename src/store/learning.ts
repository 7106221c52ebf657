/**
 * Keeps what WordPress has answered: in memory, and in a cache that several gateways share.
 * Knows how long each is kept there, and how much may be kept that nobody has asked for.
 */
import type { KeptKind } from '../kept-kinds.ts';
import type { Observer } from '../observer.ts';
import type { DocumentRow } from '../wordpress/documents.ts';
import type { Properties } from '../wordpress/properties.ts';
import type { AsOf } from './as-of.ts';
import { type Lifetimes, wholeLife } from './freshness.ts';
import { absent, type KnownDocument, knownSince, learned } from './known-document.ts';
import type { KnownList, MemoryCache } from './memory-cache.ts';
import type { RemoteCache, RemoteEntry } from './remote-cache.ts';

export interface LearnedList extends Omit<KnownList, 'at'> {
  readonly key: string;
  /** Now, where it is left out. */
  readonly at?: number | undefined;
}

/** Each is handed the moment before WordPress was asked. */
export interface Learning {
  learn(collection: string, rows: readonly DocumentRow[], properties: Properties, asOf: AsOf): void;
  /** As `learn`, of what nobody has asked for yet: it may take a small part of the memory, and is not written anew each time. */
  learnUnasked(collection: string, rows: readonly DocumentRow[], properties: Properties, asOf: AsOf): void;
  learnAbsent(collection: string, ids: readonly number[], asOf: AsOf): void;
  learnList(collection: string, list: LearnedList, asOf: AsOf): void;
}

export interface LearningOptions {
  readonly memory: MemoryCache;
  readonly maxBytes: number;
  readonly lifetimes: Lifetimes;
  kindOf(collection: string): KeptKind;
  readonly remote: RemoteCache | undefined;
  readonly observer: Observer;
}

/** The part of the memory that documents of one collection may take, as JSON, before anybody has asked for them. */
const mostUnasked = 0.05;

export function createLearning(options: LearningOptions): Learning {
  const { memory, maxBytes, lifetimes, kindOf, remote, observer } = options;

  function keepRemotely(collection: string, entries: readonly RemoteEntry[], asOf: AsOf): void {
    if (remote && asOf.remote !== undefined) remote.keep(collection, asOf.remote, entries);
  }

  function keepDocuments(collection: string, lessons: readonly (readonly [number, KnownDocument])[], asOf: AsOf): void {
    const entries: RemoteEntry[] = [];
    for (const [id, lesson] of lessons) {
      const known = memory.learnDocument(collection, id, lesson, asOf);
      const kind = lesson.document ? kindOf(collection) : 'missing';
      if (known) entries.push({ id, known, milliseconds: wholeLife(lifetimes[kind]) });
    }
    if (entries.length === 0) return;
    observer.kept?.({ route: collection, documents: entries.length, lists: 0 });
    keepRemotely(collection, entries, asOf);
  }

  const learn: Learning['learn'] = (collection, rows, properties, asOf) => {
    const at = Date.now();
    const lessons = rows.map(({ document, bytes }) => [document.id, learned(document, properties, at, bytes)] as const);
    keepDocuments(collection, lessons, asOf);
  };

  return {
    learn,
    learnUnasked(collection, rows, properties, asOf) {
      if (rows.reduce((sum, { bytes }) => sum + bytes, 0) > maxBytes * mostUnasked) return;
      const due = Date.now() - lifetimes[kindOf(collection)].fresh / 2;
      const lacking = rows.filter(({ document: { id } }) => {
        const known = memory.document(collection, id);
        return ((known && knownSince(known, properties)) ?? 0) < due;
      });
      learn(collection, lacking, properties, asOf);
    },
    learnAbsent(collection, ids, asOf) {
      const at = Date.now();
      const lessons = ids.map((id) => [id, absent(at)] as const);
      keepDocuments(collection, lessons, asOf);
    },
    learnList(collection, { key, at = Date.now(), ...counted }, asOf) {
      const list: KnownList = { ...counted, at };
      if (!memory.learnList(collection, key, list, asOf)) return;
      observer.kept?.({ route: collection, documents: 0, lists: 1 });
      keepRemotely(collection, [{ key, list, milliseconds: wholeLife(lifetimes[list.kind]) }], asOf);
    },
  };
}
