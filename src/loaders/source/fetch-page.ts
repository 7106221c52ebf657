/**
 * How WordPress is asked for a page of a collection: by one request, or with costly properties in a parallel one.
 * Knows what each way costs; not that others may ask for the same, and keeps nothing but the documents.
 */
import type { KeptKind } from '../../kept-kinds.ts';
import type { Mechanism } from '../../mechanisms.ts';
import type { Observer } from '../../observer.ts';
import type { AsOf } from '../../store/as-of.ts';
import type { DocumentCache } from '../../store/document-cache.ts';
import { learned } from '../../store/known-document.ts';
import { type DocumentRow, type RestDocument, readRows } from '../../wordpress/documents.ts';
import { familiesByKind } from '../../wordpress/families.ts';
import type { RestAnswer, RestGet } from '../../wordpress/http/client.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { askForPage } from '../../wordpress/joined-pages.ts';
import { PageLimits } from '../../wordpress/page-limits.ts';
import { Properties } from '../../wordpress/properties.ts';
import { deferrableOf, leadOn, undeferred } from '../../wordpress/property-costs.ts';
import { largestPage } from '../../wordpress/resources.ts';
import { searchCollection, searchRoute } from '../../wordpress/search.ts';
import { readList } from '../../wordpress/values.ts';
import { wholePages } from '../../wordpress/whole-pages.ts';
import type { LoadedDocument } from '../loaded.ts';
import type { Audience } from '../operation/audience.ts';
import { charged } from './charged.ts';
import type { DocumentList } from './document-list.ts';
import { type Embeddable, Embedding, type Embeds } from './embedding.ts';
import { isFailed, Narrowing } from './narrowing.ts';

export interface FetchOptions {
  readonly get: RestGet;
  /** What the site lets be asked for at a time; what core does, when left out. */
  readonly limits?: PageLimits | undefined;
  /** Absent for a viewer with credentials. */
  readonly cache?: DocumentCache | undefined;
  /** For the service account: what it reads is known by names of its own. */
  readonly nameOf?: ((route: string) => string) | undefined;
  kindOf(collection: string): KeptKind;
  /** Names under which the documents of a collection have their terms. */
  sortersOf?(route: string): readonly string[];
  /** Whether nothing is under way to WordPress: then a second request costs the first no time. */
  isIdle(): boolean;
  readonly without?: ReadonlySet<Mechanism>;
  readonly observer?: Observer | undefined;
}

/** A page of a collection, and what of it is wanted. */
export interface ListRequest {
  readonly route: string;
  readonly query: Query;
  readonly properties: Properties;
  /** What to ask for beyond that where something has to be asked. */
  readonly asked?: Properties | undefined;
  /** Where its documents lead, if these are few. */
  readonly embeds?: Embeds | undefined;
}

/** One answer of WordPress. */
interface AnsweredPage extends Pick<DocumentList, 'total' | 'totalPages' | 'given' | 'neighbours'> {
  readonly rows: readonly DocumentRow[];
}

/** Fetches pages of collections: in one request, with deferred properties in a parallel one, or with neighbours in it. */
export class PageFetcher {
  readonly limits: PageLimits;
  readonly narrowing = new Narrowing();
  readonly #options: FetchOptions;
  readonly #embedding: Embedding | undefined;

  constructor(options: FetchOptions) {
    this.#options = options;
    this.limits = options.limits ?? new PageLimits();
    const { cache, kindOf, without } = options;
    if (cache && !without?.has('embedding')) this.#embedding = new Embedding(cache, kindOf);
  }

  /** By which name the documents that answer a query are known. */
  collectionOf(route: string, query: Query): string {
    return this.#options.nameOf?.(route) ?? collectionKey(route, query);
  }

  /** A list of nothing is a list like any other, unless it was asked for to find a document by its name. */
  kindOfList(route: string, query: Query, documents: readonly unknown[]): KeptKind {
    return documents.length === 0 && query.slug !== undefined ? 'missing' : this.#options.kindOf(route);
  }

  /** What to ask of a collection's documents to read properties of them. */
  asked(route: string, properties: Properties): Properties {
    return properties.with(...(familiesByKind.get(this.#options.kindOf(route))?.identifying ?? []));
  }

  /** Asks WordPress; the documents are kept, the list is not. */
  async fetch(audience: Audience, request: ListRequest, asOf: AsOf | undefined): Promise<DocumentList> {
    const { route, query, properties } = request;
    const embeds = this.#embedding && request.embeds?.();
    const embedded = embeds && (await this.#askEmbedding(audience, request, embeds, asOf));
    const mayDefer = !embedded && audience.hasToSpare();
    const deferred = mayDefer ? this.#deferredOf(route, properties) : Properties.none;
    const atOnce = deferred.isEmpty ? properties : undeferred(properties, deferred);
    const listed = embedded ?? this.#ask(audience, { ...request, properties: atOnce }, asOf);
    const deferredRequest = { ...request, properties: deferred };
    const began = performance.now();
    const arriving = deferred.isEmpty ? undefined : this.#ask(audience, deferredRequest, asOf);
    // Where the list fails, nobody waits for them.
    arriving?.catch(() => undefined);
    const { rows, total, totalPages, given, neighbours } = await listed;
    if (embeds && !embedded) this.#embedding?.observe(rows, embeds);
    const wholes = arriving && this.#complete(audience, deferredRequest, rows, { arriving, began }, asOf);
    wholes?.catch(() => undefined);
    const at = Date.now();
    audience.uses(this.kindOfList(route, query, rows), at);
    const documents = rows.map(({ document }): LoadedDocument => {
      const known = learned(document, properties, at) as LoadedDocument;
      return wholes ? { ...known, whole: wholeOf(document, wholes) } : known;
    });
    return { documents, total, totalPages, ...(given !== undefined && { given }), ...(neighbours && { neighbours }) };
  }

  async #ask(
    audience: Audience,
    { route, query, properties }: ListRequest,
    asOf: AsOf | undefined,
  ): Promise<AnsweredPage> {
    const asked = this.asked(route, properties);
    const answered = await this.#askFor(audience, route, { ...query, _fields: asked.print() });
    if (asOf) this.#options.cache?.learn(this.collectionOf(route, query), answered.rows, asked, asOf);
    return answered;
  }

  /** As `#ask`, with the neighbours. Nobody waits for a refresh, and who has no request to spare cannot ask again without. */
  async #askEmbedding(
    audience: Audience,
    request: ListRequest,
    embeds: readonly Embeddable[],
    asOf: AsOf | undefined,
  ): Promise<AnsweredPage | undefined> {
    const { route, query } = request;
    if (audience.demandsFresh || !audience.hasToSpare()) return undefined;
    const properties = this.asked(route, request.properties);
    const ask = (asked: Query) => this.#askFor(audience, route, asked);
    const answered = await this.#embedding?.ask({ ...request, properties }, embeds, ask);
    if (answered && asOf) this.#options.cache?.learn(this.collectionOf(route, query), answered.rows, properties, asOf);
    return answered;
  }

  async #askFor(audience: Audience, route: string, query: Query): Promise<AnsweredPage> {
    const get = wholePages((request) => this.get(audience, request.route, request.query ?? {}), this.limits);
    const answer = await askForPage(get, this.limits, { route, query });
    const rows = readRows(route, answer.body, answer.bytes, sizeOf(query));
    const { total, totalPages, body } = answer;
    const given = readList(body)?.length ?? 0;
    return { rows, total, totalPages, ...(given > rows.length && { given }) };
  }

  /** What to ask for in a parallel request: only where the other properties lead to other documents, and it costs nobody time. */
  #deferredOf(route: string, properties: Properties): Properties {
    const { without, kindOf, isIdle, sortersOf } = this.#options;
    if (without?.has('deferred')) return Properties.none;
    if (kindOf(route) !== 'content' || !isIdle()) return Properties.none;
    const deferred = deferrableOf(properties);
    const leads = leadOn(properties, sortersOf?.(route) ?? []);
    return deferred.isEmpty || !leads ? Properties.none : deferred.with('id');
  }

  /**
   * The documents with their deferred properties. One that left the list between the two answers is asked for by its id, and so
   * are all of them where WordPress fails at the list of these: of one alone, it is that one's failure.
   */
  async #complete(
    audience: Audience,
    { route, query, properties }: ListRequest,
    rows: readonly DocumentRow[],
    { arriving, began }: { readonly arriving: Promise<AnsweredPage>; readonly began: number },
    asOf: AsOf | undefined,
  ): Promise<ReadonlyMap<number, RestDocument | Error>> {
    const { context, status } = query;
    const chosen = { ...(context !== undefined && { context }), ...(status !== undefined && { status }) };
    const askFor = async (include: readonly number[]) => {
      const some = { route, query: { ...chosen, include, per_page: include.length }, properties };
      return (await this.#ask(audience, some, asOf)).rows;
    };
    const ids = rows.map(({ document }) => document.id);
    const listed = await arriving.catch((error: Error) => error);
    const came = listed instanceof Error ? [] : listed.rows;
    const deferred = new Map<number, RestDocument | Error>(came.map(({ document }) => [document.id, document]));
    const whole = { items: ids.filter((id) => !deferred.has(id)), answer: listed };
    const took = performance.now() - began;
    const parts = isFailed(whole)
      ? await this.narrowing.divide(audience, route, { whole, took }, askFor)
      : await this.narrowing.ask(audience, route, whole.items, askFor);
    for (const { items, answer } of parts) {
      if (answer instanceof Error) for (const id of items) deferred.set(id, answer);
      else for (const { document } of answer) deferred.set(document.id, document);
    }
    return new Map(
      rows.map(({ document }) => {
        const part = deferred.get(document.id);
        return [document.id, part && !(part instanceof Error) ? properties.update(document, part) : (part ?? document)];
      }),
    );
  }

  /** One request, charged and told to the operations that wait for it. */
  async get(audience: Audience, route: string, query: Query): Promise<RestAnswer> {
    return charged(audience, route, () => this.#options.get({ route, query, waiters: audience.waiters }));
  }
}

/** The same document has other properties in another context, so the two are told apart. */
function collectionKey(route: string, query: Query): string {
  if (route === searchRoute) return searchCollection(query);
  return query.context === undefined ? route : `${route} ${query.context}`;
}

/** The most rows that answer a query. */
export function sizeOf({ per_page }: Query): number {
  return typeof per_page === 'number' ? per_page : largestPage;
}

/** It may be that nobody waits for it, so its failure counts as handled. */
function wholeOf(
  document: RestDocument,
  wholes: Promise<ReadonlyMap<number, RestDocument | Error>>,
): Promise<RestDocument> {
  const whole = wholes.then((found) => {
    const own = found.get(document.id) ?? document;
    if (own instanceof Error) throw own;
    return own;
  });
  whole.catch(() => undefined);
  return whole;
}
