/**
 * How a prepared answer is written: encodings, validators and what a cache on the way may do with it.
 * Source: RFC 9110 (content coding, conditional requests), RFC 9111 and RFC 5861 (caching, stale-while-revalidate).
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Answer, AnswerCache } from './answer-cache.ts';

/** What of a request says how its answer is written. */
export interface Preferences {
  readonly method: string;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

export interface WrittenAnswer {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

type Encoding = 'br' | 'gzip' | 'identity';

export const vary = 'Accept, Accept-Encoding, Authorization';

/** Below it, an encoding saves less than its header costs. */
const leastEncoded = 1_000;
/** Seconds for which a shared cache may serve what is stale while it asks again. */
const mostRevalidating = 60;

/** Clients send a handful of different values, again and again. */
const encodings = new Map<string, Encoding>();
const mostEncodings = 200;
const longestRemembered = 100;

function encodingFor(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity';
  const known = encodings.get(accepted);
  if (known) return known;
  const taken = accepted
    .split(',')
    // By the sign alone: a pattern with blanks around it goes through a long run of them again and again.
    .map((part) => part.split(';').map((piece) => piece.trim().toLowerCase()))
    .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ''))
    .map(([name]) => name);
  const encoding = taken.includes('br') ? 'br' : taken.includes('gzip') || taken.includes('*') ? 'gzip' : 'identity';
  if (encodings.size < mostEncodings && accepted.length <= longestRemembered) encodings.set(accepted, encoding);
  return encoding;
}

export function write(answer: Answer, preferences: Preferences): WrittenAnswer {
  const whole = wholeOf(answer, encodingFor(preferences.acceptEncoding));
  if (preferences.method === 'POST') return whole;
  const { etag } = answer;
  const { ifNoneMatch } = preferences;
  const now = Date.now();
  if (ifNoneMatch !== undefined && matches(ifNoneMatch, etag)) {
    const headers = { etag, vary, 'cache-control': cacheControlOf(answer, now), 'access-control-allow-origin': '*' };
    return { status: 304, headers, body: undefined };
  }
  const before = dated.get(whole);
  if (before && now >= before.from && now < before.until) return before.written;
  const written = { ...whole, headers: { ...whole.headers, 'cache-control': cacheControlOf(answer, now) } };
  // What is left of its time counts in whole seconds, and two of these may end within one.
  const until =
    now + 1 + Math.min(partOfSecond(answer.lifetime.fresh - now), partOfSecond(answer.lifetime.stale - now));
  dated.set(whole, { written, from: now, until });
  return written;
}

/** Milliseconds for which a time that is left still counts as many whole seconds. */
function partOfSecond(left: number): number {
  return left > 0 ? left % 1_000 : Number.POSITIVE_INFINITY;
}

/** An answer that may be kept on the way, as it was written last, and between which moments it is written like that. */
const dated = new WeakMap<WrittenAnswer, { written: WrittenAnswer; from: number; until: number }>();

/** By body: the same answer is written the same way, again and again. */
const writtenBefore = new WeakMap<Buffer, WrittenAnswer>();

function wholeOf(answer: Answer, wanted: Encoding): WrittenAnswer {
  const { etag, contentType, gzip: gzipBody, brotli } = answer;
  const encoded = wanted === 'br' ? brotli : wanted === 'gzip' ? gzipBody : undefined;
  const body = encoded ?? answer.body;
  const before = writtenBefore.get(body);
  if (before) return before;
  const headers = {
    'content-type': contentType,
    'content-length': String(body.length),
    etag,
    vary,
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
    ...(encoded && { 'content-encoding': wanted }),
  };
  const whole: WrittenAnswer = { status: 200, headers, body };
  writtenBefore.set(body, whole);
  return whole;
}

/** A browser asks each time, with its validator; a shared cache may keep it as long as it is fresh here. */
function cacheControlOf({ lifetime: { fresh, stale } }: Answer, now: number): string {
  const seconds = (until: number) => Math.max(0, Math.min(86_400, Math.floor((until - now) / 1000)));
  const revalidating = Math.min(mostRevalidating, seconds(stale));
  return `public, max-age=0, s-maxage=${seconds(fresh)}, stale-while-revalidate=${revalidating}`;
}

function matches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => opaque(tag) === opaque(etag));
}

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);
const encoding = new WeakSet<Answer>();

/** Makes the encoding that somebody would have taken, for the next one who does. */
export function encodeBehind(answer: Answer, accepted: string | undefined, cache: AnswerCache): void {
  const wanted = encodingFor(accepted);
  if (wanted === 'identity' || answer.body.length < leastEncoded || encoding.has(answer)) return;
  if (wanted === 'gzip' ? answer.gzip : answer.brotli) return;
  encoding.add(answer);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  const made = wanted === 'gzip' ? gzipped(answer.body) : brotlied(answer.body, { params });
  made
    .then((body) => {
      if (wanted === 'gzip') answer.gzip = body;
      else answer.brotli = body;
      cache.measure(answer);
    })
    .catch(() => undefined)
    .finally(() => encoding.delete(answer));
}
