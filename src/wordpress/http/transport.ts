/**
 * Carries requests over HTTP with undici: a bounded number of kept connections, one deadline over all tries, compressed
 * answers, and a limit to what they may unpack to.
 * Knows sockets; knows nothing of WordPress.
 */
import { promisify } from 'node:util';
import { brotliDecompress, brotliDecompressSync, gunzip, gunzipSync } from 'node:zlib';
import { Agent, type Dispatcher, errors, interceptors, type RetryHandler, request } from 'undici';
import { PressgraphError } from '../../errors.ts';
import type { Send, UpstreamResponse } from './send.ts';

export interface TransportOptions {
  /** Requests under way at the same time. */
  readonly connections: number;
  /** Milliseconds for one request, retries included. */
  readonly timeout: number;
  /** Tries after the first, for what is answered by 429, 502, 503, 504 or a broken connection. */
  readonly retries: number;
  /** Largest answer, in bytes. */
  readonly maxResponseBytes: number;
}

export interface Transport {
  readonly send: Send;
  close(): Promise<void>;
}

const retriedStatuses = [429, 502, 503, 504];
const [leastBetweenTries, mostBetweenTries] = [100, 2_000];

export function createTransport(options: TransportOptions): Transport {
  const agent = new Agent({
    connections: options.connections,
    pipelining: 1,
    // Looked up and greeted once: a site is asked again and again, and its server says when it wants to part earlier.
    keepAliveTimeout: 60_000,
    autoSelectFamily: true,
    connect: { timeout: options.timeout },
    headersTimeout: options.timeout,
    bodyTimeout: options.timeout,
  });
  const dispatcher = agent.compose(
    withoutHints,
    interceptors.retry({
      retry: retryUpTo(options.retries),
      // The last answer is WordPress' own word on what is wrong: it is worth more than "retries used up".
      throwOnError: false,
    }),
  );

  const send: Send = async ({ method, url, headers, signal }) => {
    const deadline = AbortSignal.timeout(options.timeout);
    const ending = signal ? AbortSignal.any([signal, deadline]) : deadline;
    try {
      const answer = await request(url, {
        method,
        headers: { 'accept-encoding': 'br, gzip', ...headers },
        dispatcher,
        signal: ending,
      });
      return {
        status: answer.statusCode,
        headers: joined(answer.headers),
        body: await unpack(
          await readAtMost(answer.body, options.maxResponseBytes),
          answer.headers['content-encoding'],
          options.maxResponseBytes,
        ),
      };
    } catch (cause) {
      // Aborted by the caller. The combined signal is tested: a ponyfill may not report its own abort.
      if (ending.aborted && !deadline.aborted) throw ending.reason;
      throw asFailure(cause, deadline);
    }
  };

  return { send, close: () => agent.destroy() };
}

/** Says whether a try follows another, and when. A site that says itself when it wants to be asked is not asked before. */
function retryUpTo(retries: number): RetryHandler.RetryCallback {
  return (error, { state: { counter } }, done) => {
    const { statusCode, headers } = error as Partial<errors.RequestRetryError>;
    const isBusy = statusCode !== undefined && retriedStatuses.includes(statusCode);
    const isPatient = headers !== undefined && 'retry-after' in headers;
    const isBroken = statusCode === undefined && brokenConnection.has((error as { code?: string }).code ?? '');
    if (counter > retries || isPatient || !(isBusy || isBroken)) return done(error);
    setTimeout(() => done(null), Math.min(leastBetweenTries * 2 ** (counter - 1), mostBetweenTries));
  };
}

/** What a second try may mend. */
const brokenConnection = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ENOTFOUND',
  'ENETDOWN',
  'ENETUNREACH',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EPIPE',
  'UND_ERR_SOCKET',
]);

/** What a server says ahead of its answer (103 Early Hints) would be taken for its beginning where retries are decided. */
const withoutHints: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) =>
  dispatch(options, {
    onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
    onRequestUpgrade: (...upgrade) => handler.onRequestUpgrade?.(...upgrade),
    onResponseStart(controller, status, ...others) {
      if (status >= 200) handler.onResponseStart?.(controller, status, ...others);
    },
    onResponseData: (controller, chunk) => handler.onResponseData?.(controller, chunk),
    onResponseEnd: (controller, trailers) => handler.onResponseEnd?.(controller, trailers),
    onResponseError: (controller, error) => handler.onResponseError?.(controller, error),
  });

function joined(headers: Record<string, string | string[] | undefined>): UpstreamResponse['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

async function readAtMost(body: AsyncIterable<Uint8Array> & { destroy(): void }, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) {
      body.destroy();
      throw new PressgraphError('UPSTREAM_BAD_RESPONSE', `WordPress' answer is larger than ${limit} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const unpackers = {
  gzip: { now: gunzipSync, inThread: promisify(gunzip) },
  br: { now: brotliDecompressSync, inThread: promisify(brotliDecompress) },
} as const;

/** Sending so little to another thread and back takes longer than unpacking it. */
const [fewBytes, fewUnpacked] = [32_768, 262_144];

async function unpack(body: Uint8Array, coding: string | string[] | undefined, limit: number): Promise<Uint8Array> {
  // Names of codings are alike in capitals (RFC 9110), and gzip has an old one.
  const encoding =
    typeof coding === 'string'
      ? coding
          .trim()
          .toLowerCase()
          .replace(/^x-gzip$/, 'gzip')
      : coding;
  if (encoding === undefined || encoding === 'identity' || body.length === 0) return body;
  const unpacker = encoding === 'br' || encoding === 'gzip' ? unpackers[encoding] : undefined;
  if (!unpacker)
    throw new PressgraphError('UPSTREAM_BAD_RESPONSE', "WordPress' answer is packed in a way not asked for.");
  try {
    return unpackNow(body, unpacker.now, limit) ?? (await unpacker.inThread(body, { maxOutputLength: limit }));
  } catch (cause) {
    const message = isTooLarge(cause) ? `is larger than ${limit} bytes.` : 'cannot be unpacked.';
    throw new PressgraphError('UPSTREAM_BAD_RESPONSE', `WordPress' answer ${message}`, { cause });
  }
}

/** `undefined` for what is not small, packed or unpacked. */
function unpackNow(body: Uint8Array, unpack: typeof gunzipSync, limit: number): Uint8Array | undefined {
  if (body.length > fewBytes) return undefined;
  try {
    return unpack(body, { maxOutputLength: Math.min(limit, fewUnpacked) });
  } catch (error) {
    if (isTooLarge(error)) return undefined;
    throw error;
  }
}

function isTooLarge(error: unknown): boolean {
  return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
}

function asFailure(cause: unknown, deadline: AbortSignal): unknown {
  if (cause instanceof PressgraphError) return cause;
  const timedOut =
    deadline.aborted ||
    cause instanceof errors.ConnectTimeoutError ||
    cause instanceof errors.HeadersTimeoutError ||
    cause instanceof errors.BodyTimeoutError;
  return timedOut
    ? new PressgraphError('UPSTREAM_TIMEOUT', 'WordPress did not answer in time.', { cause })
    : new PressgraphError('UPSTREAM_UNAVAILABLE', 'WordPress cannot be reached.', { cause });
}
