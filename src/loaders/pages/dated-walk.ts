/**
 * Walks a listing that is ordered by date, a stable page at a time.
 *
 * WordPress orders by one column and leaves documents of the same second in any order, so the order here is date, then
 * id: rows come by time bounds, and a second that a page may end within is read whole. A document published or removed
 * between two pages then neither repeats nor hides another one.
 *
 * WordPress may shift the bounds (into an hour that the clocks skip), or leave them out of account: each step has to lead on,
 * or the walk fails.
 */
import { PressgraphError } from '../../errors.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { Properties } from '../../wordpress/properties.ts';
import { isExpensive } from '../../wordpress/property-costs.ts';
import { largestPage } from '../../wordpress/resources.ts';
import type { LoadedDocument } from '../loaded.ts';
import { type DocumentList, isLastPage } from '../source/document-list.ts';
import type { Upstream } from '../source/operation-source.ts';
import type { DatedPosition } from './cursor.ts';
import { GatheredPages, mostBarrenPages } from './gathered-pages.ts';
import { compareDocuments, dateOf, type Listing, type Order, withOrder } from './page.ts';
import { isSecond, shifted } from './seconds.ts';

export interface DatedOrder extends Order {
  readonly dated: 'date' | 'modified';
}

export interface DatedListing extends Listing {
  readonly order: DatedOrder;
}

export interface Walk {
  readonly count: number;
  /** Where to start, exclusive: the cursor before (walking forward) or after (walking backward) the page. */
  readonly from?: DatedPosition;
  /** Where to stop at the latest, exclusive. */
  readonly until?: DatedPosition;
  readonly backward: boolean;
}

export interface Walked {
  /** In the order of the walk. */
  readonly documents: readonly LoadedDocument[];
  /** Whether there is a further one in the direction of the walk, ahead of `until`. */
  readonly more: boolean;
  /** All documents of the listing, where the walk happened to learn it. */
  readonly total: number | undefined;
}

export async function walkDated(
  upstream: Upstream,
  listing: DatedListing,
  properties: Properties,
  walk: Walk,
): Promise<Walked> {
  const isNowhere = [walk.from, walk.until].some((position) => position && !isSecond(position.date));
  if (isNowhere) throw stuck(listing.route, 'the document that a cursor names has no date.');
  const walker = new Walker(upstream, listing, withOrder(properties, listing.order), walk);
  return walker.run();
}

/** Bounds as WordPress takes them: both exclude the second that they name. */
interface Bounds {
  readonly after?: string;
  readonly before?: string;
}

class Walker {
  readonly #upstream: Upstream;
  readonly #listing: DatedListing;
  readonly #properties: Properties;
  readonly #walk: Walk;
  /** The order in which rows are asked for: the listing's, or its reverse when walking backward. */
  readonly #order: DatedOrder;

  constructor(upstream: Upstream, listing: DatedListing, properties: Properties, walk: Walk) {
    this.#upstream = upstream;
    this.#listing = listing;
    this.#properties = properties;
    this.#walk = walk;
    const { order } = listing;
    const reverse = order.direction === 'asc' ? 'desc' : 'asc';
    this.#order = walk.backward ? { ...order, direction: reverse } : order;
  }

  async run(): Promise<Walked> {
    const { count, from, until } = this.#walk;
    const collected = new Map<number, LoadedDocument>();
    const collect = (documents: readonly LoadedDocument[]) => {
      for (const loaded of documents) {
        if (!collected.has(loaded.document.id)) collected.set(loaded.document.id, loaded);
      }
    };
    let passed = from && this.#secondBefore(from.date);
    let total: number | undefined;

    const result = (more: boolean): Walked => {
      const documents = [...collected.values()].slice(0, count);
      const last = documents.at(-1);
      // A walk that goes on from here must not come by here again.
      if (more && from && last) this.#checkProgress(this.#secondBefore(from.date), this.#date(last));
      return { documents, more, total: from || until ? undefined : total };
    };

    while (true) {
      const size = Math.min(this.#upstream.largestPage(this.#listing.route), count - collected.size + 1);
      const { rows, complete } = await this.#readBatch({ ...this.#bounds(passed), ...this.#excluded() }, size);
      // Later ones count what is left.
      if (passed === undefined) total = rows.total;
      const wanted = this.#wanted(rows.documents);
      if (complete) {
        collect(wanted);
        return result(collected.size > count);
      }
      const last = rows.documents.at(-1);
      const edge = last ? this.#date(last) : '';
      const sure = wanted.filter((loaded) => this.#date(loaded) !== edge);
      const unsure = wanted.filter((loaded) => this.#date(loaded) === edge);
      collect(sure);
      if (collected.size > count) return result(true);
      if (collected.size === count && unsure.length > 0) return result(true);

      // What has no date comes in an order of WordPress' own, after which nothing can be asked for.
      if (edge === '') {
        collect(unsure);
        return result(true);
      }
      this.#checkProgress(passed, edge);
      const second = await this.#readSecond(edge, count + 1 - collected.size, unsure);
      collect(second.documents);
      if (collected.size > count || !second.whole) return result(true);
      // WordPress counts further ones, and none of them is of that second.
      if (collected.size === count && rows.total !== undefined && !until) return result(true);
      passed = edge;
    }
  }

  /**
   * Rows that the viewer may not see are taken out after counting, so a page may be short, or empty with more after it: then
   * the largest pages are asked for, and a few of them that are empty are the end, however many rows WordPress counts.
   */
  async #readBatch(query: Query, size: number): Promise<{ rows: DocumentList; complete: boolean }> {
    const first = await this.#read({ ...query, per_page: size });
    const isShort = isLastPage(first, 1, size);
    if (isShort || first.documents.length > 0) return { rows: first, complete: isShort };
    for (let page = size === largestPage ? 2 : 1; page <= mostBarrenPages; page++) {
      const rows = await this.#read({ ...query, per_page: largestPage, ...(page > 1 && { page }) });
      const complete = isLastPage(rows, page, largestPage);
      if (complete || rows.documents.length > 0) return { rows, complete };
    }
    return { rows: first, complete: true };
  }

  /** A second that is not beyond the one passed was to be left out: going on after it would show the same again. */
  #checkProgress(passed: string | undefined, edge: string): void {
    const isDescending = this.#order.direction === 'desc';
    if (passed === undefined || edge === '' || (isDescending ? edge < passed : edge > passed)) return;
    const asked = `what lies ${isDescending ? 'before' : 'after'} ${passed}`;
    throw stuck(this.#listing.route, `asked for ${asked}, it shows a document of ${edge}.`);
  }

  #date({ document }: LoadedDocument): string {
    return dateOf(document, this.#order.dated);
  }

  /**
   * Reads one second in the order of ids, which is the one total order that WordPress offers, as far as needed. Bodies and
   * excerpts of a hundred documents would cost more than asking again for the few that are not at hand.
   */
  async #readSecond(
    date: string,
    enough: number,
    atHand: readonly LoadedDocument[],
  ): Promise<{ documents: LoadedDocument[]; whole: boolean }> {
    const isCostly = isExpensive(this.#properties);
    const asked = isCostly ? withOrder(Properties.none, this.#order) : this.#properties;
    const gathered = new GatheredPages<LoadedDocument>(({ document }) => document.id);
    const documents: LoadedDocument[] = [];
    const bounds = this.#tightened({ after: shifted(date, -1), before: shifted(date, 1) });
    for (let page = 1; ; page++) {
      const order = { orderby: 'id', order: this.#order.direction };
      const rows = await this.#read({ ...bounds, ...order, per_page: largestPage, page }, asked);
      const further = this.#wanted(gathered.add(rows.documents));
      documents.push(...further.filter((loaded) => this.#date(loaded) === date));
      const whole = isLastPage(rows, page, largestPage) || gathered.isExhausted;
      if (!whole && documents.length < enough) continue;
      if (!isCostly) return { documents, whole };
      // The last one only tells that there is more: nobody reads it.
      const filled = await this.#fill(documents.slice(0, enough - 1), atHand);
      return {
        documents: [...filled, ...documents.slice(enough - 1, enough)],
        whole: whole && documents.length <= enough,
      };
    }
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
    const { route, query: filters } = this.#listing;
    const { orderby, direction: order } = this.#order;
    const { after, before, ...others } = query;
    const times = this.#order.dated === 'date' ? { after, before } : { modified_after: after, modified_before: before };
    const asked = { ...filters, orderby, order, ...others, ...defined(times) };
    return this.#upstream.rows(route, asked, properties);
  }

  /** Rows that lie between the walk's cursors, in the order of date and id. */
  #wanted(rows: readonly LoadedDocument[]): LoadedDocument[] {
    const { from, until } = this.#walk;
    return rows
      .filter((row) => this.#isBeyond(row, from, true) && this.#isBeyond(row, until, false))
      .sort(compareDocuments(this.#order));
  }

  /**
   * Whether a row lies on the wanted side of a cursor. Time bounds have dealt with all other seconds, so only rows of the
   * cursor's own second are looked at. `from` has been passed in the direction of the walk, `until` is not reached.
   */
  #isBeyond(row: LoadedDocument, cursor: DatedPosition | undefined, isPassedSide: boolean): boolean {
    if (!cursor || this.#date(row) !== cursor.date) return true;
    const { id } = row.document;
    if (id === cursor.id) return false;
    return isPassed(id, cursor, this.#listing.order) !== (isPassedSide !== this.#walk.backward);
  }

  #excluded(): Query {
    const { from } = this.#walk;
    if (!from || this.#listing.query.include !== undefined) return {};
    const filtered = this.#listing.query.exclude;
    const ids = Array.isArray(filtered) ? filtered : [];
    return { exclude: [...ids, from.id] };
  }

  /** The bound that leaves out everything up to and including a second, in the direction of the walk. */
  #bounds(passed: string | undefined): Bounds {
    const { until } = this.#walk;
    const descending = this.#order.direction === 'desc';
    const near = passed === undefined ? {} : descending ? { before: passed } : { after: passed };
    const far =
      until === undefined ? {} : descending ? { after: shifted(until.date, -1) } : { before: shifted(until.date, 1) };
    return this.#tightened({ ...near, ...far });
  }

  /** The second that the walk comes from when it is about to enter this one. */
  #secondBefore(date: string): string {
    return shifted(date, this.#order.direction === 'desc' ? 1 : -1);
  }

  /** The viewer's own time filters hold as well: the narrower bound counts. */
  #tightened(bounds: Bounds): Bounds {
    const { query } = this.#listing;
    const [after, before] =
      this.#order.dated === 'date' ? [query.after, query.before] : [query.modified_after, query.modified_before];
    return defined({
      after: typeof after === 'string' && after > (bounds.after ?? '') ? after : bounds.after,
      before: typeof before === 'string' && before < (bounds.before ?? '~') ? before : bounds.before,
    });
  }
}

/** Whether a page that ends with the cursor has shown this document of the cursor's second. */
function isPassed(id: number, cursor: DatedPosition, order: Order): boolean {
  return order.direction === 'desc' ? id > cursor.id : id < cursor.id;
}

function stuck(route: string, why: string): PressgraphError {
  return new PressgraphError('UPSTREAM_BAD_RESPONSE', `WordPress' list of ${route} does not go on: ${why}`, { route });
}

function defined<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
