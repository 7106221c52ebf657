/** What the gateway answers itself: the graph, sitemaps for crawlers, feeds for readers. */
import type { APIRoute } from 'astro';
import { gateway } from './gateway.ts';

export const handOn: APIRoute = async ({ request }) => (await gateway()).fetch(request);
