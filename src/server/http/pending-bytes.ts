/**
 * The memory that requests take while they are under way, over all connections: there may be thousands of these, and one small
 * bound for each adds up.
 */
import type { ServerResponse } from 'node:http';

/** What a body takes while it is answered, to its length: it is held as bytes, as text, as a key and as what was parsed of it. */
const heldTimes = 4;

export class PendingBytes {
  readonly #most: number;
  #held = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes room for what belongs to one request, and gives it back once that is answered or its client has left. */
  holder(response: ServerResponse): (bytes: number) => boolean {
    let own = 0;
    return (bytes) => {
      const room = bytes * heldTimes;
      if (this.#held + room > this.#most) return false;
      if (own === 0) response.once('close', () => (this.#held -= own));
      own += room;
      this.#held += room;
      return true;
    };
  }
}
