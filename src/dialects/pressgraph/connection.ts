/**
 * Connections in Relay's shape, with the `nodes` short cut and `totalCount`.
 * Knows how paging arguments are checked and what of a page a selection needs. Source: the Relay cursor connections spec.
 *
 * Fields that lead to a connection are nullable: when WordPress fails, the branch is `null` and the rest of the query stands.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../../errors.ts';
import { ownProperties, selectedNames } from '../../graph/plan/selection.ts';
import type { PageArguments, PageNeeds } from '../../loaders/pages/page.ts';
import { largestPage } from '../../wordpress/resources.ts';
import { type Builder, type ConnectedType, type FieldsOf, sourceOf } from './builder.ts';

/** How many a connection gives where it is not told. */
export const defaultPage = 10;

export interface ConnectionArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
  readonly offset?: number | null | undefined;
}

export function definePageInfo(builder: Builder): void {
  builder.objectType('PageInfo', {
    description: 'Where a page lies in its connection.',
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', {
        nullable: false,
        description: 'Whether anything follows this page.',
      }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
        nullable: false,
        description: 'Whether anything precedes this page. Costs a request of its own after a cursor.',
      }),
      startCursor: t.string({
        description: 'Cursor of the first node; `null` on an empty page.',
        resolve: (page) => page.entries[0]?.cursor ?? null,
      }),
      endCursor: t.string({
        description: 'Cursor of the last node; `null` on an empty page.',
        resolve: (page) => page.entries.at(-1)?.cursor ?? null,
      }),
    }),
  });
}

/** Defines `<typeName>Connection` and `<typeName>Edge`. */
export function defineConnection(builder: Builder, typeName: ConnectedType): void {
  builder.objectType(`${typeName}Edge`, {
    description: `A ${typeName} in a connection, with its cursor.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        nullable: false,
        description: 'Opaque; for `after` and `before`. Stable in orders by date, an index in others.',
      }),
      node: t.field({
        type: typeName,
        nullable: false,
        description: `The ${typeName} itself.`,
        resolve: (entry) => sourceOf(entry),
      }),
    }),
  });

  builder.objectType(`${typeName}Connection`, {
    description: `A page of ${typeName} documents.`,
    fields: (t) => ({
      edges: t.field({
        type: [`${typeName}Edge`],
        nullable: { list: false, items: false },
        description: 'The nodes of this page with their cursors.',
        resolve: ({ entries }) => entries as never,
      }),
      nodes: t.field({
        type: [typeName],
        nullable: { list: false, items: false },
        description: 'The nodes of this page, for those who need no cursor of each.',
        resolve: ({ entries }) => entries.map((entry) => sourceOf(entry)) as never,
      }),
      pageInfo: t.field({
        type: 'PageInfo',
        nullable: false,
        description: 'Where this page lies in the connection.',
        resolve: (page) => page,
      }),
      totalCount: t.int({
        description:
          'How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it.',
        resolve: ({ total }) => total ?? null,
      }),
    }),
  });
}

/** The paging arguments of every connection field. */
export function connectionArguments(t: Pick<FieldsOf<unknown>, 'arg'>) {
  return {
    first: t.arg.int({
      description: `How many to take from the start, 0 to ${largestPage}. ${defaultPage} when neither \`first\` nor \`last\` is given.`,
    }),
    after: t.arg.string({ description: 'Start behind the node with this cursor.' }),
    last: t.arg.int({
      description: `How many to take from the end, 0 to ${largestPage}. Not together with \`first\`.`,
    }),
    before: t.arg.string({ description: 'Stop ahead of the node with this cursor.' }),
    offset: t.arg.int({
      description:
        'How many to pass over, for numbered pages. Not together with `last` or a cursor. What is published meanwhile shifts it.',
    }),
  };
}

/** @throws PressgraphError `BAD_USER_INPUT` naming the argument */
export function pageArguments(args: ConnectionArguments): PageArguments {
  const { first, last, after, before, offset } = args;
  if (isGiven(first) && isGiven(last)) throw badInput('last', 'cannot be combined with "first"; use one of them.');
  checkCount('first', first);
  checkCount('last', last);
  if (isGiven(offset)) {
    if (offset < 0) throw badInput('offset', `must be 0 or more, not ${offset}.`);
    if (isGiven(last) || isGiven(after) || isGiven(before)) {
      throw badInput('offset', 'cannot be combined with "last", "after" or "before"; use it with "first".');
    }
  }
  return {
    ...(isGiven(last) ? { last } : { first: first ?? defaultPage }),
    ...(isGiven(after) && { after }),
    ...(isGiven(before) && { before }),
    ...(isGiven(offset) && offset > 0 && { offset }),
  };
}

function checkCount(argument: string, count: number | null | undefined): void {
  if (isGiven(count) && (count < 0 || count > largestPage)) {
    throw badInput(argument, `must be between 0 and ${largestPage}, not ${count}.`);
  }
}

/** GraphQL's `null` and absence mean the same for an optional argument. */
function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

/** What of a page is going to be read at this connection field. */
export function pageNeeds(info: GraphQLResolveInfo, typeName: ConnectedType): PageNeeds {
  const selected = selectedNames(info);
  const pageInfo = selectedNames(info, 'pageInfo');
  const reads = selected.has('nodes') || selected.has('edges') || selected.has('pageInfo');
  return {
    documents: reads ? ownProperties(info, typeName) : undefined,
    total: selected.has('totalCount'),
    cursors: selectedNames(info, 'edges').has('cursor') || pageInfo.has('startCursor') || pageInfo.has('endCursor'),
    hasNextPage: pageInfo.has('hasNextPage'),
    hasPreviousPage: pageInfo.has('hasPreviousPage'),
  };
}
