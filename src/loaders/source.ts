/**
 * The way to WordPress for one kind of viewer, shared by all operations of that kind: anonymous ones share a cache and
 * what is under way, one with credentials shares with nobody.
 * Knows how a list of documents is read, kept and joined; each loader adds what to ask for.
 */
import { PressgraphError } from '../errors.ts';
import type { DocumentCache, Found, KnownRows, LearnedRow, Ticket } from '../store/document-cache.ts';
import type { Kind } from '../store/freshness.ts';
import { learned } from '../store/known-document.ts';
import type { RestAnswer, RestGet } from '../wordpress/client.ts';
import type { RestDocument } from '../wordpress/documents.ts';
import { isPastTheEnd } from '../wordpress/failure.ts';
import { covers, fieldsParameter, type Properties, topLevel } from '../wordpress/properties.ts';
import { largestPage, lateProperties, relationProperties } from '../wordpress/resources.ts';
import type { Query } from '../wordpress/rest-root.ts';
import { awaitRest, restSettled } from './late.ts';
import type { MaybePromise } from './maybe-promise.ts';
import type { Audience, UpstreamRequestRecord } from './operation.ts';
import { ReadThrough } from './read-through.ts';
import type { Rows } from './rows.ts';

export interface SourceOptions {
  readonly get: RestGet;
  /** Absent for a viewer with credentials. */
  readonly cache?: DocumentCache | undefined;
  kindOf(collection: string): Kind;
  /** Whether nothing is under way to WordPress: then a second request costs the first no time. */
  isIdle(): boolean;
}

/** A list under way, for others who want the same. */
interface Flight {
  readonly properties: Properties;
  readonly demandsFresh: boolean;
  readonly requests: UpstreamRequestRecord[];
  readonly rows: Promise<Rows>;
}

export class Source {
  readonly cache: DocumentCache | undefined;
  readonly kindOf: (collection: string) => Kind;
  readonly readThrough = new ReadThrough();
  readonly #options: SourceOptions;
  readonly #flights = new Map<string, Flight>();

  constructor(options: SourceOptions) {
    this.#options = options;
    this.cache = options.cache;
    this.kindOf = options.kindOf;
  }

  /** Whether the viewer's own credentials are sent. */
  get authenticated(): boolean {
    return this.cache === undefined;
  }

  /** One page of a collection. A page past the end is empty. */
  rows(audience: Audience, route: string, query: Query, properties: Properties): MaybePromise<Rows> {
    const collection = collectionKey(route, query);
    const key = listKey(query);
    return this.readThrough.answer(
      audience,
      this.known(route, query, properties),
      () => `${collection} ${key} ${fieldsParameter(properties)}`,
      (who) => this.#joined(who, route, query, properties),
    );
  }

  /** What is known of a list, without asking anybody. */
  known(route: string, query: Query, properties: Properties): Found<Rows> | undefined {
    return asRows(this.cache?.list(collectionKey(route, query), listKey(query), properties));
  }

  /** Keeps a list that was cut out of another one, whose documents are kept already. */
  keepRows(route: string, query: Query, { documents, total, totalPages }: Rows, ticket: Ticket): void {
    const ids = documents.map(({ id }) => id);
    const kind = this.#kindOfRows(route, query, documents);
    this.cache?.learnList(collectionKey(route, query), { key: listKey(query), ids, total, totalPages, kind }, ticket);
  }

  /** Joins an equal request that is under way since the last change, or makes one. */
  #joined(audience: Audience, route: string, query: Query, properties: Properties): Promise<Rows> {
    const collection = collectionKey(route, query);
    const key = `${collection} ${this.cache?.ticket(collection).memory ?? 0} ${listKey(query)}`;
    const flight = this.#flights.get(key);
    if (flight && covers(flight.properties, properties) && (flight.demandsFresh || !audience.demandsFresh)) {
      return this.#boarded(audience, route, query, flight);
    }
    const requests: UpstreamRequestRecord[] = [];
    const recording: Audience = {
      demandsFresh: audience.demandsFresh,
      charge: (charged) => audience.charge(charged),
      hasToSpare: () => audience.hasToSpare(),
      hit: (found) => audience.hit(found),
      uses: (kind, at) => audience.uses(kind, at),
      made(request) {
        requests.push(request);
        audience.made(request);
      },
    };
    const rows = this.#recalledOrFetched(recording, route, query, properties);
    this.#flights.set(key, { properties, demandsFresh: audience.demandsFresh, requests, rows });
    const land = () => {
      if (this.#flights.get(key)?.rows === rows) this.#flights.delete(key);
    };
    rows.then(({ documents }) => restSettled(documents)).then(land, land);
    return rows;
  }

  async #boarded(audience: Audience, route: string, query: Query, { rows, requests }: Flight): Promise<Rows> {
    audience.charge(route);
    const answer = await rows;
    for (const request of requests) audience.made({ ...request, shared: true });
    audience.uses(this.#kindOfRows(route, query, answer.documents), Date.now());
    return answer;
  }

  async #recalledOrFetched(audience: Audience, route: string, query: Query, properties: Properties): Promise<Rows> {
    const collection = collectionKey(route, query);
    const key = listKey(query);
    const recalled = await this.cache?.recallList(collection, key, properties);
    const found = asRows(recalled?.found);
    if (found?.stage === 'fresh' || (found?.stage === 'stale' && !audience.demandsFresh)) {
      audience.hit(found);
      return found.value;
    }
    try {
      const rows = await this.fetchRows(audience, route, query, properties, recalled?.ticket);
      if (recalled) this.keepRows(route, query, rows, recalled.ticket);
      return rows;
    } catch (error) {
      if (!isPastTheEnd(error)) throw error;
      const rows: Rows = { documents: [], known: [], total: undefined, totalPages: undefined };
      if (recalled) this.keepRows(route, query, rows, recalled.ticket);
      audience.uses(this.#kindOfRows(route, query, rows.documents), Date.now());
      return rows;
    }
  }

  /** A list of nothing is a list like any other, unless it was asked for to find a document by its name. */
  #kindOfRows(route: string, query: Query, documents: Rows['documents']): Kind {
    return documents.length === 0 && query.slug !== undefined ? 'missing' : this.kindOf(route);
  }

  /** Asks WordPress; the documents are kept, the list is not. */
  async fetchRows(
    audience: Audience,
    route: string,
    query: Query,
    properties: Properties,
    ticket: Ticket | undefined,
  ): Promise<Rows> {
    const collection = collectionKey(route, query);
    const late = audience.hasToSpare() ? this.#lateOf(route, properties) : nothing;
    const isEarly = (property: string) => property === 'id' || !late.has(property);
    const early = late.size === 0 ? properties : new Set([...properties].filter(isEarly));
    const ask = (asked: Properties) =>
      this.get(audience, route, { ...query, _fields: fieldsParameter(asked) }).then((answer) => {
        const rows = rowsOf(route, answer);
        if (ticket) this.cache?.learn(collection, rows, asked, ticket);
        return { ...answer, rows };
      });

    const listed = ask(early);
    const rest = late.size === 0 ? undefined : ask(late);
    // Where the list fails, nobody waits for the rest.
    rest?.catch(() => undefined);
    const { rows, total, totalPages } = await listed;
    const documents = rows.map(({ document }) => document);
    if (rest) awaitRest(documents, this.#whole(audience, route, query, documents, late, rest, ticket));
    const at = Date.now();
    audience.uses(this.#kindOfRows(route, query, documents), at);
    return { documents, known: documents.map((document) => learned(document, properties, at)), total, totalPages };
  }

  /** What is worth asking for beside the list: only where the rest leads on to other documents, and costs nobody time. */
  #lateOf(route: string, properties: Properties): Properties {
    if (this.kindOf(route) !== 'content' || !this.#options.isIdle()) return nothing;
    const late = [...properties].filter(
      (property) => lateProperties.has(topLevel(property)) && property !== 'content.protected',
    );
    if (late.length === 0 || ![...properties].some((property) => relationProperties.has(property))) return nothing;
    return new Set(['id', ...late]);
  }

  /** The documents with what came late. One that left the list between the two answers is asked for by its id. */
  async #whole(
    audience: Audience,
    route: string,
    query: Query,
    documents: readonly RestDocument[],
    late: Properties,
    rest: Promise<{ readonly rows: readonly LearnedRow[] }>,
    ticket: Ticket | undefined,
  ): Promise<ReadonlyMap<number, RestDocument>> {
    const parts = new Map((await rest).rows.map(({ document }) => [document.id, document]));
    const lacking = documents.filter(({ id }) => !parts.has(id)).map(({ id }) => id);
    if (lacking.length > 0) {
      const { context } = query;
      const include = { ...(context !== undefined && { context }), include: lacking.slice(0, largestPage) };
      const answer = await this.get(audience, route, {
        ...include,
        per_page: include.include.length,
        _fields: fieldsParameter(late),
      });
      const rows = rowsOf(route, answer);
      if (ticket) this.cache?.learn(collectionKey(route, query), rows, late, ticket);
      for (const { document } of rows) parts.set(document.id, document);
    }
    return new Map(documents.map((document) => [document.id, { ...document, ...parts.get(document.id) }]));
  }

  /** One request, charged and told to those who wait for it. */
  async get(audience: Audience, route: string, query: Query): Promise<RestAnswer> {
    audience.charge(route);
    const start = performance.now();
    const answer = await this.#options.get({ route, query });
    const { bytes } = answer;
    audience.made({ route, milliseconds: performance.now() - start, bytes, shared: false });
    return answer;
  }
}

const nothing: Properties = new Set();

function asRows(found: Found<KnownRows> | undefined): Found<Rows> | undefined {
  if (!found) return undefined;
  const { documents: known, total, totalPages } = found.value;
  // A list is known only as far as its documents are there.
  const documents = known.map(({ document }) => document as RestDocument);
  return { ...found, value: { documents, known, total, totalPages } };
}

/** The same document has other properties in another context, so the two are told apart. */
export function collectionKey(route: string, query: Query): string {
  return query.context === undefined ? route : `${route} ${query.context}`;
}

function listKey(query: Query): string {
  return JSON.stringify(query);
}

function rowsOf(route: string, { body, bytes }: RestAnswer): LearnedRow[] {
  if (!Array.isArray(body)) {
    const message = `WordPress answered ${route} with something that is not a list.`;
    throw new PressgraphError('UPSTREAM_BAD_RESPONSE', message, { route });
  }
  const documents = body.filter(isDocument);
  const each = Math.ceil(bytes / Math.max(1, body.length));
  return documents.map((document) => ({ document, bytes: each }));
}

/** A row may be an empty list (nothing selected), or an error that a plugin put in its place. */
export function isDocument(value: unknown): value is RestDocument {
  return typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'number';
}
