/**
 * What a list of documents is, wherever it came from, and when it has an end.
 */
import type { KeptKind } from '../../kept-kinds.ts';
import type { LoadedDocument } from '../loaded.ts';

/** Documents that came in others, which lead to them. */
export interface Neighbours {
  readonly collection: string;
  readonly kind: KeptKind;
  readonly documents: readonly LoadedDocument[];
}

/** Rows of a collection, in the order in which WordPress gave them. */
export interface DocumentList {
  readonly documents: readonly LoadedDocument[];
  /** Rows that match the query, whatever the page; `undefined` where WordPress does not say. */
  readonly total: number | undefined;
  readonly totalPages: number | undefined;
  /** Rows that WordPress gave, where some of them are no documents. */
  readonly given?: number;
  /** When WordPress said so, in milliseconds since the epoch; now, where it was not known before. */
  readonly at?: number;
  readonly neighbours?: readonly Neighbours[] | undefined;
}

/** Whether a page has as many rows as it may have: where WordPress hides how many there are, more may follow. */
export function isFull({ documents, given = documents.length }: DocumentList, size: number): boolean {
  return given >= size;
}

/** Pages of a size that there are; `undefined` where WordPress does not say. */
export function pagesOf({ total, totalPages }: DocumentList, size: number): number | undefined {
  return total === undefined ? totalPages : Math.ceil(total / size);
}

/** Whether a list has no further page. */
export function isLastPage(rows: DocumentList, page: number, size: number): boolean {
  const pages = pagesOf(rows, size);
  return pages === undefined ? !isFull(rows, size) : page >= pages;
}
