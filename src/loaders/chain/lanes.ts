/**
 * Work on many things, a few at a time.
 */
import { allOf } from '../../maybe-promise.ts';

/** What is made of each item, in their order; no more than so many are under way at the same time. */
export async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  make: (item: T) => R | Promise<R>,
): Promise<R[]> {
  const made: R[] = [];
  const waiting = items.entries();
  const work = async () => {
    for (const [index, item] of waiting) made[index] = await make(item);
  };
  await allOf(Array.from({ length: Math.min(lanes, items.length) }), work);
  return made;
}
