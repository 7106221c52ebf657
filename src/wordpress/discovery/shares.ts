/**
 * How much of what a site describes is typed: a graph is made in one go, while which nobody is answered, and held in memory.
 * Knows how many descriptions that bears, and how they are dealt out to types that have more of them together.
 */

import type { RouteSchema } from '../described-resource.ts';
import { schemasIn } from '../json-schema.ts';

/** Of all types together: a graph of so many is made in some seconds. */
const mostOfSite = 20_000;

/** Descriptions that are read of each route: all that it has, unless the others need room as well. */
export function shareOfEach(routes: readonly RouteSchema[]): number {
  const sizes = routes.map(({ properties, arguments: args }) => schemasIn(properties) + schemasIn(args));
  let left = mostOfSite;
  for (const [index, size] of sizes.sort((one, other) => one - other).entries()) {
    const share = Math.floor(left / (sizes.length - index));
    if (size > share) return share;
    left -= size;
  }
  return mostOfSite;
}
