/**
 * What one operation has learned so far: documents, and the lists that it has asked for.
 * Knows that an operation never sees two versions of a document, unless it is told that one has changed.
 */
import { allOf, andThen } from '../../maybe-promise.ts';
import { type Change, concerns, concernsLists } from '../../store/change.ts';
import { knownSince, merged } from '../../store/known-document.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import type { Properties } from '../../wordpress/properties.ts';
import type { LookedUp } from '../loaded.ts';
import type { DocumentList } from '../source/document-list.ts';

/** What is remembered of one collection. */
interface Remembered {
  readonly documents: Map<number, LookedUp>;
  readonly lists: Map<string, Promise<DocumentList>>;
}

export class Memory {
  readonly #collections = new Map<string, Remembered>();

  /** A document, if all that is wanted of it has been learned; one that is not there included. */
  document(collection: string, id: number, wanted: Properties): LookedUp | undefined {
    const known = this.#collections.get(collection)?.documents.get(id);
    return known && knownSince(known, wanted) !== undefined ? known : undefined;
  }

  learnDocument(collection: string, id: number, lesson: LookedUp): void {
    const { documents } = this.#of(collection);
    const before = documents.get(id);
    documents.set(id, before ? mergedWithDeferred(before, lesson) : lesson);
  }

  /** A list that has been asked for, so that each is asked for once. */
  list(collection: string, key: string): Promise<DocumentList> | undefined {
    return this.#collections.get(collection)?.lists.get(key);
  }

  learnList(collection: string, key: string, rows: Promise<DocumentList>): void {
    this.#of(collection).lists.set(key, rows);
  }

  /** Forgets what a change makes worthless, so that what is read next is what it has made. */
  forget(change: Change): void {
    for (const [collection, { documents, lists }] of this.#collections) {
      const [route = collection] = collection.split(' ');
      if (!concernsLists(change, route)) continue;
      lists.clear();
      for (const id of documents.keys()) if (concerns(change, route, id)) documents.delete(id);
    }
  }

  #of(collection: string): Remembered {
    let remembered = this.#collections.get(collection);
    if (!remembered) {
      remembered = { documents: new Map(), lists: new Map() };
      this.#collections.set(collection, remembered);
    }
    return remembered;
  }
}

/** What two look-ups teach together, once what is deferred of them has come as well. */
function mergedWithDeferred(before: LookedUp, now: LookedUp): LookedUp {
  const known = merged(before, now);
  if (known === before || known === now || !(before.whole ?? now.whole)) return known;
  const wholes = allOf([before, now], ({ document, whole }) => whole ?? document);
  const whole = andThen(wholes, ([one = null, other = null]) => {
    const { document } = merged({ ...before, document: one }, { ...now, document: other });
    return document as RestDocument;
  }) as Promise<RestDocument>;
  whole.catch(() => undefined);
  return { ...known, whole };
}
