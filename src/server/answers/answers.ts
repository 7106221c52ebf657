/**
 * Answers anonymous queries: a repeated one before GraphQL is entered.
 * Knows which requests may share an answer.
 *
 * What may be kept: answers to queries, without errors, for requests without credentials. Everything that such a request can
 * say to GraphQL is in its key, byte for byte.
 */
import type { ReadRequest } from '../http/read-request.ts';
import type { RequestHead } from '../http/request-head.ts';
import type { WrittenAnswer } from '../http/written-answer.ts';
import type { Route } from '../route.ts';
import { AnswerMaker, type AnswerMakerOptions } from './answer-maker.ts';
import { KeptAnswers, type KeptAnswersOptions } from './kept-answers.ts';

export interface AnswersOptions extends AnswerMakerOptions, Omit<KeptAnswersOptions<ReadRequest>, 'maker'> {
  /** Whether answers are kept at all. */
  readonly keeps: boolean;
  readonly graphqlPath: string;
  /** Whether the header that asks for a trace is heeded: its answer is about the one request. */
  readonly traces: boolean;
}

export class Answers implements Route {
  readonly mostBytes: number;
  readonly #options: AnswersOptions;
  readonly #kept: KeptAnswers;
  readonly #queryPath: string;

  constructor(options: AnswersOptions) {
    this.#options = options;
    this.#kept = new KeptAnswers({ ...options, maker: new AnswerMaker(options) });
    this.#queryPath = `${options.graphqlPath}?`;
    this.mostBytes = options.maxRequestBytes;
  }

  takes(head: RequestHead): boolean {
    const { keeps, traces, graphqlPath } = this.#options;
    if (!keeps || head.bypassesCache || (traces && head.isTraced)) return false;
    if (head.method === 'POST') {
      return head.isAt(graphqlPath) && head.contentType?.startsWith('application/json') === true;
    }
    return head.method === 'GET' && head.path.startsWith(this.#queryPath);
  }

  find(request: ReadRequest): WrittenAnswer | undefined {
    return this.#kept.find(request);
  }

  answer(request: ReadRequest, client: AbortSignal): Promise<WrittenAnswer | Response> {
    return this.#kept.answer(request, client);
  }
}
