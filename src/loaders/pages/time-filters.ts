/**
 * Filters by time that mean what they say, on days on which clocks change as well.
 *
 * A bound within the stretch around a change of clocks is not what WordPress makes of it: it asks for the whole stretch
 * instead, and leaves out by their ids those documents in it that are shown on the wrong side. Then every order, page and
 * total is WordPress' own.
 */
import { allOf, andThen, type MaybePromise } from '../../maybe-promise.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { Properties } from '../../wordpress/properties.ts';
import { isSecond } from '../../wordpress/seconds.ts';
import {
  afterAllBefore,
  beforeAllAfter,
  isOneSecond,
  type Moment,
  type SiteClock,
} from '../../wordpress/site-clock.ts';
import type { Upstream } from '../source/operation-source.ts';
import { dateOf } from './chronology.ts';
import { DatedRows } from './dated-rows.ts';
import type { DatedOrder } from './order.ts';
import type { Listing } from './page.ts';

/** Arguments that bound a date, and which. */
const filters = [
  { argument: 'after', column: 'date', isLower: true },
  { argument: 'before', column: 'date', isLower: false },
  { argument: 'modified_after', column: 'modified', isLower: true },
  { argument: 'modified_before', column: 'modified', isLower: false },
] as const;

/** A filter whose bound WordPress would move, or that lies where it shows what it has moved. */
interface MovedFilter {
  readonly filter: (typeof filters)[number];
  readonly bound: string;
  readonly moment: Moment;
  /** The bound that lets all of the moment pass. */
  readonly wider: string;
}

/** What is filtered by the clock of a site. */
export interface ClockedListing extends Listing {
  readonly clock: SiteClock;
}

/** The listing as its filters mean it; `null` where nothing can be in it. */
export function meant(upstream: Upstream, listing: ClockedListing): MaybePromise<Listing | null> {
  const moved = filters.flatMap((filter) => movedFilter(filter, listing) ?? []);
  if (moved.length === 0) return listing;
  const wider = Object.fromEntries(moved.map(({ filter, wider }) => [filter.argument, wider]));
  const widened = { ...listing, query: { ...listing.query, ...wider } };
  const reading = allOf(moved, (each) => idsBeyond(upstream, widened, each));
  return andThen(reading, (ids) => without(widened, ids.flat()));
}

function movedFilter(filter: MovedFilter['filter'], { query, clock }: ClockedListing): MovedFilter | undefined {
  const bound = query[filter.argument];
  if (!isSecond(bound)) return undefined;
  const moment = clock.momentOf(bound);
  // Before what the clocks leave out, WordPress means the same.
  if (isOneSecond(moment) || bound === moment.first) return undefined;
  const wider = filter.isLower ? afterAllBefore(moment) : beforeAllAfter(moment);
  return wider === undefined ? undefined : { filter, bound, moment, wider };
}

/** Documents of the bound's moment that are shown on its wrong side. */
async function idsBeyond(
  upstream: Upstream,
  listing: ClockedListing,
  { filter: { column, isLower }, bound, moment }: MovedFilter,
): Promise<number[]> {
  const order: DatedOrder = { orderby: column, direction: 'asc', dated: column };
  const rows = new DatedRows(upstream, { ...listing, order }, Properties.none);
  const { given } = await rows.readMoment(moment, Number.POSITIVE_INFINITY, [], () => true);
  const isBeyond = (date: string) => (isLower ? date <= bound : date >= bound);
  return given
    .map(({ document }) => document)
    .filter((document) => isBeyond(dateOf(document, column)))
    .map(({ id }) => id);
}

/** WordPress leaves `exclude` out of account where `include` is given. */
function without(listing: Listing, ids: readonly number[]): Listing | null {
  if (ids.length === 0) return listing;
  const { include, exclude } = listing.query;
  const left = Array.isArray(include) ? include.filter((id) => !ids.includes(Number(id))) : undefined;
  if (left?.length === 0) return null;
  const excluded = [...(Array.isArray(exclude) ? exclude : []), ...ids];
  const query: Query = { ...listing.query, ...(left ? { include: left } : { exclude: excluded }) };
  return { ...listing, query };
}
