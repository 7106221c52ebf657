/**
 * What every anonymous visitor may see and somebody has asked for already: documents and lists, each with its stage of life.
 * Memory answers at once; a remote cache that several gateways share, where there is one, is recalled before WordPress is
 * asked. Nothing that was asked with credentials comes here.
 */
import type { Observer } from '../observer.ts';
import type { RestDocument } from '../wordpress/documents.ts';
import type { Properties } from '../wordpress/properties.ts';
import type { AsOf } from './as-of.ts';
import type { Changes } from './changes.ts';
import { type Kind, type Lifetimes, type Stage, stageOf, wholeLife } from './freshness.ts';
import { absent, type KnownDocument, knownSince, learned } from './known-document.ts';
import { createMemoryCache, type KnownList } from './memory-cache.ts';

/** Something that is known, and may be used at its stage. */
export interface Found<T> {
  readonly value: T;
  readonly stage: Exclude<Stage, 'gone'>;
  /** When its oldest part was learned, in milliseconds since the epoch. */
  readonly at: number;
  readonly kind: Kind;
}

export interface KnownRows {
  readonly documents: readonly KnownDocument[];
  readonly total: number | undefined;
  readonly totalPages: number | undefined;
}

export type Ticket = AsOf;

export interface LearnedRow {
  readonly document: RestDocument;
  readonly bytes: number;
}

export interface LearnedList extends Omit<KnownList, 'at'> {
  readonly key: string;
  /** Now, where it is left out. */
  readonly at?: number | undefined;
}

export interface DocumentCache {
  document(collection: string, id: number, wanted: Properties): Found<KnownDocument> | undefined;
  list(collection: string, key: string, wanted: Properties): Found<KnownRows> | undefined;
  /** As `document`, of what the remote cache knows; it is in memory afterwards. */
  recallDocuments(
    collection: string,
    ids: readonly number[],
  ): Promise<{ asOf: AsOf; ticket: Ticket; find(id: number, wanted: Properties): Found<KnownDocument> | undefined }>;
  recallList(
    collection: string,
    key: string,
    wanted: Properties,
  ): Promise<{ ticket: Ticket; found: Found<KnownRows> | undefined }>;
  /** This moment, for what memory alone is asked about. */
  readonly asOf: AsOf;
  ticket(collection: string): Ticket;
  learn(collection: string, rows: readonly LearnedRow[], properties: Properties, ticket: Ticket): void;
  /** As `learn`, of what nobody has asked for yet: it may take a small part of the memory, and is not written anew each time. */
  learnUnasked(collection: string, rows: readonly LearnedRow[], properties: Properties, ticket: Ticket): void;
  learnAbsent(collection: string, ids: readonly number[], ticket: Ticket): void;
  learnList(collection: string, list: LearnedList, ticket: Ticket): void;
  /** Ids of the documents of a collection that are known, here or in the remote cache. */
  ids(collection: string): Promise<readonly number[]>;
}

/** What a remote cache has to offer. It never fails: when it is away it knows nothing. */
export interface RemoteCache {
  documents(
    collection: string,
    ids: readonly number[],
  ): Promise<{ generation: string | undefined; known: readonly (KnownDocument | undefined)[] }>;
  list(collection: string, key: string): Promise<{ generation: string | undefined; list: KnownList | undefined }>;
  /** Kept for `milliseconds`, unless the collection has changed since its generation was read. */
  keep(collection: string, generation: string, entries: readonly RemoteEntry[]): void;
  ids(collection: string): Promise<readonly number[]>;
}

export type RemoteEntry =
  | { readonly id: number; readonly known: KnownDocument; readonly milliseconds: number }
  | { readonly key: string; readonly list: KnownList; readonly milliseconds: number };

export interface DocumentCacheOptions {
  readonly maxBytes: number;
  readonly lifetimes: Lifetimes;
  kindOf(collection: string): Kind;
  readonly changes: Changes;
  readonly remote?: RemoteCache | undefined;
  readonly observer?: Observer | undefined;
}

/** The part of the memory that documents of one collection may take, as JSON, before anybody has asked for them. */
const mostUnasked = 0.05;

export function createDocumentCache({
  maxBytes,
  lifetimes,
  kindOf,
  changes,
  remote,
  observer = {},
}: DocumentCacheOptions): DocumentCache {
  const memory = createMemoryCache(maxBytes);
  changes.listen((change) => memory.drop(change));

  const found = <T>(value: T, kind: Kind, at: number): Found<T> | undefined => {
    const stage = stageOf(lifetimes[kind], at, Date.now());
    return stage === 'gone' ? undefined : { value, stage, at, kind };
  };

  const foundDocument = (collection: string, known: KnownDocument | undefined, wanted: Properties) => {
    const since = known && knownSince(known, wanted);
    if (!known || since === undefined) return undefined;
    return found(known, known.document ? kindOf(collection) : 'missing', since);
  };

  /** A list is known as far as all of its documents are, and as old as the oldest of them. */
  function foundList(
    collection: string,
    list: KnownList | undefined,
    wanted: Properties,
    recalled?: ReadonlyMap<number, KnownDocument>,
  ): Found<KnownRows> | undefined {
    if (!list) return undefined;
    const documents: KnownDocument[] = [];
    let at = list.at;
    for (const id of list.ids) {
      const known = memory.document(collection, id) ?? recalled?.get(id);
      const since = known?.document && knownSince(known, wanted);
      if (!known || typeof since !== 'number') return undefined;
      documents.push(known);
      if (since < at) at = since;
    }
    const { total, totalPages, kind } = list;
    return found({ documents, total, totalPages }, kind, at);
  }

  function learnDocuments(
    collection: string,
    lessons: readonly (readonly [number, KnownDocument])[],
    asOf: AsOf,
  ): void {
    const entries: RemoteEntry[] = [];
    for (const [id, lesson] of lessons) {
      const known = memory.learnDocument(collection, id, lesson, asOf);
      const kind = lesson.document ? kindOf(collection) : 'missing';
      if (known) entries.push({ id, known, milliseconds: wholeLife(lifetimes[kind]) });
    }
    if (entries.length > 0) observer.kept?.({ route: collection, documents: entries.length, lists: 0 });
    if (remote && asOf.remote !== undefined) remote.keep(collection, asOf.remote, entries);
  }

  return {
    document: (collection, id, wanted) => foundDocument(collection, memory.document(collection, id), wanted),
    list: (collection, key, wanted) => foundList(collection, memory.list(collection, key), wanted),
    async recallDocuments(collection, ids) {
      const before = changes.now;
      const answer = await remote?.documents(collection, ids);
      const recalled = new Map<number, KnownDocument>();
      ids.forEach((id, index) => {
        const known = answer?.known[index];
        if (known) recalled.set(id, memory.learnDocument(collection, id, known, before) ?? known);
      });
      return {
        asOf: changes.now.withRemote(answer?.generation),
        ticket: changes.now.withRemote(answer?.generation),
        find: (id, wanted) => foundDocument(collection, recalled.get(id), wanted),
      };
    },
    async recallList(collection, key, wanted) {
      const before = changes.now;
      const answer = await remote?.list(collection, key);
      const list = answer?.list;
      if (!remote || !list) return { ticket: changes.now.withRemote(answer?.generation), found: undefined };
      memory.learnList(collection, key, list, before);
      const lacking = list.ids.filter((id) => !foundDocument(collection, memory.document(collection, id), wanted));
      const { known } = lacking.length > 0 ? await remote.documents(collection, lacking) : { known: [] };
      const recalled = new Map<number, KnownDocument>();
      lacking.forEach((id, index) => {
        const document = known[index];
        if (document) recalled.set(id, memory.learnDocument(collection, id, document, before) ?? document);
      });
      return {
        ticket: changes.now.withRemote(answer.generation),
        found: foundList(collection, list, wanted, recalled),
      };
    },
    get asOf() {
      return changes.now;
    },
    ticket: () => changes.now,
    learn(collection, rows, properties, asOf) {
      const at = Date.now();
      learnDocuments(
        collection,
        rows.map(({ document, bytes }) => [document.id, learned(document, properties, at, bytes)]),
        asOf,
      );
    },
    learnUnasked(collection, rows, properties, asOf) {
      if (rows.reduce((sum, { bytes }) => sum + bytes, 0) > maxBytes * mostUnasked) return;
      const due = Date.now() - lifetimes[kindOf(collection)].fresh / 2;
      const lacking = rows.filter(({ document: { id } }) => {
        const known = memory.document(collection, id);
        return ((known && knownSince(known, properties)) ?? 0) < due;
      });
      this.learn(collection, lacking, properties, asOf);
    },
    learnAbsent(collection, ids, asOf) {
      const at = Date.now();
      learnDocuments(
        collection,
        ids.map((id) => [id, absent(at)]),
        asOf,
      );
    },
    learnList(collection, { key, at = Date.now(), ...counted }, asOf) {
      const list: KnownList = { ...counted, at };
      if (!memory.learnList(collection, key, list, asOf)) return;
      observer.kept?.({ route: collection, documents: 0, lists: 1 });
      if (!remote || asOf.remote === undefined) return;
      const milliseconds = wholeLife(lifetimes[list.kind]);
      remote.keep(collection, asOf.remote, [{ key, list, milliseconds }]);
    },
    async ids(collection) {
      const elsewhere = (await remote?.ids(collection)) ?? [];
      return [...new Set([...memory.ids(collection), ...elsewhere])];
    },
  };
}
