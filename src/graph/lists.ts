/**
 * The lists of all documents of a resource, filtered and ordered, a page at a time.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { emptyPage, type Order } from '../loaders/loaders.ts';
import type { Query } from '../wordpress/http/rest-root.ts';
import type { Resource } from '../wordpress/resources.ts';
import type { GraphContext } from './context.ts';
import type { Filter } from './filter-tables.ts';
import { filterQuery, met } from './filters.ts';
import type { Identities } from './ids.ts';
import type { OrderBy, Orders } from './orders.ts';
import { NodePage, type PagingArguments, pageArguments } from './paging.ts';

/** What a list offers, for a resource in a schema. */
export interface Offer {
  readonly resource: Resource;
  readonly filters: readonly Filter[];
  readonly orders: Orders;
  readonly identities: Identities;
}

/** Arguments of any list. */
export interface ListArguments extends PagingArguments {
  readonly where?: object | null | undefined;
  readonly orderBy?: OrderBy | null | undefined;
}

/** @param within REST arguments that hold besides the filters */
export async function listAll(
  { resource, filters, orders, identities }: Offer,
  args: ListArguments,
  { loaders, selection, tell }: GraphContext,
  info: GraphQLResolveInfo,
  within: Query = {},
): Promise<NodePage> {
  const { where, orderBy } = args;
  const page = pageArguments(args);
  const query = met([within, await filterQuery(filters, where, { ...identities, loaders })]);
  if (query === null) return new NodePage(resource, emptyPage);
  orders.check(orderBy, where ?? {});
  const found = await loaders.page(
    listingOf(resource, query, orders.order(orderBy)),
    page,
    selection.page(info, resource),
  );
  if (found.lost) tell(found.lost, info);
  return new NodePage(resource, found);
}

/** What pages of a resource's documents are cut from. */
export function listingOf({ route, skips, family }: Resource, query: Query, order: Order) {
  return { route, query, order, pagedOnly: !skips, isLight: family === 'term' || family === 'user' };
}
