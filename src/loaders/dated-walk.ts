/**
 * Walks a collection that is ordered by date, a stable page at a time.
 *
 * WordPress orders by one column and leaves documents of the same second in any order, so the order here is date, then
 * id: rows come by time bounds, and a second that a page may end within is read whole. A document published or removed
 * between two pages then neither repeats nor hides another one.
 */
import type { RestDocument } from '../wordpress/documents.ts';
import { type Properties, topLevel } from '../wordpress/properties.ts';
import { expensiveProperties, largestPage } from '../wordpress/resources.ts';
import type { Query } from '../wordpress/rest-root.ts';
import type { DatedPosition } from './cursor.ts';
import type { Follows } from './embedding.ts';
import { type Collection, compareDocuments, dateOf, type Order, withOrder } from './page.ts';
import type { Rows } from './rows.ts';
import type { Upstream } from './upstream.ts';

export interface DatedOrder extends Order {
  readonly dated: 'date' | 'modified';
}

export interface DatedCollection extends Collection {
  readonly order: DatedOrder;
}

export interface Walk {
  readonly count: number;
  /** Where to start, exclusive: the cursor behind (walking forward) or ahead of (walking backward) the page. */
  readonly from?: DatedPosition;
  /** Where to stop at the latest, exclusive. */
  readonly until?: DatedPosition;
  readonly backward: boolean;
  /** What is going to be looked up from each document. */
  readonly follows?: Follows | undefined;
}

export interface Walked {
  /** In the order of the walk. */
  readonly documents: readonly RestDocument[];
  /** Whether there is a further one in the direction of the walk, ahead of `until`. */
  readonly more: boolean;
  /** The id of the last document when it may have been shown out of turn within its second. */
  readonly early: number | undefined;
  /** All documents of the collection, where the walk happened to learn it. */
  readonly total: number | undefined;
}

export async function walkDated(
  upstream: Upstream,
  collection: DatedCollection,
  properties: Properties,
  walk: Walk,
): Promise<Walked> {
  const walker = new Walker(upstream, collection, withOrder(properties, collection.order), walk);
  return walker.run();
}

/** Bounds as WordPress takes them: both exclude the second that they name. */
interface Bounds {
  readonly after?: string;
  readonly before?: string;
}

class Walker {
  readonly #upstream: Upstream;
  readonly #collection: DatedCollection;
  readonly #properties: Properties;
  readonly #walk: Walk;
  /** The order in which rows are asked for: the collection's, or its reverse when walking backward. */
  readonly #order: DatedOrder;

  constructor(upstream: Upstream, collection: DatedCollection, properties: Properties, walk: Walk) {
    this.#upstream = upstream;
    this.#collection = collection;
    this.#properties = properties;
    this.#walk = walk;
    const { order } = collection;
    const reverse = order.direction === 'asc' ? 'desc' : 'asc';
    this.#order = walk.backward ? { ...order, direction: reverse } : order;
  }

  async run(): Promise<Walked> {
    const { count, from, until } = this.#walk;
    const collected: RestDocument[] = [];
    let bounds = this.#bounds(from && this.#secondBehind(from.date));
    let total: number | undefined;

    const result = (more: boolean, early?: number): Walked => ({
      documents: collected.slice(0, count),
      more,
      early,
      total: from || until ? undefined : total,
    });

    while (true) {
      const size = Math.min(largestPage, count - collected.length + 1);
      const { rows, complete } = await this.#batch({ ...bounds, ...this.#excluded() }, size);
      total ??= rows.total;
      const wanted = this.#wanted(rows.documents);
      if (complete) {
        collected.push(...wanted);
        return result(collected.length > count);
      }
      const edge = dateOf(rows.documents.at(-1) ?? { id: 0 }, this.#order.dated);
      const sure = wanted.filter((document) => this.#date(document) !== edge);
      const unsure = wanted.filter((document) => this.#date(document) === edge);
      collected.push(...sure);
      if (collected.length > count) return result(true);
      if (collected.length === count && unsure.length > 0) return result(true);

      const [only] = unsure;
      if (only && unsure.length === 1 && size === largestPage && collected.length === count - 1 && !until) {
        collected.push(only);
        return result(true, only.id);
      }

      const second = await this.#second(edge, count + 1 - collected.length, unsure);
      collected.push(...second.documents);
      if (collected.length > count) return result(true);
      if (!second.whole) return result(true);
      bounds = this.#bounds(edge);
    }
  }

  /** Rows that the viewer may not see are taken out after counting, so a page may be short, or empty with more behind it. */
  async #batch(query: Query, size: number): Promise<{ rows: Rows; complete: boolean }> {
    for (let page = 1; ; page++) {
      const rows = await this.#rows({ ...query, per_page: size, ...(page > 1 && { page }) });
      const complete = rows.total === undefined ? rows.documents.length < size : rows.total <= page * size;
      if (complete || rows.documents.length > 0) return { rows, complete };
    }
  }

  #date(document: RestDocument): string {
    return dateOf(document, this.#order.dated);
  }

  /**
   * Reads one second in the order of ids, which is the one total order that WordPress offers, as far as needed. Bodies and
   * excerpts of a hundred documents would cost more than asking again for the few that are not at hand.
   */
  async #second(
    date: string,
    enough: number,
    atHand: readonly RestDocument[],
  ): Promise<{ documents: RestDocument[]; whole: boolean }> {
    const isDear = [...this.#properties].some((property) => expensiveProperties.has(topLevel(property)));
    const asked = isDear ? withOrder(new Set(), this.#order) : this.#properties;
    const documents: RestDocument[] = [];
    const bounds = this.#tightened({ after: shifted(date, -1), before: shifted(date, 1) });
    for (let page = 1; ; page++) {
      const order = { orderby: 'id', order: this.#order.direction };
      const rows = await this.#rows({ ...bounds, ...order, per_page: largestPage, page }, asked);
      documents.push(...this.#wanted(rows.documents));
      const whole = rows.totalPages === undefined ? rows.documents.length < largestPage : page >= rows.totalPages;
      if (!whole && documents.length < enough) continue;
      if (!isDear) return { documents, whole };
      // The last one only tells that there is more: nobody reads it.
      const filled = await this.#filled(documents.slice(0, enough - 1), atHand);
      return {
        documents: [...filled, ...documents.slice(enough - 1, enough)],
        whole: whole && documents.length <= enough,
      };
    }
  }

  /** The same documents with all their properties. */
  async #filled(lean: readonly RestDocument[], atHand: readonly RestDocument[]): Promise<RestDocument[]> {
    const full = new Map(atHand.map((document) => [document.id, document]));
    const lacking = lean.map(({ id }) => id).filter((id) => !full.has(id));
    if (lacking.length > 0) {
      const { route, query } = this.#collection;
      const include = { ...query, include: lacking, per_page: lacking.length };
      for (const document of (await this.#upstream.rows(route, include, this.#properties)).documents) {
        full.set(document.id, document);
      }
    }
    return lean.flatMap(({ id }) => full.get(id) ?? []);
  }

  #rows(query: Query, properties = this.#properties): Promise<Rows> {
    const { route, query: filters } = this.#collection;
    const { orderby, direction: order } = this.#order;
    const { after, before, ...others } = query;
    const times = this.#order.dated === 'date' ? { after, before } : { modified_after: after, modified_before: before };
    const asked = { ...filters, orderby, order, ...others, ...defined(times) };
    return this.#upstream.rows(route, asked, properties, this.#walk.follows);
  }

  /** Rows that lie between the walk's cursors, in the order of date and id. */
  #wanted(rows: readonly RestDocument[]): RestDocument[] {
    const { from, until } = this.#walk;
    return rows
      .filter((row) => this.#isBeyond(row, from, true) && this.#isBeyond(row, until, false))
      .sort(compareDocuments(this.#order));
  }

  /**
   * Whether a row lies on the wanted side of a cursor. Time bounds have dealt with all other seconds, so only rows of the
   * cursor's own second are looked at. `from` is left behind in the direction of the walk, `until` is not reached.
   */
  #isBeyond(row: RestDocument, cursor: DatedPosition | undefined, leftBehind: boolean): boolean {
    if (!cursor || this.#date(row) !== cursor.date) return true;
    if (row.id === cursor.id) return false;
    return isPassed(row.id, cursor, this.#collection.order) !== (leftBehind !== this.#walk.backward);
  }

  #excluded(): Query {
    const { from, backward } = this.#walk;
    if (!from || this.#collection.query.include !== undefined) return {};
    const filtered = this.#collection.query.exclude;
    const ids = Array.isArray(filtered) ? filtered : [];
    const early = backward || from.early === undefined || from.early === from.id ? [] : [from.early];
    return { exclude: [...ids, from.id, ...early] };
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
  #secondBehind(date: string): string {
    return shifted(date, this.#order.direction === 'desc' ? 1 : -1);
  }

  /** The viewer's own time filters hold as well: the narrower bound counts. */
  #tightened(bounds: Bounds): Bounds {
    const { query } = this.#collection;
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
  if (id === cursor.early) return true;
  if (cursor.id === cursor.early) return false;
  return order.direction === 'desc' ? id > cursor.id : id < cursor.id;
}

/** A local date-time some seconds later. Local times are compared as written, so no zone takes part. */
function shifted(date: string, seconds: number): string {
  return new Date(Date.parse(`${date}Z`) + seconds * 1000).toISOString().slice(0, 19);
}

function defined<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
