/**
 * One list in the order of ids, in blocks of one size, several of which are asked for at the same time.
 *
 * No two ids are equal, and none ever changes: what comes or goes moves others to another block, and where to go on is known all
 * the same. A page begins with the block in which its cursor's document stood; blocks of one page are read at about the same
 * time, and tell by how long the list is whether it has changed between them. Then what has moved ahead is looked for.
 */
import type { RestDocument } from '../../wordpress/documents.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import type { Properties } from '../../wordpress/properties.ts';
import type { LoadedDocument } from '../loaded.ts';
import type { Listing } from '../pages/page.ts';
import { countAll } from '../pages/total.ts';
import { readWindow } from '../pages/window.ts';
import { isFull, isLastPage, type Slot, slotsOf } from '../source/document-list.ts';
import type { Upstream } from '../source/operation-source.ts';
import type { ChainPlace } from './chain-cursor.ts';

/** A list as a part of a chain. */
export interface IdListing extends Pick<Listing, 'route' | 'query' | 'pagedOnly'> {
  /** Whether the collection can be ordered by id; in its own order else, where places are indexes. */
  readonly isById: boolean;
  /** Whether more may come than WordPress counts. */
  readonly mayExceed: boolean;
  /** What is read of its documents. */
  readonly properties: Properties;
  /** Which of its documents belong here. */
  keeps(document: RestDocument): boolean;
}

/** A document of a list, in its place. */
export interface PlacedRow {
  readonly loaded: LoadedDocument;
  readonly place: ChainPlace;
}

/** Some rows that follow one another. */
export interface Block {
  readonly number: number;
  readonly rows: readonly PlacedRow[];
  /** `undefined` where the site hides it. */
  readonly total: number | undefined;
  /** Whether the list goes on behind it, as far as it tells. */
  readonly isLast: boolean;
}

const fewBlocks = 4;

export class IdBlocks {
  readonly #upstream: Upstream;
  readonly #listing: IdListing;
  readonly #size: number;

  /** @param most rows that one block has at most */
  constructor(upstream: Upstream, listing: IdListing, most: number) {
    this.#upstream = upstream;
    this.#listing = listing;
    this.#size = Math.min(upstream.largestPage(listing.route), most);
  }

  /** The block that a document stood in, or where that says nothing the one with what follows. */
  numberAt(place: ChainPlace | undefined): number {
    if (place === undefined) return 0;
    return Math.floor((place.id === null ? place.index + 1 : place.index) / this.#size);
  }

  /** The blocks behind one that hold so many rows; a few, where nobody says how many there are. */
  numbersBehind({ number, total }: Block, rows: number): number[] {
    const left = total === undefined ? fewBlocks : Math.ceil(total / this.#size) - number - 1;
    const length = Math.max(1, Math.min(left, Math.ceil(rows / this.#size)));
    return Array.from({ length }, (_, index) => number + 1 + index);
  }

  async read(number: number): Promise<Block> {
    const { route, query, mayExceed } = this.#listing;
    const paging = { per_page: this.#size, ...(number > 0 && { page: number + 1 }) };
    const list = await this.#upstream.rows(route, { ...query, ...this.#order, ...paging }, this.#listing.properties);
    const rows = placed({ slots: slotsOf(list), total: list.total }, number * this.#size);
    const isLast = isLastPage(list, number + 1, this.#size) && !(mayExceed && isFull(list, this.#size));
    return { number, rows, total: list.total, isLast };
  }

  /**
   * What follows a place, up to the end of a block.
   * @param place of a document in that block, or of the last one ahead of it
   */
  async following(place: ChainPlace | undefined, block: Block): Promise<readonly PlacedRow[]> {
    const { number, rows } = block;
    if (!place) return rows;
    const [first] = rows;
    const { id } = place;
    if (id === null || first?.place.id === null) return rows.filter((row) => row.place.index > place.index);
    const start = number * this.#size;
    const isBehind = (row: PlacedRow) => row.loaded.document.id > id;
    const isPassed = first !== undefined && !isBehind(first);
    const isNext = place.index < start && first?.place.total === place.total;
    if (isPassed || isNext || start === 0) return rows.filter(isBehind);
    const moved = await this.#readBack(first ? start : await this.#endBefore(start), isBehind);
    return [...moved.filter((row) => !first || row.loaded.document.id < first.loaded.document.id), ...rows];
  }

  /** Whether a row belongs to what is given out. */
  keeps({ loaded }: PlacedRow): boolean {
    return this.#listing.keeps(loaded.document);
  }

  /** Where the list ends now, if that is ahead of an index. */
  async #endBefore(index: number): Promise<number> {
    return Math.min(index, (await countAll(this.#upstream, { ...this.#listing, order: byId })) ?? index);
  }

  /** Rows ahead of an index, back to one that is not wanted. */
  async #readBack(index: number, isWanted: (row: PlacedRow) => boolean): Promise<readonly PlacedRow[]> {
    const found: PlacedRow[] = [];
    for (let end = index; end > 0; end -= this.#size) {
      const start = Math.max(0, end - this.#size);
      const listing = { ...this.#listing, order: byId };
      const window = await readWindow(this.#upstream, listing, start, end - start, this.#listing.properties);
      const rows = placed(window, start);
      found.unshift(...rows.filter(isWanted));
      if (!rows.every(isWanted)) break;
    }
    return found;
  }

  get #order(): Query {
    return this.#listing.isById ? { orderby: byId.orderby, order: byId.direction } : {};
  }
}

export const byId = { orderby: 'id', direction: 'asc' } as const;

/** Rows from an index on, in their places: those of ids, where they are in that order. */
function placed(
  { slots, total = null }: { slots: readonly Slot[]; total: number | null | undefined },
  start: number,
): PlacedRow[] {
  const ids = slots.flatMap((slot) => slot?.document.id ?? []);
  const isOrdered = ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0));
  return slots.flatMap((loaded, at) =>
    loaded ? [{ loaded, place: { index: start + at, id: isOrdered ? loaded.document.id : null, total } }] : [],
  );
}
