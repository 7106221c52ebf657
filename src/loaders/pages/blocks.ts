/**
 * A list that is read in blocks of the largest size, one after the other.
 *
 * WordPress orders by one column, and what is equal in it comes in any order, another one for each page: of equal rows that two
 * blocks meet within, some come in both, and as many in neither.
 */
import { allOf } from '../../maybe-promise.ts';
import type { Properties } from '../../wordpress/properties.ts';
import type { LoadedDocument } from '../loaded.ts';
import type { Slot } from '../source/document-list.ts';
import type { Upstream } from '../source/operation-source.ts';
import type { Listing } from './page.ts';
import { readWindow } from './window.ts';

/** Rows on either side of the place where two blocks meet, among which those are looked for that are in neither. */
const margin = 20;

/**
 * The same blocks, so that each document is in one of them.
 * @param first the number of the first one, which stays as it is
 */
export async function joinBlocks<S extends Slot>(
  upstream: Upstream,
  listing: Listing,
  properties: Properties,
  blocks: readonly (readonly S[])[],
  first = 0,
): Promise<(readonly (S | LoadedDocument)[])[]> {
  const size = upstream.largestPage(listing.route);
  return allOf(blocks.entries(), async ([index, own]) => {
    const before = idsOf(blocks[index - 1] ?? []);
    const further = own.filter((slot) => !slot || !before.has(slot.document.id));
    const lacking = own.length - further.length;
    if (lacking === 0) return own;
    const edge = Math.min(margin, size);
    const around = await readWindow(upstream, listing, (first + index) * size - edge, 2 * edge, properties);
    const known = new Set([...before, ...idsOf(own)]);
    const found = around.slots.flatMap((slot) => (slot && !known.has(slot.document.id) ? [slot] : []));
    return [...found.slice(0, lacking), ...further];
  });
}

function idsOf(slots: readonly Slot[]): Set<number> {
  return new Set(slots.flatMap((slot) => slot?.document.id ?? []));
}
