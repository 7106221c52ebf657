/**
 * The clock of a site, as WordPress goes by it when it is asked for what lies between two dates.
 *
 * WordPress orders by the local times that it has stored, and reads and shows them in the site's zone. Where clocks go
 * forward, a bound within the time that they leave out means one as much later, and what is stored there is shown as much
 * later, among what was written then. So nothing can be asked for up to there, nor up to what is shown after it: the
 * stretch around a change of clocks is asked for as a whole, as any second is.
 *
 * Source: `WP_Date_Query::build_mysql_datetime`, `mysql_to_rfc3339`; both leave it to PHP's `date_create`.
 */
import { shifted } from './seconds.ts';

/** The shortest stretch of stored time that WordPress can be asked for by itself: nearly always one second. */
export interface Moment {
  /** First and last date that are shown in it. */
  readonly first: string;
  readonly last: string;
}

/** What bounds ask for one moment, as WordPress takes them: both exclude the second that they name. */
export interface Bounds {
  readonly after?: string;
  readonly before?: string;
}

/** All dates that were never set, or lie ahead of the years: nothing lies before them. */
const unset: Moment = { first: '', last: '0000-12-31T23:59:59' };
/** Years after which MySQL has none: nothing lies after them. */
const endless: Moment = { first: '9999-01-01T00:00:00', last: '9999-12-31T23:59:59' };

/** No zone has left time out before. */
const firstChange = '1840';
const day = 86_400_000;
/** Clocks that are changed stay so for longer. */
const step = 7 * day;
/** A stretch begins or ends at most so far within another year. */
const margin = 3 * day;

export class SiteClock {
  /** As the site says it; `null` where it does not. */
  readonly timezone: string | null;
  readonly #zone: Intl.DateTimeFormat | undefined;
  readonly #changes = new Map<string, readonly Moment[]>();

  /** @param timezone by its IANA name; no time is left out where a site has only an offset, or a zone that nobody knows */
  constructor(timezone: string | null = null) {
    this.timezone = timezone;
    this.#zone = timezone ? zoneOf(timezone) : undefined;
  }

  momentOf(second: string): Moment {
    if (second <= unset.last) return unset;
    if (second >= endless.first) return endless;
    return (
      this.#changesIn(second.slice(0, 4)).find((change) => isWithin(change, second)) ?? { first: second, last: second }
    );
  }

  #changesIn(year: string): readonly Moment[] {
    const known = this.#changes.get(year);
    if (known) return known;
    const found = this.#zone && year >= firstChange ? stretchesIn(this.#zone, Number(year)) : [];
    this.#changes.set(year, found);
    return found;
  }
}

export function isWithin({ first, last }: Moment, second: string): boolean {
  return first <= second && second <= last;
}

/** Whether WordPress shows all of a moment as one date. */
export function isOneSecond({ first, last }: Moment): boolean {
  return first === last;
}

/** The bound that leaves out all that comes before a moment; none where nothing does. */
export function afterAllBefore({ first }: Moment): string | undefined {
  return first === unset.first ? undefined : shifted(first, -1);
}

/** The bound that leaves out all that comes after a moment; none where nothing does. */
export function beforeAllAfter({ last }: Moment): string | undefined {
  return last === endless.last ? undefined : shifted(last, 1);
}

function zoneOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

/**
 * The stretches around the times that the clocks of a zone leave out in a year. Each begins with the last second before
 * that time, since a bound that excludes what follows would lie within it, and ends as long after it as it lasts.
 */
function stretchesIn(zone: Intl.DateTimeFormat, year: number): Moment[] {
  const found: Moment[] = [];
  const end = Date.UTC(year + 1, 0, 1) + margin;
  for (let at = Date.UTC(year, 0, 1) - margin; at < end; at += step) {
    const [before, after] = [offsetAt(zone, at), offsetAt(zone, at + step)];
    if (after <= before) continue;
    const change = firstWith(zone, after, at, at + step);
    const second = (offset: number) => new Date(change + offset).toISOString().slice(0, 19);
    found.push({ first: second(before - 1000), last: second(2 * after - before - 1000) });
  }
  return found;
}

/** The first second, of those after `from` and up to `to`, at which a zone has an offset. */
function firstWith(zone: Intl.DateTimeFormat, offset: number, from: number, to: number): number {
  let [ahead, reached] = [from, to];
  while (reached - ahead > 1000) {
    const middle = Math.floor((ahead + reached) / 2000) * 1000;
    if (offsetAt(zone, middle) === offset) reached = middle;
    else ahead = middle;
  }
  return reached;
}

/** What a zone's local time is ahead of UTC, in milliseconds. It is written as `GMT`, `GMT+01:00` or `GMT+00:53:28`. */
function offsetAt(zone: Intl.DateTimeFormat, instant: number): number {
  const [, sign, hours, minutes, seconds = 0] = /GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(zone.format(instant)) ?? [];
  if (sign === undefined) return 0;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (sign === '-' ? -offset : offset) * 1000;
}
