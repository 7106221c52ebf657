/**
 * Years, months and days of a site's clock, by which WordPress has archives: how they are written, and where they begin and end.
 */
import { shifted } from './seconds.ts';
import { readDate } from './values.ts';

/** A day; a month or a year where less is said. */
export interface ArchiveDate {
  readonly year: number;
  /** From 1 on. */
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/** `2024-05-16`, as much of it as is said. */
export function writtenDate(date: ArchiveDate): string {
  return partsOfDate(date).join('-');
}

/** `['2024', '05', '16']`, as many as are said. */
export function partsOfDate({ year, month, day }: ArchiveDate): string[] {
  const pad = (value: number, digits: number) => String(value).padStart(digits, '0');
  return [pad(year, 4), ...[month, day].flatMap((part) => (part === undefined ? [] : [pad(part, 2)]))];
}

const form = /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?$/;

/** `null` for what is none, and for a day that no calendar has. */
export function readArchiveDate(text: string): ArchiveDate | null {
  const { year, month, day } = form.exec(text)?.groups ?? {};
  if (readDate(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00`) === null) return null;
  return { year: Number(year), ...(month && { month: Number(month) }), ...(day && { day: Number(day) }) };
}

/** The seconds around it, as WordPress takes them: both exclusive. */
export function boundsOfDate(date: ArchiveDate): { readonly after: string; readonly before?: string } {
  const { year, month = 1, day = 1 } = date;
  const next = writtenDate(dayAfter(date));
  // Nothing is dated in a year of five digits.
  return {
    after: shifted(`${writtenDate({ year, month, day })}T00:00:00`, -1),
    ...(next.length === 10 && { before: `${next}T00:00:00` }),
  };
}

/** The first day after it. */
export function dayAfter({ year, month, day }: ArchiveDate): Required<ArchiveDate> {
  const after = new Date(0);
  if (month === undefined) after.setUTCFullYear(year + 1, 0, 1);
  else if (day === undefined) after.setUTCFullYear(year, month, 1);
  else after.setUTCFullYear(year, month - 1, day + 1);
  return { year: after.getUTCFullYear(), month: after.getUTCMonth() + 1, day: after.getUTCDate() };
}
