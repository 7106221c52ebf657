/**
 * What caches on the way may do with an answer.
 * Source: RFC 9111 and RFC 5861 (caching, stale-while-revalidate).
 */
import type { AnswerLifetime } from '../../loaders/operation/provenance.ts';

export const vary = 'Accept, Accept-Encoding, Authorization';

/** Seconds for which a shared cache may serve what is stale while it asks again. */
const mostRevalidating = 60;

/** A browser asks each time, with its validator; a shared cache may keep it as long as it is fresh here. */
export function cacheControlOf({ fresh, stale }: AnswerLifetime, now: number): string {
  const seconds = (until: number) => Math.max(0, Math.min(86_400, Math.floor((until - now) / 1000)));
  // It counts from the end of the freshness on.
  const revalidating = Math.min(mostRevalidating, Math.max(0, seconds(stale) - seconds(fresh)));
  return `public, max-age=0, s-maxage=${seconds(fresh)}, stale-while-revalidate=${revalidating}`;
}

/**
 * Nobody on the way may keep what was made for one, or what went wrong.
 * @param isPrivate whether it was made for the credentials of one viewer
 */
export function uncached(response: Response, isPrivate: boolean): Response {
  response.headers.set('x-content-type-options', 'nosniff');
  if (!response.headers.has('cache-control')) {
    response.headers.set('cache-control', isPrivate ? 'private, no-store' : 'no-store');
    response.headers.append('vary', vary);
  }
  return response;
}
