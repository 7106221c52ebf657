/**
 * The one rule by which everything that is looked up is answered: what is fresh at once; what is stale at once, and it is
 * refreshed behind; what is missing by asking; what is past its time only when asking fails.
 */

import type { MaybePromise } from '../../maybe-promise.ts';
import { type Observer, readFailure } from '../../observer.ts';
import type { Found } from '../../store/document-cache.ts';
import { isOutage, isUnanswered } from '../../wordpress/http/failure.ts';
import type { Audience, Operation } from '../operation/operation.ts';

/** After WordPress has failed, how long nothing is refreshed behind and what is past its time is served without asking. */
const restMilliseconds = 5_000;

export class ReadThrough {
  readonly #observer: Observer;
  readonly #refreshing = new Set<string>();
  #restsUntil = 0;

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
    if (this.#isUsable(found, audience)) {
      this.serve(audience, found);
      if (found.stage !== 'fresh') this.#refreshBehind(key(), () => lookUp(audience.inBackground()));
      return found.value;
    }
    return lookUp(audience).catch((error: unknown) => {
      if (!isUnanswered(error)) throw error;
      if (isOutage(error)) this.#rest();
      this.serve(audience, found);
      return found.value;
    });
  }

  /** Notes that something known is what an audience gets. */
  serve(audience: Audience, found: Found<unknown>): void {
    audience.hit(found);
    this.#observer.hit?.({ kind: found.kind, stage: found.stage });
  }

  #isUsable({ stage }: Found<unknown>, { demandsFresh }: Audience): boolean {
    if (stage === 'fresh') return true;
    if (demandsFresh) return false;
    return stage === 'stale' || this.#isResting();
  }

  #refreshBehind(key: string, lookUp: () => Promise<unknown>): void {
    if (this.#refreshing.has(key) || this.#isResting()) return;
    this.#refreshing.add(key);
    const what = 'look-up';
    const refresh = async () => {
      this.#observer.refresh?.({ what, step: 'begun' });
      try {
        await lookUp();
        this.#observer.refresh?.({ what, step: 'done' });
      } catch (error) {
        this.#observer.refresh?.({ what, step: 'failed', failure: readFailure(error) });
        if (isOutage(error)) this.#rest();
      } finally {
        this.#refreshing.delete(key);
      }
    };
    void refresh().catch(() => undefined);
  }

  #rest(): void {
    this.#restsUntil = Date.now() + restMilliseconds;
  }

  #isResting(): boolean {
    return Date.now() < this.#restsUntil;
  }
}
