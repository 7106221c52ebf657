/**
 * Turns of the event loop, for work that would keep it from everybody else: what has worked for a while stands in line, and
 * goes on in a later turn.
 *
 * A turn lets no more go on than fits into a stretch: all at once would block as long as not waiting at all. The lines are
 * served one after the other, so that a small piece of work does not wait for all of a large one that came before it.
 */

/** Milliseconds of uninterrupted work after which others are let in between. */
const longestStretch = 10;
/** The same for what is small: putting it off costs more than doing it. */
const longestWithSmall = 25;

/** The clock is looked at once in as many questions: it takes longer than most of what is done between them. */
const questionsPerLook = 8;

/** Goes on with some work. */
type Task = () => void;

/** Where the tasks of one piece of work wait, in their order. */
export interface Line {
  enter(task: Task): void;
  /** A promise of the moment in which nothing waits here any more, `undefined` if that is now. */
  drained(): Promise<void> | undefined;
}

/** The event loop, as work that shares it sees it. */
export class EventLoop {
  /** When the present stretch of work began; nothing has worked yet in this turn without it. */
  #began: number | undefined;
  #questions = 0;
  /** How long the stretch was when the clock was looked at last. */
  #lasted = 0;
  #isScheduled = false;
  readonly #waiting: TaskLine[] = [];

  /**
   * Whether the work that asks has to wait: others have not had their turn for too long.
   * @param isSmall whether little is left to do
   */
  isDue(isSmall = false): boolean {
    if (this.#began === undefined) {
      this.#began = performance.now();
      this.#lasted = 0;
      this.#schedule();
    } else if (++this.#questions % questionsPerLook === 0) this.#look(this.#began);
    return this.#lasted > (isSmall ? longestWithSmall : longestStretch);
  }

  /** As `isDue`, for work by the millisecond: the clock is looked at each time. */
  isDueNow(): boolean {
    if (this.#began !== undefined) this.#look(this.#began);
    return this.isDue();
  }

  #look(began: number): void {
    this.#lasted = performance.now() - began;
  }

  /** A promise of a later turn where others have to be let in, `undefined` where work may go on. For work by the millisecond. */
  pause(): Promise<void> | undefined {
    if (!this.isDueNow()) return undefined;
    return new Promise((resolve) => this.line().enter(resolve));
  }

  line(): Line {
    return new TaskLine((line) => {
      this.#waiting.push(line);
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => this.#turn());
  }

  async #turn(): Promise<void> {
    this.#isScheduled = false;
    if (this.#waiting.length === 0) {
      this.#began = undefined;
      return;
    }
    const began = performance.now();
    this.#began = began;
    for (this.#lasted = 0; this.#waiting.length > 0 && this.#lasted <= longestStretch; this.#look(began)) {
      const line = this.#waiting.shift() as TaskLine;
      line.advance();
      // What a task has set going, it has by now.
      await undefined;
      if (line.isEmpty) line.tellDrained();
    }
    // The stretch goes on with whatever else happens in this turn, and ends with it.
    this.#schedule();
  }
}

class TaskLine implements Line {
  /** Those before `#next` are done: taking the first of a long list away would move all others. */
  #tasks: Task[] = [];
  #next = 0;
  #onDrained: (() => void)[] = [];
  /** Whether it stands among the lines that wait: once, however its tasks come. */
  #isQueued = false;
  readonly #queue: (line: TaskLine) => void;

  constructor(queue: (line: TaskLine) => void) {
    this.#queue = queue;
  }

  get isEmpty(): boolean {
    return this.#tasks.length === 0;
  }

  enter(task: Task): void {
    this.#tasks.push(task);
    this.#wait();
  }

  drained(): Promise<void> | undefined {
    if (this.isEmpty) return undefined;
    return new Promise((resolve) => this.#onDrained.push(resolve));
  }

  /** Does the first task, which may enter others here; those that remain wait until the other lines have had a turn. */
  advance(): void {
    this.#isQueued = false;
    const task = this.#tasks[this.#next++];
    if (this.#next === this.#tasks.length) {
      this.#tasks = [];
      this.#next = 0;
    }
    if (!this.isEmpty) this.#wait();
    task?.();
  }

  #wait(): void {
    if (this.#isQueued) return;
    this.#isQueued = true;
    this.#queue(this);
  }

  tellDrained(): void {
    for (const tell of this.#onDrained.splice(0)) tell();
  }
}
