/**
 * `/health`: tells a supervisor that the gateway answers; it says nothing of the site.
 */
import type { Route } from './route.ts';

export function createHealth(path: string): Route {
  return {
    takes: (head) => head.isAt(path),
    mostBytes: 1_000,
    answer: async () => new Response(null, { statusText: 'OK' }),
  };
}
