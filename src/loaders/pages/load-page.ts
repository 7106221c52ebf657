/**
 * Pages of collections: stable cursors where the order is by date, indexes elsewhere.
 * Knows which requests a page needs for what is going to be read of it, and makes no other.
 */
import { badInput } from '../../errors.ts';
import { resultsOf } from '../../maybe-promise.ts';
import { Properties } from '../../wordpress/properties.ts';
import type { Upstream } from '../source/operation-source.ts';
import { type DatedPosition, decodeDated, decodeIndex, encodeDated } from './cursor.ts';
import { type DatedListing, walkDated } from './dated-walk.ts';
import { findEnd, isAnyFrom } from './list-end.ts';
import {
  compareDocuments,
  dateOf,
  type Listing,
  type Page,
  type PageArguments,
  type PageEntry,
  type PageNeeds,
  PlacedEntry,
  withOrder,
} from './page.ts';
import { readStableWindow } from './stable-window.ts';
import { countAll } from './total.ts';

export async function loadPage(
  upstream: Upstream,
  listing: Listing,
  page: PageArguments,
  needs: PageNeeds,
): Promise<Page> {
  if (!needs.documents) {
    const total = needs.total ? await countAll(upstream, listing) : undefined;
    return { entries: [], hasNextPage: false, hasPreviousPage: false, total };
  }
  if (isDated(listing) && page.offset === undefined) {
    const start = await loadStart(upstream, listing, page, needs, needs.documents);
    return start ?? loadDatedPage(upstream, listing, page, needs, needs.documents);
  }
  return loadIndexedPage(upstream, listing, page, needs, needs.documents);
}

function isDated(listing: Listing): listing is DatedListing {
  return listing.order.dated !== undefined;
}

/**
 * Fast path for a first page without cursors: one request, since ties at its end do not matter. `undefined` where more than
 * that is needed.
 */
async function loadStart(
  upstream: Upstream,
  listing: DatedListing,
  page: PageArguments,
  needs: PageNeeds,
  properties: Properties,
): Promise<Page | undefined> {
  const { first } = page;
  if (needs.cursors || !first || page.after !== undefined || page.before !== undefined) return undefined;
  const { entries, ...others } = await loadIndexedPage(upstream, listing, page, needs, properties);
  // Rows that the viewer may not see are taken out after counting; the walk fills the page up.
  if (entries.length < Math.min(first, others.total ?? first)) return undefined;
  return { ...others, entries: [...entries].sort(compareDocuments(listing.order)) };
}

async function loadDatedPage(
  upstream: Upstream,
  listing: DatedListing,
  page: PageArguments,
  needs: PageNeeds,
  properties: Properties,
): Promise<Page> {
  const column = listing.order.dated;
  const after = page.after === undefined ? undefined : decodeDated('after', page.after, column);
  const before = page.before === undefined ? undefined : decodeDated('before', page.before, column);
  const backward = page.last !== undefined;
  const [from, until] = backward ? [before, after] : [after, before];
  const otherSideNeeded = backward ? needs.hasNextPage : needs.hasPreviousPage;

  const walk = {
    count: page.first ?? page.last ?? 0,
    backward,
    ...(from && { from }),
    ...(until && { until }),
  };
  const [walked, otherSide, counted] = await resultsOf(
    () => walkDated(upstream, listing, properties, walk),
    () => (from && otherSideNeeded ? isAnyPassed(upstream, listing, from, backward) : false),
    () => (needs.total && (from || until) ? countAll(upstream, listing) : undefined),
  );

  const entries = walked.documents.map(({ document, whole }): PageEntry => {
    const date = dateOf(document, column);
    return { document, whole, cursor: encodeDated(column, { date, id: document.id }) };
  });
  return {
    entries: backward ? entries.reverse() : entries,
    hasNextPage: backward ? otherSide : walked.more,
    hasPreviousPage: backward ? walked.more : otherSide,
    total: counted ?? walked.total,
  };
}

/** Whether the cursor's own document, or any on the far side of it, is still there. */
async function isAnyPassed(
  upstream: Upstream,
  listing: DatedListing,
  { date, id }: DatedPosition,
  backward: boolean,
): Promise<boolean> {
  const properties = Properties.id;
  if (listing.query.include === undefined) {
    const query = { ...listing.query, include: [id], per_page: 1 };
    if ((await upstream.rows(listing.route, query, properties)).documents.length > 0) return true;
  }
  const beyond = await walkDated(upstream, listing, properties, {
    count: 1,
    backward: !backward,
    from: { date, id },
  });
  return beyond.documents.length > 0;
}

async function loadIndexedPage(
  upstream: Upstream,
  listing: Listing,
  page: PageArguments,
  needs: PageNeeds,
  properties: Properties,
): Promise<Page> {
  const { order } = listing;
  if (isDated(listing) && (page.after !== undefined || page.before !== undefined)) {
    throw badInput('offset', 'cannot be combined with a cursor; use one of them.');
  }
  const start = page.after === undefined ? (page.offset ?? 0) : decodeIndex('after', page.after) + 1;
  const end = page.before === undefined ? undefined : decodeIndex('before', page.before);
  const whole = page.last !== undefined && end === undefined ? await findEnd(upstream, listing) : end;
  const from = page.last === undefined ? start : Math.max(start, (whole ?? 0) - page.last);
  const to = page.first === undefined ? (whole ?? 0) : Math.min(whole ?? Number.POSITIVE_INFINITY, start + page.first);
  if (to <= from) return loadEmptyWindow(upstream, listing, from, needs);

  const rows = await readStableWindow(upstream, listing, from, to - from, withOrder(properties, order), needs);
  // After the last row, posts answer with a total of 0: only a page with rows tells the truth.
  const isTold = rows.documents.length > 0 || from === 0;
  const counted = !isTold && (needs.total || needs.hasPreviousPage);
  const total = isTold ? rows.total : counted ? await countAll(upstream, listing) : undefined;
  return {
    entries: rows.documents.map((document, index) => new PlacedEntry(document, order, from + index)),
    hasNextPage: await isAnyFrom(upstream, listing, to, total, !rows.isEmpty && needs.hasNextPage),
    hasPreviousPage: from > 0 && total !== 0,
    total,
  };
}

async function loadEmptyWindow(upstream: Upstream, listing: Listing, from: number, needs: PageNeeds): Promise<Page> {
  const counted = needs.total || needs.hasNextPage || needs.hasPreviousPage;
  const total = counted ? await countAll(upstream, listing) : undefined;
  return {
    entries: [],
    hasNextPage: await isAnyFrom(upstream, listing, from, total, needs.hasNextPage),
    hasPreviousPage: from > 0 && total !== 0,
    total,
  };
}
