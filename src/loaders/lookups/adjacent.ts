/**
 * What stands next to documents in the order of their dates, then ids, among those of their collection: of many documents
 * together.
 *
 * Documents that are looked up together have mostly come from one page of a list, so that their neighbours stand on one as well:
 * a page is read from the first of them on, and another one only from where that does not reach.
 */

import type { Query } from '../../wordpress/http/rest-root.ts';
import { Properties } from '../../wordpress/properties.ts';
import { isExpensive } from '../../wordpress/property-costs.ts';
import { largestPage } from '../../wordpress/resources.ts';
import { shifted } from '../../wordpress/seconds.ts';
import { isOneSecond, type SiteClock } from '../../wordpress/site-clock.ts';
import type { Operation } from '../operation/operation.ts';
import { comparePositions, isChronological, positionOf } from '../pages/chronology.ts';
import { type DatedPosition, encodeDated } from '../pages/cursor.ts';
import { loadPage } from '../pages/load-page.ts';
import { type DatedOrder, orderQuery, withOrder } from '../pages/order.ts';
import { isLastPage } from '../source/document-list.ts';
import { answersOf, type Upstream, upstreamFor } from '../source/operation-source.ts';
import type { Source } from '../source/source.ts';
import { type Batches, createBatches } from './batches.ts';

/** Among which documents, and on which side. */
export interface AdjacentListing {
  readonly route: string;
  readonly query: Query;
  readonly side: 'next' | 'previous';
}

interface AdjacentNeed {
  readonly operation: Operation;
  readonly position: DatedPosition;
  /** What is going to be read of the neighbour: it comes along where that costs little. */
  readonly properties: Properties;
}

/** Rows for one document: it, what stands next to it, and what shows that nothing stands between them. */
const rowsOfOne = 3;

export class Adjacent {
  readonly #source: Source;
  readonly #listing: AdjacentListing;
  readonly #clock: SiteClock;
  readonly #order: DatedOrder;
  readonly #batches: Batches<AdjacentNeed, number | null>;

  constructor(source: Source, listing: AdjacentListing, clock: SiteClock) {
    this.#source = source;
    this.#listing = listing;
    this.#clock = clock;
    this.#order = { orderby: 'date', direction: listing.side === 'next' ? 'asc' : 'desc', dated: 'date' };
    this.#batches = createBatches((needs) => this.#findMany(needs), { maxBatchSize: largestPage });
  }

  /** The id of the neighbour; `null` where the document is the last on that side. */
  load(need: AdjacentNeed): Promise<number | null> {
    return this.#batches.load(need);
  }

  #findMany(needs: readonly AdjacentNeed[]): Promise<(number | null | Error)[]> {
    const upstream = upstreamFor(this.#source, needs);
    return answersOf<AdjacentNeed, number | null>(upstream, needs, async () => {
      const positions = new Map(needs.map(({ position }) => [position.id, position]));
      const properties = Properties.unionOf(needs.map((need) => need.properties));
      const found = await this.#find(upstream, [...positions.values()], properties);
      return ({ position }) => found.get(position.id) ?? null;
    });
  }

  async #find(
    upstream: Upstream,
    positions: readonly DatedPosition[],
    properties: Properties,
  ): Promise<ReadonlyMap<number, number | null>> {
    const { route } = this.#listing;
    const lean = isExpensive(properties) ? Properties.none : properties;
    const size = upstream.largestPage(route);
    const found = new Map<number, number | null>();
    let open = [...positions].sort((one, other) => comparePositions(one, other, this.#order));
    let rows = open.length === 1 ? Math.min(rowsOfOne, size) : size;
    for (let first = open[0]; first; first = open[0]) {
      const told = await this.#neighboursFrom(upstream, first, rows, withOrder(lean, this.#order));
      const isTold = told?.(first);
      if (told && isTold !== undefined) {
        for (const position of open) {
          const neighbour = told(position);
          if (neighbour !== undefined) found.set(position.id, neighbour);
        }
      } else if (told && rows < size) {
        rows = size;
      } else {
        found.set(first.id, await this.#walkFrom(upstream, first));
      }
      open = open.filter(({ id }) => !found.has(id));
    }
    return found;
  }

  /**
   * What one page tells of the neighbours of documents from a place on: an id, `null` where nothing follows, `undefined` where
   * the page does not reach. Nothing at all where dates do not tell what stands where.
   */
  async #neighboursFrom(
    upstream: Upstream,
    { date }: DatedPosition,
    size: number,
    properties: Properties,
  ): Promise<((position: DatedPosition) => number | null | undefined) | undefined> {
    if (!isOneSecond(this.#clock.momentOf(date))) return undefined;
    const { route, query, side } = this.#listing;
    const bound = side === 'next' ? { after: shifted(date, -1) } : { before: shifted(date, 1) };
    const asked = { ...query, ...bound, ...orderQuery(this.#order), per_page: size };
    const list = await upstream.rows(route, asked, properties);
    if (!isChronological(list.documents, this.#order, this.#clock)) return undefined;
    const isWhole = isLastPage(list, 1, size);
    const positions = list.documents.map((loaded) => positionOf(loaded, this.#order));
    // Of the second that a page ends within, any others may follow.
    const end = positions.at(-1)?.date;
    const sure = isWhole ? positions : positions.filter((position) => position.date !== end);
    sure.sort((one, other) => comparePositions(one, other, this.#order));
    return (position) => {
      const next = sure.find((other) => comparePositions(other, position, this.#order) > 0);
      return next?.id ?? (isWhole ? null : undefined);
    };
  }

  /** As a page of the list after its place: where many are of one second, or dates say little. */
  async #walkFrom(upstream: Upstream, { date, id }: DatedPosition): Promise<number | null> {
    const { route, query } = this.#listing;
    const needs = {
      documents: Properties.id,
      total: false,
      cursors: false,
      hasNextPage: false,
      hasPreviousPage: false,
    };
    const listing = { route, query, order: this.#order, clock: this.#clock };
    const page = await loadPage(upstream, listing, { first: 1, after: encodeDated('date', { date, id }) }, needs);
    return page.entries[0]?.document.id ?? null;
  }
}
