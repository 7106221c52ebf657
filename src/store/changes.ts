/**
 * Announcements that something has changed on the site: what they say, and who hears of them.
 * Whoever keeps something made of documents listens here, and drops what an announcement names.
 */
import type { Observer } from '../observer.ts';

/** What changed in one collection. Whatever changes, lists of the collection may have other members or another order. */
export interface Change {
  /** Route of the collection, e.g. `/wp/v2/posts`; `*` for everything that is known. */
  readonly route: string;
  /** Documents that changed, appeared or vanished; all of the collection when left out. */
  readonly ids?: readonly number[];
  /** When some have vanished and nobody knows which: of the documents known so far, only these are still there. */
  readonly kept?: readonly number[];
}

export const everything: Change = { route: '*' };

/** Whether a change says something of a document. */
export function concerns({ route, ids, kept }: Change, collection: string, id: number): boolean {
  if (route === '*') return true;
  if (route !== collection) return false;
  return ids === undefined || ids.includes(id) || (kept !== undefined && !kept.includes(id));
}

/** Whether a change may have given lists of a collection other members. */
export function concernsLists({ route }: Change, collection: string): boolean {
  return route === '*' || route === collection;
}

export interface Changes {
  /**
   * Tells all who listen, one after the other; what they know of it is gone when this returns.
   * @throws whatever the first of them threw that failed at it, once all have heard
   */
  announce(change: Change): void;
  listen(listener: (change: Change) => void): void;
  /** How many announcements there were; lets a slow reader see whether one came while it read. */
  readonly count: number;
  /** The announcements after the first `count`; `undefined` when some of them are no longer remembered. */
  since(count: number): readonly Change[] | undefined;
}

/** Asked for by operations that were under way meanwhile: seconds, not hours. */
const mostRemembered = 100;

export function createChanges(observer: Observer = {}): Changes {
  const listeners: ((change: Change) => void)[] = [];
  const remembered: Change[] = [];
  let count = 0;
  return {
    announce(change) {
      observer.change?.(change);
      count++;
      remembered.push(change);
      if (remembered.length > mostRemembered) remembered.shift();
      const failures: unknown[] = [];
      for (const listener of listeners) {
        try {
          listener(change);
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
    listen(listener) {
      listeners.push(listener);
    },
    get count() {
      return count;
    },
    since(earlier) {
      const missed = count - earlier;
      if (missed > remembered.length) return undefined;
      return missed === 0 ? [] : remembered.slice(-missed);
    },
  };
}
