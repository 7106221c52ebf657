/**
 * What a look at a collection brings: what it leaves for the next look, and what has changed since the last one.
 */
import type { Change } from '../change.ts';
import type { DocumentCache } from '../document-cache.ts';
import type { RowSource } from './row-pages.ts';

/** What one look at a collection leaves for the next. Plain data: another process may go on with it. */
export interface Sight {
  readonly total: number | undefined;
  /** The site's clock when it looked, in milliseconds since the epoch. */
  readonly date: number;
  /** Fingerprint of each row by id, where rows are compared. */
  readonly rows?: Readonly<Record<string, string>>;
}

/** By route. */
export type Sights = Readonly<Record<string, Sight>>;

export interface Look {
  readonly sight: Sight;
  readonly changes: readonly Change[];
}

/** What it takes to look at a collection. */
export interface Sources extends RowSource {
  readonly cache: Pick<DocumentCache, 'ids' | 'recallDocuments' | 'learnUnasked'>;
}
