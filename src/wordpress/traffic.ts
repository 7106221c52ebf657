/**
 * All requests that go to WordPress, whoever makes them: a bounded number at the same time, each in its turn.
 */
import { PressgraphError } from '../errors.ts';
import type { RestGet } from './client.ts';
import { Turns, type TurnsOptions } from './turns.ts';

export interface Traffic {
  readonly get: RestGet;
  /** Whether nothing is under way. */
  isIdle(): boolean;
}

export interface TrafficOptions extends TurnsOptions {
  /** Requests are refused because too many wait; told once a minute at most. */
  onOverload?(): void;
}

const betweenNotices = 60_000;

export function createTraffic(get: RestGet, options: TrafficOptions): Traffic {
  const turns = new Turns(options);
  let noticed = Number.NEGATIVE_INFINITY;

  async function inTurn(request: Parameters<RestGet>[0]): Promise<void> {
    try {
      const turn = turns.take(request.waiters);
      if (turn) await turn;
    } catch (error) {
      if (!(error instanceof PressgraphError)) throw error;
      if (performance.now() - noticed > betweenNotices) {
        noticed = performance.now();
        options.onOverload?.();
      }
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
