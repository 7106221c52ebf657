/**
 * `/health`: tells a supervisor that the gateway answers; it says nothing of the site.
 */
import type { Route } from './route.ts';

export const health: Route = {
  // Whether a page from elsewhere may ask is told where the graph's is.
  takes: (head) => head.isAt('/health') && head.method !== 'OPTIONS',
  mostBytes: 1_000,
  answer: async () => new Response(null, { statusText: 'OK' }),
};
