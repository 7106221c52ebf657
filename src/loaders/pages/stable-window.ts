/**
 * Rows of a listing between two indexes, so that who goes on from page to page sees each document once.
 *
 * WordPress orders by one column. What is equal in it (terms of one name, posts of one author) comes in any order, another one for
 * each page that is asked for: it would repeat on one page and be missing from all others. So what is asked for does not
 * depend on the pages that clients ask for.
 */
import { allOf, type MaybePromise } from '../../maybe-promise.ts';
import { Properties } from '../../wordpress/properties.ts';
import { isCheap } from '../../wordpress/property-costs.ts';
import { type DocumentList, isEmpty, type Slot, slotsOf } from '../source/document-list.ts';
import type { Upstream } from '../source/operation-source.ts';
import { joinBlocks } from './blocks.ts';
import { compareDocuments } from './chronology.ts';
import { orderQuery, withOrder } from './order.ts';
import type { Listing, PageNeeds } from './page.ts';
import { readWindow, type Window } from './window.ts';

export async function readStableWindow(
  upstream: Upstream,
  listing: Listing,
  start: number,
  count: number,
  properties: Properties,
  { cursors }: Pick<PageNeeds, 'cursors'>,
): Promise<Window> {
  const { order, isLight = false } = listing;
  // Where nobody comes from a page or goes on to one, what is equal may stand in any order.
  const isAlone = start === 0 && !cursors;
  const isTied = isLight ? !unique.has(order.orderby) : order.orderby === 'title';
  const found =
    isAlone || !order.numbered ? undefined : await readNumbered(upstream, listing, start, count, properties);
  if (found) return found;
  if (isAlone || !isTied) return readWindow(upstream, listing, start, count, properties);
  if (isCheap(properties, isLight)) return readBlocks(upstream, listing, start, count, properties);
  const lean = await readBlocks(upstream, listing, start, count, Properties.id);
  return { ...lean, slots: await fill(upstream, listing, lean.slots, properties) };
}

/** Orders in which no two terms or users are equal. */
const unique: ReadonlySet<string> = new Set(['id', 'slug', 'include', 'include_slugs', 'email']);

/** Of more documents than this, nobody reads the numbers of all. */
const mostNumbered = 500;

/**
 * In the order of number, then id: the numbers of all are read in the order of ids, in which no two are equal.
 * @returns nothing where there are too many
 */
async function readNumbered(
  upstream: Upstream,
  listing: Listing,
  start: number,
  count: number,
  properties: Properties,
): Promise<Window | undefined> {
  const { route, query, order } = listing;
  const lean = withOrder(Properties.none, order);
  const size = upstream.largestPage(route);
  const ask = (page: number, wanted = lean) =>
    upstream.rows(route, { ...query, orderby: 'id', order: 'asc', per_page: size, ...(page > 1 && { page }) }, wanted);
  // Most sites have no more pages than one holds.
  const whole = isCheap(properties, false) ? lean.union(properties) : lean;
  const first = await ask(1, whole);
  const { total } = first;
  const askFurther: AskPage = (page) => ask(page);
  const further =
    total === undefined
      ? await readToTheEnd(askFurther, size)
      : await readPages(askFurther, Math.ceil(total / size), size);
  if (!further) return undefined;
  const all = [first, ...further].flatMap(slotsOf);
  const known = all.filter((slot) => slot !== null).sort(compareDocuments(order));
  // Nobody knows the numbers of those at which WordPress fails.
  const unknown = all.filter((slot) => slot === null);
  const placed = [...known, ...unknown].slice(start, start + count);
  const atHand = new Set(whole.covers(properties) ? first.documents : []);
  const isTold = lean.covers(properties) || placed.every((slot) => slot === null || atHand.has(slot));
  const slots = isTold ? placed : await fill(upstream, listing, placed, properties);
  return { slots, total, isEmpty: placed.length === 0 };
}

type AskPage = (page: number) => Promise<DocumentList>;

/** All pages but the first; nothing where these are too many. */
function readPages(ask: AskPage, pages: number, size: number): MaybePromise<DocumentList[]> | undefined {
  if (pages * size > mostNumbered) return undefined;
  return allOf(
    Array.from({ length: Math.max(0, pages - 1) }, (_, index) => index + 2),
    ask,
  );
}

/** As `readPages`, where nobody says how many there are: up to one that is empty. */
async function readToTheEnd(ask: AskPage, size: number): Promise<DocumentList[] | undefined> {
  const pages: DocumentList[] = [];
  for (let page = 2; page * size <= mostNumbered + size; page++) {
    const rows = await ask(page);
    if (isEmpty(rows)) return pages;
    pages.push(rows);
  }
  return undefined;
}

/** The same rows with all that is wanted of them. */
async function fill(
  upstream: Upstream,
  { route, query }: Listing,
  lean: readonly Slot[],
  properties: Properties,
): Promise<Slot[]> {
  const ids = lean.flatMap((slot) => slot?.document.id ?? []);
  if (ids.length === 0) return [];
  const rows = await upstream.rows(route, { ...query, include: ids, per_page: ids.length }, properties);
  const byId = new Map(rows.documents.map((loaded) => [loaded.document.id, loaded]));
  return lean.map((slot) => (slot && byId.get(slot.document.id)) ?? null);
}

/** In the order that WordPress has in blocks of the largest size, which are the same for all pages. */
async function readBlocks(
  upstream: Upstream,
  listing: Listing,
  start: number,
  count: number,
  properties: Properties,
): Promise<Window> {
  const { route, query, order } = listing;
  const size = upstream.largestPage(route);
  // The one ahead tells what of the first one has been shown before.
  const first = Math.max(0, Math.floor(start / size) - 1);
  const numbers = Array.from(
    { length: Math.floor((start + count - 1) / size) - first + 1 },
    (_, index) => first + index,
  );
  const blocks = await allOf(numbers, (number) =>
    upstream.rows(
      route,
      { ...query, ...orderQuery(order), per_page: size, ...(number > 0 && { page: number + 1 }) },
      properties,
    ),
  );
  const joined = await joinBlocks(upstream, listing, properties, blocks.map(slotsOf), first);
  // Each by itself: rows that the viewer may not see are taken out of a block, and do not move those of the next one.
  const slots = joined.flatMap((rows, index) => {
    const ahead = start - (first + index) * size;
    return rows.slice(Math.max(0, ahead), Math.max(0, ahead + count));
  });
  return { slots, total: blocks[0]?.total, isEmpty: slots.length === 0 };
}
