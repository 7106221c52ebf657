/**
 * Reads what a document holds by what its site's own schema says of it: gives what a value plainly means, or `null` for itself
 * alone. Knows what stands for none, and tells of what is dropped because it is neither none nor what was promised.
 *
 * Where WordPress itself gives registered custom fields that do not fit their schema as `null`, the same is done for those of
 * plugins, which it does not look at. None (`null`, `false`, `""`, 0, an empty list or map) is `null`, unless it is a value of
 * the kind that is read: a text may be empty, a number 0, a list empty, and PHP stores `false` as 0 or as an empty text.
 */
import type { TextFormat, ValueSchema } from './value-schema.ts';
import { readAddress, readBoolean, readDate, readId, readList, readMap, readNumber, readText } from './values.ts';

/** Is told what was promised, and what came that is given out as `null`. */
export type Drop = (expected: ValueSchema, value: unknown) => void;

/**
 * A value as its schema means it: a text, a number, a boolean, an id, a list of these, or a map with members as they came, each of
 * which is read when it is asked for. A list keeps the places of its items, since what is shorter by some would be another
 * list: what cannot be read is `null` in it. Ids are a set, and stand without those that are none.
 */
export function readValue(schema: ValueSchema, value: unknown, drop: Drop): unknown {
  if (value === undefined || value === null) return null;
  if (schema.kind === 'list') return readItems(schema, value, drop);
  if (schema.kind === 'ids' && !schema.isOne) return readEachId(schema, value, drop);
  const read = readOne(schema, value) ?? readOne(schema, onlyItem(value));
  if (read === null && !isNone(schema, value)) drop(schema, value);
  return read;
}

type One = Exclude<ValueSchema, { kind: 'list' }>;

/** `null` for none as well. */
function readOne(schema: One, value: unknown): unknown {
  switch (schema.kind) {
    case 'text':
      return readTextOf(schema, value);
    case 'integer':
      return readWhole(value, schema.isSmall);
    case 'number':
      return readNumber(value);
    case 'boolean':
      return readBoolean(value);
    case 'ids':
      return readId(value);
    case 'object':
      return readMap(value);
    case 'json':
      return value ?? null;
  }
}

/** PHP keeps single values as lists of one, where nobody has said that they are single. */
function onlyItem(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 && !Array.isArray(value[0]) ? value[0] : undefined;
}

function readItems(schema: ValueSchema & { kind: 'list' }, value: unknown, drop: Drop): unknown[] | null {
  if (isUnset(value)) return null;
  const { items } = schema;
  const list = readList(value);
  if (list) return list.map((item) => readValue(items, item, drop));
  const one = items.kind === 'list' ? null : readOne(items, value);
  if (one !== null) return [one];
  if (!isNone(schema, value)) drop(schema, value);
  return null;
}

function readEachId(schema: ValueSchema & { kind: 'ids' }, value: unknown, drop: Drop): number[] | null {
  if (isUnset(value)) return null;
  const one = readId(value);
  if (one !== null) return [one];
  const ids: number[] = [];
  const list = readList(value);
  for (const item of list ?? [value]) {
    const id = readId(item);
    if (id !== null) ids.push(id);
    else if (!isNone(schema, item)) drop(schema, item);
  }
  return list && ids;
}

/** What is nothing of any kind, for a list as well. */
function isUnset(value: unknown): boolean {
  return value === '' || value === false;
}

function isNone(schema: ValueSchema, value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return isEmpty(value);
  if (!value || value === '0') return true;
  return schema.kind === 'text' && schema.format === 'date-time' && typeof value === 'string' && noDate.test(value);
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}

/** No fraction is rounded: of what is counted or paid, another number would be wrong. */
function readWhole(value: unknown, isSmall: boolean): number | null {
  const number = readNumber(value);
  if (number === null || !(isSmall ? (number | 0) === number : Number.isSafeInteger(number))) return null;
  // Not the negative zero.
  return number + 0;
}

function readTextOf({ format, values }: ValueSchema & { kind: 'text' }, value: unknown): string | null {
  if (format) return readFormat[format](value) || null;
  const text = readText(value);
  return values === undefined || (text !== null && values.includes(text)) ? text : null;
}

const email = /^[^\s@]{1,254}@[^\s@]{1,254}$/;

/** An empty text is none of them. */
const readFormat: Readonly<Record<TextFormat, (value: unknown) => string | null>> = {
  'date-time': readDateTime,
  /** Absolute or relative; whether it leads anywhere nobody can tell, and WordPress does not ask. */
  uri: readAddress,
  email: (value) => {
    const text = readText(value);
    return text !== null && email.test(text) ? text : null;
  },
};

/** What databases and PHP write for no date. */
const noDate = /^(?:0000-00-00|-0001-11-30)(?:[T ]|$)/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const dateTime =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d{1,9})?(?:(Z)|([+-](?:[01]\d|2[0-3]))(?::?([0-5]\d))?)?$/i;

/**
 * A date and time that the calendar has, or a day alone, in the order of RFC 3339: with an offset from UTC where it came with
 * one. Without, it is by the site's clock or in UTC, as whoever made the property likes, core itself among them: so one format
 * cannot become a type that says which. Other orders (`05/06/2024`) are no guess to be made.
 */
function readDateTime(value: unknown): string | null {
  if (typeof value === 'number') return null;
  const text = readText(value);
  if (text === null) return null;
  if (day.test(text)) return readDate(`${text}T00:00:00`) && text;
  const [, date, minutes, seconds = ':00', fraction = '', utc, offset, offsetMinutes = '00'] =
    dateTime.exec(text) ?? [];
  const local = readDate(`${date}T${minutes}${seconds}`);
  return local && `${local}${fraction}${offset ? `${offset}:${offsetMinutes}` : utc ? 'Z' : ''}`;
}
