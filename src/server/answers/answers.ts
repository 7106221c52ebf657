/**
 * Answers anonymous queries: a repeated one before GraphQL is entered.
 * Knows which requests may share an answer, which clients wait for one that is being made, and that one which is getting old is
 * made anew in the background.
 *
 * What may be kept: answers to queries, without errors, for requests without credentials. Everything that such a request can
 * say to GraphQL is in its key, byte for byte.
 */
import { type Observer, readFailure } from '../../observer.ts';
import { SingleFlight } from '../../single-flight.ts';
import type { AsOf } from '../../store/as-of.ts';
import { everything } from '../../store/change.ts';
import type { Changes } from '../../store/changes.ts';
import type { Compression } from '../http/compression.ts';
import type { ReadRequest } from '../http/read-request.ts';
import type { RequestHead } from '../http/request-head.ts';
import type { WrittenAnswer } from '../http/written-answer.ts';
import type { Route } from '../route.ts';
import { Answer } from './answer.ts';
import { AnswerCache } from './answer-cache.ts';
import { AnswerMaker, type AnswerMakerOptions } from './answer-maker.ts';
import { Clients } from './clients.ts';
import { isTouched } from './ingredients.ts';

/** An execution that others may wait for instead of starting their own. */
interface AnswerUnderWay {
  /** When it began: after a further change it may be out of date. */
  readonly asOf: AsOf;
  /** Absent where it is made anew in the background: a client that wants it now does not wait for what is in no hurry. */
  readonly clients: Clients | undefined;
  readonly made: Promise<Answer | Response>;
}

type JoinableAnswer = AnswerUnderWay & { readonly clients: Clients };

function isJoinable(flight: AnswerUnderWay): flight is JoinableAnswer {
  return flight.clients?.signal.aborted === false;
}

/** The answer, if it is one for all who ask. */
function waitForAnswer({ clients, made }: JoinableAnswer, client: AbortSignal): Promise<Answer | undefined> {
  const shared = made.then(
    (result) => (result instanceof Answer ? result : undefined),
    () => undefined,
  );
  return clients.wait(client, shared);
}

/** Whether a change that was announced while it was made concerns it. */
function isOutdated({ ingredients }: Answer, asOf: AsOf): boolean {
  const missed = asOf.missed();
  return missed === undefined || missed.some((change) => isTouched(ingredients, change));
}

export interface AnswersOptions extends AnswerMakerOptions {
  /** Of the answers that are kept. */
  readonly maxBytes: number;
  readonly changes: Changes;
  readonly compression: Compression;
  readonly observer: Observer;
  readonly graphqlPath: string;
  /** Whether the header that asks for a trace is heeded: its answer is about the one request. */
  readonly traces: boolean;
}

export class Answers implements Route {
  readonly mostBytes: number;
  readonly #options: AnswersOptions;
  readonly #cache: AnswerCache;
  readonly #maker: AnswerMaker;
  readonly #underWay = new SingleFlight<string, AnswerUnderWay>();
  readonly #queryPath: string;
  readonly #stopListening: () => void;

  constructor(options: AnswersOptions) {
    this.#options = options;
    this.#cache = new AnswerCache(options.maxBytes);
    this.#maker = new AnswerMaker(options);
    this.#queryPath = `${options.graphqlPath}?`;
    this.mostBytes = options.maxRequestBytes;
    this.#stopListening = options.changes.listen((change) => this.#cache.drop(change));
  }

  /** Nothing is asked of it any more: what is under way ends, and is kept for nobody. */
  close(): void {
    this.#stopListening();
    this.#cache.drop(everything);
  }

  takes(head: RequestHead): boolean {
    const { maxBytes, traces, graphqlPath } = this.#options;
    if (maxBytes === 0 || head.bypassesCache || (traces && head.isTraced)) return false;
    if (head.method === 'POST') {
      return head.isAt(graphqlPath) && head.contentType?.startsWith('application/json') === true;
    }
    return head.method === 'GET' && head.path.startsWith(this.#queryPath);
  }

  find(request: ReadRequest): WrittenAnswer | undefined {
    const answer = this.#kept(request);
    if (!answer || answer.lacks(request.encoding)) return undefined;
    this.#serve(answer, request);
    return answer.written(request.head, request.encoding);
  }

  async answer(request: ReadRequest, client: AbortSignal): Promise<WrittenAnswer | Response> {
    const kept = this.#kept(request);
    if (kept) {
      this.#serve(kept, request);
      return this.#prepare(kept, request);
    }
    const flight = this.#joinable(request.key);
    const joined = flight && (await waitForAnswer(flight, client));
    if (joined) return this.#prepare(joined, request);
    const clients = new Clients();
    const made = await clients.wait(client, this.#begin(request, clients));
    return made instanceof Answer ? this.#prepare(made, request) : made;
  }

  /** What is kept for a request, unless its time is over. */
  #kept({ key }: ReadRequest): Answer | undefined {
    const answer = this.#cache.find(key);
    return answer && Date.now() < answer.lifetime.stale ? answer : undefined;
  }

  /** To be told of what is given out of what is kept. */
  #serve(answer: Answer, request: ReadRequest): void {
    const now = Date.now();
    const isFresh = now < answer.lifetime.fresh;
    this.#options.observer.hit?.({ kind: 'answer', stage: isFresh ? 'fresh' : 'stale' });
    if (!isFresh) this.#refresh(answer, request, now);
  }

  /** What others have begun, unless it is given up or may be out of date. */
  #joinable(key: string): JoinableAnswer | undefined {
    const flight = this.#underWay.find(key);
    if (!flight || flight.asOf !== this.#options.changes.now) return undefined;
    return isJoinable(flight) ? flight : undefined;
  }

  #begin(request: ReadRequest, clients?: Clients): Promise<Answer | Response> {
    const asOf = this.#options.changes.now;
    const made = this.#maker.make(request, clients).then((result) => {
      if (result instanceof Answer && !isOutdated(result, asOf)) this.#cache.keep(result);
      return result;
    });
    this.#underWay.begin(request.key, { asOf, clients, made }, made);
    return made;
  }

  #refresh(answer: Answer, request: ReadRequest, now: number): void {
    if (answer.isCoolingDown(now) || this.#underWay.find(request.key)) return;
    const { observer } = this.#options;
    const what = 'answer';
    observer.refresh?.({ what, step: 'begun' });
    const fail = (error?: unknown) => {
      answer.coolDown();
      observer.refresh?.({ what, step: 'failed', ...(error !== undefined && { failure: readFailure(error) }) });
    };
    const done = (made: Answer | Response) =>
      made instanceof Answer ? observer.refresh?.({ what, step: 'done' }) : fail();
    void this.#begin(request).then(done, fail);
  }

  /** In the encoding that the client takes; as it is where that cannot be made. */
  async #prepare(answer: Answer, { head, encoding }: ReadRequest): Promise<WrittenAnswer> {
    if (answer.lacks(encoding)) {
      const grown = () => this.#cache.measure(answer);
      await answer.encode(encoding, this.#options.compression, grown)?.catch(() => undefined);
    }
    return answer.written(head, encoding);
  }
}
