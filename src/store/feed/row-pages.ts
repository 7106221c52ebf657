/**
 * Rows of a collection as a look asks for them, a page at a time, up to a number of pages.
 */
import { allOf } from '../../maybe-promise.ts';
import { type DocumentRow, readRows } from '../../wordpress/documents.ts';
import type { RestGet } from '../../wordpress/http/client.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { largestPage } from '../../wordpress/resources.ts';

/** Beyond this many requests it is cheaper to forget the whole collection. */
const mostPages = 5;

export interface RowPage {
  readonly rows: readonly DocumentRow[];
  readonly total: number | undefined;
  readonly totalPages: number | undefined;
  /** The site's clock, in milliseconds since the epoch. */
  readonly date: number;
  readonly isLast: boolean;
}

export async function fetchRowPage(get: RestGet, route: string, query: Query): Promise<RowPage> {
  const { body, bytes, total, totalPages, date } = await get({ route, query });
  const size = Number(query.per_page);
  const isLast = Array.isArray(body) && body.length < size;
  return { rows: readRows(route, body, bytes, size), total, totalPages, date, isLast };
}

/** The first rows of a collection of which something holds, up to one of which it does not; `undefined` if that is too far. */
export async function fetchRowsWhile(
  get: RestGet,
  route: string,
  query: Query,
  holds: (row: DocumentRow) => boolean,
): Promise<DocumentRow[] | undefined> {
  const found: DocumentRow[] = [];
  for (let number = 1; number <= mostPages; number++) {
    const { rows, isLast } = await fetchRowPage(get, route, { ...query, per_page: largestPage, page: number });
    found.push(...rows.filter(holds));
    if (isLast || !rows.every(holds)) return found;
  }
  return undefined;
}

/** All rows of a collection; none where it has more than a few pages. */
export async function fetchAllRows(
  get: RestGet,
  route: string,
  fields: string,
): Promise<Pick<RowPage, 'total' | 'date'> & { readonly rows: readonly DocumentRow[] | undefined }> {
  const query = { per_page: largestPage, _fields: fields };
  const first = await fetchRowPage(get, route, query);
  const { total, date, totalPages = 1 } = first;
  if (totalPages > mostPages) return { total, date, rows: undefined };
  const further = Array.from({ length: totalPages - 1 }, (_, index) => index + 2);
  const others = await allOf(further, (number) => fetchRowPage(get, route, { ...query, page: number }));
  return { total, date, rows: [first, ...others].flatMap(({ rows }) => rows) };
}
