/**
 * Recalls from a cache that several gateways share what is not in this one's memory; it is there afterwards.
 */
import type { Properties } from '../wordpress/properties.ts';
import type { AsOf } from './as-of.ts';
import type { Changes } from './changes.ts';
import type { Finder, Found, KnownRows } from './found.ts';
import type { KnownDocument } from './known-document.ts';
import type { MemoryCache } from './memory-cache.ts';
import type { RemoteCache } from './remote-cache.ts';

/** What is asked of WordPress next is handed in with `asOf`, which says what the shared cache had seen. */
export interface RecalledDocuments {
  readonly asOf: AsOf;
  find(id: number, wanted: Properties): Found<KnownDocument> | undefined;
}

export interface RecalledList {
  readonly asOf: AsOf;
  readonly found: Found<KnownRows> | undefined;
}

export interface Recall {
  recallDocuments(collection: string, ids: readonly number[]): Promise<RecalledDocuments>;
  recallList(collection: string, key: string, wanted: Properties): Promise<RecalledList>;
}

export interface RecallOptions {
  readonly memory: MemoryCache;
  readonly finder: Finder;
  readonly changes: Pick<Changes, 'now'>;
  readonly remote: RemoteCache | undefined;
}

export function createRecall({ memory, finder, changes, remote }: RecallOptions): Recall {
  /** What came too late to be kept is good for this once. */
  function learn(
    collection: string,
    ids: readonly number[],
    known: readonly (KnownDocument | undefined)[],
    asOf: AsOf,
  ): Map<number, KnownDocument> {
    const recalled = new Map<number, KnownDocument>();
    ids.forEach((id, index) => {
      const document = known[index];
      if (document) recalled.set(id, memory.learnDocument(collection, id, document, asOf) ?? document);
    });
    return recalled;
  }

  return {
    async recallDocuments(collection, ids) {
      const before = changes.now;
      const answer = await remote?.documents(collection, ids);
      const recalled = learn(collection, ids, answer?.known ?? [], before);
      const asOf = changes.now.withRemote(answer?.generation);
      return { asOf, find: (id, wanted) => finder.document(collection, recalled.get(id), wanted) };
    },
    async recallList(collection, key, wanted) {
      const before = changes.now;
      const { list, generation } = (await remote?.list(collection, key)) ?? {};
      if (!remote || !list) {
        const asOf = changes.now.withRemote(generation);
        return { asOf, found: undefined };
      }
      memory.learnList(collection, key, list, before);
      const lacking = list.ids.filter((id) => !finder.document(collection, memory.document(collection, id), wanted));
      const { known } = lacking.length > 0 ? await remote.documents(collection, lacking) : { known: [] };
      const recalled = learn(collection, lacking, known, before);
      const asOf = changes.now.withRemote(generation);
      return { asOf, found: finder.list(collection, list, wanted, recalled) };
    },
  };
}
