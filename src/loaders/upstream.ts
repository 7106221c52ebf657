/**
 * What the loaders of one operation share: the way to WordPress for this viewer, and the documents known so far.
 * Knows how a list of documents is read and remembered; each loader adds what to ask for.
 */
import { PressgraphError } from '../errors.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { RestGet } from '../wordpress/client.ts';
import type { RestDocument } from '../wordpress/documents.ts';
import { isPastTheEnd } from '../wordpress/failure.ts';
import { fieldsParameter, type Properties } from '../wordpress/properties.ts';
import type { Query } from '../wordpress/rest-root.ts';

/** Rows of a collection, in the order in which WordPress gave them. */
export interface Rows {
  readonly documents: readonly RestDocument[];
  /** Rows that match the query, whatever the page; `undefined` where WordPress does not say. */
  readonly total: number | undefined;
  readonly totalPages: number | undefined;
}

export interface Upstream {
  readonly get: RestGet;
  readonly store: DocumentStore;
  /** Whether the viewer's own credentials are sent. */
  readonly authenticated: boolean;
  /** Reads one page of a collection. Equal requests of the operation are made once. A page past the end is empty. */
  rows(route: string, query: Query, properties: Properties): Promise<Rows>;
}

export function createUpstream(get: RestGet, store: DocumentStore, authenticated: boolean): Upstream {
  const asked = new Map<string, Promise<Rows>>();
  return {
    get,
    store,
    authenticated,
    rows(route, query, properties) {
      const key = JSON.stringify([route, query, [...properties].sort()]);
      const known = asked.get(key);
      if (known) return known;
      const rows = readRows(get, store, route, query, properties);
      asked.set(key, rows);
      return rows;
    },
  };
}

async function readRows(
  get: RestGet,
  store: DocumentStore,
  route: string,
  query: Query,
  properties: Properties,
): Promise<Rows> {
  try {
    const { body, total, totalPages } = await get({ route, query: { ...query, _fields: fieldsParameter(properties) } });
    const documents = documentsOf(route, body);
    for (const document of documents) store.write(collectionKey(route, query), document, properties);
    return { documents, total, totalPages };
  } catch (error) {
    if (isPastTheEnd(error)) return { documents: [], total: undefined, totalPages: undefined };
    throw error;
  }
}

/** The same document has other properties in another context, so the two are told apart. */
export function collectionKey(route: string, query: Query): string {
  return query.context === undefined ? route : `${route} ${query.context}`;
}

function documentsOf(route: string, body: unknown): RestDocument[] {
  if (!Array.isArray(body)) {
    throw new PressgraphError(
      'UPSTREAM_BAD_RESPONSE',
      `WordPress answered ${route} with something that is not a list.`,
      {
        route,
      },
    );
  }
  return body.filter(isDocument);
}

/** A row may be an empty list (nothing selected), or an error that a plugin put in its place. */
export function isDocument(value: unknown): value is RestDocument {
  return typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'number';
}
