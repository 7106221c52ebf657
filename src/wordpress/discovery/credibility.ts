/**
 * Whether a site that was read while it is served can be believed: what fails for a moment must not take types and fields out
 * of a graph.
 */
import { untoldRoutes } from './read-site.ts';
import { routes, type SiteFacts } from './site-facts.ts';

/**
 * - `whole`: all is told that was before.
 * - `doubtful`: the site refuses what it told before, or something new is not told. If it comes to the same again, that is how it is.
 * - `broken`: what the site is made of is not told, or does not answer for now.
 */
export type Credibility = 'whole' | 'doubtful' | 'broken';

/** No site is without these. */
const listing: readonly string[] = ['/', routes.types, routes.taxonomies];

/** @param before of what is served */
export function credibilityOf(now: SiteFacts, before: SiteFacts): Credibility {
  const known = new Set(untoldRoutes(before));
  const untold = untoldRoutes(now).filter((route) => !known.has(route));
  if (untold.some((route) => listing.includes(route))) return 'broken';
  const refusals = Object.entries(now.collections).flatMap(([route, { refusal }]) => {
    const isNews = refusal !== undefined && before.collections[route]?.refusal === undefined;
    return isNews ? [{ isForNow: refusal.isForNow === true && Object.hasOwn(before.collections, route) }] : [];
  });
  if (refusals.some(({ isForNow }) => isForNow)) return 'broken';
  return untold.length > 0 || refusals.length > 0 ? 'doubtful' : 'whole';
}
