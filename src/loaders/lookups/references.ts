/**
 * References to documents of one collection, by id: what is known answers at once, what is not becomes one
 * `include=` request for all that are wanted in the same tick, whoever wants them.
 */
import { allOf, andThen, type MaybePromise } from '../../maybe-promise.ts';
import { SingleFlight } from '../../single-flight.ts';
import type { AsOf } from '../../store/as-of.ts';
import { absent, learned } from '../../store/known-document.ts';
import { type RestDocument, readDocument } from '../../wordpress/documents.ts';
import { isAbsence } from '../../wordpress/http/failure.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import type { Waiter } from '../../wordpress/http/turns.ts';
import { Properties } from '../../wordpress/properties.ts';
import { largestPage } from '../../wordpress/resources.ts';
import { deferredSettled, type LoadedDocument, type LookedUp, loadedOrNull } from '../loaded.ts';
import { type Audience, Joint } from '../operation/audience.ts';
import type { Operation } from '../operation/operation.ts';
import { collectionKey } from '../source/fetch-page.ts';
import { isFreshEnough } from '../source/fresh-enough.ts';
import { isCurrent, isOwn, type Source } from '../source/source.ts';
import { createBatches } from './batches.ts';

export interface References {
  /**
   * @param wanted what the caller will read
   * @param asked what to ask for when something has to be asked, at least `wanted`
   * @returns `null` when there is no such document, or none for this viewer
   */
  load(operation: Operation, id: number, wanted: Properties, asked: Properties): MaybePromise<LoadedDocument | null>;
}

interface Need {
  readonly operation: Operation;
  readonly id: number;
  readonly properties: Properties;
  /** Who waits for it: its own set and, once it is asked for, that of its batch. */
  readonly waiters: Set<Waiter>[];
}

/** A document under way, for others who want it. */
interface Pending {
  readonly properties: Properties;
  /** Absent where nothing is kept. */
  readonly asOf: AsOf | undefined;
  readonly demandsFresh: boolean;
  readonly waiters: Need['waiters'];
  readonly document: Promise<LookedUp>;
}

/** @param context WordPress' `context`, for properties that only those who may edit can read */
export function createReferences(source: Source, route: string, context?: 'edit'): References {
  const { cache, kindOf } = source;
  const fixed: Query = context ? { context } : {};
  const collection = collectionKey(route, fixed);
  const pending = new SingleFlight<number, Pending>();
  const batches = createBatches<Need, LookedUp>(loadMany);

  async function loadMany(needs: readonly Need[]): Promise<(LookedUp | Error)[]> {
    const recalled = await cache?.recallDocuments(collection, unique(needs));
    const answers = new Map<Need, LookedUp | Error>();
    const open = needs.filter((need) => {
      const found = recalled?.find(need.id, need.properties);
      if (!found || !isFreshEnough(found, need.operation)) return true;
      source.readThrough.serve(need.operation, found);
      answers.set(need, found.value);
      return false;
    });
    await allOf(chunks(unique(open), largestPage), async (ids) => {
      const concerned = open.filter(({ id }) => ids.includes(id));
      const audience = new Joint(concerned.map(({ operation }) => operation));
      for (const { waiters } of concerned) {
        for (const waiter of waiters.flatMap((some) => [...some])) audience.waiters.add(waiter);
        waiters.push(audience.waiters);
      }
      const properties = Properties.unionOf(concerned.map((need) => need.properties)).with('id');
      const found = await include(audience, ids, properties, recalled?.asOf).catch((error: Error) => error);
      for (const need of concerned) {
        const failure = audience.failureOf(need.operation);
        answers.set(need, failure ?? (found instanceof Error ? found : (found.get(need.id) ?? absent(Date.now()))));
      }
    });
    return needs.map((need) => answers.get(need) ?? absent(Date.now()));
  }

  async function include(
    audience: Audience,
    ids: readonly number[],
    properties: Properties,
    asOf: AsOf | undefined,
  ): Promise<Map<number, LookedUp>> {
    const found = new Map<number, LookedUp>();
    try {
      const query = { ...fixed, include: ids, per_page: ids.length };
      const rows = await source.fetchList(audience, { route, query, properties }, asOf);
      for (const loaded of rows.documents) found.set(loaded.document.id, loaded);
    } catch (error) {
      if (!isAbsence(error)) throw error;
    }
    const lacking = ids.filter((id) => !found.has(id));
    if (source.authenticated) {
      await allOf(lacking, async (id) => {
        const document = await single(audience, id, properties);
        if (document) found.set(id, learned(document, properties, Date.now()));
      });
    } else if (asOf) {
      cache?.learnAbsent(collection, lacking, asOf);
    }
    return found;
  }

  /**
   * `include` leaves out what is not published, whoever asks. A viewer with credentials may be allowed to see it all the
   * same, and only the document's own address tells.
   */
  async function single(audience: Audience, id: number, properties: Properties): Promise<RestDocument | null> {
    try {
      const query = { ...fixed, _fields: properties.print() };
      const { body } = await source.get(audience, `${route}/${id}`, query);
      return readDocument(body);
    } catch (error) {
      if (isAbsence(error)) return null;
      throw error;
    }
  }

  function joinedOrAsked(operation: Operation, id: number, properties: Properties): Promise<LookedUp> {
    const underWay = pending.find(id);
    const isSame =
      underWay && isCurrent(underWay.asOf, collection) && (underWay.demandsFresh || !operation.demandsFresh);
    if (isSame && underWay.properties.covers(properties)) {
      operation.uses(kindOf(collection), Date.now());
      for (const waiters of underWay.waiters) waiters.add(operation);
      return underWay.document.catch((error: unknown) => {
        if (isOwn(error)) return joinedOrAsked(operation, id, properties);
        throw error;
      });
    }
    const waiters = [new Set<Waiter>([operation])];
    const document = batches.load({ operation, id, properties, waiters });
    const flight = { properties, asOf: cache?.asOf, demandsFresh: operation.demandsFresh, waiters, document };
    pending.begin(
      id,
      flight,
      document.then((lookedUp) => deferredSettled([lookedUp])),
    );
    return document;
  }

  return {
    load(operation, id, wanted, asked) {
      const own = operation.memory.document(collection, id, wanted);
      if (own) return loadedOrNull(own);
      const known = source.readThrough.answer<LookedUp, Operation>(
        operation,
        cache?.document(collection, id, wanted),
        () => `${collection}/${id}`,
        (who) => joinedOrAsked(who as Operation, id, asked),
      );
      return andThen(known, (lesson) => {
        operation.learn(collection, id, lesson);
        // Of those who shared the request, only who wanted this one has an answer that lives as briefly.
        if (!lesson.document) operation.uses('missing', lesson.at);
        return loadedOrNull(lesson);
      });
    },
  };
}

function unique(needs: readonly Need[]): number[] {
  return [...new Set(needs.map(({ id }) => id))];
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const result: T[][] = [];
  for (let start = 0; start < items.length; start += size) result.push(items.slice(start, start + size));
  return result;
}
