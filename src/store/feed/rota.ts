/**
 * Which of a site's collections a look looks at: core's always, and of the site's own a few in turn, of those that somebody has
 * asked for. So a look costs the same with forty types as with ten.
 * Knows what it leaves for the next look of those that are passed over: nothing that changes meanwhile is missed.
 */
import type { Sight, Sights } from './sight.ts';
import { isDated, type WatchedCollection } from './watched.ts';

/** Of the site's own, at one look. */
const mostInTurn = 8;
/** Milliseconds that what was asked for before a look may take to be known: longer than any request. */
const longestAnswer = 60_000;

export class Rota {
  /** When each was looked at last, by our clock. */
  readonly #turns = new Map<string, number>();

  /** @param inUse routes of which something may be known */
  next(
    collections: readonly WatchedCollection[],
    inUse: ReadonlySet<string>,
    sights: Sights,
  ): readonly WatchedCollection[] {
    const lastOf = ({ route }: WatchedCollection) => this.#turns.get(route) ?? sights[route]?.date ?? 0;
    const inTurn = collections
      .filter(({ route, isAlways }) => !isAlways && inUse.has(route))
      .sort((one, other) => lastOf(one) - lastOf(other))
      .slice(0, mostInTurn);
    const now = Date.now();
    for (const { route } of inTurn) this.#turns.set(route, now);
    return [...collections.filter(({ isAlways }) => isAlways), ...inTurn];
  }
}

/**
 * What is left for the next look at those that were passed over. Of what nobody has asked for nothing was known at this look:
 * what is asked for from now on can only have changed since.
 * @param seen of those that were looked at
 */
export function passedOver(
  collections: readonly WatchedCollection[],
  inUse: ReadonlySet<string>,
  sights: Sights,
  seen: Sights,
): Sights {
  const dates = Object.values(seen).map(({ date }) => date);
  const unknown: Sight | undefined =
    dates.length > 0 ? { total: undefined, date: Math.max(0, Math.min(...dates) - longestAnswer) } : undefined;
  const left = collections.flatMap((collection): [string, Sight][] => {
    const { route, isAlways } = collection;
    if (seen[route]) return [];
    const isKnown = isAlways || inUse.has(route) || !isDated(collection);
    const sight = isKnown ? sights[route] : (unknown ?? sights[route]);
    return sight ? [[route, sight]] : [];
  });
  return Object.fromEntries(left);
}
