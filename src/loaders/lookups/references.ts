/**
 * References to documents of one collection, by id: what is known answers at once, what is not becomes one
 * `include=` request for all that operations want in the same tick.
 */
import { PressgraphError } from '../../errors.ts';
import { allOf, andThen, type MaybePromise } from '../../maybe-promise.ts';
import { SingleFlight } from '../../single-flight.ts';
import type { AsOf } from '../../store/as-of.ts';
import { absent, learned } from '../../store/known-document.ts';
import { readDocument } from '../../wordpress/documents.ts';
import { familiesByKind } from '../../wordpress/families.ts';
import { isAbsence, isMissingRoute } from '../../wordpress/http/failure.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import type { Waiter } from '../../wordpress/http/turns.ts';
import { Properties } from '../../wordpress/properties.ts';
import { type LoadedDocument, type LookedUp, loadedOrNull, waitForDeferred } from '../loaded.ts';
import { type Audience, Joint } from '../operation/audience.ts';
import type { Operation } from '../operation/operation.ts';
import type { Embeds } from '../source/embedding.ts';
import { isCurrent, isOwn } from '../source/flights.ts';
import { isFreshEnough } from '../source/fresh-enough.ts';
import type { Source } from '../source/source.ts';
import { type Batches, createBatches } from './batches.ts';

interface ReferenceNeed {
  readonly operation: Operation;
  readonly id: number;
  readonly properties: Properties;
  readonly embeds: Embeds | undefined;
  /** The operations that wait for it: its own set and, once it is asked for, that of its batch. */
  readonly waiters: Set<Waiter>[];
}

/** What is asked of documents, and how. */
interface Reading {
  readonly properties: Properties;
  readonly asOf: AsOf | undefined;
  readonly embeds: Embeds | undefined;
}

/** A document under way, for others that want it. */
interface Pending {
  readonly properties: Properties;
  /** Absent where nothing is kept. */
  readonly asOf: AsOf | undefined;
  readonly demandsFresh: boolean;
  readonly waiters: ReferenceNeed['waiters'];
  readonly document: Promise<LookedUp>;
}

export interface ReferencesOptions {
  /** What chooses besides the ids; `context`, for properties that it takes the right to edit to read. */
  readonly query?: Query;
  /** Whether each document has an address of its own; else a refusal does not say that they are not there. */
  readonly hasItems?: boolean;
}

export class References {
  readonly #source: Source;
  readonly #route: string;
  readonly #query: Query;
  readonly #hasItems: boolean;
  readonly #collection: string;
  readonly #isListedInPart: boolean;
  readonly #pending = new SingleFlight<number, Pending>();
  readonly #batches: Batches<ReferenceNeed, LookedUp>;

  constructor(source: Source, route: string, { query = {}, hasItems = true }: ReferencesOptions = {}) {
    this.#source = source;
    this.#route = route;
    this.#query = query;
    this.#hasItems = hasItems;
    this.#collection = source.collectionOf(route, query);
    this.#isListedInPart = familiesByKind.get(source.kindOf(route))?.isListedInPart ?? false;
    this.#batches = createBatches((needs) => this.#loadMany(needs));
  }

  /**
   * @param wanted what the caller will read
   * @param asked what to ask for when something has to be asked, at least `wanted`
   * @param embeds where it is going to lead, if that may come along
   * @returns `null` when there is no such document, or none for this viewer
   */
  load(
    operation: Operation,
    id: number,
    wanted: Properties,
    asked: Properties,
    embeds?: Embeds,
  ): MaybePromise<LoadedDocument | null> {
    const own = operation.memory.document(this.#collection, id, wanted);
    if (own) return loadedOrNull(own);
    const known = this.#source.readThrough.answer<LookedUp, Operation>(
      operation,
      this.#route,
      this.#source.cache?.document(this.#collection, id, wanted),
      () => `${this.#collection}/${id} ${asked.print()}`,
      (asking) => this.#joinOrAsk(asking, id, asked, embeds),
    );
    return andThen(known, (lookedUp) => {
      operation.learn(this.#collection, id, lookedUp);
      // Only the operation that asked for the missing id gets the short `missing` lifetime.
      if (!lookedUp.document) operation.uses('missing', lookedUp.at);
      return loadedOrNull(lookedUp);
    });
  }

  /** Joins an equal look-up that is under way since the last change, or begins one. */
  #joinOrAsk(operation: Operation, id: number, properties: Properties, embeds?: Embeds): Promise<LookedUp> {
    const underWay = this.#pending.find(id);
    const isSame =
      underWay && isCurrent(underWay.asOf, this.#collection) && (underWay.demandsFresh || !operation.demandsFresh);
    if (isSame && underWay.properties.covers(properties)) {
      for (const waiters of underWay.waiters) waiters.add(operation);
      return this.#join(underWay, operation, id, properties);
    }
    const { demandsFresh } = operation;
    const asOf = this.#source.cache?.asOf;
    const waiters = [new Set<Waiter>([operation])];
    const document = this.#batches.load({ operation, id, properties, embeds, waiters });
    const until = document.then((lookedUp) => waitForDeferred([lookedUp]));
    this.#pending.begin(id, { properties, asOf, demandsFresh, waiters, document }, until);
    return document;
  }

  async #join(underWay: Pending, operation: Operation, id: number, properties: Properties): Promise<LookedUp> {
    try {
      const lookedUp = await underWay.document;
      // It may have been recalled, or have arrived some time ago.
      operation.uses(this.#source.kindOf(this.#collection), lookedUp.at);
      return lookedUp;
    } catch (error) {
      if (isOwn(error)) return this.#joinOrAsk(operation, id, properties);
      throw error;
    }
  }

  async #loadMany(needs: readonly ReferenceNeed[]): Promise<(LookedUp | Error)[]> {
    const recalled = await this.#source.cache?.recallDocuments(this.#collection, idsOf(needs));
    const answers = new Map<ReferenceNeed, LookedUp | Error>();
    const open = needs.filter((need) => {
      const found = recalled?.find(need.id, need.properties);
      if (!found || !isFreshEnough(found, need.operation)) return true;
      this.#source.readThrough.serve(need.operation, found);
      answers.set(need, found.value);
      return false;
    });
    await allOf(chunks(idsOf(open), this.#source.limits.largestPage(this.#route)), async (ids) => {
      const concerned = open.filter(({ id }) => ids.includes(id));
      for (const [need, answer] of await this.#ask(ids, concerned, recalled?.asOf)) answers.set(need, answer);
    });
    return needs.map((need) => answers.get(need) ?? absent(Date.now()));
  }

  /** One request for all that want some of these. */
  async #ask(
    ids: readonly number[],
    needs: readonly ReferenceNeed[],
    asOf: AsOf | undefined,
  ): Promise<Map<ReferenceNeed, LookedUp | Error>> {
    const audience = new Joint(needs.map(({ operation }) => operation));
    for (const { waiters } of needs) {
      for (const waiter of waiters.flatMap((some) => [...some])) audience.waiters.add(waiter);
      waiters.push(audience.waiters);
    }
    const properties = Properties.unionOf(needs.map((need) => need.properties)).with('id');
    const embeds = ids.length === 1 ? needs.find((need) => need.embeds)?.embeds : undefined;
    const parts = await this.#source.narrowing.ask(audience, this.#route, ids, (some) =>
      this.#include(audience, some, { properties, asOf, embeds }),
    );
    const found = new Map<number, LookedUp | Error>();
    for (const { items, answer } of parts)
      for (const id of items) found.set(id, answer instanceof Error ? answer : (answer.get(id) ?? absent(Date.now())));
    return new Map(
      needs.map((need) => [need, audience.failureOf(need.operation) ?? found.get(need.id) ?? absent(Date.now())]),
    );
  }

  /** One request for all, and others for what it leaves open. What is in none of the answers is not there. */
  async #include(audience: Joint, ids: readonly number[], reading: Reading): Promise<Map<number, LookedUp | Error>> {
    const found = new Map<number, LookedUp | Error>();
    const told = await this.#askTogether(audience, ids, reading, found);
    const lacking = ids.filter((id) => !found.has(id));
    const { authenticated, cache } = this.#source;
    const isOpen =
      told === 'some' || (told === 'listed' && this.#isListedInPart) || (told !== 'nowhere' && authenticated);
    if (isOpen && this.#hasItems) {
      await allOf(lacking, async (id) => {
        // Where no more may be asked, what has been answered stands.
        const alone = new Joint(audience.members, audience.waiters);
        const answer = await this.#askForOne(alone, id, reading).catch((error: Error) => error);
        if (answer) found.set(id, answer);
      });
    }
    const absentIds = lacking.filter((id) => !found.has(id));
    if (reading.asOf && absentIds.length > 0) cache?.learnAbsent(this.#collection, absentIds, reading.asOf);
    return found;
  }

  /**
   * @param found is given what comes
   * @returns whether WordPress has given out all that it lists of them, some of them (its pages have another size than it was
   *   asked for, or it lists what it likes), has refused to list them, or has no such collection
   */
  async #askTogether(
    audience: Joint,
    ids: readonly number[],
    { properties, asOf, embeds }: Reading,
    found: Map<number, LookedUp | Error>,
  ): Promise<'listed' | 'some' | 'refused' | 'nowhere'> {
    if (!this.#source.limits.canChooseBy('include', this.#route)) return 'some';
    try {
      for (let open = ids; ; ) {
        const query = { ...this.#query, include: open, per_page: open.length };
        const list = await this.#source.fetchList(audience, { route: this.#route, query, properties, embeds }, asOf);
        const asked = new Set(open);
        const came = list.documents.filter(({ document }) => asked.has(document.id));
        for (const loaded of came) found.set(loaded.document.id, loaded);
        for (const operation of audience.members) operation.learnNeighbours(list.neighbours);
        if (came.length === open.length) return 'listed';
        // Where the site hides how many there are, only an answer without any of them is the end.
        const { documents, total = came.length === 0 ? 0 : Number.POSITIVE_INFINITY } = list;
        if (came.length === documents.length && total <= came.length) return 'listed';
        open = open.filter((id) => !found.has(id));
        if (came.length === 0 || open.length === 1) return 'some';
      }
    } catch (error) {
      if (!isAbsence(error) || !this.#hasItems) throw error;
      return isMissingRoute(error) ? 'nowhere' : 'refused';
    }
  }

  /**
   * `include` leaves out what is not published, for every viewer, and comments of other types. Some viewer may be allowed to
   * see it all the same, and only the document's own address tells.
   */
  async #askForOne(audience: Audience, id: number, { properties, asOf }: Reading): Promise<LookedUp | null> {
    const asked = this.#source.asked(this.#route, properties);
    try {
      const query = { ...this.#query, _fields: asked.print() };
      const { body, bytes } = await this.#source.get(audience, `${this.#route}/${id}`, query);
      const document = readDocument(body);
      if (!document) throw noDocument(this.#route);
      if (asOf) this.#source.cache?.learn(this.#collection, [{ document, bytes }], asked, asOf);
      audience.uses(this.#source.kindOf(this.#collection), Date.now());
      return learned(document, properties, Date.now());
    } catch (error) {
      if (isAbsence(error)) return null;
      throw error;
    }
  }
}

function noDocument(route: string): PressgraphError {
  const message = `WordPress answered what was asked of ${route} by its id with something that is no document.`;
  return new PressgraphError('UPSTREAM_BAD_RESPONSE', message, { route });
}

function idsOf(needs: readonly ReferenceNeed[]): number[] {
  return [...new Set(needs.map(({ id }) => id))];
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const result: T[][] = [];
  for (let start = 0; start < items.length; start += size) result.push(items.slice(start, start + size));
  return result;
}
