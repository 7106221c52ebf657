/**
 * Answers that are kept: who asks again gets what is there, who asks meanwhile waits for what is being made.
 * Knows which clients wait for an answer, and that one which is getting old is made anew in the background.
 */
import { type Observer, readFailure } from '../../observer.ts';
import { SingleFlight } from '../../single-flight.ts';
import type { AsOf } from '../../store/as-of.ts';
import type { Changes } from '../../store/changes.ts';
import type { Compression } from '../http/compression.ts';
import type { ReadRequest } from '../http/read-request.ts';
import type { WrittenAnswer } from '../http/written-answer.ts';
import { Answer } from './answer.ts';
import type { AnswerCache } from './answer-cache.ts';
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

/** Makes answers of one kind. */
export interface Maker<R extends ReadRequest> {
  /**
   * The response where it is none that all may have.
   * @param clients those who wait for it; left out when it is made anew in the background
   */
  make(request: R, clients?: Clients): Promise<Answer | Response>;
}

export interface KeptAnswersOptions<R extends ReadRequest> {
  readonly maker: Maker<R>;
  readonly cache: AnswerCache;
  readonly changes: Changes;
  readonly compression: Compression;
  readonly observer: Observer;
}

export class KeptAnswers<R extends ReadRequest = ReadRequest> {
  readonly #options: KeptAnswersOptions<R>;
  readonly #underWay = new SingleFlight<string, AnswerUnderWay>();

  constructor(options: KeptAnswersOptions<R>) {
    this.#options = options;
  }

  find(request: R): WrittenAnswer | undefined {
    const answer = this.#kept(request);
    if (!answer || answer.lacks(request.encoding)) return undefined;
    this.#serve(answer, request);
    return answer.written(request.head, request.encoding);
  }

  async answer(request: R, client: AbortSignal): Promise<WrittenAnswer | Response> {
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
  #kept({ key }: R): Answer | undefined {
    const answer = this.#options.cache.find(key);
    return answer && Date.now() < answer.lifetime.stale ? answer : undefined;
  }

  /** To be told of what is given out of what is kept. */
  #serve(answer: Answer, request: R): void {
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

  #begin(request: R, clients?: Clients): Promise<Answer | Response> {
    const asOf = this.#options.changes.now;
    const made = this.#options.maker.make(request, clients).then((result) => {
      if (result instanceof Answer && !isOutdated(result, asOf)) this.#options.cache.keep(result);
      return result;
    });
    this.#underWay.begin(request.key, { asOf, clients, made }, made);
    return made;
  }

  #refresh(answer: Answer, request: R, now: number): void {
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
  async #prepare(answer: Answer, { head, encoding }: R): Promise<WrittenAnswer> {
    if (answer.lacks(encoding)) {
      const grown = () => this.#options.cache.measure(answer);
      await answer.encode(encoding, this.#options.compression, grown)?.catch(() => undefined);
    }
    return answer.written(head, encoding);
  }
}
