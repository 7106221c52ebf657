/**
 * What was published of a type: all of it, or that of a year, a month or a day.
 */
import type { ContentTypeInfo } from '../../wordpress/content-types.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import type { Resource } from '../../wordpress/resources.ts';
import type { GraphContext } from '../context.ts';
import type { DateArchive } from '../date-archive.ts';
import { type ListArguments, listAll, listingOf, type Offer } from '../lists.ts';
import { listMixed, type MixedArguments, type MixedPart } from '../mixed-lists.ts';
import { Orders } from '../orders.ts';
import { type MixedPage, type NodePage, pageSize } from '../paging.ts';
import type { FieldPlan } from '../plan/field-plan.ts';
import type { Registry } from '../registry.ts';

/** Of one type; `null` in an archive of another one. */
export function archivedPosts(offer: Offer): FieldPlan<DateArchive, ListArguments, Promise<NodePage> | null> {
  return {
    dresses: true,
    size: pageSize,
    value: ({ resource, bounds }, args, context, info) =>
      resource === offer.resource ? listAll(offer, args, context, info, bounds) : null,
  };
}

const contentOrders = Orders.ofContent();

/** Of whichever type it is. */
export const archivedContents: FieldPlan<DateArchive, MixedArguments, Promise<MixedPage>> = {
  dresses: true,
  size: pageSize,
  value: ({ resource, bounds }, args, context, info) =>
    listMixed([partWithin(resource, bounds, context)], contentOrders, args, context, info),
};

/** `null` for a type whose documents the graph does not have. */
export function contentsOfType(
  registry: Registry,
): FieldPlan<ContentTypeInfo, MixedArguments, Promise<MixedPage> | null> {
  return {
    dresses: true,
    size: pageSize,
    value: ({ name }, args, context, info) => {
      const resource = registry.ofType(name);
      if (resource?.family !== 'content') return null;
      return listMixed([partWithin(resource, {}, context)], contentOrders, args, context, info);
    },
  };
}

function partWithin(resource: Resource, bounds: Query, { loaders }: GraphContext): MixedPart {
  return { resource, load: (order, ...page) => loaders.page(listingOf(resource, bounds, order), ...page) };
}
