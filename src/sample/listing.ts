/**
 * Orders and pages the rows of a collection.
 * Knows what each collection can be ordered by, and how each answers beyond its end.
 */
import { type Collection, isContent } from './collections.ts';
import { comparableSlug, numbers, sanitizedSlug, searchColumns } from './filters.ts';
import type { Arguments } from './rest-arguments.ts';
import { RestError } from './rest-error.ts';
import type { Row } from './rows.ts';
import { contentSearch } from './search.ts';

export interface Listing {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly totalPages: number;
  /** The page that these rows are, as the links count it. */
  readonly page: number;
}

const collator = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: false });

/** @param of what a collection is: its family, and whether it is a tree */
export function listed(of: Kind, rows: readonly Row[], values: Arguments): Listing {
  if (isContent(of)) checkContentOrder(values);
  const ordered = order(of, rows, values);
  return isContent(of) ? contentPage(ordered, values) : otherPage(of, ordered, values);
}

type Kind = Pick<Collection, 'family' | 'hierarchical'>;

function checkContentOrder(values: Arguments): void {
  if (values.orderby === 'relevance' && !values.search) {
    throw new RestError(400, 'rest_no_search_term_defined', 'You need to define a search term to order by relevance.');
  }
  if (values.orderby === 'include' && numbers(values.include).length === 0) {
    const text = 'You need to define an include parameter to order by include.';
    throw new RestError(400, 'rest_orderby_include_missing_include', text);
  }
}

function order(of: Kind, rows: readonly Row[], values: Arguments): Row[] {
  const by = String(values.orderby);
  const sign = values.order === 'asc' ? 1 : -1;
  if (by === 'include') {
    const ids = numbers(values.include);
    // Only terms and users turn the given order round.
    const direction = isContent(of) || of.family === 'comment' ? 1 : sign;
    if (ids.length > 0)
      return [...rows].sort((one, other) => (ids.indexOf(one.id) - ids.indexOf(other.id)) * direction);
  }
  if (by === 'include_slugs') {
    const slugs = (Array.isArray(values.slug) ? values.slug : []).map((slug) => sanitizedSlug(String(slug)));
    const place = (row: Row) => slugs.indexOf(comparableSlug(String(row.keys.slug)));
    const direction = isContent(of) ? 1 : sign;
    if (slugs.length > 0) return [...rows].sort((one, other) => (place(one) - place(other)) * direction);
  }
  if (by === 'relevance') {
    const search = contentSearch(String(values.search), searchColumns(values), values.search_semantics === 'exact');
    return [...rows].sort((one, other) => search.rank(one) - search.rank(other) || compareKey('date', one, other) * -1);
  }
  const key = by === 'include' || by === 'include_slugs' ? usualKey(of) : by;
  // The database's indexes hold the id after the column, and are read in either direction.
  return [...rows].sort((one, other) => compareKey(key, one, other) * sign || (one.id - other.id) * sign);
}

function usualKey({ family }: Kind): string {
  if (family === 'user') return 'login';
  return family === 'term' ? 'name' : 'date';
}

function compareKey(key: string, one: Row, other: Row): number {
  const [left, right] = [one.keys[key] ?? 0, other.keys[key] ?? 0];
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left), String(right));
}

function contentPage(rows: readonly Row[], values: Arguments): Listing {
  const [size, page] = [Number(values.per_page), Number(values.page)];
  const offset = values.offset === undefined ? undefined : Number(values.offset);
  const start = offset ?? (page - 1) * size;
  // Past the last row nothing was found, and with nothing found there is nothing to count.
  const total = offset !== undefined && offset >= rows.length ? 0 : rows.length;
  const totalPages = Math.ceil(total / size);
  if (page > totalPages && total > 0) {
    const text = 'The page number requested is larger than the number of pages available.';
    throw new RestError(400, 'rest_post_invalid_page_number', text);
  }
  return { rows: rows.slice(start, start + size), total, totalPages, page };
}

function otherPage({ family, hierarchical }: Kind, rows: readonly Row[], values: Arguments): Listing {
  const [size, page] = [Number(values.per_page), Number(values.page)];
  // Hierarchical taxonomies know no offset.
  const offset = hierarchical ? 0 : Number(values.offset ?? 0);
  const start = offset || (page - 1) * size;
  // Ordered by a list that was not given, comments are counted, but none is found.
  const isOrderMissing = family === 'comment' && values.orderby === 'include' && numbers(values.include).length === 0;
  const isCounted = offset > 0 && family !== 'comment';
  return {
    rows: isOrderMissing ? [] : rows.slice(start, start + size),
    total: rows.length,
    totalPages: Math.ceil(rows.length / size),
    page: isCounted ? Math.ceil(offset / size + 1) : page,
  };
}
