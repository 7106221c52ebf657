/**
 * The lists of all documents of a resource, filtered and ordered, a page at a time.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../errors.ts';
import {
  emptyPage,
  loadSuccessive,
  type Order,
  type Page,
  type PageArguments,
  type PageNeeds,
  type SuccessivePart,
} from '../loaders/loaders.ts';
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
  /** Whether what is kept at the top of the front page stands ahead of all else. */
  readonly stickyFirst?: boolean | null | undefined;
}

type Cut = [page: PageArguments, needs: PageNeeds];

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
  const load = (some: Query) => {
    const listing = listingOf(resource, { ...query, ...some }, orders.order(orderBy));
    return (...cut: Cut) => loaders.page(listing, ...cut);
  };
  const needs = selection.page(info, resource);
  const found = args.stickyFirst
    ? await loadSuccessive(stickyFirst(load, query), page, needs)
    : await load({})(page, needs);
  if (found.lost) tell(found.lost, info);
  return new NodePage(resource, found);
}

/** WordPress leaves ids out of account, or those that are sticky, where both are given. */
const beside = ['sticky', 'include', 'exclude'];

/** @throws PressgraphError `BAD_USER_INPUT` for a filter that cannot hold besides */
function stickyFirst(load: (some: Query) => (...cut: Cut) => Promise<Page>, query: Query): SuccessivePart[] {
  const given = beside.find((name) => name in query);
  if (given !== undefined) throw badInput('stickyFirst', `cannot be combined with "where.${given}"; use one of them.`);
  return [
    { name: 'sticky', load: load({ sticky: true }) },
    { name: 'others', load: load({ sticky: false }) },
  ];
}

/** What pages of a resource's documents are cut from. */
export function listingOf({ route, skips, family }: Resource, query: Query, order: Order) {
  return { route, query, order, pagedOnly: !skips, isLight: family === 'term' || family === 'user' };
}
