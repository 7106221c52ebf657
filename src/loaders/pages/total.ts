/**
 * How many documents a listing has, where no page of it tells.
 */
import { Properties } from '../../wordpress/properties.ts';
import type { Upstream } from '../source/operation-source.ts';
import type { Listing } from './page.ts';

/** How many documents match, from the smallest page that says so; `undefined` where the site hides it. */
export async function countAll(upstream: Upstream, { route, query }: Listing): Promise<number | undefined> {
  return (await upstream.rows(route, { ...query, per_page: 1 }, Properties.id)).total;
}
