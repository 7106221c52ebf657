/**
 * The orders of lists, as WordPress' `orderby` and `order`: one table for all resources, of which each has those that its
 * collection takes.
 * Knows which of them go by a date, where cursors are stable, and which need a filter to be given.
 */
import { badInput } from '../errors.ts';
import type { Order } from '../loaders/loaders.ts';
import type { Resource } from '../wordpress/resources.ts';

type Direction = 'ASC' | 'DESC';

export interface OrderChoice {
  readonly name: string;
  readonly orderby: string;
  /** `%` stands for what the ordered documents are called. */
  readonly description: string;
  readonly direction: Direction;
  readonly dated?: 'date' | 'modified';
  /** The property that holds the number by which it orders. */
  readonly numbered?: string;
  /** The filter that has to be given: WordPress refuses the order without it, or answers with another one. */
  readonly needs?: string;
}

type Traits = Pick<OrderChoice, 'dated' | 'numbered' | 'needs'>;

function asc(name: string, orderby: string, description: string, traits: Traits = {}): OrderChoice {
  return { name, orderby, description, direction: 'ASC', ...traits };
}

function desc(name: string, orderby: string, description: string, traits: Traits = {}): OrderChoice {
  return { name, orderby, description, direction: 'DESC', ...traits };
}

const choices: readonly OrderChoice[] = [
  desc('DATE', 'date', 'By date of publication, newest first.', { dated: 'date' }),
  desc('MODIFIED', 'modified', 'By date of the last change, newest first.', { dated: 'modified' }),
  asc('ID', 'id', 'By WordPress id.'),
  asc('TITLE', 'title', 'By title.'),
  asc('SLUG', 'slug', 'By slug.'),
  asc('AUTHOR', 'author', 'By WordPress id of the author.', { numbered: 'author' }),
  asc('PARENT', 'parent', 'By WordPress id of the parent.', { numbered: 'parent' }),
  desc('RELEVANCE', 'relevance', 'Best match first; only with `where.search`.', { needs: 'search' }),
  asc('INCLUDE', 'include', 'In the order of `where.include`, which must be given.', { needs: 'include' }),
  asc('SLUGS', 'include_slugs', 'In the order of `where.slugs`, which must be given.', { needs: 'slugs' }),
  asc('MENU_ORDER', 'menu_order', 'By the order that editors gave the %.', { numbered: 'menu_order' }),
  asc('NAME', 'name', 'By name.'),
  asc('EMAIL', 'email', 'By e-mail address; needs the right to list users.'),
  asc('REGISTERED_DATE', 'registered_date', 'By date of registration; needs the right to list users.'),
  desc('COUNT', 'count', 'By number of published posts, most first.'),
  asc('DESCRIPTION', 'description', 'By description.'),
  asc('POST', 'post', 'By WordPress id of the document that is commented on.'),
];

export interface OrderBy {
  readonly field: string;
  readonly direction?: Direction | null | undefined;
}

type OrderedResource = Pick<Resource, 'orders'> & Partial<Pick<Resource, 'family'>>;

/** The orders that a list offers. */
export class Orders {
  readonly choices: readonly OrderChoice[];
  /** The order when none is asked for. */
  readonly #usual: Order;

  constructor(choices: readonly OrderChoice[], usual?: OrderBy) {
    const [first] = choices;
    if (!first) throw new Error('A list has to have an order.');
    this.choices = choices;
    this.#usual = this.#order(usual ?? { field: first.name });
  }

  /** Those of a resource's collection, which names its own first. */
  static of({ orders, family }: OrderedResource): Orders {
    const own = orders.flatMap((orderby) => choices.find((choice) => choice.orderby === orderby) ?? []);
    // Of comments that are equal in an order WordPress goes by their ids itself.
    return new Orders(family === 'comment' ? own.map(({ numbered: _, ...choice }) => choice) : own);
  }

  /** As `of`, with another order when none is asked for, where its collection has that. */
  static withUsual(resource: OrderedResource, usual: OrderBy): Orders {
    const { choices } = Orders.of(resource);
    return new Orders(choices, choices.some(({ name }) => name === usual.field) ? usual : undefined);
  }

  /** Those that content of all types has in common, and in which it has one order. */
  static ofContent(): Orders {
    return new Orders(choices.filter(({ dated }) => dated));
  }

  order(by: OrderBy | null | undefined): Order {
    return by ? this.#order(by) : this.#usual;
  }

  /** @throws PressgraphError `BAD_USER_INPUT` where the order needs a filter that is not given */
  check(by: OrderBy | null | undefined, where: object): void {
    const needs = by && this.#choice(by).needs;
    if (!needs) return;
    const given = (where as Readonly<Record<string, unknown>>)[needs];
    if (given === undefined || given === null) throw badInput('orderBy.field', `needs "where.${needs}" to be given.`);
  }

  #order(by: OrderBy): Order {
    const { orderby, direction, dated, numbered } = this.#choice(by);
    const given = by.direction ?? direction;
    const property = { ...(dated && { dated }), ...(numbered && { numbered }) };
    return { orderby, direction: given === 'ASC' ? 'asc' : 'desc', ...property };
  }

  #choice({ field }: OrderBy): OrderChoice {
    const choice = this.choices.find(({ name }) => name === field);
    if (!choice) throw new Error(`There is no order ${field}.`);
    return choice;
  }
}
