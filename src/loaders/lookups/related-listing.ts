/**
 * The documents that belong to others, as WordPress is asked for them.
 */
import type { Query } from '../../wordpress/http/rest-root.ts';
import type { ToManyRelation } from '../../wordpress/relations.ts';
import { type Order, orderQuery } from '../pages/order.ts';

/** Documents that belong to others, filtered and ordered. */
export interface RelatedListing {
  readonly relation: ToManyRelation;
  /** Filters besides the relation's own. */
  readonly query: Query;
  readonly order: Order;
  /** Where those of an owner's descendants belong to it as well, the route of the terms that owners are. */
  readonly tree?: string;
}

/** Filters for what belongs to one of these. */
export function queryOf({ relation: { filter }, query, tree }: RelatedListing, owners: readonly number[]): Query {
  const [owner = 0, ...others] = owners;
  const given = others.length > 0 ? owners : owner;
  if (tree === undefined) return { ...query, [filter]: given };
  return { ...query, [`${filter}[terms]`]: given, [`${filter}[include_children]`]: true };
}

/** Cache key of one owner's slice. Never a real query: the slice may be truncated. */
export function sliceKey(listing: RelatedListing, owner: number): Query {
  return { ...queryOf(listing, [owner]), ...orderQuery(listing.order), set: true };
}
