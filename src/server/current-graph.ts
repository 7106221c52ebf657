/**
 * The graph that is served now. Another one takes its place between two requests: what is under way ends on the one on which
 * it began.
 */
import type { GraphqlHandler } from './graphql-handler.ts';
import type { ReadRequest } from './http/read-request.ts';
import { notTaken, refusalResponse } from './http/refusal.ts';
import type { RequestHead } from './http/request-head.ts';
import type { WrittenAnswer } from './http/written-answer.ts';
import type { Route } from './route.ts';
import type { ServerContext } from './server-context.ts';

/** A graph, with the answers that are kept of it. */
export interface ServedGraph {
  readonly graphql: GraphqlHandler;
  readonly answers: AnsweringRoute;
  /** What is published of it. */
  readonly published: AnsweringRoute | undefined;
  /** Ends keeping what nobody is going to ask for. */
  close(): void;
}

/** A place where answers are kept. */
type AnsweringRoute = Route & { find(request: ReadRequest): WrittenAnswer | undefined };

export class CurrentGraph implements Route, GraphqlHandler {
  #served: ServedGraph;

  constructor(served: ServedGraph) {
    this.#served = served;
  }

  /** Has all further requests answered by this one. */
  replaceBy(next: ServedGraph): void {
    this.#served.close();
    this.#served = next;
  }

  get mostBytes(): number {
    return this.#served.answers.mostBytes;
  }

  get maxRequestBytes(): number {
    return this.#served.graphql.maxRequestBytes;
  }

  get fetchAPI(): GraphqlHandler['fetchAPI'] {
    return this.#served.graphql.fetchAPI;
  }

  /** Where it is published. */
  get published(): Route {
    const now = () => this.#served.published;
    return {
      mostBytes: 0,
      takes: (head) => now()?.takes(head) ?? false,
      find: (request) => now()?.find(request),
      answer: async (request, client) =>
        now()?.answer(request, client) ?? refusalResponse(notTaken(404, 'There is nothing here.')),
    };
  }

  takes(head: RequestHead): boolean {
    return this.#served.answers.takes(head);
  }

  find(request: ReadRequest): WrittenAnswer | undefined {
    return this.#served.answers.find(request);
  }

  answer(request: ReadRequest, client: AbortSignal): Promise<WrittenAnswer | Response> {
    return this.#served.answers.answer(request, client);
  }

  execute(request: Request, context: ServerContext): Promise<Response> {
    return this.#served.graphql.execute(request, context);
  }

  beginOperation(...own: Parameters<GraphqlHandler['beginOperation']>): ReturnType<GraphqlHandler['beginOperation']> {
    return this.#served.graphql.beginOperation(...own);
  }
}
