/**
 * The way to WordPress for one kind of viewer, shared by all operations of that kind: anonymous ones share a cache and
 * what is under way, one with credentials shares with nobody.
 * Knows how a list of documents is kept and joined; how it is asked for stands in `fetch-page.ts`.
 */

import type { KeptKind } from '../../kept-kinds.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import type { Observer } from '../../observer.ts';
import type { AsOf } from '../../store/as-of.ts';
import type { DocumentCache, Found, KnownRows } from '../../store/document-cache.ts';
import type { RestAnswer, RestGet } from '../../wordpress/http/client.ts';
import { isPastTheEnd } from '../../wordpress/http/failure.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import type { PageLimits } from '../../wordpress/page-limits.ts';
import type { Properties } from '../../wordpress/properties.ts';
import { type Loaded, type LoadedDocument, waitForDeferred } from '../loaded.ts';
import type { Audience } from '../operation/audience.ts';
import type { DocumentList } from './document-list.ts';
import { type FetchOptions, type ListRequest, PageFetcher, sizeOf } from './fetch-page.ts';
import { Flights } from './flights.ts';
import { isFreshEnough } from './fresh-enough.ts';
import type { Narrowing } from './narrowing.ts';
import { ReadThrough } from './read-through.ts';

/** Of a list, what is kept: its documents are kept by themselves. */
type KeptList = Omit<DocumentList, 'documents'> & { readonly documents: readonly Loaded[] };

export class Source {
  readonly cache: DocumentCache | undefined;
  readonly kindOf: (collection: string) => KeptKind;
  readonly readThrough: ReadThrough;
  readonly observer: Observer;
  readonly narrowing: Narrowing;
  /** What the site lets be asked for at a time. */
  readonly limits: PageLimits;
  /** Mechanisms that are left out. */
  readonly without: FetchOptions['without'];
  readonly #fetcher: PageFetcher;
  readonly #flights = new Flights<DocumentList>(({ documents }) => waitForDeferred(documents));

  constructor(options: FetchOptions) {
    const readThrough = new ReadThrough(options.observer);
    const get: RestGet = async (request) => {
      const answer = await options.get(request);
      readThrough.noteAnswer();
      return answer;
    };
    this.#fetcher = new PageFetcher({ ...options, get });
    this.limits = this.#fetcher.limits;
    this.narrowing = this.#fetcher.narrowing;
    this.readThrough = readThrough;
    this.observer = options.observer ?? {};
    this.cache = options.cache;
    this.without = options.without;
    this.kindOf = options.kindOf;
  }

  /** By which name the documents that answer a query are known. */
  collectionOf(route: string, query: Query): string {
    return this.#fetcher.collectionOf(route, query);
  }

  /** Whether the viewer's own credentials are sent. */
  get authenticated(): boolean {
    return this.cache === undefined;
  }

  /** One page of a collection. A page past the end is empty. */
  rows(audience: Audience, request: ListRequest): MaybePromise<DocumentList> {
    const { route, query, properties } = request;
    const collection = this.collectionOf(route, query);
    const key = listKey(query);
    return this.readThrough.answer(
      audience,
      route,
      this.known(route, query, properties),
      () => `${collection} ${key} ${properties.print()}`,
      (asking) => this.#joinOrAsk(asking, request),
    );
  }

  /** What is known of a list, without asking anybody. */
  known(route: string, query: Query, properties: Properties): Found<DocumentList> | undefined {
    return asList(this.cache?.list(this.collectionOf(route, query), listKey(query), properties), query);
  }

  /** Keeps a list that was cut out of another one, whose documents are kept already. */
  keepList(route: string, query: Query, { documents, total, totalPages, given, at }: KeptList, asOf: AsOf): void {
    // Nothing would tell later that the list was longer than its documents are many.
    if (total === undefined && given !== undefined) return;
    const ids = documents.map(({ document }) => document.id);
    const kind = this.#fetcher.kindOfList(route, query, documents);
    const list = { key: listKey(query), ids, total, totalPages, kind, at };
    this.cache?.learnList(this.collectionOf(route, query), list, asOf);
  }

  #joinOrAsk(audience: Audience, request: ListRequest): Promise<DocumentList> {
    const { route, query, properties, asked } = request;
    const collection = this.collectionOf(route, query);
    const key = `${collection} ${listKey(query)}`;
    const brings = asked && properties.union(asked);
    const sought = { route, collection, key, properties, brings, asOf: this.cache?.asOf };
    return this.#flights.joinOrAsk(audience, sought, (asking) => this.#recallOrFetch(asking, request));
  }

  async #recallOrFetch(audience: Audience, request: ListRequest): Promise<DocumentList> {
    const { route, query, properties, asked } = request;
    const collection = this.collectionOf(route, query);
    const key = listKey(query);
    const recalled = await this.cache?.recallList(collection, key, properties);
    const found = asList(recalled?.found, query);
    if (found && isFreshEnough(found, audience)) {
      this.readThrough.serve(audience, found);
      return found.value;
    }
    try {
      const rows = await this.fetchList(
        audience,
        asked ? { ...request, properties: properties.union(asked) } : request,
        recalled?.asOf,
      );
      if (recalled) this.keepList(route, query, rows, recalled.asOf);
      return rows;
    } catch (error) {
      if (!isPastTheEnd(error)) throw error;
      const rows: DocumentList = { documents: [], total: undefined, totalPages: undefined };
      if (recalled) this.keepList(route, query, rows, recalled.asOf);
      audience.uses(this.#fetcher.kindOfList(route, query, rows.documents), Date.now());
      return rows;
    }
  }

  /** Asks WordPress; the documents are kept, the list is not. */
  fetchList(audience: Audience, request: ListRequest, asOf: AsOf | undefined): Promise<DocumentList> {
    return this.#fetcher.fetch(audience, request, asOf);
  }

  /** What to ask of a collection's documents to read properties of them. */
  asked(route: string, properties: Properties): Properties {
    return this.#fetcher.asked(route, properties);
  }

  /** One request, charged and told to the operations that wait for it. */
  get(audience: Audience, route: string, query: Query): Promise<RestAnswer> {
    return this.#fetcher.get(audience, route, query);
  }
}

/** A list that is longer than its page was not answered to this query: what keeps it is mistaken. */
function asList(found: Found<KnownRows> | undefined, query: Query): Found<DocumentList> | undefined {
  if (!found || found.value.documents.length > sizeOf(query)) return undefined;
  const { documents, total, totalPages } = found.value;
  // A list is known only as far as its documents are there.
  const value = { documents: documents as readonly LoadedDocument[], total, totalPages, at: found.at };
  return { ...found, value };
}

function listKey(query: Query): string {
  return JSON.stringify(query);
}
