/**
 * Announcements that something has changed on the site: how they are told, and the latest of them.
 * What keeps something made of documents listens here, and drops what an announcement names.
 */
import type { Observer } from '../observer.ts';
import { AsOf, type History } from './as-of.ts';
import { type Change, everything } from './change.ts';

export interface Changes {
  /** This moment, for what is asked of WordPress now. The same object until the next change. */
  readonly now: AsOf;
  /**
   * Tells all who listen, one after the other. What this gateway keeps of it is gone when this returns; what it shares with
   * others is on its way out then, and not read until it is.
   * @throws whatever the first of them threw that failed at it, once all have heard
   */
  announce(change: Change): void;
  /** @returns what ends it */
  listen(listener: (change: Change) => void): () => void;
}

/** Asked for by operations that were under way meanwhile: seconds, not hours. */
const mostRemembered = 100;

export function createChanges(observer: Observer = {}): Changes {
  const listeners = new Set<(change: Change) => void>();
  const remembered: Change[] = [];
  const lastByRoute = new Map<string, number>();
  let count = 0;
  const history: History = {
    lastOf: (collection) => Math.max(lastByRoute.get(collection) ?? 0, lastByRoute.get(everything.route) ?? 0),
    after(number) {
      const missed = count - number;
      if (missed > remembered.length) return undefined;
      return missed === 0 ? [] : remembered.slice(-missed);
    },
  };
  let now = new AsOf(history, count);
  return {
    get now() {
      return now;
    },
    announce(change) {
      observer.change?.(change);
      count++;
      lastByRoute.set(change.route, count);
      now = new AsOf(history, count);
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
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
