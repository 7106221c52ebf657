/**
 * The only way from a document to a value. A document is data from outside, made by plugins of twenty years: each reader
 * gives what a value plainly means, whatever kind it is written as, and `null` where it does not mean what is read for.
 * Readers never throw, never guess, and take time in proportion to what they look at. Nothing here knows a field by name.
 */

/** The largest number that GraphQL's `Int` holds. */
export const largestInt = 2_147_483_647;

const decimal = /^[+-]?\d{1,20}(\.\d{1,20})?(e[+-]?\d{1,2})?$/i;
const whole = /^\d{1,20}$/;

/** A finite number, or one that is written as text: PHP stores most numbers so. */
export function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && decimal.test(value) ? Number.parseFloat(value) : null;
}

/** A whole number of at most 32 bits; a fraction is rounded as WordPress does: the width of an SVG has one. */
export function readInt(value: unknown): number | null {
  return rounded(value, largestInt);
}

/** A whole number of any size that is still exact: bytes and seconds may be more than 32 bits hold. */
export function readLargeInt(value: unknown): number | null {
  return rounded(value, Number.MAX_SAFE_INTEGER);
}

function rounded(value: unknown, largest: number): number | null {
  const number = readNumber(value);
  if (number === null || Math.abs(number) > largest) return null;
  // Not the negative zero that rounding makes.
  return Math.round(number) + 0;
}

/** The members by which documents that stand where their id is expected carry it. */
const idNames = ['id', 'ID', 'term_id'] as const;

/** An id: a positive whole number, its digits, a document that has one, or a list of one of these. WordPress writes 0 for none. */
export function readId(value: unknown): number | null {
  if (Array.isArray(value)) return value.length === 1 && !Array.isArray(value[0]) ? readId(value[0]) : null;
  if (!isMap(value)) return plainId(value);
  for (const name of idNames) {
    const id = plainId(readMember(value, name));
    if (id !== null) return id;
  }
  return null;
}

function plainId(value: unknown): number | null {
  const id = typeof value === 'string' && whole.test(value) ? Number.parseInt(value, 10) : value;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** A list of ids, without those that are none; one id alone is a list of one. */
export function readIds(value: unknown): number[] | null {
  const one = readId(value);
  if (one !== null) return [one];
  return readEach(value, readId);
}

/** A text, a plain number as text, or what `{ rendered }` holds of these. */
export function readText(value: unknown): string | null {
  return plainText(isMap(value) ? readMember(value, 'rendered') : value);
}

function plainText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value.toString() : null;
}

/** An address, absolute or relative: a number is none. */
export function readAddress(value: unknown): string | null {
  return typeof value === 'number' ? null : readText(value);
}

/** A list of texts, without those that are none. */
export function readTexts(value: unknown): string[] | null {
  return readEach(value, readText);
}

function readEach<T>(value: unknown, read: (item: unknown) => T | null): T[] | null {
  const list = readList(value);
  if (!list) return null;
  const found: T[] = [];
  for (const item of list) {
    const each = read(item);
    if (each !== null) found.push(each);
  }
  return found;
}

const booleans = new Map<unknown, boolean>([
  ...[true, 1, '1', 'true', 'TRUE'].map((value) => [value, true] as const),
  ...[false, 0, '0', 'false', 'FALSE', ''].map((value) => [value, false] as const),
]);

/** A boolean, or what PHP stores for one. */
export function readBoolean(value: unknown): boolean | null {
  return booleans.get(value) ?? null;
}

const codeOfZero = '0'.charCodeAt(0);
const dateTime = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/** A date and time without an offset that the calendar has: neither PHP's zero date nor a 30th of February. */
export function readDate(value: unknown): string | null {
  if (typeof value !== 'string' || !dateTime.test(value)) return null;
  const day = twoDigits(value, 8);
  // Lists by date read several for each row: what every month has is seen at once.
  return day <= 28 || day <= daysOf(Number(value.slice(0, 4)), twoDigits(value, 5)) ? value : null;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function twoDigits(text: string, at: number): number {
  return 10 * text.charCodeAt(at) + text.charCodeAt(at + 1) - 11 * codeOfZero;
}

/** Something with named members, as it came. */
export type ReadMap = Readonly<Record<string, unknown>>;

/** Something with named members; PHP writes one without any as a list. */
export function readMap(value: unknown): ReadMap | null {
  if (isMap(value)) return value;
  return Array.isArray(value) && value.length === 0 ? {} : null;
}

/** A member of a map, as the document has it: what every object inherits is none. */
export function readMember(value: unknown, name: string): unknown {
  return isMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

const place = /^(?:0|[1-9]\d{0,8})$/;

/** What stands at the end of names, each a member of what the one before it names, or a place in a list. */
export function readAt(value: unknown, names: readonly string[]): unknown {
  let found = value;
  for (const name of names) {
    if (Array.isArray(found)) found = place.test(name) ? found[Number(name)] : undefined;
    else found = readMember(found, name);
  }
  return found;
}

/** A list; PHP writes one with holes as a map with numbers for names, and none at all as `null`, `false` or an empty text. */
export function readList(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (value === undefined || value === null || value === false || value === '') return [];
  return isMap(value) && Object.keys(value).every((name) => whole.test(name)) ? Object.values(value) : null;
}

/** Surrogates without their other half: in a pattern of whole characters, no others are seen. */
export const halfCharacters = /\p{Surrogate}/u;

export function isMap(value: unknown): value is ReadMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A slug as people write it; what is not valid percent-encoding stays as it is. `null` for what is no slug. */
export function readSlug(value: unknown): string | null {
  const encoded = readText(value);
  if (encoded === null) return null;
  try {
    return decodeURIComponent(encoded).toLowerCase();
  } catch {
    return encoded.toLowerCase();
  }
}

/**
 * A slug, encoded or decoded, as WordPress takes it for an argument: either will do, but for a percent sign, which it takes for
 * the beginning of an encoded character.
 */
export function slugArgument(slug: string): string {
  const decoded = readSlug(slug);
  return decoded?.includes('%') ? encodeURIComponent(decoded).toLowerCase() : slug;
}
