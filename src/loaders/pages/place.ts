/**
 * Where the document of a cursor stands in the list that WordPress gives.
 * Knows that a cursor by date has to be looked for where dates do not tell a place.
 */
import type { MaybePromise } from '../../maybe-promise.ts';
import { Properties } from '../../wordpress/properties.ts';
import { largestPage } from '../../wordpress/resources.ts';
import { isLastPage } from '../source/document-list.ts';
import type { Upstream } from '../source/operation-source.ts';
import { decodePlace, placeLost } from './cursor.ts';
import { GatheredPages } from './gathered-pages.ts';
import { orderQuery } from './order.ts';
import type { Listing } from './page.ts';

/** Pages that may be looked through for one document. */
const mostPages = 20;

/** @throws PressgraphError where a cursor by date names a document that is not among the first few thousand */
export function findIndex(
  upstream: Upstream,
  listing: Listing,
  argument: string,
  cursor: string | undefined,
): MaybePromise<number | undefined> {
  const place = cursor === undefined ? undefined : decodePlace(argument, cursor, listing.order);
  return typeof place === 'object' ? searchIndex(upstream, listing, argument, place.id) : place;
}

async function searchIndex(
  upstream: Upstream,
  { route, query, order }: Listing,
  argument: string,
  id: number,
): Promise<number> {
  const gathered = new GatheredPages<number>((id) => id);
  for (let page = 1; page <= mostPages; page++) {
    const asked = { ...query, ...orderQuery(order), per_page: largestPage, page };
    const rows = await upstream.rows(route, asked, Properties.id);
    gathered.add(rows.documents.map(({ document }) => document.id));
    const index = gathered.rows.indexOf(id);
    if (index !== -1) return index;
    if (isLastPage(rows, page, largestPage) || gathered.isExhausted) break;
  }
  throw placeLost(argument, route);
}
