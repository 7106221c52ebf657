/**
 * What somebody may have meant by a name that there is not.
 */
import { closestMatch } from 'leven';

/** A sentence to put behind an error, with a blank before it; empty where no name comes close. */
export function didYouMean(given: string, names: readonly string[]): string {
  const close = closestMatch(given, names, { maxDistance: Math.floor(given.length * 0.4) + 1 });
  return close === undefined ? '' : ` Did you mean "${close}"?`;
}
