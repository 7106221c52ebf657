/**
 * WordPress' two clocks: the site's local time without an offset, and UTC without its `Z`.
 */

/** A local date-time, `null` for none and for PHP's zero date. */
export function localTime(date: string | null | undefined): string | null {
  return date && !date.startsWith('-') && !date.startsWith('0000') ? date : null;
}

/** A `*_gmt` property as a moment in UTC. */
export function utcTime(date: string | null | undefined): string | null {
  const local = localTime(date);
  return local === null ? null : `${local}Z`;
}
