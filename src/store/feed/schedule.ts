/**
 * When to look for changes: at regular intervals, and whenever it is asked for, but at most once a second.
 * Knows nothing of what a look is.
 */
import { setTimeout as delay } from 'node:timers/promises';

const leastBetweenLooks = 1_000;
/** The part of the interval by which looks of several gateways drift apart. */
const jitter = 0.2;

export class Schedule {
  readonly #look: () => Promise<void>;
  readonly #interval: number;
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #underWay: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #last = Number.NEGATIVE_INFINITY;

  /**
   * @param look never fails
   * @param interval seconds between two looks; 0 looks only when it is asked for
   */
  constructor(look: () => Promise<void>, interval: number) {
    this.#look = look;
    this.#interval = interval;
  }

  get isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Looks for the first time, and from then on at intervals. */
  start(): void {
    if (this.#interval === 0) return;
    const again = () => this.#scheduleNext();
    void this.#begin().then(again, again);
  }

  /** Looks now, or once more after the look that is under way: that one may have begun too early. Settles when it has looked. */
  ask(): Promise<void> {
    this.#next ??= this.#lookNext();
    return this.#next;
  }

  stop(): void {
    this.#stopping.abort();
    clearTimeout(this.#timer);
  }

  #begin(): Promise<void> {
    this.#last = performance.now();
    this.#underWay = this.#look().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #lookNext(): Promise<void> {
    await this.#underWay;
    const wait = this.#last + leastBetweenLooks - performance.now();
    // Cut short when there is to be no look any more.
    if (wait > 0) await delay(wait, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    this.#next = undefined;
    if (!this.isStopped) await this.#begin();
  }

  #scheduleNext(): void {
    if (this.isStopped) return;
    const again = () => this.#scheduleNext();
    const milliseconds = this.#interval * 1_000 * (1 - jitter * Math.random());
    this.#timer = setTimeout(() => void this.ask().then(again, again), milliseconds).unref();
  }
}
