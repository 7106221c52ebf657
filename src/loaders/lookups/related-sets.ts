/**
 * The first few neighbours of each of many documents, from few requests for all of them.
 *
 * One `GET /wp/v2/comments?post=1,4,9&per_page=100` is told apart by the property that mirrors the filter. Only owners whose
 * first few that page cannot have shown are asked for on their own. What belongs to terms and their descendants is told apart
 * by the tree of the taxonomy.
 */
import { allOf, andThen } from '../../maybe-promise.ts';
import type { AsOf } from '../../store/as-of.ts';
import type { Found } from '../../store/document-cache.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import { isAbsence, isForbiddenArgument, isRefusalOfOne, mayBeOfOne } from '../../wordpress/http/failure.ts';
import { Properties } from '../../wordpress/properties.ts';
import { isExpensive } from '../../wordpress/property-costs.ts';
import { largestPage } from '../../wordpress/resources.ts';
import type { SiteClock } from '../../wordpress/site-clock.ts';
import type { Loaded } from '../loaded.ts';
import type { Operation } from '../operation/operation.ts';
import { GappedLists } from '../pages/gapped-lists.ts';
import { loadPage } from '../pages/load-page.ts';
import { orderQuery, withOrder } from '../pages/order.ts';
import { emptyPage, type Page, type PageArguments, type PageNeeds } from '../pages/page.ts';
import { type ClockedListing, meant } from '../pages/time-filters.ts';
import { isWhole } from '../source/document-list.ts';
import { type SharedUpstream, type Upstream, upstreamFor, upstreamOf } from '../source/operation-source.ts';
import type { Source } from '../source/source.ts';
import { type Batches, createBatches } from './batches.ts';
import { emptySet, enoughFor, hiddenSet, idsAt, type OwnedSet, pageOfSet, setOfPage, setsOf } from './owned-set.ts';
import { groupOwners } from './owner-groups.ts';
import { queryOf, type RelatedListing, sliceKey } from './related-listing.ts';
import type { Lineages, TermTree } from './term-tree.ts';

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
  readonly #listing: RelatedListing;
  readonly #clock: SiteClock;
  readonly #tree: TermTree | undefined;
  readonly #batches: Batches<RelatedNeed, RelatedPage>;

  /** @param tree that owners are of, where those of their descendants belong to them as well */
  constructor(source: Source, listing: RelatedListing, clock: SiteClock, tree?: TermTree) {
    this.#source = source;
    this.#listing = listing;
    this.#clock = clock;
    this.#tree = tree;
    this.#batches = createBatches((needs) => this.#loadMany(needs), { maxBatchSize: largestPage });
  }

  async load(need: RelatedNeed): Promise<Page> {
    const { operation, owner, page, needs } = need;
    const answer = this.#source.readThrough.answer(
      operation,
      this.#listing.relation.route,
      this.#knownPage(need),
      () => JSON.stringify([this.#listing.relation, sliceKey(this.#listing, owner), page, needs.documents?.print()]),
      (asking) => this.#batches.load({ ...need, operation: asking as Operation }),
    );
    return andThen(answer, ({ page, set }) => {
      if (set) operation.learnList(this.#listing.relation.route, set);
      return page;
    });
  }

  async #loadMany(needs: readonly RelatedNeed[]): Promise<(RelatedPage | Error)[]> {
    const shared = needs.filter(canShare);
    const pages = new Map<number, Promise<CommonPage>>();
    const groups = this.#groupsOf(shared);
    const lineages = await this.#lineagesOf(shared, groups);
    for (const owners of groups) {
      const page = owners.length > 1 && lineages ? this.#loadCommonPage(owners, shared, lineages) : undefined;
      if (page) for (const owner of owners) pages.set(owner, page);
    }
    return allOf(needs, async (need) => {
      const { operation, owner } = need;
      const common = canShare(need) ? await pages.get(owner) : undefined;
      const failure = common?.upstream.failureOf(operation);
      if (failure) return failure;
      const set = common?.sets.get(owner);
      if (set instanceof Error) return set;
      const page = set && pageOfSet(set, this.#listing.order, this.#clock, need.page, need.needs);
      if (!page) return this.#loadOwnPage(need);
      // Where WordPress has refused an owner, no answer has told yet how old that is.
      operation.uses(this.#source.kindOf(this.#listing.relation.route), set.at ?? Date.now());
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

  /** To whom belongs what belongs to one; nothing where it would take more requests to know than to ask for each alone. */
  async #lineagesOf(
    needs: readonly RelatedNeed[],
    groups: readonly (readonly number[])[],
  ): Promise<Lineages | undefined> {
    const owners = groups.flat().length;
    if (!this.#tree || owners < 2) return (owner) => [owner];
    // Where the tree cannot be had, each is asked for on its own, and told of its own failure.
    return this.#tree.lineages(upstreamFor(this.#source, needs), owners).catch(() => undefined);
  }

  async #loadCommonPage(
    owners: readonly number[],
    shared: readonly RelatedNeed[],
    lineages: Lineages,
  ): Promise<CommonPage> {
    const needs = shared.filter(({ owner }) => owners.includes(owner));
    const upstream = upstreamFor(this.#source, needs);
    const asOf = this.#source.cache?.asOf;
    const sets = await this.#ask(upstream, owners, needs, lineages);
    for (const [owner, set] of sets) if (asOf && !(set instanceof Error)) this.#keep(owner, set, asOf);
    return { upstream, sets };
  }

  /** One request for several owners. What WordPress refuses, or fails at, because of one of them is asked for without that one. */
  async #ask(
    upstream: SharedUpstream,
    owners: readonly number[],
    needs: readonly RelatedNeed[],
    lineages: Lineages,
  ): Promise<Map<number, OwnedSet | Error>> {
    const { route, mirror } = this.#listing.relation;
    const properties = this.#propertiesFor(needs);
    const parts = await this.#source.narrowing.ask(upstream.audience, route, owners, async (some) => {
      const size = this.#pageSize(properties, some.length, mostOf(needs));
      const listing = await meant(upstream, this.#listingOf(some));
      if (!listing) return new Map<number, OwnedSet>();
      const query = { ...listing.query, ...orderQuery(this.#listing.order), per_page: size };
      const rows = await upstream.rows(route, query, properties);
      const { total, documents } = rows;
      const next = () => upstream.rows(route, { ...query, page: 2 }, properties);
      const whole = total === undefined ? await isWhole(rows, size, next) : total <= documents.length;
      const ownersOf = (document: RestDocument) => [...new Set(idsAt(document, mirror).flatMap(lineages))];
      return setsOf(rows, whole, some, ownersOf, this.#listing.order, this.#clock);
    });
    const isRefused = parts.every(({ answer }) => isAbsence(answer));
    return new Map(
      parts.flatMap(({ items, answer }) => {
        // Where it is one of its documents, its own page does without that one.
        if (items.length === 1 && mayBeOfOne(answer)) return [];
        if (!(answer instanceof Error)) return items.map((owner) => [owner, answer.get(owner) ?? emptySet] as const);
        // Of several that are refused together, but not with all, nobody knows.
        const isAbsent = isAbsence(answer) && !isForbiddenArgument(answer) && (isRefused || items.length === 1);
        return items.map((owner) => [owner, isAbsent ? absentSet(answer) : answer] as const);
      }),
    );
  }

  /** One owner's page by itself. */
  async #loadOwnPage(need: RelatedNeed): Promise<RelatedPage | Error> {
    const { operation, owner, page, needs } = need;
    const asOf = this.#source.cache?.asOf;
    const upstream = dated(upstreamOf(this.#source, operation));
    try {
      const gapped = new GappedLists(upstream, this.#source.narrowing, operation);
      const listing = await meant(gapped, this.#listingOf([owner]));
      const found = listing ? await loadPage(gapped, listing, page, needs) : emptyPage;
      // What is kept could not tell later that something is left out.
      if (gapped.lost) return { page: { ...found, lost: gapped.lost } };
      if (asOf && canShare(need)) this.#keepPage(owner, found, upstream.at(), asOf);
      return { page: found };
    } catch (error) {
      if (!isAbsence(error) || isForbiddenArgument(error)) return error as Error;
      const set = absentSet(error);
      if (asOf && canShare(need)) this.#keep(owner, set, asOf);
      operation.uses(this.#source.kindOf(this.#listing.relation.route), Date.now());
      return { page: { ...emptyPage, total: set.isHidden ? undefined : 0 } };
    }
  }

  #knownPage(need: RelatedNeed): Found<RelatedPage> | undefined {
    if (!canShare(need)) return undefined;
    const properties = withOrder(need.needs.documents ?? Properties.none, this.#listing.order);
    const found = this.#source.known(this.#listing.relation.route, sliceKey(this.#listing, need.owner), properties);
    if (!found) return undefined;
    const { documents, total, totalPages } = found.value;
    const set = { documents, whole: total !== undefined, isHidden: totalPages === 0 };
    const page = pageOfSet(set, this.#listing.order, this.#clock, need.page, need.needs);
    return page && { ...found, value: { page, set } };
  }

  /** What one owner's own page says takes the place of what a common page said of it, unless that is fresh and says more. */
  #keepPage(owner: number, page: Page, at: number | undefined, asOf: AsOf): void {
    const set = setOfPage(page, this.#listing.order, this.#clock, at);
    const before = this.#source.known(this.#listing.relation.route, sliceKey(this.#listing, owner), Properties.id);
    if (!set.whole && before?.stage === 'fresh' && before.value.documents.length >= set.documents.length) return;
    this.#keep(owner, set, asOf);
  }

  #keep(owner: number, { documents, whole, isHidden, at }: OwnedSet<Loaded>, asOf: AsOf): void {
    const total = whole && !isHidden ? documents.length : undefined;
    // None of a number that nobody knows: that is what is hidden.
    const totalPages = isHidden ? 0 : undefined;
    const rows = { documents, total, totalPages, ...(at !== undefined && { at }) };
    this.#source.keepList(this.#listing.relation.route, sliceKey(this.#listing, owner), rows, asOf);
  }

  /** What belongs to one of these. */
  #listingOf(owners: readonly number[]): ClockedListing {
    const { route } = this.#listing.relation;
    return { route, query: queryOf(this.#listing, owners), order: this.#listing.order, clock: this.#clock };
  }

  /**
   * Rendering a hundred bodies to show thirty costs WordPress more than the top-up that it may spare. Where it gives few rows
   * at a time, only comments are put together of several requests: of equal dates, it orders these by their ids.
   */
  #pageSize(properties: Properties, owners: number, most: number): number {
    const { route } = this.#listing.relation;
    const size = this.#source.kindOf(route) === 'comments' ? largestPage : this.#source.limits.largestPage(route);
    return isExpensive(properties) ? Math.min(size, 2 * owners * (most + 1)) : size;
  }

  #propertiesFor(needs: readonly RelatedNeed[]): Properties {
    const wanted = Properties.unionOf(needs.map(({ needs: { documents } }) => documents ?? Properties.none));
    return withOrder(wanted, this.#listing.order).with(this.#listing.relation.mirror);
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
