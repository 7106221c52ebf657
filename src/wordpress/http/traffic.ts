/**
 * All requests that go to WordPress, whoever makes them: a bounded number at the same time, each in its turn.
 */
import { PressgraphError } from '../../errors.ts';
import type { Observer } from '../../observer.ts';
import type { RestGet, RestRequest } from './client.ts';
import { Turns, type TurnsOptions } from './turns.ts';

export interface Traffic {
  /** What asks the site, wherever its REST root is: all that does so shares the turns. */
  inTurn(get: RestGet): RestGet;
  /** Whether nothing is under way. */
  isIdle(): boolean;
}

export interface TrafficOptions extends TurnsOptions {
  readonly observer?: Observer | undefined;
}

export function createTraffic({ observer = {}, ...options }: TrafficOptions): Traffic {
  const turns = new Turns(options);

  async function takeTurn({ route, waiters }: RestRequest): Promise<void> {
    try {
      const turn = turns.take(waiters);
      if (turn) await turn;
    } catch (error) {
      if (!(error instanceof PressgraphError)) throw error;
      if (error.code === 'OVERLOADED') observer.overload?.({ route, most: options.mostWaiting });
      throw new PressgraphError(error.code, error.message, { route });
    }
  }

  return {
    inTurn: (get) => async (request) => {
      await takeTurn(request);
      try {
        return await get(request);
      } finally {
        turns.release();
      }
    },
    isIdle: () => turns.areIdle,
  };
}
