/**
 * Seconds of a site's clock, as WordPress writes them: `2024-05-16T16:00:28`. No zone takes part.
 * Knows which of what a document or a cursor holds can be one.
 */
import { readDate } from './values.ts';

/** What PHP makes of `0000-00-00 00:00:00`, as which MySQL holds a date that was never set: ahead of all others. */
const unset: ReadonlySet<unknown> = new Set(['-0001-11-30T00:00:00', '0000-00-00T00:00:00']);

/** Whether a value has its place among the dates of a list: texts of this form are in the order of time. */
export function isSecond(value: unknown): value is string {
  return readDate(value) !== null || unset.has(value);
}

/** Another second, so many later: of a date that was set, and of a year of four digits. */
export function shifted(second: string, seconds: number): string {
  return new Date(Date.parse(`${second}Z`) + seconds * 1000).toISOString().slice(0, 19);
}
