/**
 * What a list of documents is, wherever it came from.
 */
import type { KnownDocument } from '../store/known-document.ts';
import type { RestDocument } from '../wordpress/documents.ts';

/** Rows of a collection, in the order in which WordPress gave them. */
export interface Rows {
  readonly documents: readonly RestDocument[];
  /** The same, with the properties known of each. */
  readonly known: readonly KnownDocument[];
  /** Rows that match the query, whatever the page; `undefined` where WordPress does not say. */
  readonly total: number | undefined;
  readonly totalPages: number | undefined;
  /** What came with them, for the operation that asked: whoever joins it may have begun after a change of these. */
  readonly neighbours?: { readonly collection: string; readonly known: readonly KnownDocument[] };
}
