/**
 * `OPTIONS`, at every path: what a browser asks before a page from elsewhere may ask, also where it will be told that there is nothing.
 */
import type { Cors } from './http/cors.ts';
import type { Route } from './route.ts';

export function createPreflight(cors: Cors): Route {
  return {
    takes: ({ method }) => method === 'OPTIONS',
    mostBytes: 1_000,
    answer: async ({ head }) => cors.preflight(head),
  };
}
