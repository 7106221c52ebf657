/**
 * WordPress' two clocks: the site's local time without an offset, and UTC without its `Z`.
 */
import { readDate } from '../../wordpress/values.ts';

/** A local date-time, `null` for none and for PHP's zero date. */
export function localTime(date: unknown): string | null {
  return readDate(date);
}

/** A `*_gmt` property as a moment in UTC. */
export function utcTime(date: unknown): string | null {
  const time = readDate(date);
  return time === null ? null : `${time}Z`;
}
