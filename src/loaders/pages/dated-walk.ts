/**
 * Walks a listing that is ordered by date, a stable page at a time.
 *
 * WordPress orders by one column and leaves documents of the same second in any order, so the order here is date, then
 * id: rows come by time bounds, and a moment that a page may end within is read whole. A document published or removed
 * between two pages then neither repeats nor hides another one.
 *
 * WordPress may leave the bounds out of account: each step has to lead on, or the walk fails. Plugins may order by something
 * else than dates: then there is no walk.
 */
import { PressgraphError } from '../../errors.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import type { Properties } from '../../wordpress/properties.ts';
import { afterAllBefore, type Bounds, beforeAllAfter, isWithin, type Moment } from '../../wordpress/site-clock.ts';
import type { LoadedDocument } from '../loaded.ts';
import type { Upstream } from '../source/operation-source.ts';
import { compareDocuments, comparePositions, dateOf, isChronological, positionOf } from './chronology.ts';
import type { DatedPosition, Standing } from './cursor.ts';
import { type Batch, type DatedListing, DatedRows, type MomentRows } from './dated-rows.ts';
import type { DatedOrder } from './order.ts';

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
  /** How many stand on either side of the first document, in the direction of the walk, where that is known. */
  readonly standing: Standing | undefined;
}

/** `undefined` where dates do not tell where a document stands in the list that WordPress gives. */
export function walkDated(
  upstream: Upstream,
  listing: DatedListing,
  properties: Properties,
  walk: Walk,
): Promise<Walked | undefined> {
  return new Walker(upstream, listing, properties, walk).run();
}

/** A cursor, and the moment in which others stand on either side of it. */
interface Place extends DatedPosition {
  readonly moment: Moment;
}

class Walker {
  readonly #listing: DatedListing;
  readonly #walk: Walk;
  readonly #from: Place | undefined;
  readonly #until: Place | undefined;
  /** The order in which rows are asked for: the listing's, or its reverse when walking backward. */
  readonly #order: DatedOrder;
  readonly #rows: DatedRows;

  constructor(upstream: Upstream, listing: DatedListing, properties: Properties, walk: Walk) {
    const { order, clock } = listing;
    const placed = (position: DatedPosition | undefined) =>
      position && { ...position, moment: clock.momentOf(position.date) };
    this.#listing = listing;
    this.#walk = walk;
    this.#from = placed(walk.from);
    this.#until = placed(walk.until);
    const reverse = order.direction === 'asc' ? 'desc' : 'asc';
    this.#order = walk.backward ? { ...order, direction: reverse } : order;
    this.#rows = new DatedRows(upstream, { ...listing, order: this.#order }, properties);
  }

  async run(): Promise<Walked | undefined> {
    const { count } = this.#walk;
    const collected = new Map<number, LoadedDocument>();
    const collect = (documents: readonly LoadedDocument[]) => {
      for (const loaded of documents) {
        if (!collected.has(loaded.document.id)) collected.set(loaded.document.id, loaded);
      }
    };
    const start = this.#from && this.#boundAhead(this.#from.moment);
    let near = start;
    let total: number | undefined;
    let standing: Standing | undefined;

    const result = (more: boolean): Walked => {
      const documents = [...collected.values()].slice(0, count);
      const last = documents.at(-1);
      // A walk that goes on from here must not come by here again.
      if (more && last) this.#checkProgress(start, this.#momentOf(last));
      const whole = this.#from || this.#until ? undefined : total;
      return { documents, more, total: whole, standing };
    };

    while (true) {
      const size = Math.min(this.#rows.largestPage, count - collected.size + 1);
      const batch = await this.#rows.readBatch(this.#bounds(near), this.#excluded(), size);
      const { rows, complete } = batch;
      if (!isChronological(rows.documents, this.#order, this.#listing.clock)) return undefined;
      if (near === start) {
        if (await this.#isAnyMissing(batch)) return undefined;
        standing = this.#standingOfFirst(batch);
        // Later ones count what is left.
        total = rows.total;
      } else if (!batch.gapless) standing = undefined;
      const wanted = this.#wanted(rows.documents);
      const last = rows.documents.at(-1);
      if (complete || !last) {
        collect(wanted);
        return result(collected.size > count);
      }
      const edge = this.#momentOf(last);
      const [sure, unsure] = this.#parted(wanted, edge);
      collect(sure);
      if (collected.size > count) return result(true);
      if (collected.size === count && unsure.length > 0) return result(true);

      this.#checkProgress(near, edge);
      const enough = count + 1 - collected.size;
      const moment = await this.#rows.readMoment(edge, enough, unsure, (row) => this.#isWanted(row));
      const [passed, shown] = this.#parted(rows.documents, edge);
      if (!isToldOf(shown, moment)) return undefined;
      collect(moment.documents);
      if (collected.size > count || !moment.whole) return result(true);
      const known = passed.length + moment.given.filter(({ document }) => document.id !== this.#from?.id).length;
      const isAnyLeft = rows.total !== undefined && rows.total > known;
      if (collected.size === count && isAnyLeft && !this.#until) return result(true);
      near = this.#boundBehind(edge);
      if (near === undefined) return result(false);
    }
  }

  /**
   * Whether fewer lie beyond the cursor than came after its document. Where some have gone since, its document stands where its
   * date says; where the site orders by something else, more come after it than are dated so.
   */
  async #isAnyMissing({ rows: { total }, gapless }: Batch): Promise<boolean> {
    const from = this.#from;
    const { ahead, behind } = this.#standingOf(from) ?? {};
    if (!from || ahead === undefined || behind === undefined || this.#until || total === undefined) return false;
    if (!gapless || total >= behind) return false;
    return ((await this.#rows.countBehind(from, ahead)) ?? 0) > total;
  }

  /** Known where the batch holds all that stand beside the cursor in its moment, and nothing is hidden. */
  #standingOfFirst({ rows: { documents, total }, complete, gapless }: Batch): Standing | undefined {
    const from = this.#from;
    const before = this.#standingOf(from);
    const [last] = documents.slice(-1);
    const isTold = complete || !from || !last || this.#parted([last], from.moment)[1].length === 0;
    const isListed = this.#listing.query.include !== undefined;
    if (!gapless || total === undefined || !isTold || isListed || this.#until || (from && !before)) return undefined;
    const passed = documents.filter((row) => !this.#isWanted(row)).length;
    return { ahead: before ? before.ahead + 1 : 0, behind: total - passed - 1 };
  }

  /** How many stand beside a cursor's document, in the direction of the walk. */
  #standingOf(place: Place | undefined): Standing | undefined {
    const { standing } = place ?? {};
    return standing && this.#walk.backward ? { ahead: standing.behind, behind: standing.ahead } : standing;
  }

  /** A moment that is not beyond the bound was to be left out: going on after it would show the same again. */
  #checkProgress(bound: string | undefined, edge: Moment): void {
    const isDescending = this.#order.direction === 'desc';
    if (bound === undefined || (isDescending ? edge.first < bound : edge.last > bound)) return;
    const { route } = this.#listing;
    const asked = `what lies ${isDescending ? 'before' : 'after'} ${bound}`;
    const shown = `a document of ${isDescending ? edge.first : edge.last}`;
    const message = `WordPress' list of ${route} does not go on: asked for ${asked}, it shows ${shown}.`;
    throw new PressgraphError('UPSTREAM_BAD_RESPONSE', message, { route });
  }

  #momentOf({ document }: LoadedDocument): Moment {
    return this.#listing.clock.momentOf(dateOf(document, this.#order.dated));
  }

  /** Of rows as their dates go, those ahead of their last moment, and those within it. */
  #parted(rows: readonly LoadedDocument[], moment: Moment): [LoadedDocument[], LoadedDocument[]] {
    const isWithinIt = ({ document }: LoadedDocument) => isWithin(moment, dateOf(document, this.#order.dated));
    const ahead = rows.findLastIndex((row) => !isWithinIt(row)) + 1;
    return [rows.slice(0, ahead), rows.slice(ahead)];
  }

  /** Rows that lie between the walk's cursors, in the order of date and id. */
  #wanted(rows: readonly LoadedDocument[]): LoadedDocument[] {
    return rows.filter((row) => this.#isWanted(row)).sort(compareDocuments(this.#order));
  }

  #isWanted(row: LoadedDocument): boolean {
    return this.#isBeyond(row, this.#from, 1) && this.#isBeyond(row, this.#until, -1);
  }

  /**
   * Whether a row lies on the wanted side of a cursor. Time bounds have dealt with all other moments, so only rows of the
   * cursor's own are looked at.
   */
  #isBeyond(row: LoadedDocument, cursor: Place | undefined, side: 1 | -1): boolean {
    if (!cursor) return true;
    const position = positionOf(row, this.#order);
    if (!isWithin(cursor.moment, position.date)) return true;
    return comparePositions(position, cursor, this.#order) * side > 0;
  }

  #excluded(): Query {
    const from = this.#from;
    if (!from || this.#listing.query.include !== undefined) return {};
    const filtered = this.#listing.query.exclude;
    const ids = Array.isArray(filtered) ? filtered : [];
    return { exclude: [...ids, from.id] };
  }

  /** @param near the bound that the walk has reached, in its own direction */
  #bounds(near: string | undefined): Bounds {
    const isDescending = this.#order.direction === 'desc';
    const until = this.#until?.moment;
    const far = until && (isDescending ? afterAllBefore(until) : beforeAllAfter(until));
    const [after, before] = isDescending ? [far, near] : [near, far];
    return { ...(after !== undefined && { after }), ...(before !== undefined && { before }) };
  }

  /** The bound that a walk is about to enter a moment by. */
  #boundAhead(moment: Moment): string | undefined {
    return this.#order.direction === 'desc' ? beforeAllAfter(moment) : afterAllBefore(moment);
  }

  /** The bound that leaves out everything up to and including a moment; none where nothing else is left. */
  #boundBehind(moment: Moment): string | undefined {
    if (this.#order.direction === 'asc') return beforeAllAfter(moment) && moment.last;
    return afterAllBefore(moment) && moment.first;
  }
}

/** Whether those that a moment was read for are among its rows: WordPress may mean others by its bounds than it shows. */
function isToldOf(shown: readonly LoadedDocument[], { given, whole }: MomentRows): boolean {
  const ids = new Set(given.map(({ document }) => document.id));
  return !whole || shown.some(({ document }) => ids.has(document.id));
}
