/**
 * The one guard against answers that arrive after a change.
 *
 * Before WordPress is asked an `AsOf` is taken, and it is handed in with the answer: what was asked for before a change may be
 * older than the change, and is not kept after it.
 */
import type { Change } from './change.ts';

/** The changes that have been announced, numbered from 1. */
export interface History {
  /** The number of the last change that said something of a collection; 0 if there was none. */
  lastOf(collection: string): number;
  /** The changes after one; `undefined` when some of them are no longer remembered. */
  after(number: number): readonly Change[] | undefined;
}

/** A moment between two changes. */
export class AsOf {
  readonly #history: History;
  readonly #number: number;
  /** The generation of the collection in a remote cache at that moment; `undefined` where nothing is to be written there. */
  readonly remote: string | undefined;

  /** @param number of the last change before it */
  constructor(history: History, number: number, remote?: string) {
    this.#history = history;
    this.#number = number;
    this.remote = remote;
  }

  /** For what is made of one collection: whether nothing of it has changed since. */
  isCurrent(collection: string): boolean {
    return this.#history.lastOf(collection) <= this.#number;
  }

  /** For what is made of many: the changes since; `undefined` when there were more than are remembered. */
  missed(): readonly Change[] | undefined {
    return this.#history.after(this.#number);
  }

  /** The same moment, with what a remote cache says of it. */
  withRemote(generation: string | undefined): AsOf {
    return generation === undefined ? this : new AsOf(this.#history, this.#number, generation);
  }
}
