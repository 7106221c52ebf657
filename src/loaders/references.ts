/**
 * References to documents of one collection, by id: what is known answers at once, what is not becomes one
 * `include=` request for all that are wanted in the same tick.
 */
import DataLoader from 'dataloader';
import type { RestDocument } from '../wordpress/documents.ts';
import { isAbsence } from '../wordpress/failure.ts';
import { covers, fieldsParameter, type Properties, union } from '../wordpress/properties.ts';
import { largestPage } from '../wordpress/resources.ts';
import type { Query } from '../wordpress/rest-root.ts';
import type { MaybePromise } from './maybe-promise.ts';
import { collectionKey, isDocument, type Upstream } from './upstream.ts';

export interface References {
  /**
   * @param wanted what the caller will read
   * @param asked what to ask for when something has to be asked, at least `wanted`
   * @returns `null` when there is no such document, or none for this viewer
   */
  load(id: number, wanted: Properties, asked: Properties): MaybePromise<RestDocument | null>;
}

interface Need {
  readonly id: number;
  readonly properties: Properties;
}

interface Pending {
  readonly properties: Properties;
  readonly document: Promise<RestDocument | null>;
}

/** @param context WordPress' `context`, for properties that only those who may edit can read */
export function createReferences(upstream: Upstream, route: string, context?: 'edit'): References {
  const { store } = upstream;
  const fixed: Query = context ? { context } : {};
  const collection = collectionKey(route, fixed);
  const pending = new Map<number, Pending>();
  const loader = new DataLoader<Need, RestDocument | null>((needs) => loadMany(needs), { cache: false });

  async function loadMany(needs: readonly Need[]): Promise<(RestDocument | null | Error)[]> {
    const properties = needs.map((need) => need.properties).reduce(union);
    const ids = [...new Set(needs.map((need) => need.id))];
    const failures = new Map<number, Error>();
    await Promise.all(
      chunks(ids, largestPage).map(async (chunk) => {
        try {
          await include(chunk, withId(properties));
        } catch (error) {
          for (const id of chunk) failures.set(id, error as Error);
        }
      }),
    );
    return needs.map(({ id, properties: own }) => failures.get(id) ?? store.read(collection, id, own) ?? null);
  }

  async function include(ids: readonly number[], properties: Properties): Promise<void> {
    const found = new Set<number>();
    try {
      const query = { ...fixed, include: ids, per_page: ids.length };
      for (const { id } of (await upstream.rows(route, query, properties)).documents) found.add(id);
    } catch (error) {
      if (!isAbsence(error)) throw error;
    }
    await Promise.all(ids.filter((id) => !found.has(id)).map((id) => settleAbsent(id, properties)));
  }

  /**
   * `include` leaves out what is not published, whoever asks. A viewer with credentials may be allowed to see it all the
   * same, and only the document's own address tells.
   */
  async function settleAbsent(id: number, properties: Properties): Promise<void> {
    const document = upstream.authenticated ? await single(id, properties) : null;
    if (document) store.write(collection, document, properties);
    else store.writeMissing(collection, id);
  }

  async function single(id: number, properties: Properties): Promise<RestDocument | null> {
    try {
      const query = { ...fixed, _fields: fieldsParameter(properties) };
      const { body } = await upstream.get({ route: `${route}/${id}`, query });
      return isDocument(body) ? body : null;
    } catch (error) {
      if (isAbsence(error)) return null;
      throw error;
    }
  }

  return {
    load(id, wanted, asked) {
      const known = store.read(collection, id, wanted);
      if (known !== undefined) return known;
      const underWay = pending.get(id);
      if (underWay && covers(underWay.properties, wanted)) return underWay.document;
      const document = loader.load({ id, properties: asked });
      pending.set(id, { properties: asked, document });
      return document;
    },
  };
}

function withId(properties: Properties): Properties {
  return properties.has('id') ? properties : new Set([...properties, 'id']);
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const result: T[][] = [];
  for (let start = 0; start < items.length; start += size) result.push(items.slice(start, start + size));
  return result;
}
