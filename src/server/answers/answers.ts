/**
 * Answers a repeated anonymous query before GraphQL is entered.
 * Knows which requests may share an answer, by what it is called, and that one which is getting old is made anew behind.
 *
 * What may be kept: answers to queries, without errors, for requests without credentials. Everything that such a request can
 * say to GraphQL is in its key, byte for byte.
 */

import type { EventLoop } from '../../event-loop.ts';
import { Operation, type OperationOptions } from '../../loaders/operation/operation.ts';
import { type Observer, readFailure } from '../../observer.ts';
import type { Changes } from '../../store/changes.ts';
import type { Lifetimes } from '../../store/freshness.ts';
import { refusalResponse, tooLarge } from '../http/refusal.ts';
import { textWithin, withinSize } from '../http/request-body.ts';
import { traceHeader } from '../plugins/trace.ts';
import type { ServerContext } from '../server-context.ts';
import { keepTickShape } from '../tick-shape.ts';
import { type Answer, createAnswer, createAnswerCache, isTouched } from './answer-cache.ts';
import { Clients } from './clients.ts';
import { encodeBehind, vary, type WrittenAnswer, write } from './written-answer.ts';

/** A request as far as it determines an answer: each header as it came, `undefined` where there is none. */
export interface AnswerRequest {
  readonly method: string;
  /** Path and query string. */
  readonly path: string;
  /** Empty until it has been read. */
  readonly body: string;
  readonly accept: string | undefined;
  readonly acceptEncoding: string | undefined;
  readonly contentType: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** `Authorization`, or another header that makes the answer one for this request alone. */
  readonly isPersonal: boolean;
  readonly isTraced: boolean;
}

export interface Answers {
  /** Whether a request is of a kind that may have a known answer; its body need not be read to tell. */
  mayKnow(request: AnswerRequest): boolean;
  /** The answer, if it is known; a stale one is made anew behind. */
  find(request: AnswerRequest): WrittenAnswer | undefined;
  /** The answer, known or not. */
  answer(request: Request): Promise<Response>;
}

/** An execution that others may wait for instead of starting their own. */
interface AnswerUnderWay {
  /** How many changes had been announced when it began: after a further one it may be out of date. */
  readonly seen: number;
  /** Absent where it is made anew behind: who wants it now does not wait for what is in no hurry. */
  readonly clients?: Clients | undefined;
  readonly answer: Promise<Answer | undefined>;
}

export interface AnswersOptions {
  readonly maxBytes: number;
  readonly maxUpstreamRequests: number;
  /** Milliseconds that one operation may take. */
  readonly operationTimeout: number;
  readonly eventLoop: EventLoop;
  readonly lifetimes: Lifetimes;
  readonly changes: Changes;
  readonly observer: Observer;
  readonly graphqlPath: string;
  /** Whether the header that asks for a trace is heeded: its answer is about the one request. */
  readonly traces: boolean;
  execute(request: Request, context: ServerContext): Promise<Response>;
  /** Yoga's own: they are made and written several times faster than the platform's. */
  readonly fetchAPI: { readonly Request: typeof Request; readonly Response: typeof Response };
  /** Largest request body, in bytes. */
  readonly maxRequestBytes: number;
}

/** After an attempt to make an answer anew has failed, milliseconds until the next. */
const restMilliseconds = 5_000;
/** What depends on no document, such as an introspection, may still change with the next release. */
const longestLifetime = 3_600_000;

export function createAnswers(options: AnswersOptions): Answers {
  keepTickShape();
  const { changes, observer, lifetimes, graphqlPath, execute, fetchAPI, maxRequestBytes } = options;
  const cache = createAnswerCache(options.maxBytes);
  changes.listen((change) => cache.drop(change));
  const underWay = new Map<string, AnswerUnderWay>();
  const restsUntil = new WeakMap<Answer, number>();

  function begun(more: Pick<OperationOptions, 'demandsFresh' | 'signal'>): Operation {
    const { maxUpstreamRequests: maxRequests, operationTimeout: timeout, eventLoop } = options;
    return new Operation({ maxRequests, timeout, line: eventLoop.line(), ...more });
  }

  const mayKnow: Answers['mayKnow'] = ({ method, path, contentType = '', isPersonal, isTraced }) => {
    if (options.maxBytes === 0 || isPersonal || (options.traces && isTraced)) return false;
    if (method === 'POST') {
      const isOurs = path === graphqlPath || path.startsWith(`${graphqlPath}?`);
      return isOurs && contentType.startsWith('application/json');
    }
    return method === 'GET' && path.startsWith(`${graphqlPath}?`);
  };

  /** The request itself, as it would be asked again: nothing of its client is in it. */
  function asked({ method, path, body, accept = '*/*', contentType = '' }: AnswerRequest): Request {
    const headers = { accept, 'content-type': contentType };
    const url = `http://gateway.invalid${path}`;
    return new fetchAPI.Request(url, { method, headers, ...(method === 'POST' && { body }) });
  }

  /**
   * Executes for an answer that all may have; `undefined` and the response when this is none.
   * @param clients who waits for it; left out when it is made anew behind
   */
  async function made(
    key: string,
    request: Request,
    clients?: Clients,
  ): Promise<{ answer: Answer } | { answer?: undefined; response: Response }> {
    const operation = begun({ demandsFresh: clients === undefined, signal: clients?.signal });
    const seen = changes.count;
    const context: ServerContext = { operation, outcome: {} };
    const response = await execute(request, context);
    const now = Date.now();
    const { fresh, stale } = operation.lifetime(lifetimes, now);
    const ingredients = { lists: operation.listed, documents: operation.documentIds() };
    const contentType = response.headers.get('content-type') ?? '';
    const isShareable = context.outcome?.isShareable && response.status === 200 && /json/.test(contentType);
    if (!isShareable || fresh <= now) return { response };
    const lifetime = {
      fresh: Math.min(fresh, now + longestLifetime),
      stale: Math.min(stale, now + 24 * longestLifetime),
    };
    const answer = createAnswer(key, contentType, Buffer.from(await response.arrayBuffer()), lifetime, ingredients);
    const missed = changes.since(seen);
    const isOutdated = missed === undefined || missed.some((change) => isTouched(answer.ingredients, change));
    if (!isOutdated) cache.keep(answer);
    return { answer };
  }

  function announce(key: string, result: ReturnType<typeof made>, clients?: Clients): Promise<Answer | undefined> {
    const answer = result.then(
      (done) => done.answer,
      () => undefined,
    );
    underWay.set(key, { seen: changes.count, clients, answer });
    const land = () => {
      if (underWay.get(key)?.answer === answer) underWay.delete(key);
    };
    void answer.then(land, land);
    return answer;
  }

  function refreshBehind(answer: Answer, request: AnswerRequest): void {
    const { key } = answer;
    if (underWay.has(key) || (restsUntil.get(answer) ?? 0) > Date.now()) return;
    const what = 'answer';
    observer.refresh?.({ what, step: 'begun' });
    const result = made(key, asked(request));
    const fail = (error?: unknown) => {
      restsUntil.set(answer, Date.now() + restMilliseconds);
      observer.refresh?.({ what, step: 'failed', ...(error !== undefined && { failure: readFailure(error) }) });
    };
    const done = (next: Answer | undefined) => (next ? observer.refresh?.({ what, step: 'done' }) : fail());
    void announce(key, result).then(done, fail);
  }

  function joined(key: string, client: AbortSignal): Promise<Answer | undefined> | undefined {
    const flight = underWay.get(key);
    if (!flight?.clients || flight.clients.signal.aborted || flight.seen !== changes.count) return undefined;
    return flight.clients.wait(client, flight.answer);
  }

  /** An answer that may be served now. */
  function known(key: string, request: AnswerRequest): Answer | undefined {
    const answer = cache.find(key);
    if (!answer) return undefined;
    const now = Date.now();
    if (now >= answer.lifetime.stale) return undefined;
    const isFresh = now < answer.lifetime.fresh;
    observer.hit?.({ kind: 'answer', stage: isFresh ? 'fresh' : 'stale' });
    if (!isFresh) refreshBehind(answer, request);
    return answer;
  }

  function find(request: AnswerRequest): WrittenAnswer | undefined {
    const answer = known(keyOf(request), request);
    return answer && written(answer, request);
  }

  function written(answer: Answer, request: AnswerRequest): WrittenAnswer {
    if (request.acceptEncoding !== undefined) encodeBehind(answer, request.acceptEncoding, cache);
    return write(answer, request);
  }

  /** Its headers are its own: whoever gets it may add to them. */
  function asResponse({ status, headers, body }: WrittenAnswer): Response {
    return new fetchAPI.Response((body ?? null) as BodyInit | null, { status, headers: { ...headers } });
  }

  return {
    mayKnow,
    find,
    async answer(request) {
      const own = new FetchHead(request);
      if (!mayKnow(own)) {
        const sized = await withinSize(request, maxRequestBytes, fetchAPI.Request);
        if (!sized) return refusalResponse(tooLarge(maxRequestBytes));
        const operation = begun({ signal: request.signal });
        return uncached(await execute(sized, { operation }), own.isPersonal);
      }
      const body = own.method === 'POST' ? await textWithin(request, maxRequestBytes) : '';
      if (body === undefined) return refusalResponse(tooLarge(maxRequestBytes));
      own.body = body;
      const key = keyOf(own);
      const answer = known(key, own) ?? (await joined(key, request.signal));
      if (answer) return asResponse(written(answer, own));

      const clients = new Clients();
      const result = made(key, asked(own), clients);
      void announce(key, result, clients).catch(() => undefined);
      const done = await clients.wait(request.signal, result);
      if (done.answer) return asResponse(written(done.answer, own));
      // The request was asked again without its client, so without its origin too.
      done.response.headers.set('access-control-allow-origin', '*');
      return uncached(done.response, false);
    },
  };
}

/** A request's head, each header looked up when somebody asks for it. */
class FetchHead implements AnswerRequest {
  readonly method: string;
  readonly path: string;
  readonly #headers: Headers;
  body = '';

  constructor({ method, url, headers }: Request) {
    this.method = method;
    this.path = url.slice(url.indexOf('/', url.indexOf('//') + 2));
    this.#headers = headers;
  }

  get accept() {
    return this.#headers.get('accept') ?? undefined;
  }

  get acceptEncoding() {
    return this.#headers.get('accept-encoding') ?? undefined;
  }

  get contentType() {
    return this.#headers.get('content-type') ?? undefined;
  }

  get ifNoneMatch() {
    return this.#headers.get('if-none-match') ?? undefined;
  }

  get isPersonal() {
    return this.#headers.has('authorization') || this.#headers.has('content-encoding');
  }

  get isTraced() {
    return this.#headers.has(traceHeader);
  }
}

/** What determines the answer to an anonymous request: who it is from, and on what connection, does not. */
function keyOf({ method, path, body, accept = '', contentType = '' }: AnswerRequest): string {
  return `${method} ${path}\n${accept}\n${contentType}\n${body}`;
}

/** Nobody on the way may keep what was made for one, or what went wrong. */
function uncached(response: Response, isPersonal: boolean): Response {
  response.headers.set('x-content-type-options', 'nosniff');
  if (!response.headers.has('cache-control')) {
    response.headers.set('cache-control', isPersonal ? 'private, no-store' : 'no-store');
    response.headers.append('vary', vary);
  }
  return response;
}
