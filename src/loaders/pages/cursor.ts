/**
 * Cursors: opaque to clients, a position in an order to us.
 * Knows two kinds: the place of a dated document (stable while others come and go), and a plain index.
 */
import { badInput } from '../../errors.ts';
import { isOnCalendar, isSecond } from './seconds.ts';

/** A place in the order of date, then id. */
export interface DatedPosition {
  /** Empty where WordPress gives the document none: it has its place in a list that is known whole, and nowhere else. */
  readonly date: string;
  readonly id: number;
}

export function encodeDated(column: string, { date, id }: DatedPosition): string {
  return encode([column, date, id]);
}

export function encodeIndex(index: number): string {
  return encode([index]);
}

/** @param argument the argument that the cursor came in, for the error */
export function decodeDated(argument: string, cursor: string, column: string): DatedPosition {
  const parts = decode(argument, cursor);
  const [ownColumn, date, id, ...others] = parts;
  if (ownColumn !== column || !isDateOrNone(date) || !isId(id) || others.length > 0) throw unknownCursor(argument);
  return { date, id };
}

export function decodeIndex(argument: string, cursor: string): number {
  const parts = decode(argument, cursor);
  const [index] = parts;
  if (parts.length !== 1 || typeof index !== 'number' || !Number.isInteger(index) || index < 0 || index > mostRows) {
    throw unknownCursor(argument);
  }
  return index;
}

/** The largest `offset` that a client can give. */
const mostRows = 2 ** 31 - 1;

function encode(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function decode(argument: string, cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts)) return parts;
  } catch {
    // Falls through to the one error that names the argument.
  }
  throw unknownCursor(argument);
}

function isDateOrNone(value: unknown): value is string {
  return value === '' || (isSecond(value) && isOnCalendar(value));
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function unknownCursor(argument: string) {
  return badInput(argument, 'is not a cursor of this connection in this order; use one that it has given out.');
}
