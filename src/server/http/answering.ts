/**
 * Answers what comes over a connection: reads each request once, and hands on what it has read.
 * Knows how a client is told that its request cannot be answered.
 *
 * What can be answered from that is written from here, without a `Request`: making one costs more than everything else about
 * a known answer.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServerAdapter, sendNodeResponse } from '@whatwg-node/server';
import { Entrance } from '../entrance.ts';
import type { Route } from '../route.ts';
import type { Cors } from './cors.ts';
import { type Encoding, Encodings } from './encodings.ts';
import { PendingBytes } from './pending-bytes.ts';
import { ReadRequest } from './read-request.ts';
import { malformed, refuse } from './refusal.ts';
import { addressFault, takeProxyForm } from './request-address.ts';
import { readBody } from './request-body.ts';
import { RequestHead } from './request-head.ts';
import { type AnswerHeaders, WrittenAnswer } from './written-answer.ts';

export interface FetchHandler {
  fetch(request: Request): Promise<Response>;
  /** That of a gateway: it is asked by who reads requests himself, so that each is read once. */
  readonly entrance?: object;
}

/** The handler as it is seen from here. */
type Reception = Pick<Entrance, 'maxRequestBytes' | 'cors' | 'routeOf' | 'find' | 'answer' | 'execute'>;

export interface AnsweringOptions {
  /** Memory for requests under way, in bytes. */
  readonly maxPendingBytes: number;
  /** Largest body for a handler that does not say how much it takes, in bytes. */
  readonly maxRequestBytes: number;
  /** Of what is refused for a handler that does not say which pages may read its answers. */
  readonly cors: Cors;
  /** A failure of the handler itself, of which the client is told nothing. */
  readonly onFailure: (error: unknown) => void;
}

export class Answering {
  readonly #reception: Reception;
  readonly #pending: PendingBytes;
  readonly #onFailure: (error: unknown) => void;
  readonly #encodings = new Encodings();
  /** Makes a `Request` of what was read, and asks for it. */
  readonly #execute: (request: IncomingMessage, response: ServerResponse, head: RequestHead) => Promise<Response>;

  constructor(handler: FetchHandler, { maxPendingBytes, maxRequestBytes, cors, onFailure }: AnsweringOptions) {
    const reception =
      handler.entrance instanceof Entrance ? handler.entrance : withoutRoutes(handler, maxRequestBytes, cors);
    this.#reception = reception;
    this.#pending = new PendingBytes(maxPendingBytes);
    this.#onFailure = onFailure;
    const adapter = createServerAdapter<{ readonly head: RequestHead; readonly encoding: Encoding }>(
      (request, { head, encoding }) => reception.execute(request, head, encoding),
    );
    this.#execute = async (request, response, head) =>
      adapter.handleNodeRequestAndResponse(request, response, { head, encoding: this.#encodingFor(head) });
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    takeProxyForm(request);
    const head = RequestHead.ofNode(request);
    const route = this.#reception.routeOf(head);
    if (!head.mayHaveBody) {
      if (route) this.#answerAt(route, new ReadRequest(head, '', this.#encodingFor(head)), request, response);
      else this.#settle(request, response, () => this.#execute(request, response, head));
      return;
    }
    const limit = this.#limitOf(route);
    readBody(request, { told: head.contentLength, limit, hold: this.#pending.holder(response) }, (bytes) => {
      if (!Buffer.isBuffer(bytes)) refuse(request, response, bytes, this.corsFor(request));
      else if (route) {
        this.#answerAt(route, new ReadRequest(head, bytes.toString(), this.#encodingFor(head)), request, response);
      } else this.#settle(request, response, () => this.#execute(withBody(request, bytes), response, head));
    });
  }

  /** Whether a request says beforehand that its body is larger than it may be. */
  isTooLarge(request: IncomingMessage): boolean {
    takeProxyForm(request);
    const head = RequestHead.ofNode(request);
    return head.contentLength > this.#limitOf(this.#reception.routeOf(head));
  }

  /** What the page that asks is told of an answer, also of one that is not made here. */
  corsFor(request: IncomingMessage | undefined): AnswerHeaders {
    return this.#reception.cors.headersFor(request?.headers.origin);
  }

  #encodingFor({ acceptEncoding }: RequestHead): Encoding {
    return this.#encodings.for(acceptEncoding);
  }

  #limitOf(route: Route | undefined): number {
    return route?.mostBytes ?? this.#reception.maxRequestBytes;
  }

  #answerAt(route: Route, read: ReadRequest, request: IncomingMessage, response: ServerResponse): void {
    const known = this.#reception.find(route, read);
    if (known) known.writeTo(response);
    else this.#settle(request, response, () => this.#reception.answer(route, read, clientOf(response)));
  }

  /** Writes what is made for a request, or why nothing can be. */
  #settle(request: IncomingMessage, response: ServerResponse, make: () => Promise<WrittenAnswer | Response>): void {
    const fault = addressFault(request);
    if (fault === undefined) void this.#write(request, response, make).catch(this.#onFailure);
    else refuse(request, response, malformed(fault), this.corsFor(request));
  }

  async #write(
    request: IncomingMessage,
    response: ServerResponse,
    make: () => Promise<WrittenAnswer | Response>,
  ): Promise<void> {
    try {
      const answer = await make();
      if (answer instanceof WrittenAnswer) answer.writeTo(response);
      else await sendNodeResponse(answer, response, request, true);
    } catch (error) {
      // Nobody is there to be told.
      if (response.destroyed) return;
      this.#onFailure(error);
      if (response.headersSent) response.destroy();
      else refuse(request, response, failed, this.corsFor(request));
    }
  }
}

const failed = { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong.' } as const;

function withoutRoutes({ fetch }: FetchHandler, maxRequestBytes: number, cors: Cors): Reception {
  return {
    maxRequestBytes,
    cors,
    routeOf: () => undefined,
    find: () => undefined,
    answer: (route, request, client) => route.answer(request, client),
    execute: (request) => fetch(request),
  };
}

/** Aborted when the client has left before the answer was written. */
function clientOf(response: ServerResponse): AbortSignal {
  const leaving = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) leaving.abort();
  });
  return leaving.signal;
}

/** The adapter takes a body that was read already from this property; it must not look empty. */
function withBody(request: IncomingMessage, bytes: Buffer): IncomingMessage {
  const body = {
    length: bytes.length,
    async *[Symbol.asyncIterator]() {
      yield bytes;
    },
  };
  return Object.assign(request, { body });
}
