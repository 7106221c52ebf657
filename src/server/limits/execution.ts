/**
 * One execution of an operation: what it has given out so far, what it waits for, and when it has to end.
 * Knows the limits of an answer; the fields that count against them are watched in `guarded-schema.ts`.
 */
import {
  type ExecutionResult,
  GraphQLError,
  type GraphQLResolveInfo,
  locatedError,
  responsePathAsArray,
} from 'graphql';
import { ClientGone, PressgraphError } from '../../errors.ts';
import type { EventLoop, Line } from '../../event-loop.ts';
import type { Operation } from '../../loaders/operation/operation.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import { Tally } from './tally.ts';

export interface ExecutionLimits {
  readonly maxDocuments: number;
  readonly maxAnswerBytes: number;
}

/** Milliseconds: a timer for longer would go off at once. */
const longestTimer = 2 ** 31 - 1;

/** Errors told in one answer: each costs as much as a document, and a few hundred say enough. */
const mostErrors = 200;

/** A field that waits for something, and can be told that it waits no longer. */
interface Waiting {
  refuse(error: unknown): void;
}

/** The answer to an operation that is beyond a limit, or that nobody waits for. */
export function refusal(error: PressgraphError | ClientGone): ExecutionResult {
  return { data: null, errors: [new GraphQLError(error.message, { originalError: error })] };
}

export class Execution {
  readonly eventLoop: EventLoop;
  /** Whether its answer stands, so that nothing of what is left matters. */
  isOver = false;
  /** Whether it is over, or overdue. */
  isEnding = false;
  /** Why its fields fail, once its time is over. */
  overdue: PressgraphError | undefined = undefined;
  /** Never settles: what is asked for after the end leads nowhere, at hardly any cost, and goes when the operation does. */
  readonly never = new Promise<never>(() => undefined);
  readonly #limits: ExecutionLimits;
  readonly #operation: Operation;
  readonly #line: Line;
  readonly #pending = new Set<Waiting>();
  readonly #tally: Tally;
  #errors = 0;
  /** Failures at fields whose values stand. */
  readonly #toldOf: GraphQLError[] = [];
  /** The first error that is not told by itself. */
  #untold: unknown;
  #failure: PressgraphError | ClientGone | undefined;
  #finish: ((result: ExecutionResult) => void) | undefined;

  /** @param tally that of its batch */
  constructor(limits: ExecutionLimits, operation: Operation, eventLoop: EventLoop, tally = new Tally()) {
    this.#tally = tally;
    this.#limits = limits;
    this.#operation = operation;
    this.#line = operation.line ?? eventLoop.line();
    this.eventLoop = eventLoop;
  }

  /** Executes, until there is an answer, a limit is passed, or the time is over. */
  async run(execute: () => MaybePromise<ExecutionResult>): Promise<ExecutionResult> {
    let timer: NodeJS.Timeout | undefined;
    try {
      const executed = execute();
      if (this.#failure) return refusal(this.#failure);
      if (!(executed instanceof Promise)) return this.#told(executed);
      timer = setTimeout(() => this.#timeOut(), Math.min(this.#operation.budget.millisecondsLeft(), longestTimer));
      return await new Promise<ExecutionResult>((resolve, reject) => {
        this.#finish = resolve;
        executed.then((result) => resolve(this.#told(result)), reject);
      });
    } finally {
      clearTimeout(timer);
      this.#pending.clear();
      // Where a field failed, its list may be `null` already and other fields of it still be waited for.
      this.#operation.budget.end();
    }
  }

  countDocuments(count: number): void {
    this.#tally.documents += count;
    if (this.#tally.documents <= this.#limits.maxDocuments) return;
    this.end(tooManyDocuments(this.#limits.maxDocuments, this.#tally.owner));
  }

  countBytes(bytes: number): void {
    this.#tally.bytes += bytes;
    if (this.#tally.bytes > this.#limits.maxAnswerBytes) this.end(tooManyBytes(this.#limits.maxAnswerBytes));
  }

  /** Bytes that may still be given out. */
  get bytesLeft(): number {
    return this.#limits.maxAnswerBytes - this.#tally.bytes;
  }

  /** Ends it with one error: nobody waits for what is left. */
  end(failure: PressgraphError | ClientGone): void {
    if (this.#failure) return;
    this.#failure = failure;
    this.isOver = true;
    this.isEnding = true;
    this.#pending.clear();
    this.#operation.budget.end(failure);
    this.#finish?.(refusal(failure));
  }

  /** What a field that can be `null` becomes when it fails: an error, or `null` alone where there are many already. */
  fail(error: unknown): null {
    this.#errors++;
    if (this.#errors <= mostErrors) throw error;
    this.#untold ??= error;
    return null;
  }

  /** Tells of a failure at a field whose value stands. */
  tell(failure: Error, { fieldNodes, path }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'path'>): void {
    this.#errors++;
    if (this.#errors <= mostErrors) this.#toldOf.push(locatedError(failure, fieldNodes, responsePathAsArray(path)));
    else this.#untold ??= failure;
  }

  /**
   * Waits with a field for a promise, no longer than the operation may take.
   * @param then makes the field's value of it, once others have had their turn
   * @param failed says what becomes of a field that failed
   */
  wait<T>(
    promise: Promise<unknown>,
    then: (value: unknown) => T | Promise<T>,
    failed: (error: unknown) => T,
  ): Promise<T> {
    return this.#beginWaiting(failed, (settle, refuse) => {
      promise.then((value) => {
        const go = () => settle(() => attempt(() => then(value), failed));
        if (this.eventLoop.isDue()) this.#enter(go);
        else go();
      }, refuse);
    });
  }

  /** Goes on with a field in a later turn of the event loop. */
  postpone<T>(work: () => T | Promise<T>, failed: (error: unknown) => T): Promise<T> {
    return this.#beginWaiting(failed, (settle) => this.#enter(() => settle(() => attempt(work, failed))));
  }

  /** Goes on in a later turn, unless the client has left by then: clients that ask and leave would pile up work without end. */
  #enter(go: () => void): void {
    this.#line.enter(() => {
      if (this.#operation.budget.isDeserted) this.end(new ClientGone());
      else go();
    });
  }

  #beginWaiting<T>(
    failed: (error: unknown) => T,
    begin: (settle: (work: () => T | Promise<T>) => void, refuse: (error: unknown) => void) => void,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settleWith = (work: () => T | Promise<T>) => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      };
      const waiting: Waiting = {
        refuse: (error) => {
          if (this.#pending.delete(waiting)) settleWith(() => failed(error));
        },
      };
      // What still waits after the end does so for ever.
      const settle = (work: () => T | Promise<T>) => {
        if (this.#pending.delete(waiting)) settleWith(work);
      };
      this.#pending.add(waiting);
      if (this.overdue) waiting.refuse(this.overdue);
      else begin(settle, waiting.refuse);
    });
  }

  /** The client gets what is there. */
  #timeOut(): void {
    this.overdue = this.#operation.budget.overdue();
    this.isEnding = true;
    this.#operation.budget.end(this.overdue);
    for (const waiting of [...this.#pending]) waiting.refuse(this.overdue);
  }

  #told(executed: ExecutionResult): ExecutionResult {
    const result =
      this.#toldOf.length === 0 ? executed : { ...executed, errors: [...(executed.errors ?? []), ...this.#toldOf] };
    if (this.#untold === undefined) return result;
    const untold = this.#errors - mostErrors;
    const message = `${untold} further fields are null, or lack something, because they failed; only ${mostErrors} errors are told one by one.`;
    const { code } = this.#untold instanceof PressgraphError ? this.#untold : { code: 'INTERNAL_SERVER_ERROR' };
    return { ...result, errors: [...(result.errors ?? []), new GraphQLError(message, { extensions: { code } })] };
  }
}

function attempt<T>(work: () => T | Promise<T>, failed: (error: unknown) => T): T | Promise<T> {
  try {
    return work();
  } catch (error) {
    return failed(error);
  }
}

export function tooManyDocuments(limit: number, owner: Tally['owner'], found?: number): PressgraphError {
  const message =
    found === undefined
      ? `The ${owner} gives out more than the ${limit} documents that one operation may. Ask for less of it at a time.`
      : `The ${owner} asks for up to ${found} documents, and one operation may ask for ${limit}. Ask for smaller pages, or for less of it at a time.`;
  return new PressgraphError('OPERATION_TOO_LARGE', message);
}

export function tooManyBytes(limit: number): PressgraphError {
  const message = `The answer is larger than the ${limit} bytes that one answer may have. Ask for less of it at a time.`;
  return new PressgraphError('OPERATION_TOO_LARGE', message);
}
