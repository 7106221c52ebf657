/**
 * Rows of a listing between two indexes.
 * Knows that some collections can be asked for whole pages only.
 */
import { allOf } from '../../maybe-promise.ts';
import type { Properties } from '../../wordpress/properties.ts';
import { largestPage } from '../../wordpress/resources.ts';
import { type DocumentList, isEmpty, type Slot, slotsOf } from '../source/document-list.ts';
import type { Upstream } from '../source/operation-source.ts';
import { orderQuery } from './order.ts';
import type { Listing } from './page.ts';

export interface Window extends Pick<DocumentList, 'total'> {
  readonly slots: readonly Slot[];
  /** Whether WordPress gave nothing for it: where it hides how many there are, nothing follows. */
  readonly isEmpty: boolean;
}

/** `count` rows from `start`, at most `largestPage`. */
export async function readWindow(
  upstream: Upstream,
  listing: Listing,
  start: number,
  count: number,
  properties: Properties,
): Promise<Window> {
  const { route, query, order } = listing;
  const ask = (paging: { per_page: number; page?: number; offset?: number }) =>
    upstream.rows(route, { ...query, ...orderQuery(order), ...paging }, properties);
  if (start === 0 || !listing.pagedOnly) {
    const rows = await ask({ per_page: count, ...(start > 0 && { offset: start }) });
    return { slots: slotsOf(rows), total: rows.total, isEmpty: isEmpty(rows) };
  }

  const { size, pages, ahead } = pagesAround(start, count);
  const lists = await allOf(pages, (page) => ask({ per_page: size, page }));
  return windowOf(lists.flatMap(slotsOf), ahead, count, lists[0]?.total);
}

/** The whole pages that hold a window, and how many rows of theirs lie ahead of it: the smallest page that does, else two. */
export function pagesAround(
  start: number,
  count: number,
): { readonly size: number; readonly pages: readonly number[]; readonly ahead: number } {
  const single = pageSizeAround(start, count);
  const size = single ?? largestPage;
  const page = Math.floor(start / size);
  return { size, pages: single === undefined ? [page + 1, page + 2] : [page + 1], ahead: start - page * size };
}

function windowOf(rows: readonly Slot[], skip: number, count: number, total: number | undefined): Window {
  const slots = rows.slice(skip, skip + count);
  return { slots, total, isEmpty: slots.length === 0 };
}

/** The smallest page size at which one whole page holds the window, if there is one. */
function pageSizeAround(start: number, count: number): number | undefined {
  for (let size = count; size <= largestPage; size++) {
    if (Math.floor(start / size) === Math.floor((start + count - 1) / size)) return size;
  }
  return undefined;
}
