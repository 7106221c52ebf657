/**
 * The documents of several lists in one, of each of which a page is at hand.
 * Knows what a cursor among them has to tell of each list.
 */
import type { RestDocument } from '../../wordpress/documents.ts';
import type { Loaded } from '../loaded.ts';
import { comparePositions, positionOf } from './chronology.ts';
import { type Edge, encodeMerged } from './merged-cursor.ts';
import type { DatedOrder } from './order.ts';
import type { Page, PageArguments, PageEntry } from './page.ts';

/** One of the lists. */
export interface Part {
  /** By which cursors know it: not that of any other. */
  readonly name: string;
  load(page: PageArguments): Promise<Page>;
}

/** What one list has of a page. */
export interface PartPage<P extends Part = Part> {
  readonly part: P;
  readonly page: Page;
  /** The list's own cursors that it was asked for between. */
  readonly after: string | undefined;
  readonly before: string | undefined;
}

/** Where a page begins and ends at most, in each list; neither of the edges is on it. */
export interface Edges {
  readonly after: Edge | undefined;
  readonly before: Edge | undefined;
}

/** A document in its place among those of all lists. */
export class MergedEntry<P extends Part = Part> implements PageEntry {
  readonly document: RestDocument;
  readonly whole: Loaded['whole'];
  /** The list that it is of. */
  readonly part: P;
  readonly #write: () => string;

  constructor(part: P, { document, whole }: Loaded, write: () => string) {
    this.part = part;
    this.document = document;
    this.whole = whole;
    this.#write = write;
  }

  get cursor(): string {
    return this.#write();
  }
}

/**
 * Takes the first or last few of all, always what comes next in the order.
 * @returns them as they follow each other, and whether any are left
 */
export function takeEntries<P extends Part>(
  pages: readonly PartPage<P>[],
  order: DatedOrder,
  { first, last }: PageArguments,
  edges: Edges,
): { readonly entries: readonly MergedEntry<P>[]; readonly isAnyLeft: boolean } {
  const backward = last !== undefined;
  const count = first ?? last ?? 0;
  // In each list, the index before which all are taken, or from which on all are.
  const reached = pages.map(({ page }) => (backward ? page.entries.length : 0));
  const nextIndex = (list: number) => (reached[list] ?? 0) - (backward ? 1 : 0);
  const next = (list: number) => pages[list]?.page.entries[nextIndex(list)];
  const comesFirst = (one: PageEntry, other: PageEntry) =>
    comparePositions(positionOf(one, order), positionOf(other, order), order) < 0 !== backward;
  const foremost = () => {
    let found: number | undefined;
    for (const list of pages.keys()) {
      const [entry, other] = [next(list), found === undefined ? undefined : next(found)];
      if (entry && (!other || comesFirst(entry, other))) found = list;
    }
    return found;
  };
  // WordPress may fail at some documents of a list: its page is short of them, and what comes next is not at hand.
  const isHeldUp = () =>
    pages.some(
      ({ page }, list) => page[backward ? 'hasPreviousPage' : 'hasNextPage'] && page.entries.length > 0 && !next(list),
    );

  const entries: MergedEntry<P>[] = [];
  for (let list = foremost(); list !== undefined; list = foremost()) {
    const [own, entry] = [pages[list], next(list)];
    if (!own || !entry || entries.length === count || isHeldUp()) break;
    const at = { list, index: nextIndex(list), reached: [...reached] };
    entries.push(new MergedEntry(own.part, entry, () => cursorAt(at, pages, order, edges)));
    reached[list] = (reached[list] ?? 0) + (backward ? -1 : 1);
  }
  return { entries: backward ? entries.reverse() : entries, isAnyLeft: foremost() !== undefined };
}

/** A document by its list and its index there, and how far the lists had been taken when it was. */
interface Taken {
  readonly list: number;
  readonly index: number;
  readonly reached: readonly number[];
}

function cursorAt(taken: Taken, pages: readonly PartPage[], order: DatedOrder, { after, before }: Edges): string {
  // Of lists that have failed this time, it stays known how far they had been read.
  const [upTo, onward] = [new Map(after?.bookmarks), new Map(before?.bookmarks)];
  for (const [list, { part, page, after, before }] of pages.entries()) {
    const edge = taken.reached[list] ?? 0;
    const isOwn = list === taken.list;
    note(upTo, part, page.entries[isOwn ? taken.index : edge - 1]?.cursor ?? after);
    note(onward, part, page.entries[isOwn ? taken.index : edge]?.cursor ?? before);
  }
  return encodeMerged(order, upTo, onward);
}

function note(bookmarks: Map<string, string>, { name }: Part, cursor: string | undefined): void {
  if (cursor !== undefined) bookmarks.set(name, cursor);
}
