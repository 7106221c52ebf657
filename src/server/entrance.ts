/**
 * Where every request comes in: what needs no GraphQL is answered ahead of it, and so is a query whose answer is known.
 * Knows in which order the routes are asked whether they take it, how large a body may be there, and what every answer has, whoever
 * made it.
 *
 * A server that reads requests itself, as `listen` does, asks for the route first and hands on what it has read; a `Request` is
 * made only of what GraphQL itself is to answer.
 */
import { ClientGone } from '../errors.ts';
import type { MaybePromise } from '../maybe-promise.ts';
import type { GraphqlHandler } from './graphql-handler.ts';
import { uncached } from './http/caching.ts';
import type { Compression } from './http/compression.ts';
import { addCors, type Cors } from './http/cors.ts';
import type { Encoding } from './http/encodings.ts';
import { ReadRequest } from './http/read-request.ts';
import { type Refusal, refusalResponse, tooLarge } from './http/refusal.ts';
import { readTextWithin, readWithin } from './http/request-body.ts';
import { RequestHead } from './http/request-head.ts';
import { WrittenAnswer } from './http/written-answer.ts';
import type { Route } from './route.ts';

export interface EntranceOptions {
  readonly graphql: GraphqlHandler;
  /** In the order in which they are asked. What none of them takes is for GraphQL: also what is at no path. */
  readonly routes: readonly Route[];
  readonly cors: Cors;
  readonly compression: Compression;
}

export class Entrance {
  /** Of what no route takes. */
  readonly maxRequestBytes: number;
  readonly cors: Cors;
  readonly #options: EntranceOptions;
  /** Takes all that comes, once nothing can be answered any more. */
  #closed: Route | undefined = undefined;

  constructor(options: EntranceOptions) {
    this.#options = options;
    this.maxRequestBytes = options.graphql.maxRequestBytes;
    this.cors = options.cors;
  }

  get isClosed(): boolean {
    return this.#closed !== undefined;
  }

  /** From here on, every request is told that nothing is answered. */
  close(): void {
    this.#closed = closedRoute(this.maxRequestBytes);
  }

  /** The route that takes a request; `execute` is for what none takes. */
  routeOf(head: RequestHead): Route | undefined {
    if (this.#closed) return this.#closed;
    for (const route of this.#options.routes) if (route.takes(head)) return route;
    return undefined;
  }

  /** An answer that is there already. */
  find(route: Route, request: ReadRequest): WrittenAnswer | undefined {
    return route.find?.(request)?.with(this.cors.headersFor(request.head.origin));
  }

  /** @param client aborted when it has gone */
  async answer(route: Route, request: ReadRequest, client: AbortSignal): Promise<WrittenAnswer | Response> {
    const answer = await route.answer(request, client);
    if (answer instanceof WrittenAnswer) return answer.with(this.cors.headersFor(request.head.origin));
    return this.#finished(uncached(answer, false), request.head, request.encoding);
  }

  /** @param request is no larger than it may be */
  async execute(request: Request, head: RequestHead, encoding: Encoding): Promise<Response> {
    const { graphql } = this.#options;
    const operation = graphql.beginOperation({ signal: request.signal });
    const answer = await graphql.execute(request, { operation });
    return this.#finished(uncached(answer, head.hasCredentials), head, encoding);
  }

  /**
   * Answers a request of which nothing has been read, with the platform's own `Response`: frameworks take no other. It is never
   * packed: who serves it packs it for its own clients, and the program that reads it here would have to unpack it.
   */
  async fetch(request: Request): Promise<Response> {
    if (typeof request?.url !== 'string' || typeof request.headers?.get !== 'function') {
      throw new TypeError('fetch: expected a Request, as new Request("http://localhost/graphql?query={site{name}}").');
    }
    if (request.bodyUsed) {
      throw new TypeError('fetch: the body of this Request has been read already; hand on a clone made before that.');
    }
    try {
      return await asPlatformResponse(await this.#answerUnread(request));
    } catch (error) {
      if (error instanceof ClientGone) return refusalResponse(gone(error));
      throw error;
    }
  }

  async #answerUnread(request: Request): Promise<Response> {
    const { fetchAPI, maxRequestBytes } = this.#options.graphql;
    const head = RequestHead.ofFetch(request);
    const route = this.routeOf(head);
    if (!route) {
      const sized = await readWithin(request, maxRequestBytes, fetchAPI.Request);
      return sized ? this.execute(sized, head, 'identity') : this.#tooLarge(maxRequestBytes, head);
    }
    const body = head.mayHaveBody ? await readTextWithin(request, route.mostBytes) : '';
    if (body === undefined) return this.#tooLarge(route.mostBytes, head);
    const read = new ReadRequest(head, body);
    const answer = this.find(route, read) ?? (await this.answer(route, read, request.signal));
    return answer instanceof WrittenAnswer ? answer.asResponse() : answer;
  }

  #tooLarge(limit: number, head: RequestHead): MaybePromise<Response> {
    return this.#finished(refusalResponse(tooLarge(limit)), head, 'identity');
  }

  #finished(answer: Response, head: RequestHead, encoding: Encoding): MaybePromise<Response> {
    addCors(answer.headers, this.cors.headersFor(head.origin));
    return this.#options.compression.encoded(answer, encoding, this.#options.graphql.fetchAPI.Response);
  }
}

/** Read by nobody but the program that asked for it. */
const gone = ({ message }: ClientGone): Refusal => ({ status: 400, code: 'CLIENT_GONE', message });

function closedRoute(mostBytes: number): Route {
  return {
    takes: () => true,
    mostBytes,
    answer: async () =>
      refusalResponse({ status: 503, code: 'INTERNAL_SERVER_ERROR', message: 'This gateway is closed.' }),
  };
}

/** What GraphQL answers with may be a `Response` of its own, which is written several times faster. */
type AnyResponse = Pick<Response, 'status' | 'statusText' | 'headers' | 'text'>;

async function asPlatformResponse(answer: AnyResponse): Promise<Response> {
  if (answer instanceof Response) return answer;
  const { status, statusText, headers } = answer;
  // What it answers is JSON: as a text it is there already.
  const body = withoutBody.includes(status) ? null : await answer.text();
  return new Response(body, { status, statusText, headers: [...headers] });
}

const withoutBody: readonly number[] = [204, 205, 304];
