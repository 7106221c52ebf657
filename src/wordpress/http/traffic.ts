/**
 * All requests that go to WordPress, whoever makes them: a bounded number at the same time, each in its turn.
 */
import { PressgraphError } from '../../errors.ts';
import type { Observer } from '../../observer.ts';
import type { RestRequest } from './client.ts';
import { Turns, type TurnsOptions } from './turns.ts';

/** What of a request says whose turn it is. */
export type Turned = Pick<RestRequest, 'route' | 'waiters'>;

export interface Traffic {
  /** What asks the site, wherever its REST root is: all that does so shares the turns. */
  inTurn<R extends Turned, Answer>(ask: (request: R) => Promise<Answer>): (request: R) => Promise<Answer>;
  /** Whether nothing is under way. */
  isIdle(): boolean;
}

export interface TrafficOptions extends TurnsOptions {
  readonly observer?: Observer | undefined;
}

export function createTraffic({ observer = {}, ...options }: TrafficOptions): Traffic {
  const turns = new Turns(options);

  async function takeTurn({ route, waiters }: Turned): Promise<void> {
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
    inTurn: (ask) => async (request) => {
      await takeTurn(request);
      try {
        return await ask(request);
      } finally {
        turns.release();
      }
    },
    isIdle: () => turns.areIdle,
  };
}
