/**
 * Rows of a listing between two indexes, so that who goes on from page to page sees each document once.
 *
 * WordPress orders by one column. What is equal in it (terms of one name, posts of one author) comes in any order, another one for
 * each page that is asked for: it would repeat on one page and be missing from all others. So what is asked for does not
 * depend on the pages that clients ask for.
 */
import { allOf, resultsOf } from '../../maybe-promise.ts';
import { Properties } from '../../wordpress/properties.ts';
import type { LoadedDocument } from '../loaded.ts';
import type { Upstream } from '../source/operation-source.ts';
import { compareDocuments, type Listing, orderQuery, type PageNeeds, withOrder } from './page.ts';
import { readWindow, type Window } from './window.ts';

export async function readStableWindow(
  upstream: Upstream,
  listing: Listing,
  start: number,
  count: number,
  properties: Properties,
  { cursors }: Pick<PageNeeds, 'cursors'>,
): Promise<Window> {
  const isMine = start > 0 || cursors;
  const found =
    isMine && listing.order.numbered
      ? await readNumbered(upstream, listing, start, count, properties)
      : isMine && listing.isLight && !unique.has(listing.order.orderby)
        ? await readBlocks(upstream, listing, start, count, properties)
        : undefined;
  return found ?? readWindow(upstream, listing, start, count, properties);
}

/** Orders in which no two terms or users are equal. */
const unique: ReadonlySet<string> = new Set(['id', 'slug', 'include', 'include_slugs', 'email']);

/** Of more documents than this, nobody reads the numbers of all. */
const mostNumbered = 500;

/**
 * In the order of number, then id: the numbers of all are read in the order of ids, in which no two are equal.
 * @returns nothing where there are too many, or nobody says how many there are
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
  const ask = (page: number) =>
    upstream.rows(route, { ...query, orderby: 'id', order: 'asc', per_page: size, ...(page > 1 && { page }) }, lean);
  const first = await ask(1);
  const { total } = first;
  if (total === undefined || total > mostNumbered) return undefined;
  const pages = Array.from({ length: Math.max(0, Math.ceil(total / size) - 1) }, (_, index) => index + 2);
  const all = [first, ...(await allOf(pages, ask))].flatMap(({ documents }) => documents);
  const placed = all.sort(compareDocuments(order)).slice(start, start + count);
  if (placed.length === 0 || lean.covers(properties)) return { documents: placed, total, isEmpty: placed.length === 0 };
  const ids = placed.map(({ document }) => document.id);
  const rows = await upstream.rows(route, { ...query, include: ids, per_page: ids.length }, properties);
  const byId = new Map(rows.documents.map((loaded) => [loaded.document.id, loaded]));
  return { documents: ids.flatMap((id) => byId.get(id) ?? []), total, isEmpty: false };
}

/** In the order that WordPress has in blocks of the largest size, which are the same for all pages. */
async function readBlocks(
  upstream: Upstream,
  listing: Listing,
  start: number,
  count: number,
  properties: Properties,
): Promise<Window> {
  const size = upstream.largestPage(listing.route);
  const first = Math.floor(start / size);
  const numbers = Array.from(
    { length: Math.floor((start + count - 1) / size) - first + 1 },
    (_, index) => first + index,
  );
  const [counted, ...blocks] = await allOf(numbers, (number) => readBlock(upstream, listing, number, properties));
  const rows = [counted, ...blocks].flatMap((block) => block?.documents ?? []);
  const documents = rows.slice(start - first * size, start - first * size + count);
  return { documents, total: counted?.total, isEmpty: documents.length === 0 };
}

/** Rows beside the end of a block among which those are looked for that it and the next one leave out. */
const margin = 20;

/**
 * A block, each of whose documents is in no earlier one. Where it repeats some of the block ahead of it, as many of their kind
 * are in neither: a page that the two meet within shows them.
 */
async function readBlock(
  upstream: Upstream,
  listing: Listing,
  number: number,
  properties: Properties,
): Promise<Pick<Window, 'documents' | 'total'>> {
  const { route, query, order } = listing;
  const size = upstream.largestPage(route);
  const ask = (page: number) =>
    upstream.rows(
      route,
      { ...query, ...orderQuery(order), per_page: size, ...(page > 0 && { page: page + 1 }) },
      properties,
    );
  if (number === 0) return ask(0);
  const [before, own] = await resultsOf(
    () => ask(number - 1),
    () => ask(number),
  );
  const seen = idsOf(before.documents);
  const further = own.documents.filter(({ document }) => !seen.has(document.id));
  const lacking = own.documents.length - further.length;
  if (lacking === 0) return own;
  const edge = Math.min(margin, size);
  const around = await readWindow(upstream, listing, number * size - edge, 2 * edge, properties);
  const known = new Set([...seen, ...idsOf(own.documents)]);
  const found = around.documents.filter(({ document }) => !known.has(document.id)).slice(0, lacking);
  return { documents: [...found, ...further], total: own.total };
}

function idsOf(documents: readonly LoadedDocument[]): Set<number> {
  return new Set(documents.map(({ document }) => document.id));
}
