/**
 * Lists of documents of several resources, in one order by date.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { mergePages, type Order, type Page, type PageArguments, type PageNeeds } from '../loaders/loaders.ts';
import type { Resource } from '../wordpress/resources.ts';
import type { GraphContext } from './context.ts';
import type { ListArguments } from './lists.ts';
import type { Orders } from './orders.ts';
import { MixedPage, pageArguments } from './paging.ts';

/** What a list has of one resource. */
export interface MixedPart {
  readonly resource: Resource;
  load(order: Order, page: PageArguments, needs: PageNeeds): Promise<Page>;
}

/** What a client has to say of a list over several resources. */
export type MixedArguments = Omit<ListArguments, 'where' | 'offset'>;

/** A resource that cannot be had is left out, and told of, unless none can. Of each, only what is read of it is asked for. */
export async function listMixed(
  parts: readonly MixedPart[],
  orders: Orders,
  args: MixedArguments,
  { selection, tell }: GraphContext,
  info: GraphQLResolveInfo,
): Promise<MixedPage> {
  const page = pageArguments(args);
  const order = orders.order(args.orderBy);
  const lists = parts.map(({ resource, load }) => ({
    name: resource.type,
    resource,
    load: (cut: PageArguments) => load(order, cut, selection.page(info, resource)),
  }));
  const found = await mergePages(lists, order, page);
  for (const failure of found.failures) tell(failure, info);
  return new MixedPage(found);
}
