/**
 * Up and down the trees that content and terms form.
 * Knows what each way costs: terms of a taxonomy are read together, content level by level.
 */
import { type Order, pageOfList } from '../../loaders/loaders.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import type { PostDocument, RestDocument } from '../../wordpress/documents.ts';
import type { Offer } from '../lists.ts';
import { GraphNode } from '../node.ts';
import { NodePage, pageArguments, pageSize } from '../paging.ts';
import { readsOf } from '../plan/field-plan.ts';
import { follow } from '../relations.ts';
import { type ListPlan, related } from './neighbours.ts';

/** What has a parent of its own kind. */
type Branching = RestDocument & Pick<PostDocument, 'parent'>;

/** Documents that one in a tree usually has above it. */
const usualAncestors = 3;

const reads = readsOf<Branching>();

export const parent = reads(
  ['parent'],
  ({ resource, document }, _args, context, info): MaybePromise<GraphNode<Branching> | null> =>
    follow(resource, context.loaders.relations.parent(resource), document.parent, context, info),
  {
    looksUpById: true,
    embeds: (relations, from) => ({ ...relations.parent(from), to: from, property: 'parent' }),
  },
);

/** Nearest first. */
export const ancestors = reads(
  ['parent'],
  async ({ resource, document }, _args, { loaders, selection }, info) => {
    const found = await loaders.ancestors(resource, document, selection.asked(info, resource));
    return found.map((loaded) => new GraphNode<Branching>(resource, loaded));
  },
  { looksUpById: true, size: usualAncestors },
);

export function childContent(content: Offer): ListPlan {
  return related(content, (relations, from) => relations.children(from));
}

const byName: Order = { orderby: 'name', direction: 'asc' };

/** By name, from the tree of the whole taxonomy. */
export const childTerms: ListPlan = {
  dresses: true,
  looksUpById: true,
  size: pageSize,
  value: async ({ resource, document }, args, { loaders, selection }, info) => {
    const page = pageArguments(args);
    const children = await loaders.childTerms(resource, document.id, selection.asked(info, resource));
    return new NodePage(resource, pageOfList(children, byName, page));
  },
};
