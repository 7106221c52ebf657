/**
 * Connections in Relay's shape, with the `nodes` short cut and `totalCount`. Source: the Relay cursor connections spec.
 *
 * Fields that lead to a connection are nullable: when WordPress fails, the branch is `null` and the rest of the query stands.
 */
import type { ListPlan } from '../../graph/fields/neighbours.ts';
import type { Offer } from '../../graph/lists.ts';
import type { GraphNode } from '../../graph/node.ts';
import {
  defaultPage,
  edgeCursor,
  edgeNode,
  endCursor,
  hasNextPage,
  hasPreviousPage,
  type NodeEdge,
  type NodePage,
  type NodeSource,
  pageEdges,
  pageInfo,
  pageNodes,
  pageTotal,
  startCursor,
} from '../../graph/paging.ts';
import { largestPage } from '../../wordpress/resources.ts';
import { type FieldsOf, type InterfaceType, type ObjectType, planned } from './builder.ts';
import type { Draft } from './draft.ts';
import { capitalized, type Names, withArticle } from './names.ts';

/** Defines `<Type>Connection` and `<Type>Edge` for each resource, and for content of all types. */
export function defineConnections(draft: Draft): void {
  definePageInfo(draft);
  for (const resource of draft.registry.resources) {
    const [name, { words }] = [draft.registry.nameOf(resource), draft.namesOf(resource)];
    defineConnection(draft, { name, words, node: draft.node(resource), connection: draft.connection(resource) });
  }
  const words = { one: 'document', many: 'documents of several types' };
  defineConnection(draft, { name: 'Content', words, node: draft.content, connection: draft.contents });
}

function definePageInfo({ pageInfo: place }: Draft): void {
  place.implement({
    description: 'Where a page lies in its connection.',
    fields: (t) => ({
      hasNextPage: t.boolean({
        nullable: false,
        description: 'Whether anything follows this page.',
        ...planned(hasNextPage),
      }),
      hasPreviousPage: t.boolean({
        nullable: false,
        description: 'Whether anything precedes this page. Costs a request of its own after a cursor.',
        ...planned(hasPreviousPage),
      }),
      startCursor: t.string({
        description: 'Cursor of the first node; `null` on an empty page.',
        ...planned(startCursor),
      }),
      endCursor: t.string({ description: 'Cursor of the last node; `null` on an empty page.', ...planned(endCursor) }),
    }),
  });
}

/** What is given out in connections of a name. */
interface Connected {
  readonly name: string;
  readonly words: Names['words'];
  readonly node: ObjectType<GraphNode> | InterfaceType<GraphNode>;
  readonly connection: ObjectType<NodePage> | ObjectType<NodeSource>;
}

function defineConnection(
  { builder, pageInfo: place }: Draft,
  { name, words: { one, many }, node, connection }: Connected,
): void {
  const edge = builder.objectRef<NodeEdge>(`${name}Edge`).implement({
    description: `${capitalized(withArticle(one))} in a connection, with its cursor.`,
    fields: (t) => ({
      cursor: t.string({
        nullable: false,
        description: 'Opaque; for `after` and `before`. Stable in orders by date, an index in others.',
        ...planned(edgeCursor),
      }),
      node: t.field({ type: node, nullable: false, description: `The ${one} itself.`, ...planned(edgeNode) }),
    }),
  });

  (connection as ObjectType<NodeSource>).implement({
    description: `A page of ${many}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        nullable: { list: false, items: false },
        description: 'The nodes of this page with their cursors.',
        ...planned(pageEdges),
      }),
      nodes: t.field({
        type: [node],
        nullable: { list: false, items: false },
        description: 'The nodes of this page, for those who need no cursor of each.',
        ...planned(pageNodes),
      }),
      pageInfo: t.field({
        type: place,
        nullable: false,
        description: 'Where this page lies in the connection.',
        ...planned(pageInfo),
      }),
      totalCount: t.int({
        description:
          'How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it.',
        ...planned(pageTotal),
      }),
    }),
  });
}

/** The arguments by which any connection is gone through from cursor to cursor. */
export function cursorArguments(t: Pick<FieldsOf<unknown>, 'arg'>) {
  return {
    first: t.arg.int({
      description: `How many to take from the start, 0 to ${largestPage}. ${defaultPage} when neither \`first\` nor \`last\` is given.`,
    }),
    after: t.arg.string({ description: 'Start behind the node with this cursor.' }),
    last: t.arg.int({
      description: `How many to take from the end, 0 to ${largestPage}. Not together with \`first\`.`,
    }),
    before: t.arg.string({ description: 'Stop ahead of the node with this cursor.' }),
  };
}

/** The paging arguments of the connection fields of one type. */
export function connectionArguments(t: Pick<FieldsOf<unknown>, 'arg'>) {
  return {
    ...cursorArguments(t),
    offset: t.arg.int({
      description:
        'How many to pass over, for numbered pages. Not together with `last` or a cursor. What is published meanwhile shifts it.',
    }),
  };
}

/** The arguments of a field for all documents of a type, or for a part of them. */
export function listArguments(t: Pick<FieldsOf<unknown>, 'arg'>, { inputs }: Draft, offer: Offer) {
  return {
    ...connectionArguments(t),
    where: t.arg({ type: inputs.where(offer), description: 'Filters; all that are given must hold.' }),
    orderBy: t.arg({
      type: inputs.orderBy(offer.resource),
      description: `Order; ${offer.orders.choices[0]?.dated ? 'by date, newest first,' : 'by name'} when left out.`,
    }),
  };
}

/** The arguments of a field for what belongs to one document. @param usual order, in words */
export function relatedArguments(t: Pick<FieldsOf<unknown>, 'arg'>, { inputs }: Draft, offer: Offer, usual: string) {
  return {
    ...connectionArguments(t),
    where: t.arg({
      type: inputs.where(offer),
      description:
        'Filters; all that are given must hold. What belongs to several is asked for together, as without them.',
    }),
    orderBy: t.arg({
      type: inputs.relatedOrderBy(offer.resource),
      description: `Order; ${usual}, when left out.`,
    }),
  };
}

/** The arguments of a field for content of all types. */
export function mixedArguments(t: Pick<FieldsOf<unknown>, 'arg'>, { inputs }: Draft) {
  return {
    ...cursorArguments(t),
    orderBy: t.arg({ type: inputs.contentOrderBy, description: 'Order; by date, newest first, when left out.' }),
  };
}

/** Options of a field for what belongs to one document. @param usual order, in words */
export function relatedList(
  t: Pick<FieldsOf<unknown>, 'arg'>,
  draft: Draft,
  offer: Offer,
  planOf: (offer: Offer) => ListPlan,
  usual = 'by date, newest first',
) {
  return {
    type: draft.connection(offer.resource),
    args: relatedArguments(t, draft, offer, usual),
    ...planned(planOf(offer)),
  };
}
