/**
 * Where every request comes in: what needs no GraphQL is answered ahead of it, and so is a query whose answer is known.
 * Knows in which order the routes are asked whether they take it, and how large a body may be there.
 *
 * A server that reads requests itself, as `listen` does, asks for the route first and hands on what it has read; a `Request` is
 * made only of what GraphQL itself is to answer.
 */
import type { GraphqlHandler } from './graphql-handler.ts';
import { uncached } from './http/caching.ts';
import { ReadRequest } from './http/read-request.ts';
import { refusalResponse, tooLarge } from './http/refusal.ts';
import { readTextWithin, readWithin } from './http/request-body.ts';
import { RequestHead } from './http/request-head.ts';
import { WrittenAnswer } from './http/written-answer.ts';
import type { Route } from './route.ts';

export interface EntranceOptions extends GraphqlHandler {
  /** In the order in which they are asked. What none of them takes is for GraphQL: also what is at no path. */
  readonly routes: readonly Route[];
}

export class Entrance {
  /** Of what no route takes. */
  readonly maxRequestBytes: number;
  readonly #options: EntranceOptions;

  constructor(options: EntranceOptions) {
    this.#options = options;
    this.maxRequestBytes = options.maxRequestBytes;
  }

  /** The route that takes a request; `execute` is for what none takes. */
  routeOf(head: RequestHead): Route | undefined {
    for (const route of this.#options.routes) if (route.takes(head)) return route;
    return undefined;
  }

  /** @param client aborted when it has gone */
  async answer(route: Route, request: ReadRequest, client: AbortSignal): Promise<WrittenAnswer | Response> {
    const answer = await route.answer(request, client);
    if (answer instanceof WrittenAnswer) return answer;
    // Nothing of the client was asked for, so its origin was not either.
    answer.headers.set('access-control-allow-origin', '*');
    return uncached(answer, false);
  }

  /** @param request is no larger than it may be */
  async execute(request: Request, head: RequestHead): Promise<Response> {
    const operation = this.#options.beginOperation({ signal: request.signal });
    return uncached(await this.#options.execute(request, { operation }), head.hasCredentials);
  }

  /** Answers a request of which nothing has been read, with the platform's own `Response`: frameworks take no other. */
  async fetch(request: Request): Promise<Response> {
    return asPlatformResponse(await this.#answerUnread(request));
  }

  async #answerUnread(request: Request): Promise<Response> {
    const { fetchAPI, maxRequestBytes } = this.#options;
    const head = RequestHead.ofFetch(request);
    const route = this.routeOf(head);
    if (!route) {
      const sized = await readWithin(request, maxRequestBytes, fetchAPI.Request);
      return sized ? this.execute(sized, head) : refusalResponse(tooLarge(maxRequestBytes));
    }
    const body = head.mayHaveBody ? await readTextWithin(request, route.mostBytes) : '';
    if (body === undefined) return refusalResponse(tooLarge(route.mostBytes));
    const read = new ReadRequest(head, body);
    const answer = route.find?.(read) ?? (await this.answer(route, read, request.signal));
    return answer instanceof WrittenAnswer ? answer.asResponse() : answer;
  }
}

/** What GraphQL answers with may be a `Response` of its own, which is written several times faster. */
type AnyResponse = Pick<Response, 'status' | 'statusText' | 'headers' | 'arrayBuffer'>;

async function asPlatformResponse(answer: AnyResponse): Promise<Response> {
  if (answer instanceof Response) return answer;
  const { status, statusText, headers } = answer;
  const body = withoutBody.includes(status) ? null : await answer.arrayBuffer();
  return new Response(body, { status, statusText, headers: [...headers] });
}

const withoutBody: readonly number[] = [204, 205, 304];
