/**
 * What every anonymous visitor may see and somebody has asked for already: documents and lists, each with its stage of life.
 * Memory answers at once; a remote cache that several gateways share, where there is one, is recalled before WordPress is
 * asked. Nothing that was asked with credentials comes here.
 */
import type { KeptKind } from '../kept-kinds.ts';
import type { Observer } from '../observer.ts';
import type { Properties } from '../wordpress/properties.ts';
import type { AsOf } from './as-of.ts';
import { isEverything } from './change.ts';
import type { Changes } from './changes.ts';
import { createFinder, type Found, type KnownRows } from './found.ts';
import type { Lifetimes } from './freshness.ts';
import { KnownAddresses } from './known-addresses.ts';
import type { KnownDocument } from './known-document.ts';
import { createLearning, type Learning } from './learning.ts';
import { createMemoryCache } from './memory-cache.ts';
import { createRecall, type Recall } from './recall.ts';
import type { RemoteCache } from './remote-cache.ts';
import { Use } from './use.ts';

export type { Found, KnownRows } from './found.ts';

export interface DocumentCache extends Recall, Learning {
  /** This moment, for what memory alone is asked about. */
  readonly asOf: AsOf;
  /** What is known of addresses. */
  readonly addresses: KnownAddresses;
  document(collection: string, id: number, wanted: Properties): Found<KnownDocument> | undefined;
  list(collection: string, key: string, wanted: Properties): Found<KnownRows> | undefined;
  /** Ids of the documents of a collection that are known, here or in the remote cache. */
  ids(collection: string): Promise<readonly number[]>;
  /** Of some collections those of which something may be known, here or in the remote cache. */
  inUse(collections: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface DocumentCacheOptions {
  readonly maxBytes: number;
  readonly lifetimes: Lifetimes;
  kindOf(collection: string): KeptKind;
  readonly changes: Changes;
  readonly remote?: RemoteCache | undefined;
  readonly observer?: Observer | undefined;
}

export function createDocumentCache(options: DocumentCacheOptions): DocumentCache {
  const { maxBytes, lifetimes, kindOf, changes, remote, observer = {} } = options;
  const memory = createMemoryCache(maxBytes);
  const addresses = new KnownAddresses(maxBytes, lifetimes);
  changes.listen((change) => {
    memory.drop(change);
    if (isEverything(change)) addresses.forget();
  });
  const finder = createFinder(memory, lifetimes, kindOf);
  const use = new Use({ lifetimes, kindOf, changes });
  const recall = createRecall({ memory, finder, changes, remote });
  const learning = createLearning({ memory, maxBytes, lifetimes, kindOf, remote, observer });
  return {
    recallDocuments(collection, ids) {
      if (ids.length > 0) use.note(collection);
      return recall.recallDocuments(collection, ids);
    },
    recallList(collection, ...wanted) {
      use.note(collection);
      return recall.recallList(collection, ...wanted);
    },
    addresses,
    learn(collection, rows, properties, asOf) {
      use.note(collection);
      learning.learn(collection, rows, properties, asOf);
      if (isPublic(collection) && properties.has('link')) addresses.learnLinks(collection, rows);
    },
    learnAbsent(collection, ...lesson) {
      use.note(collection);
      learning.learnAbsent(collection, ...lesson);
    },
    learnList(collection, ...lesson) {
      use.note(collection);
      learning.learnList(collection, ...lesson);
    },
    learnUnasked: learning.learnUnasked,
    get asOf() {
      return changes.now;
    },
    document: (collection, id, wanted) => finder.document(collection, memory.document(collection, id), wanted),
    list: (collection, key, wanted) => finder.list(collection, memory.list(collection, key), wanted),
    async ids(collection) {
      const elsewhere = (await remote?.ids(collection)) ?? [];
      return [...new Set([...memory.ids(collection), ...elsewhere])];
    },
    async inUse(collections) {
      const elsewhere = collections.length > 0 ? ((await remote?.inUse(collections)) ?? []) : [];
      return new Set([...collections.filter((collection) => use.has(collection)), ...elsewhere]);
    },
  };
}

/** Whether it is what anybody is shown of a route: not another context, nor what somebody with rights has read. */
function isPublic(collection: string): boolean {
  return collection.startsWith('/') && !collection.includes(' ');
}
