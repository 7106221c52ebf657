/**
 * Pages of collections: stable cursors where the order is by date, indexes elsewhere, and where dates say nothing of the order.
 * Knows which requests a page needs for what is going to be read of it, and makes no other.
 */
import { andThen, type MaybePromise, resultsOf } from '../../maybe-promise.ts';
import type { Properties } from '../../wordpress/properties.ts';
import { isOneSecond, SiteClock } from '../../wordpress/site-clock.ts';
import type { Upstream } from '../source/operation-source.ts';
import { compareDocuments, dateOf, isChronological } from './chronology.ts';
import { loadDatedPage } from './dated-page.ts';
import type { DatedListing } from './dated-rows.ts';
import { findEnd, isAnyFrom } from './list-end.ts';
import { isDated, withOrder } from './order.ts';
import { type Listing, type Page, type PageArguments, type PageNeeds, PlacedEntry } from './page.ts';
import { findIndex } from './place.ts';
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
  const { documents } = needs;
  const dated = page.offset === undefined ? datedListing(listing) : undefined;
  const found =
    dated &&
    ((await loadStart(upstream, dated, page, needs, documents)) ??
      (await loadDatedPage(upstream, dated, page, needs, documents)));
  return found ?? loadIndexedPage(upstream, listing, page, needs, documents);
}

function datedListing(listing: Listing): DatedListing | undefined {
  const { order, clock = new SiteClock() } = listing;
  return isDated(order) ? { ...listing, order, clock } : undefined;
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
  const { order, clock } = listing;
  const { first } = page;
  if (needs.cursors || !first || page.after !== undefined || page.before !== undefined) return undefined;
  const { entries, ...others } = await loadIndexedPage(upstream, listing, page, needs, properties);
  // Rows that the viewer may not see are taken out after counting; the walk fills the page up.
  if (entries.length < Math.min(first, others.total ?? first)) return undefined;
  if (!isChronological(entries, order, clock)) return { ...others, entries };
  const last = entries.at(-1);
  const mayGoOn = last && others.total !== entries.length;
  // What WordPress shows as later may have been cut off.
  if (mayGoOn && !isOneSecond(clock.momentOf(dateOf(last.document, order.dated)))) return undefined;
  return { ...others, entries: [...entries].sort(compareDocuments(order)) };
}

function loadIndexedPage(
  upstream: Upstream,
  listing: Listing,
  page: PageArguments,
  needs: PageNeeds,
  properties: Properties,
): MaybePromise<Page> {
  const places = resultsOf(
    () => findIndex(upstream, listing, 'after', page.after),
    () => findIndex(upstream, listing, 'before', page.before),
  );
  return andThen(places, ([after, before]) =>
    loadBetween(upstream, listing, { ...page, after, before }, needs, properties),
  );
}

/** A page whose cursors are known by their indexes. */
interface PlacedPage extends Pick<PageArguments, 'first' | 'last' | 'offset'> {
  readonly after: number | undefined;
  readonly before: number | undefined;
}

async function loadBetween(
  upstream: Upstream,
  listing: Listing,
  page: PlacedPage,
  needs: PageNeeds,
  properties: Properties,
): Promise<Page> {
  const { order } = listing;
  const { after, before } = page;
  const start = after === undefined ? (page.offset ?? 0) : after + 1;
  const end = page.last !== undefined && before === undefined ? await findEnd(upstream, listing) : before;
  const from = page.last === undefined ? start : Math.max(start, (end ?? 0) - page.last);
  const to = page.first === undefined ? (end ?? 0) : Math.min(end ?? Number.POSITIVE_INFINITY, start + page.first);
  if (to <= from) return loadEmptyWindow(upstream, listing, from, needs);

  const rows = await readStableWindow(upstream, listing, from, to - from, withOrder(properties, order), needs);
  // After the last row, posts answer with a total of 0: only a page with rows tells the truth.
  const isTold = rows.slots.length > 0 || from === 0;
  const counted = !isTold && (needs.total || needs.hasPreviousPage);
  const total = isTold ? rows.total : counted ? await countAll(upstream, listing) : undefined;
  // Who comes by an offset goes on by date where that is possible, who comes by an index does not.
  const dated = page.offset === undefined ? undefined : datedListing(listing);
  const documents = rows.slots.filter((slot) => slot !== null);
  const isStable = dated !== undefined && isChronological(documents, dated.order, dated.clock);
  // Rows that the viewer may not see stand somewhere among the others: who goes on after the last one has passed them all.
  const last = Math.max(from + rows.slots.length, Math.min(to, total ?? to)) - 1;
  const lastPlace = rows.slots.findLastIndex((slot) => slot !== null);
  const indexOf = (place: number) => (place === lastPlace ? last : from + place);
  return {
    entries: rows.slots.flatMap((loaded, place) =>
      loaded ? [new PlacedEntry(loaded, order, isStable ? undefined : indexOf(place))] : [],
    ),
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
