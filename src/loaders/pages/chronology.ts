/**
 * The order of documents by date, or number, then id: what stands where, and whether a list that WordPress gave is in it.
 */
import type { RestDocument } from '../../wordpress/documents.ts';
import { isSecond } from '../../wordpress/seconds.ts';
import { isWithin, type SiteClock } from '../../wordpress/site-clock.ts';
import { readId, readMember, readNumber } from '../../wordpress/values.ts';
import type { Loaded } from '../loaded.ts';
import type { DatedPosition } from './cursor.ts';
import type { DatedOrder, Order } from './order.ts';

type Dated = RestDocument & { readonly date?: unknown; readonly modified?: unknown };

/** The date that an order places a document at; empty where it has none that is one. */
export function dateOf(document: RestDocument, column: 'date' | 'modified'): string {
  const date = (document as Dated)[column];
  return isSecond(date) ? date : '';
}

/** Where a document stands in an order by date. */
export function positionOf({ document }: Loaded, { dated }: DatedOrder): DatedPosition {
  return { date: dateOf(document, dated), id: document.id };
}

/** Compares places in the direction of an order. */
export function comparePositions(one: DatedPosition, other: DatedPosition, { direction }: Order): number {
  return inTime(one.date, other.date, one.id - other.id) * (direction === 'asc' ? 1 : -1);
}

function inTime(date: string, otherDate: string, apart: number): number {
  return date === otherDate ? apart : date < otherDate ? -1 : 1;
}

/** Compares by date or number, then id, in the direction of the order; 0 for orders that only WordPress knows. */
export function compareDocuments(order: Order): (one: Loaded, other: Loaded) => number {
  const { numbered, dated } = order;
  const sign = order.direction === 'asc' ? 1 : -1;
  if (numbered) {
    const numberOf = (document: RestDocument) => {
      const value = readMember(document, numbered);
      return readNumber(value) ?? readId(value) ?? 0;
    };
    return ({ document: one }, { document: other }) => (numberOf(one) - numberOf(other) || one.id - other.id) * sign;
  }
  if (!dated) return () => 0;
  return ({ document: one }, { document: other }) =>
    inTime(dateOf(one, dated), dateOf(other, dated), one.id - other.id) * sign;
}

/**
 * Whether documents come as their dates go, each of which is one. Plugins make sites order as they like, and write dates for
 * people to read: there, a date says nothing of where a document stands.
 */
export function isChronological(documents: readonly Loaded[], order: DatedOrder, clock: SiteClock): boolean {
  let before: string | undefined;
  for (const { document } of documents) {
    const date = dateOf(document, order.dated);
    if (date === '') return false;
    const isAhead = before !== undefined && (order.direction === 'asc' ? date < before : date > before);
    // Within one moment, WordPress orders by what is stored, and shows something else.
    if (isAhead && !isWithin(clock.momentOf(date), before ?? '')) return false;
    before = date;
  }
  return true;
}
