/**
 * What a page of a connection is, and how one is cut from a list that is known whole.
 * Knows arguments after they were checked, and Relay's meaning of `hasNextPage` and `hasPreviousPage`.
 */
import type { RestDocument } from '../../wordpress/documents.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import type { Properties } from '../../wordpress/properties.ts';
import { SiteClock } from '../../wordpress/site-clock.ts';
import type { Loaded } from '../loaded.ts';
import { compareDocuments, comparePositions, dateOf, isChronological, positionOf } from './chronology.ts';
import { decodePlace, encodeDated, encodeIndex, placeLost, type Standing } from './cursor.ts';
import { isDated, type Order } from './order.ts';

/** Exactly one of `first` and `last` is given; `offset` goes with `first` alone. */
export interface PageArguments {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string;
  readonly before?: string;
  readonly offset?: number;
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
  /** The site's, by which its documents are dated; an order by something else needs none. */
  readonly clock?: SiteClock;
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
  /** Why some document is left out that belongs here, where WordPress fails at it. */
  readonly lost?: Error;
}

export const emptyPage: Page = { entries: [], hasNextPage: false, hasPreviousPage: false, total: 0 };

/** A document in its place; most queries ask for no cursor, so it is written when one does. */
export class PlacedEntry implements PageEntry {
  readonly document: RestDocument;
  readonly whole: Loaded['whole'];
  readonly #order: Order;
  readonly #place: number | Standing | undefined;

  /** @param place the index of the document, where its date does not tell where it stands; else how many stand beside it, if known */
  constructor({ document, whole }: Loaded, order: Order, place?: number | Standing) {
    this.document = document;
    this.whole = whole;
    this.#order = order;
    this.#place = place;
  }

  get cursor(): string {
    if (typeof this.#place === 'number') return encodeIndex(this.#order, this.#place);
    const { dated = 'date' } = this.#order;
    const { id } = this.document;
    return encodeDated(dated, { date: dateOf(this.document, dated), id, standing: this.#place });
  }
}

/**
 * Cuts a page from the whole list, given in WordPress' order.
 * @param clock the site's, where the order may be by date
 */
export function pageOfList(
  documents: readonly Loaded[],
  order: Order,
  page: PageArguments,
  clock = new SiteClock(),
): Page {
  const isByDate = isDated(order) && isChronological(documents, order, clock);
  // As a page of its own is ordered, on which a client goes on from here.
  const sorted = isByDate || order.numbered ? [...documents].sort(compareDocuments(order)) : documents;
  const place = (argument: 'after' | 'before') => placeIn(sorted, order, isByDate, argument, page[argument]);
  const start = place('after')?.next ?? page.offset ?? 0;
  const end = place('before')?.index ?? sorted.length;
  const from = page.last === undefined ? start : Math.max(start, end - page.last);
  const to = page.first === undefined ? end : Math.min(end, start + page.first);
  return {
    entries: sorted
      .slice(from, Math.max(from, to))
      .map((loaded, position) => new PlacedEntry(loaded, order, isByDate ? undefined : from + position)),
    hasNextPage: to < sorted.length,
    hasPreviousPage: from > 0 && sorted.length > 0,
    total: sorted.length,
  };
}

/** Where the document of a cursor stands, or would stand, and what comes after it. */
function placeIn(
  sorted: readonly Loaded[],
  order: Order,
  isByDate: boolean,
  argument: string,
  cursor: string | undefined,
): { readonly index: number; readonly next: number } | undefined {
  if (cursor === undefined) return undefined;
  const place = decodePlace(argument, cursor, order);
  const within = (index: number) => (index === -1 ? sorted.length : Math.min(index, sorted.length));
  if (typeof place === 'number') return { index: within(place), next: within(place + 1) };
  if (!isDated(order) || !isByDate) {
    const index = sorted.findIndex(({ document }) => document.id === place.id);
    if (index === -1) throw placeLost(argument);
    return { index, next: index + 1 };
  }
  const standings = sorted.map((loaded) => comparePositions(positionOf(loaded, order), place, order));
  return {
    index: within(standings.findIndex((standing) => standing >= 0)),
    next: within(standings.findIndex((standing) => standing > 0)),
  };
}
