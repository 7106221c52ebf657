/**
 * How what is known and what WordPress says go together: what is fresh enough is served at once, and refreshed in the
 * background where it is stale; what is missing is asked for; what has expired is served only where asking fails.
 */
import type { MaybePromise } from '../../maybe-promise.ts';
import { type Observer, readFailure } from '../../observer.ts';
import { SingleFlight } from '../../single-flight.ts';
import type { Found } from '../../store/document-cache.ts';
import { isOutage, isUnanswered } from '../../wordpress/http/failure.ts';
import type { Audience } from '../operation/audience.ts';
import type { Operation } from '../operation/operation.ts';
import { isFreshEnough } from './fresh-enough.ts';

/** Cooldown after an outage: no background refreshes, and expired entries are served without trying WordPress. */
const cooldownMilliseconds = 5_000;

export class ReadThrough {
  readonly #observer: Observer;
  readonly #refreshes = new SingleFlight<string, Promise<void>>();
  #coolsUntil = 0;

  constructor(observer: Observer = {}) {
    this.#observer = observer;
  }

  /**
   * @param found what is known
   * @param key names what is looked up, so that it is refreshed once at a time
   * @param lookUp asks for it
   */
  answer<T, A extends Audience>(
    audience: A,
    found: Found<T> | undefined,
    key: () => string,
    lookUp: (audience: A | Operation) => Promise<T>,
  ): MaybePromise<T> {
    if (!found) return lookUp(audience);
    if (isFreshEnough(found, audience) || (this.#isCooling && !audience.demandsFresh)) {
      this.serve(audience, found);
      if (found.stage !== 'fresh') this.#refresh(key(), () => lookUp(audience.inBackground()));
      return found.value;
    }
    return lookUp(audience).catch((error: unknown) => {
      if (!isUnanswered(error)) throw error;
      if (isOutage(error)) this.#coolDown();
      this.serve(audience, found);
      return found.value;
    });
  }

  /** Notes that something known is what an audience gets. */
  serve(audience: Audience, found: Found<unknown>): void {
    audience.noteHit(found);
    this.#observer.hit?.({ kind: found.kind, stage: found.stage });
  }

  #refresh(key: string, lookUp: () => Promise<unknown>): void {
    if (this.#isCooling || this.#refreshes.find(key)) return;
    const what = 'look-up';
    const refresh = async () => {
      this.#observer.refresh?.({ what, step: 'begun' });
      try {
        await lookUp();
        this.#observer.refresh?.({ what, step: 'done' });
      } catch (error) {
        this.#observer.refresh?.({ what, step: 'failed', failure: readFailure(error) });
        if (isOutage(error)) this.#coolDown();
      }
    };
    const refreshing = refresh();
    this.#refreshes.begin(key, refreshing, refreshing);
  }

  #coolDown(): void {
    this.#coolsUntil = Date.now() + cooldownMilliseconds;
  }

  get #isCooling(): boolean {
    return Date.now() < this.#coolsUntil;
  }
}
