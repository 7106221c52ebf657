/**
 * How a field leads from a node to others, to one by its id or to a list of them.
 * Knows that only what the operation is going to read is asked for, and that what is not there is `null`, whatever is read of it.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { emptyPage } from '../loaders/loaders.ts';
import { allOf, andThen, caught, type MaybePromise } from '../maybe-promise.ts';
import type { RestDocument } from '../wordpress/documents.ts';
import type { Query } from '../wordpress/http/rest-root.ts';
import type { ToOneRelation } from '../wordpress/relations.ts';
import type { Resource } from '../wordpress/resources.ts';
import { readId, readIds } from '../wordpress/values.ts';
import type { GraphContext } from './context.ts';
import { met } from './filters.ts';
import type { ListArguments, Offer } from './lists.ts';
import { GraphNode } from './node.ts';
import { NodePage, pageArguments } from './paging.ts';
import { type Belonging, relatedQuery } from './related-filters.ts';

/** The node whose id a document holds, if there is one: that is known, or asked. `null` for 0, and for what is no id. */
export function follow<D extends RestDocument>(
  resource: Resource,
  { route }: Pick<ToOneRelation, 'route'>,
  held: unknown,
  { loaders, selection }: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<GraphNode<D> | null> {
  const id = readId(held);
  if (id === null) return null;
  const found = loaders.reference(route, id, selection.wish(info, resource));
  return andThen(found, (loaded) => loaded && (new GraphNode(resource, loaded) as GraphNode<D>));
}

/**
 * As `follow`, for many; those that are not there are left out. One that fails is left out and told of, unless all of them do.
 * `null` for what is no list of ids.
 */
export function followAll<D extends RestDocument>(
  resource: Resource,
  relation: Pick<ToOneRelation, 'route'>,
  held: unknown,
  context: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<GraphNode<D>[] | null> {
  const ids = readIds(held);
  if (ids === null) return null;
  return gathered(ids, (id) => follow<D>(resource, relation, id, context, info), context, info);
}

/** The nodes that several things lead to, without those that are not there; as for failures, see `followAll`. */
export function gathered<T, D extends RestDocument>(
  items: readonly T[],
  followOne: (item: T) => MaybePromise<GraphNode<D> | null>,
  context: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<GraphNode<D>[]> {
  const nodes = allOf(items, (item) => caught(() => followOne(item)));
  return andThen(nodes, (found) => {
    const failures = found.filter((node) => node instanceof Error);
    const [failure] = failures;
    if (failure && failures.length === found.length) throw failure;
    for (const failed of failures) context.tell(failed, info);
    return found.filter((node) => node instanceof GraphNode);
  });
}

/** The node with this id, with what it leads to where that may come along. */
export function lookUp<D extends RestDocument>(
  resource: Resource,
  id: number | null | undefined,
  { loaders, selection }: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<GraphNode<D> | null> {
  if (!id) return null;
  const found = loaders.reference(resource.route, id, {
    ...selection.wish(info, resource),
    embeds: () => selection.embeds(info, resource, loaders.relations),
  });
  return andThen(found, (loaded) => loaded && (new GraphNode(resource, loaded) as GraphNode<D>));
}

/** As many resources are asked at most for an id of which nothing tells of which it is, so that many types are not many requests. */
const mostAsked = 5;
/** With no more than these, asking them takes no longer than asking for the type. */
export const fewResources = 3;

/**
 * The node with this id among several resources that are counted together. Of many it is asked first of which type it is; else,
 * and where nothing tells, the likeliest alone, since most are of that one, and then others together. Where one of them cannot
 * say and no other has it, its failure is the answer.
 */
export async function lookUpAmong<D extends RestDocument>(
  resources: readonly Resource[],
  id: number,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<GraphNode<D> | null> {
  const failures: unknown[] = [];
  const type = resources.length > fewResources ? await caught(() => context.loaders.typeOf(id)) : null;
  if (type instanceof Error) failures.push(type);
  const told = resources.find((resource) => resource.type === type);
  const [likeliest, ...others] = resources.filter((resource) => resource !== told).slice(0, mostAsked);
  for (const some of [told ? [told] : [], likeliest ? [likeliest] : [], others]) {
    const asked = await Promise.allSettled(some.map(async (each) => lookUp<D>(each, id, context, info)));
    for (const outcome of asked) {
      if (outcome.status === 'rejected') failures.push(outcome.reason);
      else if (outcome.value) return outcome.value;
    }
  }
  if (failures.length > 0) throw failures[0];
  return null;
}

/** Which of the documents that belong to a node. */
export interface RelatedSet extends Belonging {
  /** A filter besides the relation's own, and those that a client gives. */
  readonly query?: Query;
  /** How many there are, if anybody says so: it need not be true. */
  readonly expected?: number | null;
}

/** A page of what belongs to a node, asked together with that of its siblings. */
export async function listRelated(
  offer: Offer,
  set: RelatedSet,
  args: ListArguments,
  { loaders, selection, tell }: GraphContext,
  info: GraphQLResolveInfo,
): Promise<NodePage> {
  const { resource, orders, identities } = offer;
  const { node, relation, withDescendants, expected } = set;
  const { where, orderBy } = args;
  const page = pageArguments(args);
  orders.check(orderBy, where ?? {});
  const narrowed = where ? await relatedQuery(offer, set, where, { ...identities, loaders }) : {};
  const query = met([set.query ?? {}, narrowed]);
  if (query === null) return new NodePage(resource, emptyPage);
  const listing = {
    relation,
    query,
    order: orders.order(orderBy),
    ...(withDescendants && { tree: node.resource.route }),
  };
  // How many there are of all says nothing of those that a filter lets pass, or of those of descendants.
  const planned = withDescendants || Object.keys(query).length > 0 ? undefined : expected;
  const found = await loaders.related(listing, node.document.id, page, selection.page(info, resource), planned);
  if (found.lost) tell(found.lost, info);
  return new NodePage(resource, found);
}
