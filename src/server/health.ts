/**
 * `/health`: tells a supervisor that the gateway answers; it says nothing of the site.
 */
import type { Route } from './route.ts';

export function createHealth(path: string): Route {
  return {
    // Whether a page from elsewhere may ask is told where the graph's is.
    takes: (head) => head.isAt(path) && head.method !== 'OPTIONS',
    mostBytes: 1_000,
    answer: async () => new Response(null, { statusText: 'OK' }),
  };
}
