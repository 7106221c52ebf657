/**
 * The orders that clients can ask for, as WordPress' `orderby` and `order`.
 * Knows which of them go by a date, where cursors are stable, and which need a filter: those are for lists that take filters.
 */
import { badInput } from '../../errors.ts';
import type { Order } from '../../loaders/pages/page.ts';
import type { Builder } from './builder.ts';

type Direction = 'ASC' | 'DESC';

interface OrderValue {
  readonly orderby: string;
  readonly description: string;
  readonly direction: Direction;
  readonly dated?: 'date' | 'modified';
  /** The member of `where` that has to be given: WordPress refuses the order without it, or answers with another one. */
  readonly needs?: string;
}

const date = {
  DATE: { orderby: 'date', direction: 'DESC', dated: 'date', description: 'By date of publication, newest first.' },
} as const;

const contentOrders = {
  ...date,
  MODIFIED: {
    orderby: 'modified',
    direction: 'DESC',
    dated: 'modified',
    description: 'By date of the last change, newest first.',
  },
  ID: { orderby: 'id', direction: 'ASC', description: 'By WordPress id.' },
  TITLE: { orderby: 'title', direction: 'ASC', description: 'By title.' },
  SLUG: { orderby: 'slug', direction: 'ASC', description: 'By slug.' },
  AUTHOR: { orderby: 'author', direction: 'ASC', description: 'By WordPress id of the author.' },
  PARENT: { orderby: 'parent', direction: 'ASC', description: 'By WordPress id of the parent.' },
  RELEVANCE: {
    orderby: 'relevance',
    direction: 'DESC',
    needs: 'search',
    description: 'Best match first; only with `where.search`.',
  },
  INCLUDE: {
    orderby: 'include',
    direction: 'ASC',
    needs: 'include',
    description: 'In the order of `where.include`, which must be given.',
  },
  SLUGS: {
    orderby: 'include_slugs',
    direction: 'ASC',
    needs: 'slugs',
    description: 'In the order of `where.slugs`, which must be given.',
  },
} as const;

const nameOrders = {
  NAME: { orderby: 'name', direction: 'ASC', description: 'By name.' },
  ID: contentOrders.ID,
  SLUG: contentOrders.SLUG,
  INCLUDE: contentOrders.INCLUDE,
  SLUGS: contentOrders.SLUGS,
} as const;

/** Each orderable type's fields; the first is the order when none is asked for. */
const orders = {
  Post: contentOrders,
  Page: {
    ...contentOrders,
    MENU_ORDER: { orderby: 'menu_order', direction: 'ASC', description: 'By the order that editors gave the pages.' },
  },
  Media: contentOrders,
  Author: {
    ...nameOrders,
    EMAIL: { orderby: 'email', direction: 'ASC', description: 'By e-mail address; needs the right to list users.' },
    REGISTERED_DATE: {
      orderby: 'registered_date',
      direction: 'ASC',
      description: 'By date of registration; needs the right to list users.',
    },
  },
  Term: {
    ...nameOrders,
    COUNT: { orderby: 'count', direction: 'DESC', description: 'By number of published posts, most first.' },
    DESCRIPTION: { orderby: 'description', direction: 'ASC', description: 'By description.' },
  },
  Comment: {
    ...date,
    ID: contentOrders.ID,
    PARENT: contentOrders.PARENT,
    POST: { orderby: 'post', direction: 'ASC', description: 'By WordPress id of the document that is commented on.' },
    INCLUDE: contentOrders.INCLUDE,
  },
} as const satisfies Record<string, Readonly<Record<string, OrderValue>>>;

export type OrderedType = keyof typeof orders;

export interface OrderByInput {
  readonly field: string;
  readonly direction?: Direction | null | undefined;
}

/** The types that other documents have related lists of. */
const relatedTypes = ['Post', 'Page', 'Media', 'Comment'] as const satisfies readonly OrderedType[];

type Orders = Readonly<Record<string, OrderValue>>;

export function defineOrders(builder: Builder) {
  const direction = builder.enumType('OrderDirection', {
    description: 'The direction of an order.',
    values: {
      ASC: { description: 'Smallest, oldest or first first.' },
      DESC: { description: 'Largest, newest or last first.' },
    },
  });
  /** The input type of some orders, and the enum of their names. */
  const define = (name: string, documents: string, values: Orders) => {
    const field = builder.enumType(`${name}OrderField`, {
      description: `What ${documents} can be ordered by.`,
      values: Object.fromEntries(Object.entries(values).map(([value, { description }]) => [value, { description }])),
    });
    return builder.inputType(`${name}OrderBy`, {
      description: `An order of ${documents}. WordPress orders by one field.`,
      fields: (t) => ({
        field: t.field({ type: field, required: true, description: 'What to order by.' }),
        direction: t.field({ type: direction, description: "The field's usual direction when left out." }),
      }),
    });
  };
  type OrderBy = ReturnType<typeof define>;
  const inputs = Object.entries(orders).map(([typeName, values]) => [
    typeName,
    define(typeName, `${typeName} documents`, values),
  ]);
  const related = relatedTypes.map((typeName) => [
    typeName,
    define(
      `Related${typeName}`,
      `the ${typeName} documents that belong to another document`,
      withoutFilter(orders[typeName]),
    ),
  ]);
  return {
    /** For lists that take a `where`. */
    orders: Object.fromEntries(inputs) as Record<OrderedType, OrderBy>,
    /** For the lists of what belongs to one document, which take none. */
    relatedOrders: Object.fromEntries(related) as Record<(typeof relatedTypes)[number], OrderBy>,
  };
}

function withoutFilter(values: Orders): Orders {
  return Object.fromEntries(Object.entries(values).filter(([, { needs }]) => needs === undefined));
}

export function orderOf(typeName: OrderedType, orderBy: OrderByInput | null | undefined): Order {
  const value = orderValue(typeName, orderBy);
  const direction = (orderBy?.direction ?? value.direction) === 'ASC' ? 'asc' : 'desc';
  return { orderby: value.orderby, direction, ...(value.dated && { dated: value.dated }) };
}

/** @throws PressgraphError `BAD_USER_INPUT` where the order needs a filter that is not given */
export function checkOrder(typeName: OrderedType, orderBy: OrderByInput | null | undefined, where: object): void {
  const { needs } = orderValue(typeName, orderBy);
  if (needs === undefined) return;
  const given = (where as Readonly<Record<string, unknown>>)[needs];
  if (given === undefined || given === null) throw badInput('orderBy.field', `needs "where.${needs}" to be given.`);
}

function orderValue(typeName: OrderedType, orderBy: OrderByInput | null | undefined): OrderValue {
  const values: Orders = orders[typeName];
  const value = orderBy ? values[orderBy.field] : Object.values(values)[0];
  if (!value) throw new Error(`There is no order ${orderBy?.field} of ${typeName}.`);
  return value;
}
