/**
 * Which changes make an answer worthless, by what it was made of.
 */
import type { Ingredients } from '../../loaders/operation/provenance.ts';
import { type Change, concerns, concernsLists, isEverything } from '../../store/change.ts';

/** Whatever changes in a collection touches the answers that list it, so its single documents need no entry of their own. */
export function withoutListed({ lists, documents }: Ingredients): Ingredients {
  return { lists, documents: new Map([...documents].filter(([collection]) => !lists.has(collection))) };
}

/** Whether a change says something of what an answer was made of. */
export function isTouched({ lists, documents }: Ingredients, change: Change): boolean {
  for (const collection of lists) if (concernsLists(change, collection)) return true;
  for (const [collection, ids] of documents) {
    for (const id of ids) if (concerns(change, collection, id)) return true;
  }
  return isEverything(change);
}
