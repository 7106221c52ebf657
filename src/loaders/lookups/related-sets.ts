/**
 * The first few neighbours of each of many documents, from one request for all of them.
 *
 * One `GET /wp/v2/comments?post=1,4,9&per_page=100` is grouped by the property that mirrors the filter. Only owners whose
 * first few that page cannot have shown are asked for on their own.
 */
import { allOf } from '../../maybe-promise.ts';
import type { AsOf } from '../../store/as-of.ts';
import type { Found } from '../../store/document-cache.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import { isAbsence } from '../../wordpress/http/failure.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { Properties } from '../../wordpress/properties.ts';
import { isExpensive } from '../../wordpress/property-costs.ts';
import type { ToManyRelation } from '../../wordpress/relations.ts';
import { largestPage } from '../../wordpress/resources.ts';
import { readIds, readMember } from '../../wordpress/values.ts';
import type { Loaded, LoadedDocument } from '../loaded.ts';
import type { Operation } from '../operation/operation.ts';
import { loadPage } from '../pages/load-page.ts';
import {
  type Collection,
  compareDocuments,
  dateOf,
  emptyPage,
  type Order,
  orderQuery,
  type Page,
  type PageArguments,
  type PageNeeds,
  pageOfList,
  withOrder,
} from '../pages/page.ts';
import { isFull, type Rows } from '../source/rows.ts';
import type { Source } from '../source/source.ts';
import { type Upstream, upstreamFor, upstreamOf } from '../source/upstream.ts';
import { createBatches } from './batches.ts';

export interface RelatedSets {
  load(operation: Operation, owner: number, page: PageArguments, needs: PageNeeds): Promise<Page>;
}

interface Need {
  readonly operation: Operation;
  readonly owner: number;
  readonly page: PageArguments;
  readonly needs: PageNeeds;
}

/** @param query filters beside the relation's own */
export function createRelatedSets(source: Source, relation: ToManyRelation, query: Query, order: Order): RelatedSets {
  const batches = createBatches<Need, Page>(loadMany, { maxBatchSize: largestPage });

  const ofOwner = (owner: number): Collection => ({
    route: relation.route,
    query: { ...query, [relation.filter]: owner },
    order,
  });

  async function alone(need: Need): Promise<Page | Error> {
    const { operation, owner, page, needs } = need;
    const asOf = source.cache?.asOf;
    const upstream = dated(upstreamOf(source, operation));
    try {
      const found = await loadPage(upstream, ofOwner(owner), page, needs);
      if (asOf && canShare(need)) keepPage(owner, found, upstream.at(), asOf);
      return found;
    } catch (error) {
      if (!isAbsence(error)) return error as Error;
      // What belongs to a document that the viewer may not see is not there for him.
      if (asOf && canShare(need)) keepPage(owner, emptyPage, upstream.at(), asOf);
      return emptyPage;
    }
  }

  async function loadMany(needs: readonly Need[]): Promise<(Page | Error)[]> {
    const shared = needs.filter(canShare);
    const owners = [...new Set(shared.map((need) => need.owner))];
    const upstream = upstreamFor(source, shared);
    const asOf = source.cache?.asOf;
    const sets = owners.length > 1 ? await together(upstream, owners, shared) : new Map<number, OwnedSet | Error>();
    for (const [owner, set] of sets) if (asOf && !(set instanceof Error)) keep(owner, set, asOf);
    return allOf(needs, async (need) => {
      const set = canShare(need) ? sets.get(need.owner) : undefined;
      const failure = upstream.failureOf(need.operation);
      if (failure ?? set instanceof Error) return failure ?? (set as Error);
      const page = set && pageOfSet(set as OwnedSet, order, need);
      if (!set || !page) return alone(need);
      need.operation.learnRows(relation.route, set as OwnedSet);
      return page;
    });
  }

  /** How an owner's set is called among the lists that are known: it may end early, so no request has its name. */
  const setQuery = (owner: number): Query => ({ ...ofOwner(owner).query, ...orderQuery(order), set: true });

  function keep(owner: number, { documents, whole, at }: KeptSet, asOf: AsOf): void {
    const total = whole ? documents.length : undefined;
    const rows = { documents, total, totalPages: undefined, ...(at !== undefined && { at }) };
    source.keepRows(relation.route, setQuery(owner), rows, asOf);
  }

  /** What one owner's own page says takes the place of what a common page said of him, unless that is fresh and says more. */
  function keepPage(owner: number, { entries, total }: Page, at: number | undefined, asOf: AsOf): void {
    const whole = total !== undefined && total <= entries.length;
    const documents = whole ? entries : withoutLastSecond(entries, order);
    const before = source.known(relation.route, setQuery(owner), Properties.id);
    if (!whole && before?.stage === 'fresh' && before.value.documents.length >= documents.length) return;
    keep(owner, { documents, whole, at }, asOf);
  }

  function knownPage(need: Need): Found<Page> | undefined {
    if (!canShare(need)) return undefined;
    const properties = withOrder(need.needs.documents ?? Properties.none, order);
    const found = source.known(relation.route, setQuery(need.owner), properties);
    if (!found) return undefined;
    const { documents, total } = found.value;
    const page = pageOfSet({ documents, whole: total !== undefined }, order, need);
    if (page) need.operation.learnRows(relation.route, found.value);
    return page && { ...found, value: page };
  }

  /**
   * One request for all owners. WordPress refuses it as a whole when one owner may not be read, so a refusal halves it
   * until the one is found.
   */
  async function together(
    upstream: Upstream,
    owners: readonly number[],
    needs: readonly Need[],
  ): Promise<Map<number, OwnedSet | Error>> {
    const wanted = Properties.unionOf(needs.map((need) => need.needs.documents ?? Properties.none));
    const properties = withOrder(wanted, order).with(relation.mirror);
    const most = Math.max(...needs.map((need) => need.page.first ?? 0));
    const size = pageSize(properties, owners.length, most);
    try {
      const filter = { [relation.filter]: owners, per_page: size };
      const rows = await upstream.rows(relation.route, { ...query, ...orderQuery(order), ...filter }, properties);
      return grouped(rows, size, owners, relation.mirror, order);
    } catch (error) {
      if (!isAbsence(error)) return new Map(owners.map((owner) => [owner, error as Error]));
      if (owners.length === 1) return new Map(owners.map((owner) => [owner, emptySet]));
      const middle = Math.ceil(owners.length / 2);
      const halves = [owners.slice(0, middle), owners.slice(middle)];
      const sets = await allOf(halves, (half) => together(upstream, half, needs));
      return new Map(sets.flatMap((set) => [...set]));
    }
  }

  return {
    async load(operation, owner, page, needs) {
      const need: Need = { operation, owner, page, needs };
      return source.readThrough.answer(
        operation,
        knownPage(need),
        () => JSON.stringify([relation, setQuery(owner), page, needs.documents?.print()]),
        (who) => batches.load({ ...need, operation: who as Operation }),
      );
    },
  };
}

/** The first few of each can be read off a common page; what starts elsewhere is asked for on its own. */
function canShare({ page }: Need): boolean {
  return page.last === undefined && page.after === undefined && page.before === undefined && !page.offset;
}

/** Rendering a hundred bodies to show thirty costs WordPress more than the top-up that it may spare. */
function pageSize(properties: Properties, owners: number, most: number): number {
  return isExpensive(properties) ? Math.min(largestPage, 2 * owners * (most + 1)) : largestPage;
}

/** What the common page says of one owner: its newest, whole or as far as is sure. */
interface OwnedSet extends KeptSet {
  readonly documents: readonly LoadedDocument[];
}

interface KeptSet {
  readonly documents: readonly Loaded[];
  readonly at?: number | undefined;
  readonly whole: boolean;
}

const emptySet: OwnedSet = { documents: [], whole: true };

function grouped(
  rows: Rows,
  size: number,
  owners: readonly number[],
  mirror: string,
  order: Order,
): Map<number, OwnedSet> {
  const whole = rows.total === undefined ? !isFull(rows, size) : rows.total <= rows.documents.length;
  const sure = new Set(whole ? rows.documents : withoutLastSecond(rows.documents, order));
  const sets = new Map(owners.map((owner) => [owner, [] as LoadedDocument[]]));
  for (const loaded of rows.documents) {
    if (!sure.has(loaded)) continue;
    for (const owner of ownersOf(loaded.document, mirror)) sets.get(owner)?.push(loaded);
  }
  return new Map([...sets].map(([owner, documents]) => [owner, { documents, whole, at: rows.at }]));
}

/** As an upstream, and says since when the oldest of what it told is known; nothing where all of it is new. */
function dated(upstream: Upstream): Upstream & { at(): number | undefined } {
  let oldest: number | undefined;
  return {
    at: () => oldest,
    async rows(...asked) {
      const rows = await upstream.rows(...asked);
      if (rows.at !== undefined) oldest = Math.min(rows.at, oldest ?? rows.at);
      return rows;
    },
  };
}

/** The mirror is an id (`comment.post`) or a list of them (`post.categories`). */
function ownersOf(document: RestDocument, mirror: string): readonly number[] {
  return readIds(readMember(document, mirror)) ?? [];
}

/** The page may have ended within its last second: more of it, ordered ahead of what was shown, may follow. */
function withoutLastSecond<L extends Loaded>(documents: readonly L[], order: Order): readonly L[] {
  const { dated } = order;
  const last = documents.at(-1);
  if (!dated || !last) return documents;
  return documents.filter(({ document }) => dateOf(document, dated) !== dateOf(last.document, dated));
}

/** The page, if the set tells it. */
function pageOfSet(set: OwnedSet, order: Order, { page, needs }: Need): Page | undefined {
  const documents = [...set.documents].sort(compareDocuments(order));
  if (set.whole) return pageOfList(documents, order, page);
  const enough = (page.first ?? 0) + (needs.hasNextPage ? 1 : 0);
  if (needs.total || documents.length < enough) return undefined;
  return { ...pageOfList(documents, order, page), total: undefined };
}
