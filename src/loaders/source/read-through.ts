/**
 * How what is known and what WordPress says go together: what is fresh enough is served at once, and refreshed in the
 * background where it is stale; what is missing is asked for; what has expired is served only where asking fails.
 */
import type { PressgraphError } from '../../errors.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import { type Observer, readFailure } from '../../observer.ts';
import { SingleFlight } from '../../single-flight.ts';
import type { Found } from '../../store/document-cache.ts';
import { isOutage, isUnanswered } from '../../wordpress/http/failure.ts';
import type { Audience } from '../operation/audience.ts';
import type { Operation } from '../operation/operation.ts';
import { Cooldown } from './cooldown.ts';
import { isFreshEnough } from './fresh-enough.ts';

/** Cooldown after an outage: no background refreshes, and expired entries are served without trying WordPress. */
const cooldownMilliseconds = 5_000;

/** Stands for all routes: the site as a whole. */
const wholeSite = '*';

export class ReadThrough {
  readonly #observer: Observer;
  readonly #refreshes = new SingleFlight<string, Promise<void>>();
  /** Of routes: what stands in front of WordPress may refuse one, and a plugin fail at one. */
  readonly #cooldown = new Cooldown(cooldownMilliseconds);
  #lastAnswer = Number.NEGATIVE_INFINITY;

  constructor(observer: Observer = {}) {
    this.#observer = observer;
  }

  /**
   * @param route the collection that it belongs to
   * @param found what is known
   * @param key names what is looked up, so that it is refreshed once at a time
   * @param lookUp asks for it
   */
  answer<T, A extends Audience>(
    audience: A,
    route: string,
    found: Found<T> | undefined,
    key: () => string,
    lookUp: (audience: A | Operation) => Promise<T>,
  ): MaybePromise<T> {
    if (!found) return lookUp(audience);
    if (isFreshEnough(found, audience) || (this.#isCooling(route) && !audience.demandsFresh)) {
      this.serve(audience, found);
      if (found.stage !== 'fresh') this.#refresh(route, key(), () => lookUp(audience.inBackground()));
      return found.value;
    }
    const began = performance.now();
    return lookUp(audience).catch((error: unknown) => {
      if (!isUnanswered(error)) throw error;
      this.#noteFailure(route, error, began);
      this.serve(audience, found);
      return found.value;
    });
  }

  /** Notes that something known is what an audience gets. */
  serve(audience: Audience, found: Found<unknown>): void {
    audience.noteHit(found);
    this.#observer.hit?.({ kind: found.kind, stage: found.stage });
  }

  /** Notes that the site has answered something. */
  noteAnswer(): void {
    this.#lastAnswer = performance.now();
  }

  #refresh(route: string, key: string, lookUp: () => Promise<unknown>): void {
    if (this.#isCooling(route) || this.#refreshes.find(key)) return;
    const what = 'look-up';
    const refresh = async () => {
      const began = performance.now();
      this.#observer.refresh?.({ what, step: 'begun' });
      try {
        await lookUp();
        this.#observer.refresh?.({ what, step: 'done' });
      } catch (error) {
        this.#observer.refresh?.({ what, step: 'failed', failure: readFailure(error) });
        this.#noteFailure(route, error, began);
      }
    };
    const refreshing = refresh();
    this.#refreshes.begin(key, refreshing, refreshing);
  }

  /** Where no answer came at all, the site is down, unless it has answered something else meanwhile. */
  #noteFailure(route: string, error: unknown, began: number): void {
    if (!isOutage(error)) return;
    const isOfRoute = (error as PressgraphError).status !== undefined || this.#lastAnswer >= began;
    this.#cooldown.begin(isOfRoute ? route : wholeSite);
  }

  #isCooling(route: string): boolean {
    return [route, wholeSite].some((cooling) => this.#cooldown.isOn(cooling));
  }
}
