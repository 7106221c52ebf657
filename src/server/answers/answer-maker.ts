/**
 * Makes an answer that all may have, by having GraphQL asked for nobody in particular.
 * Knows what such an answer is made of, and how long it lives.
 */
import type { Operation } from '../../loaders/operation/operation.ts';
import type { AnswerLifetime } from '../../loaders/operation/provenance.ts';
import type { Lifetimes } from '../../store/freshness.ts';
import type { GraphqlHandler } from '../graphql-handler.ts';
import type { ReadRequest } from '../http/read-request.ts';
import { Outcome } from '../server-context.ts';
import { Answer } from './answer.ts';
import type { Clients } from './clients.ts';
import type { Maker } from './kept-answers.ts';

export interface AnswerMakerOptions extends GraphqlHandler {
  readonly lifetimes: Lifetimes;
}

/** What depends on no document, such as an introspection, may still change with the next release. */
const longestLifetime = 3_600_000;

/** How long what an operation has made lives; nothing where it is to be made anew each time. */
export function lifetimeOf({ provenance }: Operation, lifetimes: Lifetimes): AnswerLifetime | undefined {
  const now = Date.now();
  const { fresh, stale } = provenance.lifetime(lifetimes, now);
  if (fresh <= now) return undefined;
  return { fresh: Math.min(fresh, now + longestLifetime), stale: Math.min(stale, now + 24 * longestLifetime) };
}

export class AnswerMaker implements Maker<ReadRequest> {
  readonly #options: AnswerMakerOptions;

  constructor(options: AnswerMakerOptions) {
    this.#options = options;
  }

  async make(request: ReadRequest, clients?: Clients): Promise<Answer | Response> {
    const operation = this.#options.beginOperation({ demandsFresh: clients === undefined, signal: clients?.signal });
    const outcome = new Outcome();
    const response = await this.#options.execute(this.#asked(request), { operation, outcome });
    const lifetime = lifetimeOf(operation, this.#options.lifetimes);
    const contentType = response.headers.get('content-type') ?? '';
    const isShareable = outcome.isShareable && response.status === 200 && /json/.test(contentType);
    if (!isShareable || !lifetime) return response;
    const { ingredients } = operation.provenance;
    const body = Buffer.from(await response.arrayBuffer());
    return new Answer({ key: request.key, contentType, body, lifetime, ingredients });
  }

  /** The request itself, as it would be asked again: nothing of its client is in it. */
  #asked({ head, body }: ReadRequest): Request {
    const { method, path, accept = '*/*', contentType = '' } = head;
    const headers = { accept, 'content-type': contentType };
    const url = `http://gateway.invalid${path}`;
    return new this.#options.fetchAPI.Request(url, { method, headers, ...(method === 'POST' && { body }) });
  }
}
