/**
 * Cursors of several lists in one: how far each of them has been read, and so a place in the order that they have in common.
 *
 * A place alone would do where every list is ordered by date. Where a plugin orders one as it likes, only that list's own cursor
 * goes on where it was left, and notices what has come or gone meanwhile.
 */
import { comparePositions } from './chronology.ts';
import { type DatedPosition, decodeParts, decodePlace, encodeDated, encodeParts, unknownCursor } from './cursor.ts';
import type { DatedOrder } from './order.ts';

/** By the name of each list, its own cursor of one document. */
export type Bookmarks = ReadonlyMap<string, string>;

/** Where lists are read from, or up to. */
export interface Edge {
  /** Where all lists are left that are ordered by date; none where what was read is of others. */
  readonly position: DatedPosition | undefined;
  /** None of a list of which nothing lies on this side; no bookmarks at all in a cursor of a single list. */
  readonly bookmarks: Bookmarks | undefined;
}

/** A cursor, by what lies on either side of it: its own document counts on both. */
export interface MergedPlace {
  /** Of the last document of each list up to here. */
  readonly upTo: Edge;
  /** Of the first document of each list from here on. */
  readonly onward: Edge;
}

export function encodeMerged({ dated }: DatedOrder, upTo: Bookmarks, onward: Bookmarks): string {
  const partsOf = (cursor: string | undefined) => (cursor === undefined ? null : decodeParts(cursor)?.slice(1));
  const names = [...new Set([...upTo.keys(), ...onward.keys()])];
  const read = names.map((name) => {
    const [one, other] = [upTo.get(name), onward.get(name)];
    return [name, one === other ? [partsOf(one)] : [partsOf(one), partsOf(other)]] as const;
  });
  return encodeParts([dated, Object.fromEntries(read)]);
}

/**
 * The place of a cursor, which may be one of a single list: its documents are in the same order.
 * @param argument the argument that the cursor came in, for the error
 */
export function decodeMerged(argument: string, cursor: string, order: DatedOrder): MergedPlace {
  const [dated, read, ...others] = decodeParts(cursor) ?? [];
  if (typeof read !== 'object' || read === null) {
    const position = decodePlace(argument, cursor, order);
    // An index says nothing of where other lists are to begin.
    if (typeof position === 'number') throw unknownCursor(argument);
    const edge = { position, bookmarks: undefined };
    return { upTo: edge, onward: edge };
  }
  const edges = [new Map<string, string>(), new Map<string, string>()] as const;
  for (const [name, bookmarks] of Object.entries(read)) {
    if (!Array.isArray(bookmarks) || bookmarks.length > 2) throw unknownCursor(argument);
    const [one, other = one] = bookmarks as unknown[];
    for (const [side, parts] of [one, other].entries()) {
      if (parts === null) continue;
      if (!Array.isArray(parts)) throw unknownCursor(argument);
      edges[side]?.set(name, encodeParts([dated, ...parts]));
    }
  }
  const [upTo, onward] = edges;
  if (upTo.size + onward.size === 0 || others.length > 0) throw unknownCursor(argument);
  const positions = (bookmarks: Bookmarks) =>
    [...bookmarks.values()]
      .map((bookmark) => decodePlace(argument, bookmark, order))
      .filter((place) => typeof place === 'object')
      .sort((one, other) => comparePositions(one, other, order));
  return {
    upTo: { position: positions(upTo).at(-1), bookmarks: upTo },
    onward: { position: positions(onward).at(0), bookmarks: onward },
  };
}

/** The place of an edge as a cursor of any list that is ordered by date. */
export function plainCursor({ position }: Edge, { dated }: DatedOrder): string | undefined {
  return position && encodeDated(dated, { date: position.date, id: position.id });
}
