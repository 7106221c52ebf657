/**
 * All requests that go to WordPress, whoever makes them: a bounded number at the same time, each in its turn.
 */
import { PressgraphError } from '../../errors.ts';
import type { RestGet } from './client.ts';
import { Turns, type TurnsOptions } from './turns.ts';

export interface Traffic {
  readonly get: RestGet;
  /** Whether nothing is under way. */
  isIdle(): boolean;
}

export interface TrafficOptions extends TurnsOptions {
  /** A request is refused because too many wait. */
  onOverload?(): void;
}

export function createTraffic(get: RestGet, options: TrafficOptions): Traffic {
  const turns = new Turns(options);

  async function inTurn(request: Parameters<RestGet>[0]): Promise<void> {
    try {
      const turn = turns.take(request.waiters);
      if (turn) await turn;
    } catch (error) {
      if (!(error instanceof PressgraphError)) throw error;
      if (error.code === 'OVERLOADED') options.onOverload?.();
      throw new PressgraphError(error.code, error.message, { route: request.route });
    }
  }

  return {
    async get(request) {
      await inTurn(request);
      try {
        return await get(request);
      } finally {
        turns.release();
      }
    },
    isIdle: () => turns.areIdle,
  };
}
