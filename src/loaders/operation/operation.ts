/**
 * One operation as the look-ups see it: what it may still ask for, what it has learned so far, and what its answer is made of.
 * Look-ups are shared by all anonymous operations, so everything that belongs to one of them stands here.
 */
import { ClientGone, PressgraphError } from '../../errors.ts';
import type { Line } from '../../event-loop.ts';
import { allOf, andThen } from '../../maybe-promise.ts';
import type { Found } from '../../store/document-cache.ts';
import type { Kind, Lifetimes } from '../../store/freshness.ts';
import { knownSince, merged } from '../../store/known-document.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import type { Waiter } from '../../wordpress/http/turns.ts';
import type { Properties } from '../../wordpress/properties.ts';
import type { LookedUp } from '../loaded.ts';
import type { Rows } from '../source/rows.ts';

/** A request to WordPress that an operation waited for. */
export interface UpstreamRequestRecord {
  /** Never with its arguments: they may hold what a client typed. */
  readonly route: string;
  readonly milliseconds: number;
  readonly bytes: number;
  /** It was under way already, or is shared with others. */
  readonly shared: boolean;
}

/** Those who wait for one upstream request. */
export interface Audience {
  /** Whether only what WordPress says now will do: it is asked in the background, to replace what is getting old. */
  readonly demandsFresh: boolean;
  /** The operations that wait; those who join them are added. */
  readonly waiters: Set<Waiter>;
  /** Counts one request. @throws PressgraphError `BUDGET_EXCEEDED` when nobody may wait for it */
  charge(route: string): void;
  /** Whether a request more than needed would leave enough for what follows. */
  hasToSpare(): boolean;
  made(request: UpstreamRequestRecord): void;
  /** Something was known. */
  hit(found: Found<unknown>): void;
  /** Notes how old something is that an answer is made of, in milliseconds since the epoch. */
  uses(kind: Kind, at: number): void;
  /** Asks anew for what was found getting old, on nobody's behalf: for those who come later. */
  inBackground(): Operation;
}

/** Requests that an operation keeps for itself before it spends one on being faster. */
const leastSpared = 10;

export interface OperationOptions {
  /** Upstream requests that it may make. */
  readonly maxRequests: number;
  /** Milliseconds that it may take; any number of them when left out. */
  readonly timeout?: number;
  /** Aborted when its client has gone. */
  readonly signal?: AbortSignal | undefined;
  /** Where its execution waits while others have their turn. */
  readonly line?: Line;
  readonly demandsFresh?: boolean;
}

export class Operation implements Audience, Waiter {
  readonly demandsFresh: boolean;
  readonly waiters: Set<Waiter> = new Set([this]);
  served = 0;
  waiting = 0;
  readonly requests: UpstreamRequestRecord[] = [];
  /** Documents and lists that were known already. */
  hits = 0;
  /** Lists it has asked for, so that each is asked once. */
  readonly lists = new Map<string, Promise<Rows>>();
  /** Collections of which it has seen a list. */
  readonly listed = new Set<string>();
  readonly #documents = new Map<string, Map<number, LookedUp>>();
  /** When the oldest part of each kind was learned. */
  readonly #oldest = new Map<Kind, number>();
  /** Where its execution waits while others have their turn: it is going to ask for more then. */
  readonly line: Line | undefined;
  readonly #options: OperationOptions;
  readonly #started = performance.now();
  #charged = 0;
  /** Made when somebody waits for its end: most operations are answered of what is known. */
  #ending: AbortController | undefined;
  #hasEnded = false;
  /** Why it has ended, where a limit has ended it. */
  #failure: PressgraphError | undefined;
  readonly #leave = () => this.#ending?.abort(new ClientGone());
  #background: Operation | undefined;
  /** Something was used that is past its time because WordPress failed. */
  #degraded = false;

  constructor(options: OperationOptions) {
    this.#options = options;
    this.line = options.line;
    this.demandsFresh = options.demandsFresh ?? false;
  }

  /** Whether nobody waits for what it asks for any more: it has ended, or its client has gone. */
  get isOver(): boolean {
    return this.#hasEnded || this.#options.signal?.aborted === true;
  }

  /** Why what it still asks for is refused once it is over. */
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

  /** Takes back what it still waits for. @param failure the limit that has ended it, if one has */
  end(failure?: PressgraphError): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#failure = failure;
    if (!this.#ending) return;
    this.#options.signal?.removeEventListener('abort', this.#leave);
    this.#ending.abort(this.reasonToLeave);
  }

  charge(route: string): void {
    const { maxRequests } = this.#options;
    if (this.isOver) throw this.reasonToLeave;
    if (this.millisecondsLeft() <= 0) throw this.overdue();
    if (this.#charged >= maxRequests) {
      throw new PressgraphError(
        'BUDGET_EXCEEDED',
        `This operation needs more than the ${maxRequests} upstream requests that one operation may make. Ask for less of it at a time.`,
        { route },
      );
    }
    this.#charged++;
  }

  /** What is left of its time. */
  millisecondsLeft(): number {
    const { timeout = Number.POSITIVE_INFINITY } = this.#options;
    return timeout - (performance.now() - this.#started);
  }

  /** Why it has to do without what it waits for once its time is over. */
  overdue(): PressgraphError {
    return new PressgraphError(
      'BUDGET_EXCEEDED',
      `This operation takes more than the ${this.#options.timeout} milliseconds that one operation may take. Ask for less of it at a time.`,
    );
  }

  hasToSpare(): boolean {
    return this.#options.maxRequests - this.#charged > leastSpared;
  }

  made(request: UpstreamRequestRecord): void {
    this.requests.push(request);
  }

  /** What it knows of a document: one operation never sees two versions of one. */
  document(collection: string, id: number, wanted: Properties): LookedUp | undefined {
    const known = this.#documents.get(collection)?.get(id);
    return known && knownSince(known, wanted) !== undefined ? known : undefined;
  }

  learn(collection: string, id: number, lesson: LookedUp): void {
    let documents = this.#documents.get(collection);
    if (!documents) {
      documents = new Map();
      this.#documents.set(collection, documents);
    }
    const before = documents.get(id);
    documents.set(id, before ? together(before, lesson) : lesson);
  }

  /** Learns the documents of a list. */
  learnRows(collection: string, { documents }: Pick<Rows, 'documents'>): void {
    this.listed.add(collection);
    for (const lesson of documents) this.learn(collection, lesson.document.id, lesson);
  }

  uses(kind: Kind, at: number): void {
    const known = this.#oldest.get(kind);
    if (known === undefined || at < known) this.#oldest.set(kind, at);
  }

  hit({ kind, at, stage }: Found<unknown>): void {
    this.hits++;
    this.uses(kind, at);
    if (stage === 'spare' || (this.demandsFresh && stage !== 'fresh')) this.#degraded = true;
  }

  /** One for all that it finds, so that what it sets off has the same budget as itself, of requests and of time. */
  inBackground(): Operation {
    if (this.demandsFresh) return this;
    const { maxRequests, timeout = Number.POSITIVE_INFINITY } = this.#options;
    this.#background ??= new Operation({ maxRequests, timeout, demandsFresh: true });
    return this.#background;
  }

  /** Ids of the documents that it has seen, or missed, by collection. Not the documents: who keeps these keeps little. */
  documentIds(): ReadonlyMap<string, ReadonlySet<number>> {
    return new Map([...this.#documents].map(([collection, documents]) => [collection, new Set(documents.keys())]));
  }

  /** Until when its answer is fresh, and until when it may be served while it is made anew; in milliseconds since the epoch. */
  lifetime(lifetimes: Lifetimes, now: number): { readonly fresh: number; readonly stale: number } {
    let [fresh, stale] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const [kind, at] of this.#oldest) {
      const life = lifetimes[kind];
      fresh = Math.min(fresh, at + life.fresh);
      stale = Math.min(stale, at + life.fresh + life.stale);
    }
    return this.#degraded ? { fresh: now, stale: now } : { fresh, stale };
  }
}

/** What two look-ups teach together, once what is deferred of them has come as well. */
function together(before: LookedUp, now: LookedUp): LookedUp {
  const known = merged(before, now);
  if (known === before || known === now || !(before.whole ?? now.whole)) return known;
  const wholes = allOf([before, now], ({ document, whole }) => whole ?? document);
  const whole = andThen(wholes, ([one = null, other = null]) => {
    const { document } = merged({ ...before, document: one }, { ...now, document: other });
    return document as RestDocument;
  }) as Promise<RestDocument>;
  whole.catch(() => undefined);
  return { ...known, whole };
}

/** Several operations that wait for one request; who may wait for no more is left behind without stopping the others. */
export class Joint implements Audience {
  readonly demandsFresh: boolean;
  readonly members: ReadonlySet<Operation>;
  readonly waiters: Set<Waiter>;
  readonly #failures = new Map<Operation, Error>();

  constructor(members: Iterable<Operation>) {
    this.members = new Set(members);
    this.waiters = new Set(this.members);
    this.demandsFresh = [...this.members].some((member) => member.demandsFresh);
  }

  charge(route: string): void {
    for (const member of this.members) {
      if (this.#failures.has(member)) continue;
      try {
        member.charge(route);
      } catch (error) {
        this.#failures.set(member, error as Error);
        this.waiters.delete(member);
      }
    }
    if (this.#failures.size === this.members.size) throw [...this.#failures.values()][0];
  }

  hasToSpare(): boolean {
    return [...this.members].every((member) => member.hasToSpare());
  }

  made(request: UpstreamRequestRecord): void {
    const shared = request.shared || this.members.size > 1;
    for (const member of this.members) member.made({ ...request, shared });
  }

  hit(found: Found<unknown>): void {
    for (const member of this.members) member.hit(found);
  }

  uses(kind: Kind, at: number): void {
    for (const member of this.members) member.uses(kind, at);
  }

  /** On the account of the first: the others have found the same. */
  inBackground(): Operation {
    const [first] = this.members;
    if (!first) throw new Error('Nobody waits for this.');
    return first.inBackground();
  }

  /** Why a member was left behind, if it was. */
  failureOf(member: Operation): Error | undefined {
    return this.#failures.get(member);
  }
}
