/**
 * Work on many things, each of which takes no time worth mentioning: written as if it were done at once, and done a piece at a time.
 */
import type { PieceReader } from './html-pieces.ts';

/** Pauses where a piece is done, and comes to a result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Things of a piece. */
const pieceLength = 1_000;

/** When a piece is done. */
export class Pace {
  #left = pieceLength;

  /** @param things that are looked at next */
  isOver(things = 1): boolean {
    this.#left -= things;
    if (this.#left > 0) return false;
    this.#left = pieceLength;
    return true;
  }
}

export class StepsReader<T> implements PieceReader<T> {
  readonly #steps: Steps<T>;
  #last: IteratorResult<undefined, T> | undefined;

  constructor(steps: Steps<T>) {
    this.#steps = steps;
  }

  readOn(): boolean {
    this.#last = this.#steps.next();
    return !this.#last.done;
  }

  get result(): T {
    if (!this.#last?.done) throw new Error('There is no result before the last piece.');
    return this.#last.value;
  }
}
