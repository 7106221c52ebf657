/**
 * What a page of the related documents of several says of each of them: its first few, whole or as far as is sure.
 * Knows that an answer to many owners may end within a second, and how much of a set a page of a connection takes.
 */
import type { RestDocument } from '../../wordpress/documents.ts';
import { isOneSecond, isWithin, type SiteClock } from '../../wordpress/site-clock.ts';
import { readIds, readMember } from '../../wordpress/values.ts';
import type { Loaded, LoadedDocument } from '../loaded.ts';
import { dateOf, isChronological } from '../pages/chronology.ts';
import { isDated, type Order } from '../pages/order.ts';
import { emptyPage, type Page, type PageArguments, type PageNeeds, pageOfList } from '../pages/page.ts';
import type { DocumentList } from '../source/document-list.ts';

/** The related documents of one owner. */
export interface OwnedSet<L extends Loaded = LoadedDocument> {
  readonly documents: readonly L[];
  /** Some that come next, all of one second, in which others may stand before them. */
  readonly unsure?: readonly L[];
  /** Whether these are all. */
  readonly whole: boolean;
  /** Whether the site gives out none of anybody's, so that nobody knows how many there are. */
  readonly isHidden?: boolean;
  /** When WordPress said so, in milliseconds since the epoch; now, where it was not known before. */
  readonly at?: number | undefined;
}

/** What belongs to a document that may not be seen: it is not there. */
export const emptySet: OwnedSet = { documents: [], whole: true };

/** What a site has taken away, or closed, for all. */
export const hiddenSet: OwnedSet = { documents: [], whole: true, isHidden: true };

/**
 * Tells the rows of a common page apart by their owners.
 * @param whole whether these are all
 * @param ownersOf the owners of a document, each once
 */
export function setsOf(
  rows: DocumentList,
  whole: boolean,
  owners: readonly number[],
  ownersOf: (document: RestDocument) => readonly number[],
  order: Order,
  clock: SiteClock,
): Map<number, OwnedSet> {
  const parts = whole ? { sure: rows.documents, unsure: [] } : partsOf(rows.documents, order, clock);
  const [sure, unsure] = [new Set(parts.sure), new Set(parts.unsure)];
  const sets = new Map(owners.map((owner) => [owner, emptyParts()]));
  for (const loaded of rows.documents) {
    const part = sure.has(loaded) ? 'sure' : unsure.has(loaded) ? 'unsure' : undefined;
    if (part) for (const owner of ownersOf(loaded.document)) sets.get(owner)?.[part].push(loaded);
  }
  const { at } = rows;
  return new Map([...sets].map(([owner, { sure: documents, unsure }]) => [owner, { documents, unsure, whole, at }]));
}

const emptyParts = (): { sure: LoadedDocument[]; unsure: LoadedDocument[] } => ({ sure: [], unsure: [] });

/** A mirror is an id (`comment.post`) or a list of them (`post.categories`). */
export function idsAt(document: RestDocument, mirror: string): readonly number[] {
  return readIds(readMember(document, mirror)) ?? [];
}

/** What one owner's own page says of its set. */
export function setOfPage(
  { entries, total }: Page,
  order: Order,
  clock: SiteClock,
  at: number | undefined,
): OwnedSet<Loaded> {
  const whole = total !== undefined && total <= entries.length;
  return { documents: whole ? entries : partsOf(entries, order, clock).sure, whole, at };
}

/**
 * The documents of a page that ends somewhere in its set. It may have ended within its last second: more of it, ordered ahead of
 * what was shown, may follow. Of a longer moment, and where dates say nothing of the order, nothing that was shown is sure.
 */
function partsOf<L extends Loaded>(
  documents: readonly L[],
  order: Order,
  clock: SiteClock,
): { readonly sure: readonly L[]; readonly unsure: readonly L[] } {
  const last = documents.at(-1);
  if (!isDated(order) || !last) return { sure: documents, unsure: [] };
  if (!isChronological(documents, order, clock)) return { sure: [], unsure: [] };
  const edge = clock.momentOf(dateOf(last.document, order.dated));
  const isLast = ({ document }: L) => isWithin(edge, dateOf(document, order.dated));
  const unsure = isOneSecond(edge) ? documents.filter(isLast) : [];
  return { sure: documents.filter((loaded) => !isLast(loaded)), unsure };
}

/** How many documents of a set a page takes, if there are as many. */
export function enoughFor({ first = 0 }: PageArguments, needs: PageNeeds): number {
  return needs.total ? Number.POSITIVE_INFINITY : first + (needs.hasNextPage ? 1 : 0);
}

/** The page, if the set tells it. Where no cursor is given out, any documents of the second that it ends within will do. */
export function pageOfSet(
  set: OwnedSet,
  order: Order,
  clock: SiteClock,
  page: PageArguments,
  needs: PageNeeds,
): Page | undefined {
  const { documents, unsure = [], whole, isHidden } = set;
  if (isHidden) return { ...emptyPage, total: undefined };
  if (whole) return pageOfList(documents, order, page, clock);
  const enough = enoughFor(page, needs);
  // What is equal in such an order stands where another request puts it.
  if (order.numbered && needs.cursors) return undefined;
  const listed = documents.length < enough && !needs.cursors ? [...documents, ...unsure] : documents;
  return listed.length < enough ? undefined : { ...pageOfList(listed, order, page, clock), total: undefined };
}
