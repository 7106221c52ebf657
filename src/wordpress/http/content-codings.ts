/**
 * Unpacks answers that come compressed.
 * Knows how servers name what they have done (`Content-Encoding`), and how they misname it.
 */
import { promisify } from 'node:util';
import {
  brotliDecompress,
  brotliDecompressSync,
  gunzip,
  gunzipSync,
  inflate,
  inflateRaw,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';
import { PressgraphError } from '../../errors.ts';

/** What is asked for: these are understood by all servers, and others are understood if they come. */
export const acceptedCodings = 'br, gzip';

interface Unpacker {
  readonly now: typeof gunzipSync;
  inThread(body: Uint8Array, options: { maxOutputLength: number }): Promise<Uint8Array>;
}

const gzip: Unpacker = { now: gunzipSync, inThread: promisify(gunzip) };
const brotli: Unpacker = { now: brotliDecompressSync, inThread: promisify(brotliDecompress) };
const zlib: Unpacker = { now: inflateSync, inThread: promisify(inflate) };
const rawDeflate: Unpacker = { now: inflateRawSync, inThread: promisify(inflateRaw) };

/** More than a server and a proxy in front of it apply. */
const mostCodings = 3;

/** Sending so little to another thread and back takes longer than unpacking it. */
const [fewBytes, fewUnpacked] = [32_768, 262_144];

/**
 * @param coding the header as it came
 * @param limit bytes that it may unpack to
 * @throws PressgraphError `UPSTREAM_BAD_RESPONSE` for what cannot be unpacked, or to more than that
 */
export async function unpack(body: Uint8Array, coding: string | undefined, limit: number): Promise<Uint8Array> {
  if (coding === undefined || body.length === 0) return body;
  // Names are alike in capitals (RFC 9110), and what was applied first stands first.
  const names = coding.toLowerCase().split(',', mostCodings + 1);
  const applied = names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
  if (applied.length > mostCodings) throw unreadable('is packed too often.');
  let unpacked = body;
  for (const [index, name] of [...applied].reverse().entries()) {
    // A server and its proxy may both name what only one of them has done.
    if (index > 0 && name === applied.at(-index) && !isGzip(unpacked)) continue;
    unpacked = await unpackOnce(unpacked, unpackerOf(name, unpacked), limit);
  }
  return unpacked;
}

/** Whether an answer ended ahead of what it was packed into. */
export function isCutShort(error: unknown): boolean {
  return error instanceof PressgraphError && codeOf(error.cause) === 'Z_BUF_ERROR';
}

function unpackerOf(name: string, body: Uint8Array): Unpacker {
  if (name === 'gzip' || name === 'x-gzip') return gzip;
  if (name === 'br') return brotli;
  // Its name means the format of zlib (RFC 1950), and some send what is within that.
  if (name === 'deflate') return isZlib(body) ? zlib : rawDeflate;
  throw unreadable('is packed in a way not asked for.');
}

async function unpackOnce(body: Uint8Array, unpacker: Unpacker, limit: number): Promise<Uint8Array> {
  try {
    return unpackNow(body, unpacker.now, limit) ?? (await unpacker.inThread(body, { maxOutputLength: limit }));
  } catch (cause) {
    throw unreadable(isTooLarge(cause) ? `is larger than ${limit} bytes.` : 'cannot be unpacked.', cause);
  }
}

/** `undefined` for what is not small, packed or unpacked. */
function unpackNow(body: Uint8Array, unpackSync: Unpacker['now'], limit: number): Uint8Array | undefined {
  if (body.length > fewBytes) return undefined;
  try {
    return unpackSync(body, { maxOutputLength: Math.min(limit, fewUnpacked) });
  } catch (error) {
    if (isTooLarge(error)) return undefined;
    throw error;
  }
}

/** The bytes that gzip begins with. */
function isGzip(body: Uint8Array): boolean {
  return body[0] === 0x1f && body[1] === 0x8b;
}

/** The two bytes that zlib begins with: its method, and a check of both. */
function isZlib([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && (256 * first + second) % 31 === 0;
}

function isTooLarge(error: unknown): boolean {
  return codeOf(error) === 'ERR_BUFFER_TOO_LARGE';
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | undefined)?.code;
}

function unreadable(how: string, cause?: unknown): PressgraphError {
  return new PressgraphError('UPSTREAM_BAD_RESPONSE', `WordPress' answer ${how}`, { cause });
}
