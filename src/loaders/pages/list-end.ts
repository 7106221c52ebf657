/**
 * Where a listing ends: as WordPress says it, or as its pages show where a site hides that.
 */
import { PressgraphError } from '../../errors.ts';
import { Properties } from '../../wordpress/properties.ts';
import { largestPage } from '../../wordpress/resources.ts';
import type { Upstream } from '../source/operation-source.ts';
import type { Listing } from './page.ts';
import { countAll } from './total.ts';
import { readWindow, type Window } from './window.ts';

/** Whether any row stands at an index or after it. Where the site hides how many there are, these are asked for if that is worth it. */
export async function isAnyFrom(
  upstream: Upstream,
  listing: Listing,
  index: number,
  total: number | undefined,
  isWorthAsking: boolean,
): Promise<boolean> {
  if (total !== undefined) return index < total;
  return isWorthAsking && !(await readWindow(upstream, listing, index, largestPage, Properties.id)).isEmpty;
}

/** Pages of the largest size among which the last one is looked for: half as many requests find it among twice as many. */
const mostPages = 128;

/**
 * The index after the last row.
 * @throws PressgraphError where the site hides how many there are, and they are too many to look for the last of them
 */
export async function findEnd(upstream: Upstream, listing: Listing): Promise<number> {
  const total = await countAll(upstream, listing);
  return total ?? (await lookForEnd(upstream, listing));
}

async function lookForEnd(upstream: Upstream, listing: Listing): Promise<number> {
  const readPage = (page: number) => readWindow(upstream, listing, page * largestPage, largestPage, Properties.id);
  let last: Window = await readPage(0);
  let [full, empty] = [0, 1];
  // Further and further, to one that is empty; then between the two.
  for (let page = await readPage(empty); !page.isEmpty; page = await readPage(empty)) {
    [last, full, empty] = [page, empty, empty * 2];
    if (empty > mostPages) throw hidden(listing);
  }
  while (empty - full > 1) {
    const middle = Math.floor((full + empty) / 2);
    const page = await readPage(middle);
    if (page.isEmpty) empty = middle;
    else [last, full] = [page, middle];
  }
  const end = full * largestPage + last.slots.length;
  const isLeftOut = end < empty * largestPage && (await isAnyFrom(upstream, listing, end, undefined, end > 0));
  // Rows that the viewer may not see have been taken out of the last page, nobody knows how many.
  if (isLeftOut) throw hidden(listing);
  return end;
}

function hidden({ route }: Listing): PressgraphError {
  const message = `The site hides how many there are of ${route}, so "last" cannot be counted from their end. Use "first".`;
  return new PressgraphError('UPSTREAM_BAD_RESPONSE', message, { route });
}
