/**
 * Counts the requests that are under way to WordPress, whoever made them.
 */
import type { RestGet } from './client.ts';

export interface Traffic {
  readonly get: RestGet;
  isIdle(): boolean;
}

export function watchTraffic(get: RestGet): Traffic {
  let underWay = 0;
  return {
    async get(request) {
      underWay++;
      try {
        return await get(request);
      } finally {
        underWay--;
      }
    },
    isIdle: () => underWay === 0,
  };
}
