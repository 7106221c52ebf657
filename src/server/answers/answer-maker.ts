/**
 * Makes an answer that all may have, by having GraphQL asked for nobody in particular.
 * Knows what such an answer is made of, and how long it lives.
 */
import type { Lifetimes } from '../../store/freshness.ts';
import type { GraphqlHandler } from '../graphql-handler.ts';
import type { ReadRequest } from '../http/read-request.ts';
import { Outcome } from '../server-context.ts';
import { Answer } from './answer.ts';
import type { Clients } from './clients.ts';

export interface AnswerMakerOptions extends GraphqlHandler {
  readonly lifetimes: Lifetimes;
}

/** What depends on no document, such as an introspection, may still change with the next release. */
const longestLifetime = 3_600_000;

export class AnswerMaker {
  readonly #options: AnswerMakerOptions;

  constructor(options: AnswerMakerOptions) {
    this.#options = options;
  }

  /**
   * The response where it is none that all may have.
   * @param clients those who wait for it; left out when it is made anew in the background
   */
  async make(request: ReadRequest, clients?: Clients): Promise<Answer | Response> {
    const operation = this.#options.beginOperation({ demandsFresh: clients === undefined, signal: clients?.signal });
    const outcome = new Outcome();
    const response = await this.#options.execute(this.#asked(request), { operation, outcome });
    const now = Date.now();
    const { fresh, stale } = operation.provenance.lifetime(this.#options.lifetimes, now);
    const { ingredients } = operation.provenance;
    const contentType = response.headers.get('content-type') ?? '';
    const isShareable = outcome.isShareable && response.status === 200 && /json/.test(contentType);
    if (!isShareable || fresh <= now) return response;
    const lifetime = {
      fresh: Math.min(fresh, now + longestLifetime),
      stale: Math.min(stale, now + 24 * longestLifetime),
    };
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
