/**
 * Which collections somebody has asked for, and when last: of the others nothing is known.
 */
import type { KeptKind } from '../kept-kinds.ts';
import { isEverything } from './change.ts';
import type { Changes } from './changes.ts';
import { type Lifetimes, wholeLife } from './freshness.ts';

export interface UseOptions {
  readonly lifetimes: Lifetimes;
  kindOf(collection: string): KeptKind;
  readonly changes: Pick<Changes, 'listen'>;
}

export class Use {
  readonly #options: UseOptions;
  readonly #last = new Map<string, number>();

  constructor(options: UseOptions) {
    this.#options = options;
    options.changes.listen((change) => {
      if (isEverything(change)) this.#last.clear();
    });
  }

  note(collection: string): void {
    this.#last.set(collection, Date.now());
  }

  /** Whether what has been learned of a collection may be used yet. */
  has(collection: string): boolean {
    const { lifetimes, kindOf } = this.#options;
    const last = this.#last.get(collection);
    return last !== undefined && Date.now() - last < wholeLife(lifetimes[kindOf(collection)]);
  }
}
