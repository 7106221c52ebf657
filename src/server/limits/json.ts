/**
 * How long values are as JSON, and large ones written a slice at a time.
 */
import { ClientGone } from '../../errors.ts';
import type { EventLoop } from '../../event-loop.ts';

/**
 * The characters of a value as JSON, at least; no further than `most`. Takes no longer than that, however large the value is.
 */
export function jsonLength(value: unknown, most: number): number {
  let length = 0;
  const open: unknown[] = [value];
  while (open.length > 0 && length <= most) {
    const next = open.pop();
    if (typeof next === 'string') length += next.length + 3;
    else if (Array.isArray(next)) {
      length += 2;
      if (next.length > most) return most + 1;
      for (const item of next) open.push(item);
    } else if (typeof next === 'object' && next !== null) {
      length += 2;
      for (const [key, member] of Object.entries(next)) {
        length += key.length + 4;
        open.push(member);
      }
    } else length += 5;
  }
  return length;
}

/** Characters that are turned into bytes together. */
const sliceLength = 64_000;

/** Who a value is written for. */
interface Reader {
  /** Whether nobody waits for it any more. */
  readonly isDeserted: boolean;
}

/**
 * A value as JSON in UTF-8, as `JSON.stringify` writes it, without keeping others from their turn.
 * @returns `undefined` when it is longer than `most` bytes
 * @throws ClientGone once its reader is
 */
export async function writeJson(
  value: unknown,
  most: number,
  eventLoop: EventLoop,
  reader: Reader,
): Promise<Buffer | undefined> {
  const slices: Buffer[] = [];
  let size = 0;
  let text = '';
  const cut = () => {
    const slice = Buffer.from(text);
    size += slice.length;
    slices.push(slice);
    text = '';
  };
  for (const piece of pieces(value)) {
    text += piece;
    if (text.length < sliceLength) continue;
    cut();
    if (size > most) return undefined;
    await eventLoop.pause();
    if (reader.isDeserted) throw new ClientGone();
  }
  cut();
  return size > most ? undefined : Buffer.concat(slices);
}

function* pieces(value: unknown): Generator<string> {
  if (isFlat(value)) {
    yield JSON.stringify(value) ?? 'null';
    return;
  }
  const isList = Array.isArray(value);
  let before = isList ? '[' : '{';
  for (const [key, member] of Object.entries(value as object)) {
    if (member === undefined && !isList) continue;
    yield isList ? before : `${before}${JSON.stringify(key)}:`;
    yield* pieces(member);
    before = ',';
  }
  yield before === ',' ? (isList ? ']' : '}') : isList ? '[]' : '{}';
}

/** What is written at once: whatever holds no objects, and what says itself how it is written. */
function isFlat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return true;
  for (const member of Object.values(value)) if (typeof member === 'object' && member !== null) return false;
  return true;
}
