/**
 * The only module that asks WordPress for documents: a route and a query in, parsed JSON and totals out.
 * Knows the REST API's headers and how answers can be spoilt; knows nothing of batching, GraphQL or who waits for it.
 */
import { PressgraphError } from '../errors.ts';
import { failureOf } from './failure.ts';
import type { Query, RestRoot } from './rest-root.ts';
import type { Send, UpstreamResponse } from './send.ts';
import type { Waiter } from './turns.ts';

export interface RestRequest {
  readonly route: string;
  readonly query?: Query;
  /** Passed on as it came; only ever to the configured root. */
  readonly authorization?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Those who wait for it; others may join them. Absent where nobody does. */
  readonly waiters?: ReadonlySet<Waiter> | undefined;
}

export interface RestAnswer {
  readonly body: unknown;
  /** `X-WP-Total`: rows that match, whatever the page. */
  readonly total: number | undefined;
  /** `X-WP-TotalPages`. */
  readonly totalPages: number | undefined;
  /** Length of the body. */
  readonly bytes: number;
  /** `Date` of the answer in milliseconds since the epoch, by the site's clock; ours where it does not say. */
  readonly date: number;
}

/** @throws PressgraphError with the route and WordPress' own code */
export type RestGet = (request: RestRequest) => Promise<RestAnswer>;

/** @param userAgent what the site's operator sees in the log */
export function createRestGet(root: RestRoot, send: Send, userAgent: string): RestGet {
  return async ({ route, query, authorization, signal }) => {
    // Exactly this media type makes WordPress print its own fatal errors as JSON, and keeps PHP's notices out of it.
    const headers = { accept: 'application/json', 'user-agent': userAgent, ...(authorization && { authorization }) };
    const answer = await sent(send, route, {
      method: 'GET' as const,
      url: root.address(route, query),
      headers,
      signal,
    });
    const body = parseJson(answer.body);
    if (answer.status < 200 || answer.status > 299) throw failureOf(route, answer.status, body);
    if (body === undefined) {
      throw new PressgraphError(
        'UPSTREAM_BAD_RESPONSE',
        `WordPress answered ${route} with something that is not JSON.`,
        {
          route,
          status: answer.status,
        },
      );
    }
    return {
      body,
      total: count(answer, 'x-wp-total'),
      totalPages: count(answer, 'x-wp-totalpages'),
      bytes: answer.body.length,
      date: Date.parse(answer.headers.date ?? '') || Date.now(),
    };
  };
}

/** A transport does not know the route; the error that a client sees names it. */
async function sent(send: Send, route: string, request: Parameters<Send>[0]): Promise<UpstreamResponse> {
  try {
    return await send(request);
  } catch (error) {
    if (!(error instanceof PressgraphError) || error.route !== undefined) throw error;
    const { code, message, status, cause } = error;
    throw new PressgraphError(code, message, { route, ...(status !== undefined && { status }), cause });
  }
}

/**
 * The JSON of an answer, `undefined` if there is none. Plugins print a byte order mark, blanks or PHP notices before it,
 * so what stands before the first bracket from which the rest parses is passed over.
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  const clean = parsed(text);
  if (clean !== undefined) return clean;
  if (/^\s*<(!doctype|html)/i.test(text)) return undefined;
  let starts = 0;
  for (const start of text.matchAll(/^[[{]|(?<=>|\s)[[{](?=["\]}{])/gm)) {
    const rest = parsed(text.slice(start.index));
    if (rest !== undefined) return rest;
    if (++starts === mostStarts) break;
  }
  return undefined;
}

/** A long page that is no JSON is not worth parsing from each of its brackets. */
const mostStarts = 20;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function count(answer: UpstreamResponse, header: string): number | undefined {
  const value = Number.parseInt(answer.headers[header] ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
}
