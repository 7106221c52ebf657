/**
 * Cursors: opaque to clients, a place in an order to us.
 * Knows two kinds: the place of a dated document (stable while others come and go), and a plain index.
 */
import { badInput, PressgraphError } from '../../errors.ts';
import { isSecond } from '../../wordpress/seconds.ts';
import type { Order } from './order.ts';

/** A place in the order of date, then id. */
export interface DatedPosition {
  readonly date: string;
  readonly id: number;
  readonly standing?: Standing | undefined;
}

/** How many stood on either side of a document when its cursor was given out: what is missing since can be noticed. */
export interface Standing {
  readonly ahead: number;
  readonly behind: number;
}

export function encodeDated(column: string, { date, id, standing }: DatedPosition): string {
  // As JSON, written at once: most lists give one out for each document.
  const counts = standing ? `,${standing.ahead},${standing.behind}` : '';
  return Buffer.from(`["${column}","${date}",${id}${counts}]`).toString('base64url');
}

/** An order by date has indexes of its own: there, they are what is left where dates do not tell a place. */
export function encodeIndex({ dated }: Order, index: number): string {
  return encodeParts(dated === undefined ? [index] : [dated, index]);
}

/** @param argument the argument that the cursor came in, for the error */
export function decodePlace(argument: string, cursor: string, { dated }: Order): DatedPosition | number {
  const parts = decodeParts(cursor);
  if (!parts) throw unknownCursor(argument);
  const [place, id, ...standing] = dated === undefined ? parts : parts.slice(1);
  if (dated !== undefined && parts[0] !== dated) throw unknownCursor(argument);
  if (id === undefined && isIndex(place)) return place;
  if (dated === undefined || !isSecond(place) || !isId(id)) throw unknownCursor(argument);
  if (standing.length === 0) return { date: place, id };
  const [ahead, behind, ...others] = standing;
  if (!isIndex(ahead) || !isIndex(behind) || others.length > 0) throw unknownCursor(argument);
  return { date: place, id, standing: { ahead, behind } };
}

/** For a cursor that tells a date where dates tell no place, and whose document is not found. */
export function placeLost(argument: string, route?: string): PressgraphError {
  return new PressgraphError(
    'UPSTREAM_BAD_RESPONSE',
    `The site orders its documents in a way of its own, and what the cursor "${argument}" names is not found among them. Start again without it.`,
    route === undefined ? {} : { route },
  );
}

/** The largest `offset` that a client can give. */
const mostRows = 2 ** 31 - 1;

export function encodeParts(parts: unknown): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** What a cursor is made of; nothing for what was never one. */
export function decodeParts(cursor: string): unknown[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : undefined;
  } catch {
    return undefined;
  }
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostRows;
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

export function unknownCursor(argument: string): PressgraphError {
  return badInput(argument, 'is not a cursor of this connection in this order; use one that it has given out.');
}
