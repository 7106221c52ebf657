/**
 * The orders that clients can ask for, as WordPress' `orderby` and `order`.
 * Knows which of them go by a date, where cursors are stable.
 */
import type { Order } from '../loaders/page.ts';
import type { Builder } from './builder.ts';

type Direction = 'ASC' | 'DESC';

interface OrderValue {
  readonly orderby: string;
  readonly description: string;
  readonly direction: Direction;
  readonly dated?: 'date' | 'modified';
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
  RELEVANCE: { orderby: 'relevance', direction: 'DESC', description: 'Best match first; only with `where.search`.' },
  INCLUDE: {
    orderby: 'include',
    direction: 'ASC',
    description: 'In the order of `where.include`, which must be given.',
  },
  SLUGS: {
    orderby: 'include_slugs',
    direction: 'ASC',
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

export function defineOrders(builder: Builder) {
  const direction = builder.enumType('OrderDirection', {
    description: 'The direction of an order.',
    values: {
      ASC: { description: 'Smallest, oldest or first first.' },
      DESC: { description: 'Largest, newest or last first.' },
    },
  });
  const inputs = Object.entries(orders).map(([typeName, values]) => {
    const field = builder.enumType(`${typeName}OrderField`, {
      description: `What ${typeName} documents can be ordered by.`,
      values: Object.fromEntries(Object.entries(values).map(([name, { description }]) => [name, { description }])),
    });
    const input = builder.inputType(`${typeName}OrderBy`, {
      description: `An order of ${typeName} documents. WordPress orders by one field.`,
      fields: (t) => ({
        field: t.field({ type: field, required: true, description: 'What to order by.' }),
        direction: t.field({ type: direction, description: "The field's usual direction when left out." }),
      }),
    });
    return [typeName, input] as const;
  });
  return Object.fromEntries(inputs) as unknown as Record<OrderedType, (typeof inputs)[number][1]>;
}

export function orderOf(typeName: OrderedType, orderBy: OrderByInput | null | undefined): Order {
  const values = orders[typeName] as Readonly<Record<string, OrderValue>>;
  const value = orderBy ? values[orderBy.field] : Object.values(values)[0];
  if (!value) throw new Error(`There is no order ${orderBy?.field} of ${typeName}.`);
  const direction = (orderBy?.direction ?? value.direction) === 'ASC' ? 'asc' : 'desc';
  return { orderby: value.orderby, direction, ...(value.dated && { dated: value.dated }) };
}
