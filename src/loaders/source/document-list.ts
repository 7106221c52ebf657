/**
 * What a list of documents is, wherever it came from, and when it has an end.
 */
import type { KeptKind } from '../../kept-kinds.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import type { LoadedDocument } from '../loaded.ts';

/** Documents that came in others, which lead to them. */
export interface Neighbours {
  readonly collection: string;
  readonly kind: KeptKind;
  readonly documents: readonly LoadedDocument[];
}

/** A place in a list: its document, or `null` where that cannot be had. */
export type Slot = LoadedDocument | null;

/** Rows of a collection, in the order in which WordPress gave them. */
export interface DocumentList {
  readonly documents: readonly LoadedDocument[];
  /** Rows that match the query, whatever the page; `undefined` where WordPress does not say. */
  readonly total: number | undefined;
  readonly totalPages: number | undefined;
  /** The same in their places, where WordPress fails at some of its rows. */
  readonly slots?: readonly Slot[];
  /** Rows that WordPress gave, where some of them are no documents. */
  readonly given?: number;
  /** When WordPress said so, in milliseconds since the epoch; now, where it was not known before. */
  readonly at?: number;
  readonly neighbours?: readonly Neighbours[] | undefined;
}

/** The rows of a list in their places. */
export function slotsOf({ documents, slots = documents }: Pick<DocumentList, 'documents' | 'slots'>): readonly Slot[] {
  return slots;
}

/** Whether WordPress gave nothing: where it hides how many there are, only that is the end. */
export function isEmpty({ documents, given = documents.length }: DocumentList): boolean {
  return given === 0;
}

/** Whether a page has as many rows as it may have. One that has fewer says nothing of what follows: some may have been left out. */
export function isFull({ documents, given = documents.length }: DocumentList, size: number): boolean {
  return given >= size;
}

/** Pages of a size that there are; `undefined` where WordPress does not say. */
export function pagesOf({ total, totalPages }: DocumentList, size: number): number | undefined {
  return total === undefined ? totalPages : Math.ceil(total / size);
}

/** Whether a list has no further page, as far as a page of it tells. */
export function isLastPage(rows: DocumentList, page: number, size: number): boolean {
  const pages = pagesOf(rows, size);
  return pages === undefined ? isEmpty(rows) : page >= pages;
}

/**
 * Whether a first page is all of a list. Where WordPress hides how many there are, the next page says so, which is asked for
 * unless the first one is full.
 */
export async function isWhole(
  first: DocumentList,
  size: number,
  next: () => MaybePromise<DocumentList>,
): Promise<boolean> {
  if (isLastPage(first, 1, size)) return true;
  return pagesOf(first, size) === undefined && !isFull(first, size) && isEmpty(await next());
}
