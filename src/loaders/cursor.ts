/**
 * Cursors: opaque to clients, a position in an order to us.
 * Knows two kinds: the place of a dated document (stable while others come and go), and a plain index.
 */
import { badInput } from '../errors.ts';

/**
 * A place in the order of date, then id. `early` is the id of the one document of that second which was shown out of
 * turn: a page of 100, which cannot look beyond itself in one request, ended with it.
 */
export interface DatedPosition {
  readonly date: string;
  readonly id: number;
  readonly early?: number;
}

export function encodeDated(column: string, { date, id, early }: DatedPosition): string {
  return encode(early === undefined ? [column, date, id] : [column, date, id, early]);
}

export function encodeIndex(index: number): string {
  return encode([index]);
}

/** @param argument the argument that the cursor came in, for the error */
export function decodeDated(argument: string, cursor: string, column: string): DatedPosition {
  const parts = decode(argument, cursor);
  const [ownColumn, date, id, early] = parts;
  if (ownColumn !== column || typeof date !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(date) || !isId(id)) {
    throw unknownCursor(argument);
  }
  return isId(early) ? { date, id, early } : { date, id };
}

export function decodeIndex(argument: string, cursor: string): number {
  const parts = decode(argument, cursor);
  const [index] = parts;
  if (parts.length !== 1 || typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0) {
    throw unknownCursor(argument);
  }
  return index;
}

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

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function unknownCursor(argument: string) {
  return badInput(argument, 'is not a cursor of this connection in this order; use one that it has given out.');
}
