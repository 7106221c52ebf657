/**
 * The rows of a listing by date between two bounds, and those of one moment.
 * Knows that pages may be short of rows that the viewer may not see, and that ids are the one total order that WordPress offers.
 */
import type { Query } from '../../wordpress/http/rest-root.ts';
import { Properties } from '../../wordpress/properties.ts';
import { isExpensive } from '../../wordpress/property-costs.ts';
import { largestPage } from '../../wordpress/resources.ts';
import {
  afterAllBefore,
  type Bounds,
  beforeAllAfter,
  isOneSecond,
  isWithin,
  type Moment,
  type SiteClock,
} from '../../wordpress/site-clock.ts';
import type { LoadedDocument } from '../loaded.ts';
import { type DocumentList, isLastPage } from '../source/document-list.ts';
import type { Upstream } from '../source/operation-source.ts';
import { compareDocuments, dateOf } from './chronology.ts';
import type { DatedPosition } from './cursor.ts';
import { GatheredPages, mostBarrenPages } from './gathered-pages.ts';
import { type DatedOrder, withOrder } from './order.ts';
import type { Listing } from './page.ts';

export interface DatedListing extends Listing {
  readonly order: DatedOrder;
  readonly clock: SiteClock;
}

/** Rows between two bounds, from the near one on. */
export interface Batch {
  readonly rows: DocumentList;
  /** Whether these are all. */
  readonly complete: boolean;
  /** Whether as many came as WordPress counts: none is kept from the viewer. */
  readonly gapless: boolean;
}

/** Rows of a moment, as far as they were needed. */
export interface MomentRows {
  /** Those that are wanted, in the order of the listing. */
  readonly documents: readonly LoadedDocument[];
  /** All that WordPress gave, wanted or not. */
  readonly given: readonly LoadedDocument[];
  /** Whether there are no more. */
  readonly whole: boolean;
}

export class DatedRows {
  readonly #upstream: Upstream;
  readonly #listing: DatedListing;
  readonly #properties: Properties;
  /** What tells no more than where a document stands. */
  readonly #lean: Properties;

  constructor(upstream: Upstream, listing: DatedListing, properties: Properties) {
    this.#upstream = upstream;
    this.#listing = listing;
    this.#properties = withOrder(properties, listing.order);
    this.#lean = withOrder(Properties.none, listing.order);
  }

  /** The most rows that one request brings. */
  get largestPage(): number {
    return this.#upstream.largestPage(this.#listing.route);
  }

  /**
   * Rows that the viewer may not see are taken out after counting, so a page may be short, or empty with more after it: then
   * the largest pages are asked for, and a few of them that are empty are the end, however many rows WordPress counts.
   */
  async readBatch(bounds: Bounds, others: Query, size: number): Promise<Batch> {
    const query = { ...this.#tightened(bounds), ...others };
    const first = await this.#read({ ...query, per_page: size });
    // Where the site hides how many there are, a small page may be empty because it held what the viewer may not see.
    const isOpen = first.total === undefined && first.documents.length === 0 && size < largestPage;
    const isShort = !isOpen && isLastPage(first, 1, size);
    const gapless = isGapless(first, 0, size);
    if (isShort || first.documents.length > 0) return { rows: first, complete: isShort, gapless };
    for (let page = size === largestPage ? 2 : 1; page <= mostBarrenPages; page++) {
      const rows = await this.#read({ ...query, per_page: largestPage, ...(page > 1 && { page }) });
      const complete = isLastPage(rows, page, largestPage);
      if (complete || rows.documents.length > 0) return { rows, complete, gapless };
    }
    return { rows: first, complete: true, gapless };
  }

  /**
   * Reads one moment: a second as far as needed, a longer one whole, since its dates do not follow the ids. Bodies and
   * excerpts of a hundred documents would cost more than asking again for the few that are not at hand.
   */
  async readMoment(
    moment: Moment,
    enough: number,
    atHand: readonly LoadedDocument[],
    isWanted: (row: LoadedDocument) => boolean,
  ): Promise<MomentRows> {
    const { order } = this.#listing;
    const isCostly = isExpensive(this.#properties);
    const asked = isCostly ? this.#lean : this.#properties;
    const gathered = new GatheredPages<LoadedDocument>(({ document }) => document.id);
    const documents: LoadedDocument[] = [];
    const bounds = this.#tightened(defined({ after: afterAllBefore(moment), before: beforeAllAfter(moment) }));
    for (let page = 1; ; page++) {
      const byId = { orderby: 'id', order: order.direction };
      const rows = await this.#read({ ...bounds, ...byId, per_page: largestPage, page }, asked);
      const further = gathered.add(rows.documents).filter(isWanted);
      documents.push(...further.filter(({ document }) => isWithin(moment, dateOf(document, order.dated))));
      const whole = isLastPage(rows, page, largestPage) || gathered.isExhausted;
      const suffices = isOneSecond(moment) && documents.length >= enough;
      if (!whole && !suffices) continue;
      documents.sort(compareDocuments(order));
      const given = gathered.rows;
      if (!isCostly) return { documents, given, whole };
      // The last one only tells that there is more: nobody reads it.
      const filled = await this.#fill(documents.slice(0, enough - 1), atHand);
      return {
        documents: [...filled, ...documents.slice(enough - 1, enough)],
        given,
        whole: whole && documents.length <= enough,
      };
    }
  }

  /**
   * How many come after a document in the list as WordPress gives it; `undefined` where it is not found with the same date.
   * @param ahead how many came before it, as far as anybody knows
   */
  async countBehind({ id, date }: DatedPosition, ahead: number): Promise<number | undefined> {
    const start = Math.max(0, ahead - largestPage / 2);
    const rows = await this.#read({ per_page: largestPage, ...(start > 0 && { offset: start }) }, this.#lean);
    const { dated } = this.#listing.order;
    const index = rows.documents.findIndex(({ document }) => document.id === id && dateOf(document, dated) === date);
    if (index === -1 || rows.total === undefined || !isGapless(rows, start, largestPage)) return undefined;
    return rows.total - 1 - start - index;
  }

  /** The same documents with all their properties. */
  async #fill(lean: readonly LoadedDocument[], atHand: readonly LoadedDocument[]): Promise<LoadedDocument[]> {
    const full = new Map(atHand.map((loaded) => [loaded.document.id, loaded]));
    const lacking = lean.map(({ document }) => document.id).filter((id) => !full.has(id));
    if (lacking.length > 0) {
      const { route, query } = this.#listing;
      const include = { ...query, include: lacking, per_page: lacking.length };
      const { documents } = await this.#upstream.rows(route, include, this.#properties);
      for (const loaded of documents) full.set(loaded.document.id, loaded);
    }
    return lean.flatMap(({ document }) => full.get(document.id) ?? []);
  }

  #read(query: Query, properties = this.#properties): Promise<DocumentList> {
    const { route, query: filters, order } = this.#listing;
    const { after, before, ...others } = query;
    const times = order.dated === 'date' ? { after, before } : { modified_after: after, modified_before: before };
    const asked = { ...filters, orderby: order.orderby, order: order.direction, ...others, ...defined(times) };
    return this.#upstream.rows(route, asked, properties);
  }

  /** The viewer's own time filters hold as well: the narrower bound counts. */
  #tightened(bounds: Bounds): Bounds {
    const { query, order } = this.#listing;
    const [after, before] =
      order.dated === 'date' ? [query.after, query.before] : [query.modified_after, query.modified_before];
    return defined({
      after: typeof after === 'string' && after > (bounds.after ?? '') ? after : bounds.after,
      before: typeof before === 'string' && before < (bounds.before ?? '~') ? before : bounds.before,
    });
  }
}

/** Whether a page holds a row for each that WordPress counts. */
function isGapless({ documents, total }: DocumentList, start: number, size: number): boolean {
  return total !== undefined && documents.length === Math.min(size, total - start);
}

function defined<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
