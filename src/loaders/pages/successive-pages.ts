/**
 * Pages of lists that follow one another: all of the first one stands ahead of all of the next.
 * Knows that a cursor among them is that of its own list, with the name of that.
 */

import { allOf } from '../../maybe-promise.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import { Properties } from '../../wordpress/properties.ts';
import type { Loaded } from '../loaded.ts';
import { decodeParts, encodeParts, unknownCursor } from './cursor.ts';
import { emptyPage, type Page, type PageArguments, type PageEntry, type PageNeeds } from './page.ts';

/** One of the lists. */
export interface SuccessivePart {
  /** By which cursors know it: not that of any other. */
  readonly name: string;
  load(page: PageArguments, needs: PageNeeds): Promise<Page>;
}

/** A document in its place among those of all lists. */
class SuccessiveEntry implements PageEntry {
  readonly document: RestDocument;
  readonly whole: Loaded['whole'];
  readonly #part: string;
  readonly #entry: PageEntry;

  constructor({ name }: SuccessivePart, entry: PageEntry) {
    this.document = entry.document;
    this.whole = entry.whole;
    this.#part = name;
    this.#entry = entry;
  }

  get cursor(): string {
    return encodeParts([this.#part, this.#entry.cursor]);
  }
}

/** A cursor of one of the lists, and which that is. */
interface Edge {
  readonly part: number;
  readonly cursor: string;
}

export async function loadSuccessive(
  parts: readonly SuccessivePart[],
  page: PageArguments,
  needs: PageNeeds,
): Promise<Page> {
  const backward = page.last !== undefined;
  const count = page.first ?? page.last ?? 0;
  const pages = page.offset ? await skipping(parts, page.offset, count, needs) : await between(parts, page, needs);
  // Where WordPress fails at some of a list, what comes next is not at hand, and nothing may stand in its place.
  const mayGoOn = (each: Page) => !(backward ? each.hasPreviousPage : each.hasNextPage);
  const open = backward ? pages.findLastIndex((each) => !mayGoOn(each)) : pages.findIndex((each) => !mayGoOn(each));
  const all = pages.flatMap(({ entries }, index) => {
    const part = parts[index];
    const isHeldUp = open !== -1 && (backward ? index < open : index > open);
    return part && !isHeldUp ? entries.map((entry) => new SuccessiveEntry(part, entry)) : [];
  });
  const entries = backward ? all.slice(Math.max(0, all.length - count)) : all.slice(0, count);
  const isAnyLeft = entries.length < pages.reduce((sum, each) => sum + each.entries.length, 0);
  const isAny = (side: 'hasNextPage' | 'hasPreviousPage') => pages.some((each) => each[side]);
  const totals = pages.flatMap(({ total }) => total ?? []);
  const lost = pages.find((each) => each.lost)?.lost;
  return {
    entries,
    hasNextPage: (isAnyLeft && !backward) || isAny('hasNextPage'),
    hasPreviousPage: (isAnyLeft && backward) || isAny('hasPreviousPage'),
    total: totals.length === parts.length ? totals.reduce((sum, total) => sum + total, 0) : undefined,
    ...(lost && { lost }),
  };
}

/** As many of each list as the page may have, between two cursors. */
async function between(parts: readonly SuccessivePart[], page: PageArguments, needs: PageNeeds): Promise<Page[]> {
  const [after, before] = [edgeAt(parts, 'after', page.after), edgeAt(parts, 'before', page.before)];
  const count = page.last === undefined ? { first: page.first ?? 0 } : { last: page.last };
  return allOf(parts.entries(), async ([index, part]) => {
    if (after && index < after.part) return passed(part, 'hasPreviousPage', needs);
    if (before && index > before.part) return passed(part, 'hasNextPage', needs);
    const from = after?.part === index && { after: after.cursor };
    const until = before?.part === index && { before: before.cursor };
    return part.load({ ...count, ...from, ...until }, needs);
  });
}

/** A list none of which is on the page. */
async function passed(part: SuccessivePart, side: 'hasNextPage' | 'hasPreviousPage', needs: PageNeeds): Promise<Page> {
  if (!needs.total && !needs[side]) return { ...emptyPage, total: undefined };
  const { total } = await part.load({ first: 0 }, countOnly);
  return { ...emptyPage, total, [side]: total !== 0 };
}

/** One list after the other: how many the ones before have says where the next one is begun. */
async function skipping(
  parts: readonly SuccessivePart[],
  offset: number,
  count: number,
  needs: PageNeeds,
): Promise<Page[]> {
  const pages: Page[] = [];
  let ahead = offset;
  for (const part of parts) {
    const isLast = part === parts.at(-1);
    const total = isLast || ahead === 0 ? undefined : await totalOf(part, ahead);
    const isPassed = total !== undefined && total <= ahead;
    const page = isPassed
      ? { ...emptyPage, total, hasPreviousPage: total > 0 }
      : await part.load({ first: count, ...(ahead > 0 && { offset: ahead }) }, needs);
    pages.push(page);
    ahead -= Math.min(ahead, total ?? ahead);
  }
  return pages;
}

/** How many a list has; where the site hides that, as many as have to be passed, if it has so many. */
async function totalOf(part: SuccessivePart, ahead: number): Promise<number> {
  const { total } = await part.load({ first: 0 }, countOnly);
  if (total !== undefined) return total;
  return (await part.load({ first: ahead + 1 }, { ...countOnly, documents: Properties.id, total: false })).entries
    .length;
}

const countOnly: PageNeeds = {
  documents: undefined,
  total: true,
  cursors: false,
  hasNextPage: false,
  hasPreviousPage: false,
};

/** @throws PressgraphError `BAD_USER_INPUT` for what is no cursor of one of the lists */
function edgeAt(parts: readonly SuccessivePart[], argument: string, cursor: string | undefined): Edge | undefined {
  if (cursor === undefined) return undefined;
  const [name, own, ...others] = decodeParts(cursor) ?? [];
  const part = parts.findIndex((each) => each.name === name);
  if (part === -1 || typeof own !== 'string' || others.length > 0) throw unknownCursor(argument);
  return { part, cursor: own };
}
