/**
 * What was published in a year, a month or a day.
 */
import type { DateArchive } from '../date-archive.ts';
import { type ListArguments, listAll, listingOf, type Offer } from '../lists.ts';
import { listMixed, type MixedArguments, type MixedPart } from '../mixed-lists.ts';
import { Orders } from '../orders.ts';
import { type MixedPage, type NodePage, pageSize } from '../paging.ts';
import type { FieldPlan } from '../plan/field-plan.ts';

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
  value: ({ resource, bounds }, args, context, info) => {
    const { loaders } = context;
    const part: MixedPart = {
      resource,
      load: (order, ...page) => loaders.page(listingOf(resource, bounds, order), ...page),
    };
    return listMixed([part], contentOrders, args, context, info);
  },
};
