/**
 * What one operation may still take: requests, and time; and when nobody waits for it any more.
 * The operations of a batch take their requests from one account: a batch may ask as much of WordPress as one operation.
 * Knows how each limit is told to a client. What is asked for after the end is refused.
 */
import { ClientGone, PressgraphError } from '../../errors.ts';

export interface BudgetOptions {
  /** Upstream requests that it may make. */
  readonly maxRequests: number;
  /** Milliseconds that it may take; any number of them when left out. */
  readonly timeout?: number;
  /** Aborted when its client has gone. */
  readonly signal?: AbortSignal | undefined;
}

/** Requests that were made for one operation, or for all of a batch together. */
interface Account {
  requests: number;
  owner: 'operation' | 'batch';
}

/** The accounts that have paid for one request: operations of one batch that wait for it together pay once. */
export type Paid = Set<unknown>;

/** Requests that an operation keeps for itself before it spends one on being faster. */
const leastSpared = 10;

export class Budget {
  readonly #options: BudgetOptions;
  readonly #started = performance.now();
  #account: Account = { requests: 0, owner: 'operation' };
  /** Made when somebody waits for the end: most operations are answered of what is known. */
  #ending: AbortController | undefined;
  #hasEnded = false;
  /** Why it has ended, where a limit has ended it. */
  #failure: PressgraphError | ClientGone | undefined;
  readonly #leave = () => this.#ending?.abort(new ClientGone());

  constructor(options: BudgetOptions) {
    this.#options = options;
  }

  /** What it may take in all, for another one, which has no client. */
  get limits(): BudgetOptions {
    const { maxRequests, timeout = Number.POSITIVE_INFINITY } = this.#options;
    return { maxRequests, timeout };
  }

  /** Whether operations of a batch take their requests from it. */
  get isShared(): boolean {
    return this.#account.owner === 'batch';
  }

  /** That of one operation of a batch: with a time and an end of its own, and for the same client. */
  part(): Budget {
    const part = new Budget(this.#options);
    this.#account.owner = 'batch';
    part.#account = this.#account;
    return part;
  }

  /** Whether its client has gone. */
  get isDeserted(): boolean {
    return this.#options.signal?.aborted === true;
  }

  /** Whether nobody waits for the operation any more: it has ended, or its client has gone. */
  get isOver(): boolean {
    return this.#hasEnded || this.isDeserted;
  }

  /** Why what is still asked for is refused once it is over. */
  get reasonToLeave(): PressgraphError | ClientGone {
    return this.#failure ?? new ClientGone();
  }

  /** Aborted when it is over, with the reason. */
  get signal(): AbortSignal {
    if (!this.#ending) {
      this.#ending = new AbortController();
      if (this.isOver) this.#ending.abort(this.reasonToLeave);
      else this.#options.signal?.addEventListener('abort', this.#leave, { once: true });
    }
    return this.#ending.signal;
  }

  /** Takes back what the operation still waits for. @param failure the limit that has ended it, if one has */
  end(failure?: PressgraphError | ClientGone): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#failure = failure;
    if (!this.#ending) return;
    this.#options.signal?.removeEventListener('abort', this.#leave);
    this.#ending.abort(this.reasonToLeave);
  }

  /**
   * Counts one request.
   * @param paid who has paid for it already
   * @throws PressgraphError `BUDGET_EXCEEDED` when there is nothing left
   * @throws ClientGone when nobody waits for it
   */
  charge(route: string, paid?: Paid): void {
    const { maxRequests } = this.#options;
    const account = this.#account;
    if (this.isOver) throw this.reasonToLeave;
    if (this.millisecondsLeft() <= 0) throw this.overdue();
    if (paid?.has(account)) return;
    if (account.requests >= maxRequests) {
      throw new PressgraphError(
        'BUDGET_EXCEEDED',
        `This ${account.owner} needs more than the ${maxRequests} upstream requests that one operation may make. Ask for less of it at a time.`,
        { route },
      );
    }
    account.requests++;
    paid?.add(account);
  }

  /** Whether a request more than needed would leave enough for what follows. */
  hasToSpare(): boolean {
    return this.#options.maxRequests - this.#account.requests > leastSpared;
  }

  /** What is left of the time. */
  millisecondsLeft(): number {
    const { timeout = Number.POSITIVE_INFINITY } = this.#options;
    return timeout - (performance.now() - this.#started);
  }

  /** Why the operation has to do without what it waits for once its time is over. */
  overdue(): PressgraphError {
    return new PressgraphError(
      'BUDGET_EXCEEDED',
      `This operation takes more than the ${this.#options.timeout} milliseconds that one operation may take. Ask for less of it at a time.`,
    );
  }
}
