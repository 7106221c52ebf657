/**
 * Pages of several lists in one, by date, then id: ids of all content are of one sequence.
 *
 * Each list is asked for as many as the page has, which is enough whatever the others hold, and goes on from where it was left.
 * What a site orders in a way of its own keeps that order among its own, and comes once.
 */
import { allOf, caught } from '../../maybe-promise.ts';
import type { Loaded } from '../loaded.ts';
import { comparePositions, positionOf } from './chronology.ts';
import { decodePlace } from './cursor.ts';
import { decodeMerged, type Edge, plainCursor } from './merged-cursor.ts';
import { type Edges, type MergedEntry, type Part, type PartPage, takeEntries } from './merged-entries.ts';
import { type DatedOrder, isDated, type Order } from './order.ts';
import type { Page, PageArguments } from './page.ts';

export interface MergedPage<P extends Part = Part> extends Page {
  readonly entries: readonly MergedEntry<P>[];
  /** Why lists, or documents of them, are left out. */
  readonly failures: readonly Error[];
}

/**
 * @param page without `offset`, of which each list would have to be asked for as many
 * @throws what the first list fails with, where all of them fail
 */
export async function mergePages<P extends Part>(
  parts: readonly P[],
  order: Order,
  page: PageArguments,
): Promise<MergedPage<P>> {
  if (!isDated(order) || page.offset !== undefined) throw new Error('What lists have in common is places by date.');
  const edges = {
    after: page.after === undefined ? undefined : decodeMerged('after', page.after, order).upTo,
    before: page.before === undefined ? undefined : decodeMerged('before', page.before, order).onward,
  };
  const answers = await allOf(parts, (part) => caught(() => loadPart(part, order, page, edges)));
  const failed = answers.filter((answer) => answer instanceof Error);
  if (failed[0] && failed.length === parts.length) throw failed[0];
  const read = answers.filter((answer): answer is PartPage<P> => !(answer instanceof Error));
  const { entries, isAnyLeft } = takeEntries(read, order, page, edges);
  const isAny = (side: 'hasNextPage' | 'hasPreviousPage') => read.some(({ page }) => page[side]);
  const totals = read.flatMap(({ page: { total } }) => total ?? []);
  return {
    entries,
    hasNextPage: (isAnyLeft && page.last === undefined) || isAny('hasNextPage'),
    hasPreviousPage: (isAnyLeft && page.last !== undefined) || isAny('hasPreviousPage'),
    total: totals.length === parts.length ? totals.reduce((sum, total) => sum + total, 0) : undefined,
    failures: [...failed, ...read.flatMap(({ page: { lost } }) => lost ?? [])],
  };
}

async function loadPart<P extends Part>(
  part: P,
  order: DatedOrder,
  { first, last }: PageArguments,
  { after, before }: Edges,
): Promise<PartPage<P>> {
  const count = first === undefined ? { last: last ?? 0 } : { first };
  const load = async (from: string | undefined, until: string | undefined): Promise<PartPage<P>> => {
    const cursors = { ...(from !== undefined && { after: from }), ...(until !== undefined && { before: until }) };
    return { part, page: await part.load({ ...count, ...cursors }), after: from, before: until };
  };
  const cursorAt = (edge: Edge | undefined) =>
    edge?.bookmarks ? edge.bookmarks.get(part.name) : edge && plainCursor(edge, order);
  const found = await load(cursorAt(after), cursorAt(before));
  const isBetween = (entry: Loaded) => {
    const position = positionOf(entry, order);
    const isBeyond = !after?.position || comparePositions(position, after.position, order) > 0;
    return isBeyond && (!before?.position || comparePositions(position, before.position, order) < 0);
  };
  // What has come since between a bookmark and the place of the cursor would be shown on the wrong side of that.
  if (!isByDate(found.page, order) || found.page.entries.every(isBetween)) return found;
  return load(after && plainCursor(after, order), before && plainCursor(before, order));
}

/** Whether dates tell where a page's documents stand. */
function isByDate({ entries: [first] }: Page, order: DatedOrder): boolean {
  return first !== undefined && typeof decodePlace('after', first.cursor, order) === 'object';
}
