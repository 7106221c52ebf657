/**
 * Pages of several lists, one after the other: many documents at a time, none of them twice, and none left out that is there
 * all the while.
 * Knows how much is asked at the same time, and that a list which the viewer may not see has nothing in it.
 */
import type { RestDocument } from '../../wordpress/documents.ts';
import { isAbsence } from '../../wordpress/http/failure.ts';
import type { Loaded } from '../loaded.ts';
import { unknownCursor } from '../pages/cursor.ts';
import type { Page, PageEntry } from '../pages/page.ts';
import { countAll } from '../pages/total.ts';
import type { Upstream } from '../source/operation-source.ts';
import { type ChainPlace, decodeChained, encodeChained } from './chain-cursor.ts';
import { type Block, byId, IdBlocks, type IdListing, type PlacedRow } from './id-blocks.ts';
import { inLanes } from './lanes.ts';

/** One of the lists. */
export type ChainPart = IdListing;

export interface ChainEntry<P extends ChainPart> extends PageEntry {
  readonly part: P;
}

export interface ChainedPage<P extends ChainPart = ChainPart> extends Omit<Page, 'entries' | 'lost'> {
  readonly entries: readonly ChainEntry<P>[];
}

export interface ChainArguments {
  readonly first: number;
  readonly after?: string | undefined;
}

export interface ChainNeeds {
  readonly documents: boolean;
  readonly total: boolean;
  readonly hasNextPage: boolean;
}

/** Requests of one page that are under way at the same time: a site has to answer visitors as well. */
const lanes = 4;

/** How many documents each list has; none where the viewer may not see it, `undefined` where the site hides it. */
export function countEach(
  parts: readonly ChainPart[],
  upstreamOf: (part: ChainPart) => Upstream,
): Promise<(number | undefined)[]> {
  return inLanes(parts, lanes, (part) => count(part, upstreamOf(part)));
}

export async function loadChained<P extends ChainPart>(
  parts: readonly P[],
  upstreamOf: (part: P) => Upstream,
  page: ChainArguments,
  needs: ChainNeeds,
): Promise<ChainedPage<P>> {
  const chain = new Chain(parts, upstreamOf, page);
  if (needs.documents) await chain.fill();
  const hasNextPage = needs.hasNextPage && (await chain.isAnyLeft());
  const total = needs.total ? await chain.count() : undefined;
  return { entries: chain.entries, hasNextPage, hasPreviousPage: page.after !== undefined, total };
}

/** A list with its first block that is of use; `null` where the viewer may not see it. */
interface OpenedList {
  readonly blocks: IdBlocks;
  readonly first: Block;
}

class Chain<P extends ChainPart> {
  readonly entries: ChainEntry<P>[] = [];
  readonly #parts: readonly P[];
  readonly #upstreamOf: (part: P) => Upstream;
  readonly #most: number;
  /** What the page begins behind, and in which list. */
  readonly #after: { readonly part: P; readonly place: ChainPlace } | undefined;
  /** The number of the list that is read now. */
  #list = 0;
  /** Whether that one has more than is on the page. */
  #isListLeft = false;
  readonly #opened = new Map<P, Promise<OpenedList | null>>();

  constructor(parts: readonly P[], upstreamOf: (part: P) => Upstream, { first, after }: ChainArguments) {
    this.#parts = parts;
    this.#upstreamOf = upstreamOf;
    this.#most = first;
    if (after === undefined) return;
    const { list, place } = decodeChained('after', after);
    this.#list = parts.findIndex(({ route }) => route === list);
    const part = parts[this.#list];
    // The lists are others than those that the cursor is of.
    if (!part) throw unknownCursor('after');
    this.#after = { part, place };
  }

  get #left(): number {
    return this.#most - this.entries.length;
  }

  async fill(): Promise<void> {
    // The first list alone may be all that there is room for; what else there is room for is asked for together.
    for (let together = 1; this.#list < this.#parts.length; together = lanes) {
      for (const [part, list] of await this.#openFrom(this.#list, together)) {
        this.#isListLeft = list !== null && (await this.#take(part, list));
        if (this.#left === 0) return;
        this.#list++;
      }
    }
  }

  /** Whether anything follows the page. */
  async isAnyLeft(): Promise<boolean> {
    if (this.#isListLeft) return true;
    for (let list = this.#list + 1; list < this.#parts.length; list += lanes) {
      for (const [, opened] of await this.#openFrom(list, lanes)) {
        if (opened && (!opened.first.isLast || opened.first.rows.some((row) => opened.blocks.keeps(row)))) return true;
      }
    }
    return false;
  }

  /** How many there are in all lists; `undefined` where the site hides it of one. */
  async count(): Promise<number | undefined> {
    const totals = await inLanes(this.#parts, lanes, async (part) => {
      const opened = await this.#opened.get(part);
      if (opened === null) return 0;
      // Behind the end of a list, WordPress may say that there are none.
      return opened && opened.first.rows.length > 0 ? opened.first.total : count(part, this.#upstreamOf(part));
    });
    const told = totals.filter((total) => total !== undefined);
    return told.length < totals.length ? undefined : told.reduce((sum, total) => sum + total, 0);
  }

  async #openFrom(list: number, count: number): Promise<[P, OpenedList | null][]> {
    return inLanes(this.#parts.slice(list, list + count), lanes, async (part) => [part, await this.#open(part)]);
  }

  #open(part: P): Promise<OpenedList | null> {
    const known = this.#opened.get(part);
    if (known) return known;
    const opening = unlessRefused(async () => {
      const blocks = new IdBlocks(this.#upstreamOf(part), part, this.#most);
      return { blocks, first: await blocks.read(blocks.numberAt(this.#placeIn(part))) };
    }, null);
    this.#opened.set(part, opening);
    return opening;
  }

  #placeIn(part: P): ChainPlace | undefined {
    return this.#after?.part === part ? this.#after.place : undefined;
  }

  /** Takes of a list what there is room for. @returns whether it has more */
  async #take(part: P, { blocks, first }: OpenedList): Promise<boolean> {
    let place = this.#placeIn(part);
    for (let read = [first]; ; ) {
      let isOld = read[0] !== first;
      for (const block of read) {
        const rows = await blocks.following(place, block);
        isOld &&= rows.length === 0 && block.rows.length > 0;
        for (const [index, row] of rows.entries()) {
          place = row.place;
          if (blocks.keeps(row)) this.entries.push(new ChainedDocument(part, row));
          if (this.#left === 0) return index < rows.length - 1 || !block.isLast;
        }
        if (block.isLast) return false;
      }
      // A site that shows the same again has no more to give.
      if (isOld) return false;
      const numbers = blocks.numbersBehind(read.at(-1) ?? first, this.#left);
      read = await inLanes(numbers, lanes, (number) => blocks.read(number));
    }
  }
}

/** A document in its place among those of all lists. */
class ChainedDocument<P extends ChainPart> implements ChainEntry<P> {
  readonly document: RestDocument;
  readonly whole: Loaded['whole'];
  readonly part: P;
  readonly #place: ChainPlace;

  constructor(part: P, { loaded: { document, whole }, place }: PlacedRow) {
    this.document = document;
    this.whole = whole;
    this.part = part;
    this.#place = place;
  }

  get cursor(): string {
    return encodeChained(this.part.route, this.#place);
  }
}

function count(part: ChainPart, upstream: Upstream): Promise<number | undefined> {
  return unlessRefused(() => countAll(upstream, { ...part, order: byId }), 0);
}

/** What the viewer may not see has nothing in it. */
async function unlessRefused<T>(ask: () => Promise<T>, nothing: T): Promise<T> {
  try {
    return await ask();
  } catch (failure) {
    if (isAbsence(failure)) return nothing;
    throw failure;
  }
}
