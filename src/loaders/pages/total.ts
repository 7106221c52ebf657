/**
 * How many documents a listing has, where no page of it tells.
 */
import { mayBeOfOne } from '../../wordpress/http/failure.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { Properties } from '../../wordpress/properties.ts';
import { isEmpty } from '../source/document-list.ts';
import type { Upstream } from '../source/operation-source.ts';
import type { Listing } from './page.ts';

/** How many documents match, from the smallest page that says so; `undefined` where the site hides it. */
export async function countAll(upstream: Upstream, { route, query }: Listing): Promise<number | undefined> {
  const ask = (paging: Query) => upstream.rows(route, { ...query, per_page: 1, ...paging }, Properties.id);
  try {
    return (await ask({})).total;
  } catch (failure) {
    if (!mayBeOfOne(failure)) throw failure;
    // The first one may be one that WordPress cannot render: any other page says as well how many there are.
    const second = await ask({ page: 2 });
    if (isEmpty(second)) throw failure;
    return second.total;
  }
}
