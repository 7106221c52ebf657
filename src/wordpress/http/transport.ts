/**
 * Carries requests over HTTP with undici: a bounded number of kept connections, further tries where one may help, one deadline
 * over all of them, and a limit to what an answer may take.
 * Knows sockets; knows nothing of WordPress.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, errors, request } from 'undici';
import { PressgraphError } from '../../errors.ts';
import { acceptedCodings, isCutShort, unpack } from './content-codings.ts';
import type { Send, UpstreamRequest, UpstreamResponse } from './send.ts';

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

const [leastBetweenTries, mostBetweenTries] = [100, 2_000];

export function createTransport({ connections, timeout, retries, maxResponseBytes }: TransportOptions): Transport {
  const agent = new Agent({
    connections,
    pipelining: 1,
    // Looked up and greeted once: a site is asked again and again, and its server says when it wants to part earlier.
    keepAliveTimeout: 60_000,
    autoSelectFamily: true,
    connect: { timeout },
    headersTimeout: timeout,
    bodyTimeout: timeout,
  });

  async function tryOnce({ method, url, headers }: UpstreamRequest, signal: AbortSignal): Promise<UpstreamResponse> {
    const answer = await request(url, {
      method,
      headers: { 'accept-encoding': acceptedCodings, ...headers },
      dispatcher: agent,
      signal,
    });
    const told = joined(answer.headers);
    const body = await readAtMost(answer.body, maxResponseBytes);
    return {
      status: answer.statusCode,
      headers: told,
      body: await unpack(body, told['content-encoding'], maxResponseBytes),
    };
  }

  /** Each try is one from the start: what came of an answer that broke off belongs to no other. */
  async function tryUntil(asked: UpstreamRequest, end: number, signal: AbortSignal): Promise<UpstreamResponse> {
    for (let left = retries; ; left--) {
      const wait = Math.min(leastBetweenTries * 2 ** (retries - left), mostBetweenTries);
      const isLast = () => left <= 0 || performance.now() + wait >= end;
      try {
        const answer = await tryOnce(asked, signal);
        // The last answer is WordPress' own word on what is wrong: it is worth more than "retries used up", or no time left.
        if (!isBusy(answer) || isLast()) return answer;
      } catch (error) {
        if (!isBroken(error) || isLast()) throw error;
      }
      await pause(wait, undefined, { signal });
    }
  }

  const send: Send = async (asked) => {
    const end = performance.now() + timeout;
    const deadline = AbortSignal.timeout(timeout);
    const ending = asked.signal ? AbortSignal.any([asked.signal, deadline]) : deadline;
    try {
      return await tryUntil(asked, end, ending);
    } catch (cause) {
      // Aborted by the caller. The combined signal is tested: a ponyfill may not report its own abort.
      if (ending.aborted && !deadline.aborted) throw ending.reason;
      throw asFailure(cause, deadline);
    }
  };

  return { send, close: () => agent.destroy() };
}

const busyStatuses = [429, 502, 503, 504];

/** A site that says itself when it wants to be asked is not asked before. */
function isBusy({ status, headers }: UpstreamResponse): boolean {
  return busyStatuses.includes(status) && headers['retry-after'] === undefined;
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

function isBroken(error: unknown): boolean {
  return brokenConnection.has((error as { code?: string }).code ?? '') || isCutShort(error);
}

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

function asFailure(cause: unknown, deadline: AbortSignal): unknown {
  if (cause instanceof PressgraphError) return cause;
  const timedOut =
    deadline.aborted ||
    cause instanceof errors.ConnectTimeoutError ||
    cause instanceof errors.HeadersTimeoutError ||
    cause instanceof errors.BodyTimeoutError;
  return timedOut
    ? new PressgraphError('UPSTREAM_TIMEOUT', 'WordPress did not answer in time.', { cause })
    : new PressgraphError('UPSTREAM_UNAVAILABLE', 'WordPress cannot be reached.', { cause: withoutBytes(cause) });
}

/** What is no HTTP may repeat what was sent, secrets included: an error that goes to the log is without it. */
function withoutBytes(cause: unknown): unknown {
  if (!(cause instanceof errors.HTTPParserError)) return cause;
  const { name, message } = cause;
  return Object.assign(new Error(message), { name });
}
