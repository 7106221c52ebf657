/**
 * What is found of documents and lists that are known, and at which stage of its life.
 * Knows that a list is known as far as all of its documents are, and that of a document nothing is given out that may be older
 * than what was wanted of it, or is getting old without anybody having asked for it.
 */
import type { KeptKind } from '../kept-kinds.ts';
import type { Properties } from '../wordpress/properties.ts';
import { type Lifetimes, type Stage, stageOf } from './freshness.ts';
import { type KnownDocument, knownPart, knownSince } from './known-document.ts';
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
  /** A document, if all that is wanted of it is known: `at` is the age of all that it says. */
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
  const found = <T>(value: T, kind: KeptKind, at: number, now: number): Found<T> | undefined => {
    const stage = stageOf(lifetimes[kind], at, now);
    return stage === 'gone' ? undefined : { value, stage, at, kind };
  };
  /** Where all of it was learned at once and is fresh, it is given out as it is. */
  const given = (known: KnownDocument, wanted: Properties, since: number, kind: KeptKind, now: number) =>
    known.earlier.length === 0 && now - since < lifetimes[kind].fresh ? known : knownPart(known, wanted, since);

  return {
    document(collection, known, wanted) {
      const since = known && knownSince(known, wanted);
      if (!known || since === undefined) return undefined;
      const kind = known.document ? kindOf(collection) : 'missing';
      const now = Date.now();
      return found(given(known, wanted, since, kind, now), kind, since, now);
    },
    list(collection, list, wanted, recalled) {
      if (!list) return undefined;
      const { total, totalPages, kind } = list;
      const now = Date.now();
      const documents: KnownDocument[] = [];
      let at = list.at;
      for (const id of list.ids) {
        const known = memory.document(collection, id) ?? recalled?.get(id);
        const since = known?.document && knownSince(known, wanted);
        if (!known || typeof since !== 'number') return undefined;
        documents.push(given(known, wanted, since, kind, now));
        if (since < at) at = since;
      }
      return found({ documents, total, totalPages }, kind, at, now);
    },
  };
}
