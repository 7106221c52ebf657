/**
 * Seconds of the site's clock, as WordPress writes them: `2024-05-16T16:00:28`. No zone takes part.
 * Knows which of what a document or a cursor holds can be one, so that no arithmetic with them fails.
 */

/** Its neighbours must be years of four digits too. PHP writes `0000-00-00T00:00:00` and `-0001-11-30T00:00:00` for none. */
const pattern = /^(?!0000|9999)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

export function isSecond(value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value);
}

/** Whether the month has that day, too. */
export function isOnCalendar(second: string): boolean {
  return shifted(second, 0) === second;
}

/** Another second, so many later. */
export function shifted(second: string, seconds: number): string {
  return new Date(Date.parse(`${second}Z`) + seconds * 1000).toISOString().slice(0, 19);
}
