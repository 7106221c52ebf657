/**
 * Rows of a collection as a look asks for them, a page at a time, up to a number of pages.
 */
import { allOf } from '../../maybe-promise.ts';
import { type DocumentRow, readRows } from '../../wordpress/documents.ts';
import type { RestGet } from '../../wordpress/http/client.ts';
import { isPastTheEnd } from '../../wordpress/http/failure.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { askForPage } from '../../wordpress/joined-pages.ts';
import type { PageLimits } from '../../wordpress/page-limits.ts';
import { readList } from '../../wordpress/values.ts';

/** Beyond this many rows, or requests where a site gives few at a time, it is cheaper to forget the whole collection. */
const [mostRows, mostRequests] = [500, 20];

/** A site that is asked. */
export interface RowSource {
  readonly get: RestGet;
  readonly limits: PageLimits;
}

export interface RowPage {
  readonly rows: readonly DocumentRow[];
  readonly total: number | undefined;
  readonly totalPages: number | undefined;
  /** The site's clock, in milliseconds since the epoch. */
  readonly date: number;
  /** Whether no further page has any rows. Where the site hides how many there are, only one that is empty says so. */
  readonly isLast: boolean;
}

export async function fetchRowPage({ get, limits }: RowSource, route: string, query: Query): Promise<RowPage> {
  const { body, bytes, total, totalPages, date } = await askForPage(get, limits, { route, query });
  const { per_page: size, page = 1 } = query;
  const isLast = totalPages === undefined ? readList(body)?.length === 0 : Number(page) >= totalPages;
  return { rows: readRows(route, body, bytes, Number(size)), total, totalPages, date, isLast };
}

/** The first rows of a collection of which something holds, up to one of which it does not; `undefined` if that is too far. */
export async function fetchRowsWhile(
  source: RowSource,
  route: string,
  query: Query,
  holds: (row: DocumentRow) => boolean,
): Promise<DocumentRow[] | undefined> {
  const { size, most } = pagesOf(source, route);
  const found: DocumentRow[] = [];
  for (let page = 1; page <= most; page++) {
    const { rows, isLast } = await fetchFurther(source, route, { ...query, per_page: size, page });
    found.push(...rows.filter(holds));
    if (isLast || !rows.every(holds)) return found;
  }
  return undefined;
}

/** All rows of a collection; none where it has more than a few pages. */
export async function fetchAllRows(
  source: RowSource,
  route: string,
  fields: string,
): Promise<Pick<RowPage, 'total' | 'date'> & { readonly rows: readonly DocumentRow[] | undefined }> {
  const { size, most } = pagesOf(source, route);
  // By id, of which there are no two: rows that are equal in the order of a list may be on two of its pages, or on none.
  const query = { per_page: size, orderby: 'id', order: 'asc', _fields: fields };
  const first = await fetchRowPage(source, route, query);
  const { total, totalPages, date } = first;
  if (totalPages !== undefined) {
    if (totalPages > most) return { total, date, rows: undefined };
    const further = Array.from({ length: Math.max(0, totalPages - 1) }, (_, index) => index + 2);
    const others = await allOf(further, (page) => fetchRowPage(source, route, { ...query, page }));
    return { total, date, rows: [first, ...others].flatMap(({ rows }) => rows) };
  }
  const pages = [first];
  while (pages.at(-1)?.isLast === false) {
    if (pages.length > most) return { total, date, rows: undefined };
    pages.push({ ...first, ...(await fetchFurther(source, route, { ...query, page: pages.length + 1 })) });
  }
  return { total, date, rows: pages.flatMap(({ rows }) => rows) };
}

/** Some collections answer with an error past their end, others with nothing. */
async function fetchFurther(source: RowSource, route: string, query: Query): Promise<Pick<RowPage, 'rows' | 'isLast'>> {
  try {
    return await fetchRowPage(source, route, query);
  } catch (error) {
    if (!isPastTheEnd(error)) throw error;
    return { rows: [], isLast: true };
  }
}

/** Rows of a page, and how many pages are worth it. */
function pagesOf({ limits }: RowSource, route: string): { readonly size: number; readonly most: number } {
  const size = limits.largestPage(route);
  return { size, most: Math.min(mostRequests, Math.ceil(mostRows / size)) };
}
