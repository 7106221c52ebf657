/**
 * The operations that wait for one upstream request: one, several of a batch, or others that have joined. An operation is an audience of one.
 * Knows that what one of them may not do any more says nothing of the others.
 */
import type { KeptKind } from '../../kept-kinds.ts';
import type { Found } from '../../store/document-cache.ts';
import type { Waiter } from '../../wordpress/http/turns.ts';
import type { Paid } from './budget.ts';
import type { Operation } from './operation.ts';
import type { UpstreamRequestRecord } from './record.ts';

export interface Audience {
  /** True for background refreshes: kept entries are not good enough unless they are fresh. */
  readonly demandsFresh: boolean;
  /** The operations that wait; those that join them are added. */
  readonly waiters: Set<Waiter>;
  /**
   * Counts one request.
   * @param paid who has paid for it already; those who pay now are added
   * @throws PressgraphError `BUDGET_EXCEEDED` when none of them has anything left
   * @throws ClientGone when nobody waits for it
   */
  charge(route: string, paid?: Paid): void;
  /** Whether a request more than needed would leave enough for what follows. */
  hasToSpare(): boolean;
  /** What is left of the time of the one that has least. */
  millisecondsLeft(): number;
  /** Notes a request that is over. */
  noteRequest(request: UpstreamRequestRecord): void;
  /** Notes that something was known. */
  noteHit(found: Found<unknown>): void;
  /** Notes how old something is that an answer is made of, in milliseconds since the epoch. */
  uses(kind: KeptKind, at: number): void;
  /** An operation that asks again for what is getting old, with no client that waits for it. */
  inBackground(): Operation;
}

/**
 * Several operations that wait for one request. One that may wait for no more is left out without stopping the others. What
 * was begun for them is finished for those who have joined as waiters meanwhile.
 */
export class Joint implements Audience {
  readonly demandsFresh: boolean;
  readonly members: ReadonlySet<Operation>;
  readonly waiters: Set<Waiter>;
  readonly #failures = new Map<Operation, Error>();
  #hasBegun = false;

  constructor(members: Iterable<Operation>, waiters = new Set<Waiter>(members)) {
    this.members = new Set(members);
    this.waiters = waiters;
    this.demandsFresh = [...this.members].some((member) => member.demandsFresh);
  }

  charge(route: string, paid: Paid = new Set()): void {
    for (const member of this.members) {
      if (this.#failures.has(member)) continue;
      try {
        member.charge(route, paid);
      } catch (error) {
        this.#failures.set(member, error as Error);
        this.waiters.delete(member);
      }
    }
    const isForOthers = this.#hasBegun && this.waiters.size > 0;
    if (this.#failures.size === this.members.size && !isForOthers) throw [...this.#failures.values()][0];
    this.#hasBegun = true;
  }

  hasToSpare(): boolean {
    return [...this.members].every((member) => member.hasToSpare());
  }

  millisecondsLeft(): number {
    return Math.min(...[...this.members].map((member) => member.millisecondsLeft()));
  }

  noteRequest(request: UpstreamRequestRecord): void {
    const shared = request.shared || this.members.size > 1;
    for (const member of this.members) member.noteRequest({ ...request, shared });
  }

  noteHit(found: Found<unknown>): void {
    for (const member of this.members) member.noteHit(found);
  }

  uses(kind: KeptKind, at: number): void {
    for (const member of this.members) member.uses(kind, at);
  }

  /** On the account of the first: the others have found the same. */
  inBackground(): Operation {
    const [first] = this.members;
    if (!first) throw new Error('Nobody waits for this.');
    return first.inBackground();
  }

  /** The error that took a member out (budget spent, client gone), if any. */
  failureOf(member: Operation): Error | undefined {
    return this.#failures.get(member);
  }
}

/** An audience as it set out, while others join it: they wait for the same requests, and are told of them afterwards. */
export class JoinedAudience implements Audience {
  readonly demandsFresh: boolean;
  readonly waiters: Set<Waiter>;
  readonly #first: Audience;
  readonly #others: Audience[] = [];
  readonly #requests: UpstreamRequestRecord[] = [];
  #hasBegun = false;
  /** For the request that is under way, or about to be. */
  #paid: Paid = new Set();
  readonly #hits: Found<unknown>[] = [];
  readonly #uses: (readonly [kind: KeptKind, at: number])[] = [];

  constructor(first: Audience) {
    this.#first = first;
    this.demandsFresh = first.demandsFresh;
    this.waiters = new Set(first.waiters);
  }

  /** @throws what `charge` throws, for an audience that may ask for nothing any more */
  join(other: Audience, route: string): void {
    other.charge(route, this.#paid);
    this.#others.push(other);
    for (const waiter of other.waiters) this.waiters.add(waiter);
  }

  /** Tells one that has joined what the first was told: its answer is made of the same, and as old. */
  tell(other: Audience): void {
    for (const request of this.#requests) other.noteRequest({ ...request, shared: true });
    for (const found of this.#hits) other.noteHit(found);
    for (const [kind, at] of this.#uses) other.uses(kind, at);
  }

  /** What was begun is finished at the cost of one who has joined, where the first may wait for no more. */
  charge(route: string, paid: Paid = this.#hasBegun ? new Set() : this.#paid): void {
    this.#paid = paid;
    try {
      this.#first.charge(route, paid);
      this.#hasBegun = true;
    } catch (error) {
      if (!this.#hasBegun || !this.#others.some((other) => isCharged(other, route, paid))) throw error;
    }
  }

  hasToSpare(): boolean {
    return this.#first.hasToSpare();
  }

  millisecondsLeft(): number {
    return this.#first.millisecondsLeft();
  }

  noteRequest(request: UpstreamRequestRecord): void {
    this.#requests.push(request);
    this.#first.noteRequest(request);
  }

  noteHit(found: Found<unknown>): void {
    this.#hits.push(found);
    this.#first.noteHit(found);
  }

  uses(kind: KeptKind, at: number): void {
    this.#uses.push([kind, at]);
    this.#first.uses(kind, at);
  }

  inBackground(): Operation {
    return this.#first.inBackground();
  }
}

function isCharged(audience: Audience, route: string, paid: Paid): boolean {
  try {
    audience.charge(route, paid);
    return true;
  } catch {
    return false;
  }
}
