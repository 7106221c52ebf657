/**
 * What the document cache needs of a cache that several gateways share.
 */
import type { KnownDocument } from './known-document.ts';
import type { KnownList } from './memory-cache.ts';

/** It never fails: when it is away it knows nothing. */
export interface RemoteCache {
  /** Each in the place of its id; the generation of the collection goes into the `AsOf` of what is asked next. */
  documents(
    collection: string,
    ids: readonly number[],
  ): Promise<{ readonly generation: string | undefined; readonly known: readonly (KnownDocument | undefined)[] }>;
  list(
    collection: string,
    key: string,
  ): Promise<{ readonly generation: string | undefined; readonly list: KnownList | undefined }>;
  /** Kept for `milliseconds`, unless the collection has changed since its generation was read. */
  keep(collection: string, generation: string, entries: readonly RemoteEntry[]): void;
  ids(collection: string): Promise<readonly number[]>;
  /** Those of which something may be known: some gateway has asked for them since all was forgotten last. */
  inUse(collections: readonly string[]): Promise<readonly string[]>;
}

export type RemoteEntry =
  | { readonly id: number; readonly known: KnownDocument; readonly milliseconds: number }
  | { readonly key: string; readonly list: KnownList; readonly milliseconds: number };
