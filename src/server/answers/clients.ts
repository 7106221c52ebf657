/**
 * The clients that wait for one answer. When the last of them has left, what is done for them may end.
 */

export class Clients {
  readonly #allLeft = new AbortController();
  #waiting = 0;

  /** Aborted when no one waits any more. */
  get signal(): AbortSignal {
    return this.#allLeft.signal;
  }

  /** Counts a client among them until what it waits for is there, or it leaves. */
  async wait<T>(client: AbortSignal, answer: Promise<T>): Promise<T> {
    this.#waiting++;
    const leave = () => {
      if (--this.#waiting === 0) this.#allLeft.abort();
    };
    if (client.aborted) leave();
    else client.addEventListener('abort', leave, { once: true });
    try {
      return await answer;
    } finally {
      client.removeEventListener('abort', leave);
    }
  }
}
