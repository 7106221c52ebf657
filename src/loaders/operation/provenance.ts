/**
 * What the answer of one operation is made of: which lists and documents, of which kinds, and how old.
 * Knows how long an answer may be kept because of it, and what it takes to make it worthless.
 */
import type { KeptKind } from '../../kept-kinds.ts';
import type { Found } from '../../store/document-cache.ts';
import type { Lifetimes } from '../../store/freshness.ts';

export interface Ingredients {
  /** Collections of which it has seen a list. */
  readonly lists: ReadonlySet<string>;
  /** Ids of the documents that it has seen, or missed, by collection. Not the documents: whatever keeps an answer keeps these. */
  readonly documents: ReadonlyMap<string, ReadonlySet<number>>;
}

/** How long an answer may be kept, in milliseconds since the epoch. */
export interface AnswerLifetime {
  /** Until then it is served as it is. */
  readonly fresh: number;
  /** Until then it is served at once, and made anew in the background. */
  readonly stale: number;
}

export class Provenance {
  readonly #demandsFresh: boolean;
  readonly #lists = new Set<string>();
  readonly #documents = new Map<string, Set<number>>();
  /** When the oldest part of each kind was learned. */
  readonly #oldest = new Map<KeptKind, number>();
  /** Something was used that is past its time because WordPress failed. */
  #degraded = false;

  constructor(demandsFresh: boolean) {
    this.#demandsFresh = demandsFresh;
  }

  get ingredients(): Ingredients {
    return { lists: this.#lists, documents: this.#documents };
  }

  addDocument(collection: string, id: number): void {
    let ids = this.#documents.get(collection);
    if (!ids) {
      ids = new Set();
      this.#documents.set(collection, ids);
    }
    ids.add(id);
  }

  addList(collection: string): void {
    this.#lists.add(collection);
  }

  /** Notes how old something is that the answer is made of, in milliseconds since the epoch. */
  uses(kind: KeptKind, at: number): void {
    const known = this.#oldest.get(kind);
    if (known === undefined || at < known) this.#oldest.set(kind, at);
  }

  /** Notes that something is used which was known. */
  usesKnown({ kind, at, stage }: Found<unknown>): void {
    this.uses(kind, at);
    if (stage === 'spare' || (this.#demandsFresh && stage !== 'fresh')) this.#degraded = true;
  }

  lifetime(lifetimes: Lifetimes, now: number): AnswerLifetime {
    let [fresh, stale] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const [kind, at] of this.#oldest) {
      const life = lifetimes[kind];
      fresh = Math.min(fresh, at + life.fresh);
      stale = Math.min(stale, at + life.fresh + life.stale);
    }
    return this.#degraded ? { fresh: now, stale: now } : { fresh, stale };
  }
}
