import type { APIRoute } from 'astro';
import { gateway } from '../lib/gateway.ts';

/** The graph for other programs, and GraphiQL for browsers. */
export const ALL: APIRoute = async ({ request }) => (await gateway()).fetch(request);
