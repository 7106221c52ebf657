/**
 * In which months of the site's clock the documents of a listing were published, and how many in each.
 *
 * WordPress counts what lies between two dates, and gives a hundred dates at a time. Of a few documents the dates are read; of
 * many in few months, each month is counted.
 */
import { allOf } from '../../maybe-promise.ts';
import {
  type ArchiveDate,
  boundsOfDate,
  dayAfter,
  readArchiveDate,
  writtenDate,
} from '../../wordpress/archive-dates.ts';
import { Properties } from '../../wordpress/properties.ts';
import type { SiteClock } from '../../wordpress/site-clock.ts';
import { readDate } from '../../wordpress/values.ts';
import { type DocumentList, isEmpty } from '../source/document-list.ts';
import type { Upstream } from '../source/operation-source.ts';
import { dateOf, isChronological } from './chronology.ts';
import { type DatedOrder, orderQuery } from './order.ts';
import type { Listing } from './page.ts';
import { meant } from './time-filters.ts';
import { countAll } from './total.ts';

/** A month in which something was published. */
export interface MonthCount {
  readonly date: ArchiveDate;
  readonly count: number;
}

/** As many pages are read without looking whether there are fewer months. */
const fewPages = 3;

const newestFirst: DatedOrder = { orderby: 'date', direction: 'desc', dated: 'date' };
const oldestFirst: DatedOrder = { ...newestFirst, direction: 'asc' };

/** Newest first. */
export async function countMonths(
  upstream: Upstream,
  { route, query, clock }: Pick<Listing, 'route' | 'query'> & { readonly clock: SiteClock },
): Promise<MonthCount[]> {
  const size = upstream.largestPage(route);
  const ask = (order: DatedOrder, page = 1) => {
    const paging = { per_page: size, ...(page > 1 && { page }) };
    return upstream.rows(route, { ...query, ...orderQuery(order), ...paging }, Properties.of('id', 'date'));
  };
  const newest = await ask(newestFirst);
  if (newest.total === undefined) return counted(await readToTheEnd(newest, (page) => ask(newestFirst, page)));
  const pages = Math.ceil(newest.total / size);
  const readAll = async () => counted([newest, ...(await readPages(pages, (page) => ask(newestFirst, page)))]);
  if (pages <= fewPages) return readAll();

  const oldest = await ask(oldestFirst);
  const isInOrder =
    isChronological(newest.documents, newestFirst, clock) && isChronological(oldest.documents, oldestFirst, clock);
  const between = isInOrder ? monthsBetween(lastMonthOf(oldest), lastMonthOf(newest)) : undefined;
  if (!between || between.length >= pages - 1) return readAll();
  // The months that the two pages end within are counted with those between them.
  const isWhole = ({ date }: MonthCount) => between.every((month) => writtenDate(month) !== writtenDate(date));
  const counts = await allOf(between, async (date) => {
    const bounds = { ...query, ...boundsOfDate(date) };
    const listing = await meant(upstream, { route, query: bounds, order: newestFirst, clock });
    return { date, count: listing ? await countAll(upstream, listing) : 0 };
  });
  if (counts.some(({ count }) => count === undefined)) return readAll();
  const told = counts.flatMap(({ date, count }) => (count ? [{ date, count }] : []));
  return [...counted([newest]).filter(isWhole), ...told.reverse(), ...counted([oldest]).filter(isWhole)];
}

/** Pages that are thought of at a time: whoever may not ask for as many is told so before the next ones are. */
const pagesAtOnce = 100;

/** All pages but the first. */
async function readPages(pages: number, ask: (page: number) => Promise<DocumentList>): Promise<DocumentList[]> {
  const read: DocumentList[] = [];
  while (read.length < pages - 1) {
    const length = Math.min(pagesAtOnce, pages - 1 - read.length);
    const next = Array.from({ length }, (_, index) => read.length + 2 + index);
    read.push(...(await allOf(next, ask)));
  }
  return read;
}

/** All pages, where the site hides how many there are. One that shows the same again has no more to give. */
async function readToTheEnd(
  first: DocumentList,
  ask: (page: number) => Promise<DocumentList>,
): Promise<DocumentList[]> {
  const pages: DocumentList[] = [];
  const seen = new Set<number>();
  for (let rows = first; !isEmpty(rows); rows = await ask(pages.length + 1)) {
    const { documents } = rows;
    if (documents.length > 0 && documents.every(({ document }) => seen.has(document.id))) break;
    for (const { document } of documents) seen.add(document.id);
    pages.push(rows);
  }
  return pages;
}

/** By their dates, newest first. Of what is equal in them, one may come on two pages, and another one on none. */
function counted(pages: readonly DocumentList[]): MonthCount[] {
  const counts = new Map<string, number>();
  for (const { document } of pages.flatMap(({ documents }) => documents)) {
    const month = monthOf(dateOf(document, 'date'));
    if (month !== undefined) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const newest = [...counts].sort(([one], [other]) => (one < other ? 1 : -1));
  return newest.flatMap(([month, count]) => {
    const date = readArchiveDate(month);
    return date ? [{ date, count }] : [];
  });
}

function lastMonthOf({ documents }: DocumentList): string | undefined {
  const last = documents.at(-1);
  return last && monthOf(dateOf(last.document, 'date'));
}

/** Nothing for a date that was never set. */
function monthOf(date: string): string | undefined {
  return readDate(date)?.slice(0, 7);
}

/** A century of months: more than these, nobody counts one by one. */
const mostMonths = 1_200;

/** Oldest first, both counted; nothing where these are none, or too many. */
function monthsBetween(first: string | undefined, last: string | undefined): ArchiveDate[] | undefined {
  const months: ArchiveDate[] = [];
  if (first === undefined || last === undefined || first > last) return undefined;
  for (let date = readArchiveDate(first); date && writtenDate(date) <= last; ) {
    if (months.push(date) > mostMonths) return undefined;
    const { year, month } = dayAfter(date);
    date = { year, month };
  }
  return months;
}
