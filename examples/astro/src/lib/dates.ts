/** Dates as they read in the language of the site. WordPress gives them by the clock of the site. */

const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** @param local without an offset: `2024-05-16T16:00:28` */
export function dateText(local: string, language: string): string {
  return text(new Date(`${local}Z`), language, day);
}

/** Of an archive, as far as it goes. */
export function archiveText(
  { year, month, day: ofMonth }: { year: number; month: number | null; day: number | null },
  language: string,
): string {
  if (month === null) return String(year);
  const { year: inYear, month: inMonth, day: inDay } = day;
  const asked = { year: inYear, month: inMonth, ...(ofMonth !== null && { day: inDay }) };
  return text(new Date(Date.UTC(year, month - 1, ofMonth ?? 1)), language, asked);
}

function text(date: Date, language: string, asked: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...asked, timeZone: 'UTC' }).format(date);
}
