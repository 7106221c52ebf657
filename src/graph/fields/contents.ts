/**
 * What belongs to a term or an author, of all types of content in one list by date.
 */
import { memoized } from '../../memoized.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { readInt, readMember } from '../../wordpress/values.ts';
import { listMixed, type MixedArguments, type MixedPart } from '../mixed-lists.ts';
import type { GraphNode } from '../node.ts';
import { Orders } from '../orders.ts';
import { type MixedPage, pageSize } from '../paging.ts';
import type { FieldPlan } from '../plan/field-plan.ts';

type ContentsPlan<Args extends MixedArguments = MixedArguments> = FieldPlan<GraphNode, Args, Promise<MixedPage>>;

/** The orders of content of all types. */
const contentOrders = Orders.ofContent();

interface CarriedArguments extends MixedArguments {
  readonly includeChildren?: boolean | null | undefined;
}

/** What carries a term. @param contents all types; those that its taxonomy does not sort are not asked */
export function contentsOf(contents: readonly Resource[]): ContentsPlan<CarriedArguments> {
  const sortedBy = memoized((taxonomy: Resource) =>
    contents.filter(({ taxonomies }) => taxonomies.includes(taxonomy.type)),
  );
  return {
    dresses: true,
    size: pageSize,
    hints: ['count'],
    value: ({ resource: taxonomy, document }, args, context, info) => {
      const { loaders } = context;
      const withDescendants = args.includeChildren === true && taxonomy.properties.has('parent');
      // Of all types together, and not of descendants.
      const expected = withDescendants ? undefined : readInt(readMember(document, 'count'));
      const parts = sortedBy(taxonomy).map((resource): MixedPart => {
        const relation = loaders.relations.contentOfTerm(taxonomy, resource);
        const set = { relation, query: {}, ...(withDescendants && { tree: taxonomy.route }) };
        return {
          resource,
          load: (order, ...page) => loaders.related({ ...set, order }, document.id, ...page, expected),
        };
      });
      return listMixed(parts, contentOrders, args, context, info);
    },
  };
}

/** What an author wrote. @param contents all types; those without authors are not asked */
export function contentsBy(contents: readonly Resource[]): ContentsPlan {
  const authored = contents.filter(({ filters, properties }) => filters.includes('author') && properties.has('author'));
  return {
    dresses: true,
    size: pageSize,
    value: ({ document }, args, context, info) => {
      const { loaders } = context;
      const parts = authored.map((resource): MixedPart => {
        const set = { relation: loaders.relations.contentOfAuthor(resource), query: {} };
        return { resource, load: (order, ...page) => loaders.related({ ...set, order }, document.id, ...page) };
      });
      return listMixed(parts, contentOrders, args, context, info);
    },
  };
}
