/**
 * The first few neighbours of each of many documents, from few requests for all of them.
 *
 * One `GET /wp/v2/comments?post=1,4,9&per_page=100` is told apart by the property that mirrors the filter. Only owners whose
 * first few that page cannot have shown are asked for on their own.
 */
import { allOf, andThen } from '../../maybe-promise.ts';
import type { AsOf } from '../../store/as-of.ts';
import type { Found } from '../../store/document-cache.ts';
import { isAbsence, isRefusalOfOne, mayBeOfOne } from '../../wordpress/http/failure.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { Properties } from '../../wordpress/properties.ts';
import { isExpensive } from '../../wordpress/property-costs.ts';
import type { ToManyRelation } from '../../wordpress/relations.ts';
import { largestPage } from '../../wordpress/resources.ts';
import type { SiteClock } from '../../wordpress/site-clock.ts';
import type { Loaded } from '../loaded.ts';
import type { Operation } from '../operation/operation.ts';
import { GappedLists } from '../pages/gapped-lists.ts';
import { loadPage } from '../pages/load-page.ts';
import { type Order, orderQuery, withOrder } from '../pages/order.ts';
import { emptyPage, type Listing, type Page, type PageArguments, type PageNeeds } from '../pages/page.ts';
import { isWhole } from '../source/document-list.ts';
import { type SharedUpstream, type Upstream, upstreamFor, upstreamOf } from '../source/operation-source.ts';
import type { Source } from '../source/source.ts';
import { type Batches, createBatches } from './batches.ts';
import { emptySet, enoughFor, hiddenSet, type OwnedSet, pageOfSet, setOfPage, setsOf } from './owned-set.ts';
import { groupOwners } from './owner-groups.ts';

/** What is wanted of one owner's related documents. */
export interface RelatedNeed {
  readonly operation: Operation;
  readonly owner: number;
  readonly page: PageArguments;
  readonly needs: PageNeeds;
  /** How many it has, as far as anybody knows: see `owner-groups.ts`. */
  readonly expected?: number | null | undefined;
}

/** A page, and what it is cut from: the operation that gets it learns that. Absent where it has learned all of it already. */
interface RelatedPage {
  readonly page: Page;
  readonly set?: OwnedSet;
}

/** What the owners of one request have, and why an operation may not have it. */
interface CommonPage {
  readonly upstream: SharedUpstream;
  readonly sets: ReadonlyMap<number, OwnedSet | Error>;
}

export class RelatedSets {
  readonly #source: Source;
  readonly #relation: ToManyRelation;
  readonly #query: Query;
  readonly #order: Order;
  readonly #clock: SiteClock;
  readonly #batches: Batches<RelatedNeed, RelatedPage>;

  /** @param query filters besides the relation's own */
  constructor(source: Source, relation: ToManyRelation, query: Query, order: Order, clock: SiteClock) {
    this.#source = source;
    this.#relation = relation;
    this.#query = query;
    this.#order = order;
    this.#clock = clock;
    this.#batches = createBatches((needs) => this.#loadMany(needs), { maxBatchSize: largestPage });
  }

  async load(need: RelatedNeed): Promise<Page> {
    const { operation, owner, page, needs } = need;
    const answer = this.#source.readThrough.answer(
      operation,
      this.#relation.route,
      this.#knownPage(need),
      () => JSON.stringify([this.#relation, this.#setQuery(owner), page, needs.documents?.print()]),
      (asking) => this.#batches.load({ ...need, operation: asking as Operation }),
    );
    return andThen(answer, ({ page, set }) => {
      if (set) operation.learnList(this.#relation.route, set);
      return page;
    });
  }

  async #loadMany(needs: readonly RelatedNeed[]): Promise<(RelatedPage | Error)[]> {
    const shared = needs.filter(canShare);
    const pages = new Map<number, Promise<CommonPage>>();
    for (const owners of this.#groupsOf(shared)) {
      const page = owners.length > 1 ? this.#loadCommonPage(owners, shared) : undefined;
      if (page) for (const owner of owners) pages.set(owner, page);
    }
    return allOf(needs, async (need) => {
      const { operation, owner } = need;
      const common = canShare(need) ? await pages.get(owner) : undefined;
      const failure = common?.upstream.failureOf(operation);
      if (failure) return failure;
      const set = common?.sets.get(owner);
      if (set instanceof Error) return set;
      const page = set && pageOfSet(set, this.#order, this.#clock, need.page, need.needs);
      if (!page) return this.#loadOwnPage(need);
      // Where WordPress has refused an owner, no answer has told yet how old that is.
      operation.uses(this.#source.kindOf(this.#relation.route), set.at ?? Date.now());
      return { page, set };
    });
  }

  /** Owners that are asked for together; all, where it is not known how many documents each has. */
  #groupsOf(needs: readonly RelatedNeed[]): number[][] {
    const counts = new Map<number, number | null | undefined>();
    for (const { owner, expected } of needs) counts.set(owner, expected ?? counts.get(owner));
    const expected = [...counts].flatMap(([owner, count]) => (typeof count !== 'number' ? [] : [{ owner, count }]));
    const isKnown = expected.length === counts.size && !this.#source.without?.has('term-counts');
    if (!isKnown) return [[...counts.keys()]];
    const properties = this.#propertiesFor(needs);
    const most = mostOf(needs);
    const enough = Math.max(...needs.map(({ page, needs }) => enoughFor(page, needs)));
    return groupOwners(expected, enough, (owners) => this.#pageSize(properties, owners, most));
  }

  async #loadCommonPage(owners: readonly number[], shared: readonly RelatedNeed[]): Promise<CommonPage> {
    const needs = shared.filter(({ owner }) => owners.includes(owner));
    const upstream = upstreamFor(this.#source, needs);
    const asOf = this.#source.cache?.asOf;
    const sets = await this.#ask(upstream, owners, needs);
    for (const [owner, set] of sets) if (asOf && !(set instanceof Error)) this.#keep(owner, set, asOf);
    return { upstream, sets };
  }

  /** One request for several owners. What WordPress refuses, or fails at, because of one of them is asked for without that one. */
  async #ask(
    upstream: SharedUpstream,
    owners: readonly number[],
    needs: readonly RelatedNeed[],
  ): Promise<Map<number, OwnedSet | Error>> {
    const { route, filter, mirror } = this.#relation;
    const properties = this.#propertiesFor(needs);
    const parts = await this.#source.narrowing.ask(upstream.audience, route, owners, async (some) => {
      const size = this.#pageSize(properties, some.length, mostOf(needs));
      const query = { ...this.#query, ...orderQuery(this.#order), [filter]: some, per_page: size };
      const rows = await upstream.rows(route, query, properties);
      const { total, documents } = rows;
      const next = () => upstream.rows(route, { ...query, page: 2 }, properties);
      const whole = total === undefined ? await isWhole(rows, size, next) : total <= documents.length;
      return setsOf(rows, whole, some, mirror, this.#order, this.#clock);
    });
    const isRefused = parts.every(({ answer }) => isAbsence(answer));
    return new Map(
      parts.flatMap(({ items, answer }) => {
        // Where it is one of its documents, its own page does without that one.
        if (items.length === 1 && mayBeOfOne(answer)) return [];
        if (!(answer instanceof Error)) return items.map((owner) => [owner, answer.get(owner) ?? emptySet] as const);
        // Of several that are refused together, but not with all, nobody knows.
        const isAbsent = isAbsence(answer) && (isRefused || items.length === 1);
        return items.map((owner) => [owner, isAbsent ? absentSet(answer) : answer] as const);
      }),
    );
  }

  /** One owner's page by itself. */
  async #loadOwnPage(need: RelatedNeed): Promise<RelatedPage | Error> {
    const { operation, owner, page, needs } = need;
    const asOf = this.#source.cache?.asOf;
    const upstream = dated(upstreamOf(this.#source, operation));
    const [route, query] = [this.#relation.route, this.#queryOf(owner)];
    const listing: Listing = { route, query, order: this.#order, clock: this.#clock };
    try {
      const gapped = new GappedLists(upstream, this.#source.narrowing, operation);
      const found = await loadPage(gapped, listing, page, needs);
      // What is kept could not tell later that something is left out.
      if (gapped.lost) return { page: { ...found, lost: gapped.lost } };
      if (asOf && canShare(need)) this.#keepPage(owner, found, upstream.at(), asOf);
      return { page: found };
    } catch (error) {
      if (!isAbsence(error)) return error as Error;
      const set = absentSet(error);
      if (asOf && canShare(need)) this.#keep(owner, set, asOf);
      operation.uses(this.#source.kindOf(this.#relation.route), Date.now());
      return { page: { ...emptyPage, total: set.isHidden ? undefined : 0 } };
    }
  }

  #knownPage(need: RelatedNeed): Found<RelatedPage> | undefined {
    if (!canShare(need)) return undefined;
    const properties = withOrder(need.needs.documents ?? Properties.none, this.#order);
    const found = this.#source.known(this.#relation.route, this.#setQuery(need.owner), properties);
    if (!found) return undefined;
    const { documents, total, totalPages } = found.value;
    const set = { documents, whole: total !== undefined, isHidden: totalPages === 0 };
    const page = pageOfSet(set, this.#order, this.#clock, need.page, need.needs);
    return page && { ...found, value: { page, set } };
  }

  /** What one owner's own page says takes the place of what a common page said of it, unless that is fresh and says more. */
  #keepPage(owner: number, page: Page, at: number | undefined, asOf: AsOf): void {
    const set = setOfPage(page, this.#order, this.#clock, at);
    const before = this.#source.known(this.#relation.route, this.#setQuery(owner), Properties.id);
    if (!set.whole && before?.stage === 'fresh' && before.value.documents.length >= set.documents.length) return;
    this.#keep(owner, set, asOf);
  }

  #keep(owner: number, { documents, whole, isHidden, at }: OwnedSet<Loaded>, asOf: AsOf): void {
    const total = whole && !isHidden ? documents.length : undefined;
    // None of a number that nobody knows: that is what is hidden.
    const totalPages = isHidden ? 0 : undefined;
    const rows = { documents, total, totalPages, ...(at !== undefined && { at }) };
    this.#source.keepList(this.#relation.route, this.#setQuery(owner), rows, asOf);
  }

  #queryOf(owner: number): Query {
    return { ...this.#query, [this.#relation.filter]: owner };
  }

  /** Cache key of one owner's slice. Never a real query: the slice may be truncated. */
  #setQuery(owner: number): Query {
    return { ...this.#queryOf(owner), ...orderQuery(this.#order), set: true };
  }

  /**
   * Rendering a hundred bodies to show thirty costs WordPress more than the top-up that it may spare. Where it gives few rows
   * at a time, only comments are put together of several requests: of equal dates, it orders these by their ids.
   */
  #pageSize(properties: Properties, owners: number, most: number): number {
    const { route } = this.#relation;
    const size = this.#source.kindOf(route) === 'comments' ? largestPage : this.#source.limits.largestPage(route);
    return isExpensive(properties) ? Math.min(size, 2 * owners * (most + 1)) : size;
  }

  #propertiesFor(needs: readonly RelatedNeed[]): Properties {
    const wanted = Properties.unionOf(needs.map(({ needs: { documents } }) => documents ?? Properties.none));
    return withOrder(wanted, this.#order).with(this.#relation.mirror);
  }
}

/** What there is of one, or of all, where WordPress refuses it. */
function absentSet(refusal: unknown): OwnedSet {
  return isRefusalOfOne(refusal) ? emptySet : hiddenSet;
}

/** The first few of each can be read off a common page; what starts elsewhere is asked for on its own. */
function canShare({ page }: RelatedNeed): boolean {
  return page.last === undefined && page.after === undefined && page.before === undefined && !page.offset;
}

function mostOf(needs: readonly RelatedNeed[]): number {
  return Math.max(0, ...needs.map(({ page }) => page.first ?? 0));
}

/** As an upstream, and says since when the oldest of what it told is known; nothing where all of it is new. */
function dated(upstream: Upstream): Upstream & { at(): number | undefined } {
  let oldest: number | undefined;
  return {
    ...upstream,
    at: () => oldest,
    async rows(...asked) {
      const rows = await upstream.rows(...asked);
      if (rows.at !== undefined) oldest = Math.min(rows.at, oldest ?? rows.at);
      return rows;
    },
  };
}
