/**
 * The lists of all documents of a resource, filtered and ordered, a page at a time.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { emptyPage } from '../loaders/loaders.ts';
import type { Resource } from '../wordpress/resources.ts';
import type { GraphContext } from './context.ts';
import type { Filter } from './filter-tables.ts';
import { filterQuery } from './filters.ts';
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

export async function listAll(
  { resource, filters, orders, identities }: Offer,
  args: ListArguments,
  { loaders, selection, tell }: GraphContext,
  info: GraphQLResolveInfo,
): Promise<NodePage> {
  const { where, orderBy } = args;
  const page = pageArguments(args);
  const query = await filterQuery(filters, where, { ...identities, loaders });
  if (query === null) return new NodePage(resource, emptyPage);
  orders.check(orderBy, where ?? {});
  const { route, skips, family } = resource;
  const listing = {
    route,
    query,
    order: orders.order(orderBy),
    pagedOnly: !skips,
    isLight: family === 'term' || family === 'user',
  };
  const found = await loaders.page(listing, page, selection.page(info, resource));
  if (found.lost) tell(found.lost, info);
  return new NodePage(resource, found);
}
