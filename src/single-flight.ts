/**
 * What is under way, by key, so that a second caller who wants the same waits for it instead of starting again.
 * Knows how long something is under way; who may join it, and what it takes to do so, is for its owner to say.
 */

/** A flight is whatever those who join need of it: a promise, or more than that. */
export class SingleFlight<Key, Flight> {
  readonly #underWay = new Map<Key, Flight>();

  /** To be joined, unless it does not suit. */
  find(key: Key): Flight | undefined {
    return this.#underWay.get(key);
  }

  /**
   * Has a flight found from now on, in place of an earlier one that did not suit.
   * @param until from when on there is nothing left to join, whether it went well or not
   */
  begin(key: Key, flight: Flight, until: Promise<unknown>): Flight {
    this.#underWay.set(key, flight);
    // The earlier one lands as well, and must not take its successor away.
    const land = () => {
      if (this.#underWay.get(key) === flight) this.#underWay.delete(key);
    };
    until.then(land, land);
    return flight;
  }
}
