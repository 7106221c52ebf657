/**
 * The only module that asks WordPress for documents: a route and a query in, parsed JSON and totals out.
 * Knows the REST API's headers; knows nothing of batching or GraphQL, nor of the operations that wait.
 */
import { PressgraphError } from '../../errors.ts';
import { readInt } from '../values.ts';
import { errorStatusOf } from './error-body.ts';
import { CredentialsRefused, failureOf } from './failure.ts';
import { readJson } from './json.ts';
import { asksTheSame, followRedirects, mostRedirects, type Obstacle } from './redirects.ts';
import type { Query, RestRoot } from './rest-root.ts';
import { secretsIn } from './secrets.ts';
import type { Send, UpstreamRequest, UpstreamResponse } from './send.ts';
import type { Waiter } from './turns.ts';

export interface RestRequest {
  /** What a route says of itself is asked by `OPTIONS`; `GET` when left out. */
  readonly method?: 'OPTIONS';
  readonly route: string;
  readonly query?: Query;
  /** Passed on as it came; only ever to the configured root. */
  readonly authorization?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The operations that wait for it; others may join them. Absent where none does. */
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

/** What web servers take as a rule; they refuse longer ones in front of WordPress. */
const longestAddress = 8_000;

/** @param ownHeaders what `send` sends along to the site: it may say who the gateway is, and is not to be repeated */
export function createRestGet(root: RestRoot, send: Send, ownHeaders: Readonly<Record<string, string>> = {}): RestGet {
  const hasOwnCredentials = ownHeaders.authorization !== undefined;
  return async ({ method, route, query, authorization, signal }) => {
    // Exactly this media type makes WordPress print its own fatal errors as JSON, and keeps PHP's notices out of it.
    const headers = { accept: 'application/json', ...(authorization && { authorization }) };
    const url = root.address(route, query);
    if (url.length > longestAddress) {
      const message = `What is asked of ${route} takes ${url.length} characters, more than the ${longestAddress} that an address may have: ask with fewer or shorter arguments.`;
      throw new PressgraphError('BAD_USER_INPUT', message, { route });
    }
    const answer = await sendTo(route, send, { method: method ?? 'GET', url, headers, signal });
    const { json: body, fault } = readJson(answer.body);
    const { status } = answer;
    const errorStatus = status < 200 || status > 299 ? status : errorStatusOf(body);
    if (errorStatus !== undefined) {
      const secrets = [...secretsIn(ownHeaders), ...secretsIn({ authorization })];
      const isAuthenticated = hasOwnCredentials || authorization !== undefined;
      const failure = failureOf(route, errorStatus, body, isAuthenticated, secrets);
      throw hasOwnCredentials && failure instanceof CredentialsRefused ? ownCredentialsRefused(failure) : failure;
    }
    if (fault !== undefined) {
      const message = `WordPress answered ${route} with something that ${fault}.`;
      throw new PressgraphError('UPSTREAM_BAD_RESPONSE', message, { route, status });
    }
    return {
      body,
      total: readCount(answer.headers['x-wp-total']),
      totalPages: readCount(answer.headers['x-wp-totalpages']),
      bytes: answer.body.length,
      date: Date.parse(answer.headers.date ?? '') || Date.now(),
    };
  };
}

/** Nothing that a client can mend, or should take for what its own query deserves. */
function ownCredentialsRefused(cause: CredentialsRefused): PressgraphError {
  const { route, status } = cause;
  const details = { ...(route !== undefined && { route }), ...(status !== undefined && { status }), cause };
  return new PressgraphError(
    'UPSTREAM_UNAVAILABLE',
    'The site does not accept the credentials of this gateway.',
    details,
  );
}

/** A transport does not know the route; the error that a client sees names it. */
async function sendTo(route: string, send: Send, request: UpstreamRequest): Promise<UpstreamResponse> {
  try {
    const { answer, url, obstacle } = await followRedirects(send, request);
    if (obstacle) throw new PressgraphError('UPSTREAM_BAD_RESPONSE', `WordPress redirects to ${describe(obstacle)}.`);
    if (asksTheSame(request.url, url)) return answer;
    throw new PressgraphError('UPSTREAM_BAD_RESPONSE', 'WordPress redirects to an address without all that was asked.');
  } catch (error) {
    if (!(error instanceof PressgraphError) || error.route !== undefined) throw error;
    const { code, message, status, cause } = error;
    throw new PressgraphError(code, message, { route, ...(status !== undefined && { status }), cause });
  }
}

/** Where a redirect leads, without the address: that is nothing for clients. */
function describe({ kind }: Obstacle): string {
  if (kind === 'elsewhere') return 'another origin, to which nothing is sent';
  return kind === 'nowhere' ? 'something that is no address' : `one address after another, more than ${mostRedirects}`;
}

/** A number of rows or pages: digits, which a header that came twice repeats. */
function readCount(header: string | undefined): number | undefined {
  const [digits, ...repeated] = header?.split(', ') ?? [];
  if (!digits || !/^\d{1,10}$/.test(digits) || repeated.some((again) => again !== digits)) return undefined;
  return readInt(digits) ?? undefined;
}
