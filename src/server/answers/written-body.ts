/**
 * One body of an answer, in one encoding, with the headers that it is written with: the same again and again.
 */
import type { AnswerLifetime } from '../../loaders/operation/provenance.ts';
import { cacheControlOf } from '../http/caching.ts';
import { WrittenAnswer } from '../http/written-answer.ts';

export class WrittenBody {
  readonly #lifetime: AnswerLifetime;
  /** Without a lifetime: for a request whose answer nobody on the way may keep. */
  readonly bare: WrittenAnswer;
  /** With what is left of its lifetime, as it was written last, and between which moments it is written like that. */
  #dated: WrittenAnswer | undefined = undefined;
  #from = 0;
  #until = 0;

  constructor(body: Buffer, headers: Readonly<Record<string, string>>, lifetime: AnswerLifetime) {
    this.#lifetime = lifetime;
    this.bare = new WrittenAnswer(200, { ...headers, 'content-length': String(body.length) }, body);
  }

  get bytes(): number {
    return this.bare.body?.length ?? 0;
  }

  /** With what is left of its time, which counts in whole seconds. */
  dated(now: number): WrittenAnswer {
    if (this.#dated && now >= this.#from && now < this.#until) return this.#dated;
    const { headers, body } = this.bare;
    const { fresh, stale } = this.#lifetime;
    this.#dated = new WrittenAnswer(200, { ...headers, 'cache-control': cacheControlOf(this.#lifetime, now) }, body);
    this.#from = now;
    // Two seconds that are left may end within one.
    this.#until = now + 1 + Math.min(partOfSecond(fresh - now), partOfSecond(stale - now));
    return this.#dated;
  }
}

/** Milliseconds for which a time that is left still counts as many whole seconds. */
function partOfSecond(left: number): number {
  return left > 0 ? left % 1_000 : Number.POSITIVE_INFINITY;
}
