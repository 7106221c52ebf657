/**
 * Texts of queries by their SHA-256, so that clients need not send them again.
 * Knows how many bytes they may take here, and that what others have kept is believed only where it has that hash: a hash never
 * stands for another query than its own.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { MaybePromise } from '../maybe-promise.ts';

/** Where several gateways keep them together. */
export interface RemoteQueries {
  /** What is kept under a hash, whatever that is; `undefined` where there is nothing, or nobody to ask. */
  find(hash: string): Promise<string | undefined>;
  /** Nobody waits for it: where it fails, the query is not there. */
  keep(hash: string, query: string): void;
}

/** What one takes besides its text: its hash, and its place among the others. */
const entryBytes = 300;

/** The SHA-256 of a query, as clients name it. */
export function hashOf(query: string): string {
  return createHash('sha256').update(query).digest('hex');
}

export class PersistedQueries {
  readonly #texts: LRUCache<string, string>;
  readonly #remote: RemoteQueries | undefined;

  /** @param maxBytes memory that they may take */
  constructor(maxBytes: number, remote?: RemoteQueries) {
    this.#texts = new LRUCache({
      maxSize: Math.max(1, maxBytes),
      sizeCalculation: ({ length }) => entryBytes + 2 * length,
    });
    this.#remote = remote;
  }

  /** What they take, in bytes. */
  get bytes(): number {
    return this.#texts.calculatedSize;
  }

  /** The query with a hash, at once where it is known here. */
  find(hash: string): MaybePromise<string | undefined> {
    const known = this.#texts.get(hash);
    return known === undefined && this.#remote ? findRemote(this.#remote, hash) : known;
  }

  /** @param hash that of the query */
  keep(hash: string, query: string): void {
    if (this.#texts.has(hash)) return;
    this.#texts.set(hash, query);
    this.#remote?.keep(hash, query);
  }
}

async function findRemote(remote: RemoteQueries, hash: string): Promise<string | undefined> {
  const query = await remote.find(hash);
  return query !== undefined && hashOf(query) === hash ? query : undefined;
}
