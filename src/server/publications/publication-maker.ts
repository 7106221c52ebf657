/**
 * Makes publications of what the graph answers to visitors: within the limits of any operation, and kept as its answers are.
 */
import { readMap } from '../../wordpress/values.ts';
import { Answer } from '../answers/answer.ts';
import { type AnswerMakerOptions, lifetimeOf } from '../answers/answer-maker.ts';
import type { Clients } from '../answers/clients.ts';
import type { Maker } from '../answers/kept-answers.ts';
import { type Refusal, refusalResponse } from '../http/refusal.ts';
import { Outcome } from '../server-context.ts';
import type { PublicationRequest } from './publication.ts';

export class PublicationMaker implements Maker<PublicationRequest> {
  readonly #options: AnswerMakerOptions;
  readonly #graphqlPath: string;

  constructor(options: AnswerMakerOptions, graphqlPath: string) {
    this.#options = options;
    this.#graphqlPath = graphqlPath;
  }

  async make(request: PublicationRequest, clients?: Clients): Promise<Answer | Response> {
    const { beginOperation, execute, lifetimes, fetchAPI } = this.#options;
    const { publication, place, key } = request;
    const operation = beginOperation({ demandsFresh: clients === undefined, signal: clients?.signal });
    const outcome = new Outcome();
    const response = await execute(this.#asked(publication.question), { operation, outcome });
    const { data, errors } = readMap(await response.json()) ?? {};
    const written = publication.write(place)(readMap(data) ?? {});
    if (written === undefined) return refusalResponse(refusalOf(errors));
    if (typeof written !== 'string') return refusalResponse(written);
    const body = Buffer.from(written);
    const { contentType } = publication;
    const lifetime = lifetimeOf(operation, lifetimes);
    // Something that belongs here is left out: the next one who asks may find it.
    if (!outcome.isShareable || !lifetime) {
      const headers = { 'content-type': contentType, 'content-length': String(body.length) };
      return new fetchAPI.Response(body as unknown as BodyInit, { headers });
    }
    return new Answer({ key, contentType, body, lifetime, ingredients: operation.provenance.ingredients });
  }

  #asked({ query, variables }: PublicationRequest['publication']['question']): Request {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    const body = JSON.stringify({ query, variables });
    return new this.#options.fetchAPI.Request(`http://gateway.invalid${this.#graphqlPath}`, {
      method: 'POST',
      headers,
      body,
    });
  }
}

/** For a crawler: it comes again. */
function refusalOf(errors: unknown): Refusal {
  const [first] = Array.isArray(errors) ? errors : [];
  const { message, extensions } = readMap(first) ?? {};
  const { code } = readMap(extensions) ?? {};
  return {
    status: 503,
    code: typeof code === 'string' ? (code as Refusal['code']) : 'INTERNAL_SERVER_ERROR',
    message: typeof message === 'string' ? message : 'The graph has no answer.',
    headers: { 'retry-after': '60' },
  };
}
