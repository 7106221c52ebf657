/**
 * What a page of a connection is, and how one is cut from a list that is known whole.
 * Knows arguments after they were checked, orders, and Relay's meaning of `hasNextPage` and `hasPreviousPage`.
 */
import type { RestDocument } from '../../wordpress/documents.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import type { Properties } from '../../wordpress/properties.ts';
import { readMember, readNumber } from '../../wordpress/values.ts';
import type { Loaded } from '../loaded.ts';
import { decodeDated, decodeIndex, encodeDated, encodeIndex } from './cursor.ts';
import { isSecond } from './seconds.ts';

/** Exactly one of `first` and `last` is given; `offset` goes with `first` alone. */
export interface PageArguments {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string;
  readonly before?: string;
  readonly offset?: number;
}

/**
 * An order of documents. `dated` names the property that the order follows, where cursors can be stable; `numbered` the one
 * whose number it follows, which many documents may share.
 */
export interface Order {
  readonly orderby: string;
  readonly direction: 'asc' | 'desc';
  readonly dated?: 'date' | 'modified';
  readonly numbered?: string;
}

/** What of a page is going to be read; what is not is not asked for. */
export interface PageNeeds {
  /** Properties of each document; `undefined` when no document is read, only the total. */
  readonly documents: Properties | undefined;
  /** What to ask for of each when something has to be asked, beyond that; never a reason to ask. */
  readonly asked?: Properties | undefined;
  readonly total: boolean;
  /** Whether cursors are given out; without them nobody can go on from here. */
  readonly cursors: boolean;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** What pages are cut from: documents of one collection, filtered and ordered. */
export interface Listing {
  readonly route: string;
  /** Filters, without paging, order and `_fields`. */
  readonly query: Query;
  readonly order: Order;
  /** Where WordPress ignores `offset`, only whole pages can be asked for. */
  readonly pagedOnly?: boolean;
  /** Whether a hundred of its documents cost little more than one: none has a body. */
  readonly isLight?: boolean;
}

export interface PageEntry extends Loaded {
  readonly cursor: string;
}

export interface Page {
  readonly entries: readonly PageEntry[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** All documents of the listing; `undefined` when it was not needed, or the site hides it. */
  readonly total: number | undefined;
}

export const emptyPage: Page = { entries: [], hasNextPage: false, hasPreviousPage: false, total: 0 };

type Dated = RestDocument & { readonly date?: string | null; readonly modified?: string };

/** The second that an order places a document at; empty where WordPress gives none that is one. */
export function dateOf(document: RestDocument, column: 'date' | 'modified'): string {
  const date: unknown = (document as Dated)[column];
  return isSecond(date) ? date : '';
}

/** The properties that an order needs to give out cursors. */
export function withOrder(properties: Properties, { dated, numbered }: Order): Properties {
  return properties.with('id', ...(dated ? [dated] : []), ...(numbered ? [numbered] : []));
}

/** The arguments by which WordPress orders a collection. */
export function orderQuery(order: Order): Query {
  return { orderby: order.orderby, order: order.direction };
}

/** Compares by date or number, then id, in the direction of the order; 0 for orders that only WordPress knows. */
export function compareDocuments(order: Order): (one: Loaded, other: Loaded) => number {
  const { dated, numbered } = order;
  const sign = order.direction === 'asc' ? 1 : -1;
  if (numbered) {
    const numberOf = (document: RestDocument) => readNumber(readMember(document, numbered)) ?? 0;
    return ({ document: one }, { document: other }) => (numberOf(one) - numberOf(other) || one.id - other.id) * sign;
  }
  if (!dated) return () => 0;
  return ({ document: one }, { document: other }) => {
    const [date, otherDate] = [dateOf(one, dated), dateOf(other, dated)];
    if (date !== otherDate) return date < otherDate ? -sign : sign;
    return (one.id - other.id) * sign;
  };
}

/** A document in its place; most queries ask for no cursor, so it is written when one does. */
export class PlacedEntry implements PageEntry {
  readonly document: RestDocument;
  readonly whole: Loaded['whole'];
  readonly #order: Order;
  readonly #index: number;

  constructor({ document, whole }: Loaded, order: Order, index: number) {
    this.document = document;
    this.whole = whole;
    this.#order = order;
    this.#index = index;
  }

  get cursor(): string {
    const { dated } = this.#order;
    if (!dated) return encodeIndex(this.#index);
    return encodeDated(dated, { date: dateOf(this.document, dated), id: this.document.id });
  }
}

/** Cuts a page from the whole list, given in WordPress' order. */
export function pageOfList(documents: readonly Loaded[], order: Order, page: PageArguments): Page {
  const sorted = [...documents].sort(compareDocuments(order));
  const start = page.after === undefined ? (page.offset ?? 0) : indexAfter(sorted, order, 'after', page.after);
  const end = page.before === undefined ? sorted.length : indexBefore(sorted, order, page.before);
  const from = page.last === undefined ? start : Math.max(start, end - page.last);
  const to = page.first === undefined ? end : Math.min(end, start + page.first);
  return {
    entries: sorted
      .slice(from, Math.max(from, to))
      .map((document, position) => new PlacedEntry(document, order, from + position)),
    hasNextPage: to < sorted.length,
    hasPreviousPage: from > 0 && sorted.length > 0,
    total: sorted.length,
  };
}

/** Index of the first document after the cursor. */
function indexAfter(sorted: readonly Loaded[], order: Order, argument: string, cursor: string): number {
  const { dated } = order;
  if (!dated) return Math.min(decodeIndex(argument, cursor) + 1, sorted.length);
  const { date, id } = decodeDated(argument, cursor, dated);
  const place: Loaded = { document: { id, [dated]: date } as Dated };
  const index = sorted.findIndex((document) => compareDocuments(order)(document, place) > 0);
  return index === -1 ? sorted.length : index;
}

/** Index of the cursor's own document, or where it would stand. */
function indexBefore(sorted: readonly Loaded[], order: Order, cursor: string): number {
  const { dated } = order;
  if (!dated) return Math.min(decodeIndex('before', cursor), sorted.length);
  const { date, id } = decodeDated('before', cursor, dated);
  const place: Loaded = { document: { id, [dated]: date } as Dated };
  const index = sorted.findIndex((document) => compareDocuments(order)(document, place) >= 0);
  return index === -1 ? sorted.length : index;
}
