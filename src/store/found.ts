/**
 * What is found of documents and lists that are known, and at which stage of its life.
 * Knows that a list is known as far as all of its documents are.
 */
import type { KeptKind } from '../kept-kinds.ts';
import type { Properties } from '../wordpress/properties.ts';
import { type Lifetimes, type Stage, stageOf } from './freshness.ts';
import { type KnownDocument, knownSince } from './known-document.ts';
import type { KnownList, MemoryCache } from './memory-cache.ts';

/** Something that is known, and may be used at its stage. */
export interface Found<T> {
  readonly value: T;
  readonly stage: Exclude<Stage, 'gone'>;
  /** When its oldest part was learned, in milliseconds since the epoch. */
  readonly at: number;
  readonly kind: KeptKind;
}

export interface KnownRows {
  readonly documents: readonly KnownDocument[];
  readonly total: number | undefined;
  readonly totalPages: number | undefined;
}

export interface Finder {
  /** A document, if all that is wanted of it is known. */
  document(collection: string, known: KnownDocument | undefined, wanted: Properties): Found<KnownDocument> | undefined;
  /** A list, as old as the oldest of its documents. @param recalled those that are not in memory */
  list(
    collection: string,
    list: KnownList | undefined,
    wanted: Properties,
    recalled?: ReadonlyMap<number, KnownDocument>,
  ): Found<KnownRows> | undefined;
}

export function createFinder(
  memory: Pick<MemoryCache, 'document'>,
  lifetimes: Lifetimes,
  kindOf: (collection: string) => KeptKind,
): Finder {
  const found = <T>(value: T, kind: KeptKind, at: number): Found<T> | undefined => {
    const stage = stageOf(lifetimes[kind], at, Date.now());
    return stage === 'gone' ? undefined : { value, stage, at, kind };
  };

  return {
    document(collection, known, wanted) {
      const since = known && knownSince(known, wanted);
      if (!known || since === undefined) return undefined;
      return found(known, known.document ? kindOf(collection) : 'missing', since);
    },
    list(collection, list, wanted, recalled) {
      if (!list) return undefined;
      const documents: KnownDocument[] = [];
      let at = list.at;
      for (const id of list.ids) {
        const known = memory.document(collection, id) ?? recalled?.get(id);
        const since = known?.document && knownSince(known, wanted);
        if (!known || typeof since !== 'number') return undefined;
        documents.push(known);
        if (since < at) at = since;
      }
      const { total, totalPages, kind } = list;
      return found({ documents, total, totalPages }, kind, at);
    },
  };
}
