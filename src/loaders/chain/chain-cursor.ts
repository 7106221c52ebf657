/**
 * Cursors of lists that follow one another: in which of them a document stands, and where.
 * Knows that the id tells the place, and that the index says where to look for it.
 */
import { decodeParts, encodeParts, unknownCursor } from '../pages/cursor.ts';

/** A document's place in its list. */
export interface ChainPlace {
  readonly index: number;
  /** `null` where the list is not in the order of ids. */
  readonly id: number | null;
  /** How long the list was then: where it has another length now, others have come or gone. */
  readonly total: number | null;
}

export function encodeChained(list: string, { index, id, total }: ChainPlace): string {
  return encodeParts([list, index, id, total]);
}

/** The cursor of whatever stands at an index of a list: a place that moves with what comes and goes. */
export function placeCursor(list: string, index: number): string {
  return encodeChained(list, { index, id: null, total: null });
}

/** @param argument the argument that the cursor came in, for the error */
export function decodeChained(argument: string, cursor: string): { readonly list: string; readonly place: ChainPlace } {
  const [list, index, id, total, ...others] = decodeParts(cursor) ?? [];
  const isPlace = isCount(index) && (id === null || isCount(id)) && (total === null || isCount(total));
  if (typeof list !== 'string' || !isPlace || others.length > 0) throw unknownCursor(argument);
  return { list, place: { index, id, total } };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
