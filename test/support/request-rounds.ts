/**
 * In how many rounds a site is asked: how many requests stand one behind the other, since each waits for the answer before it.
 */
import type { Send } from '../../src/wordpress/http/send.ts';

export class RequestRounds {
  /** The deepest round of which an answer has come. */
  #answered = 0;
  #deepest = 0;

  get count(): number {
    return this.#deepest;
  }

  reset(): void {
    this.#answered = 0;
    this.#deepest = 0;
  }

  around(send: Send): Send {
    return async (request) => {
      const round = this.#answered + 1;
      this.#deepest = Math.max(this.#deepest, round);
      const answer = await send(request);
      this.#answered = Math.max(this.#answered, round);
      return answer;
    };
  }
}
