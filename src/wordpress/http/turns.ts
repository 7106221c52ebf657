/**
 * Whose request goes to WordPress next, where more are wanted than may be under way at the same time.
 *
 * Requests go in the order in which they came, but as if each had come two seconds later for every request that its operation
 * has had or wants: the two of a visitor go ahead of the thirty of each of a crowd, however many of those came before them.
 * One that several operations wait for counts as that of the most modest. Nobody waits for ever: it is twenty seconds at most
 * that others can go ahead. What no client waits for (refreshes, looks for changes) comes after all that, but has a share of
 * its own.
 */
import { ClientGone, PressgraphError } from '../../errors.ts';

/** An operation that waits for a request. */
export interface Waiter {
  /** No client waits for it: it asks to have something ready for those who come later. */
  readonly demandsFresh: boolean;
  /** Aborted once it waits for nothing any more. */
  readonly signal?: AbortSignal | undefined;
  /** Requests that have been sent for it, and those that wait; both are counted here. */
  served: number;
  waiting: number;
}

export interface TurnsOptions {
  /** Requests that may be under way. */
  readonly places: number;
  /** Requests that may wait. */
  readonly mostWaiting: number;
}

interface Turn {
  readonly since: number;
  /** Others may join while it waits. */
  readonly waiters: ReadonlySet<Waiter>;
  /** Those that were there when it began to wait: it counts as theirs. */
  readonly owners: readonly Waiter[];
  begin(): void;
  refuse(reason: Error): void;
}

/** Milliseconds by which each request that an operation has had or wants puts them all back, and the most that they are. */
const [handicap, mostHandicap] = [2_000, 20_000];
/** One in so many places is given to what nobody waits for, if there is any. */
const backgroundShare = 8;
const nobody: ReadonlySet<Waiter> = new Set();

export class Turns {
  readonly #options: TurnsOptions;
  #free: number;
  #given = 0;
  /** In the order in which they came. */
  #waiting: Turn[] = [];
  readonly #watched = new WeakSet<AbortSignal>();

  constructor(options: TurnsOptions) {
    this.#options = options;
    this.#free = options.places;
  }

  /** Whether nothing is under way. */
  get areIdle(): boolean {
    return this.#free === this.#options.places;
  }

  /**
   * Takes a place, at once or when the promise is kept; `release` has to follow.
   * @throws PressgraphError `OVERLOADED` when too many wait, and the operations that wait for this have no better claim than others
   * @throws ClientGone when the operations that waited for it have left, or the error that ended their operation
   */
  take(waiters: ReadonlySet<Waiter> = nobody): Promise<void> | undefined {
    if (haveLeft(waiters)) throw reasonToLeave(waiters);
    if (this.#free > 0) {
      this.#give(waiters);
      return undefined;
    }
    return new Promise((begin, refuse) => {
      this.#queue({ since: performance.now(), waiters, owners: [...waiters], begin, refuse });
    });
  }

  release(): void {
    this.#free++;
    for (let turn = this.#next(); turn; turn = this.#next()) {
      this.#remove(turn);
      if (haveLeft(turn.waiters)) {
        turn.refuse(reasonToLeave(turn.waiters));
        continue;
      }
      this.#give(turn.waiters);
      turn.begin();
      return;
    }
  }

  #give(waiters: ReadonlySet<Waiter>): void {
    this.#free--;
    this.#given++;
    for (const waiter of waiters) waiter.served++;
  }

  #queue(turn: Turn): void {
    if (this.#waiting.length >= this.#options.mostWaiting) {
      const heaviest = this.#heaviest();
      if (!heaviest || leastDemand(heaviest.waiters) <= leastDemand(turn.waiters) + 1) {
        turn.refuse(this.#overload());
        return;
      }
      this.#remove(heaviest);
      heaviest.refuse(this.#overload());
    }
    this.#waiting.push(turn);
    for (const owner of turn.owners) {
      owner.waiting++;
      if (owner.signal) this.#watch(owner.signal);
    }
  }

  #remove(turn: Turn): void {
    this.#waiting.splice(this.#waiting.indexOf(turn), 1);
    for (const owner of turn.owners) owner.waiting--;
  }

  /** The one whose turn it is. */
  #next(): Turn | undefined {
    if (this.#given % backgroundShare === backgroundShare - 1) {
      const unattended = this.#waiting.find(({ waiters }) => leastDemand(waiters) === Number.POSITIVE_INFINITY);
      if (unattended) return unattended;
    }
    let [first, earliest] = [this.#waiting[0], Number.POSITIVE_INFINITY];
    for (const turn of this.#waiting) {
      const demand = leastDemand(turn.waiters);
      const place = Number.isFinite(demand) ? turn.since + Math.min(handicap * demand, mostHandicap) : demand;
      if (place < earliest) [first, earliest] = [turn, place];
    }
    return first;
  }

  /** The one to do without: the last of the operation that has had or wants most. */
  #heaviest(): Turn | undefined {
    let [heaviest, most] = [undefined as Turn | undefined, Number.NEGATIVE_INFINITY];
    for (const turn of this.#waiting) {
      const demand = leastDemand(turn.waiters);
      if (demand >= most) [heaviest, most] = [turn, demand];
    }
    return heaviest;
  }

  /** A waiter that leaves takes along what nobody else waits for. */
  #watch(signal: AbortSignal): void {
    if (this.#watched.has(signal)) return;
    this.#watched.add(signal);
    const leave = () => {
      for (const turn of this.#waiting.filter(({ waiters }) => haveLeft(waiters))) {
        this.#remove(turn);
        turn.refuse(reasonToLeave(turn.waiters));
      }
    };
    signal.addEventListener('abort', leave, { once: true });
  }

  #overload(): PressgraphError {
    return new PressgraphError(
      'OVERLOADED',
      `More than ${this.#options.mostWaiting} requests wait for WordPress already. Try again in a moment.`,
    );
  }
}

/** Whether a client waits for something, or did when it went. */
export function isForClients(waiters: ReadonlySet<Waiter>): boolean {
  for (const { demandsFresh } of waiters) if (!demandsFresh) return true;
  return false;
}

/** Requests that the most modest of the waiting operations has had or wants; of what no client waits for, more than anybody. */
function leastDemand(waiters: ReadonlySet<Waiter>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { demandsFresh, served, waiting, signal } of waiters) {
    if (!demandsFresh && !signal?.aborted) least = Math.min(least, served + waiting);
  }
  return least;
}

/** The client's own reason, such as that it has gone; or that of a limit which ended the operation. */
function reasonToLeave(waiters: ReadonlySet<Waiter>): Error {
  for (const { signal } of waiters) if (signal?.reason instanceof PressgraphError) return signal.reason;
  return new ClientGone();
}

function haveLeft(waiters: ReadonlySet<Waiter>): boolean {
  if (waiters.size === 0) return false;
  for (const { signal } of waiters) if (!signal?.aborted) return false;
  return true;
}
