/**
 * What one operation has cost: the requests to WordPress that it waited for, and what was known already. And what its answer
 * lacks, because documents do not hold what their site promises.
 */
import type { DroppedEvent } from '../../observer.ts';

/** A request to WordPress that an operation waited for. */
export interface UpstreamRequestRecord {
  /** Never with its arguments: they may hold what a client typed. */
  readonly route: string;
  readonly milliseconds: number;
  /** Length of the answer's body; 0 where there was none. */
  readonly bytes: number;
  /** It was under way already, or is shared with others. */
  readonly shared: boolean;
  /** One of pressgraph's codes, where it failed. */
  readonly code?: string;
}

/** Values of one property that were left out. */
export interface DroppedRecord extends DroppedEvent {
  readonly count: number;
}

export class OperationRecord {
  readonly #requests: UpstreamRequestRecord[] = [];
  #hits = 0;
  readonly #dropped = new Map<string, DroppedRecord>();

  get requests(): readonly UpstreamRequestRecord[] {
    return this.#requests;
  }

  /** Documents and lists that were known already. */
  get hits(): number {
    return this.#hits;
  }

  /** By property, and by what came in place of its value. */
  get dropped(): readonly DroppedRecord[] {
    return [...this.#dropped.values()];
  }

  addDropped(event: DroppedEvent): void {
    const { route, property, promised, came } = event;
    const key = JSON.stringify([route, property, promised, came]);
    this.#dropped.set(key, { ...event, count: (this.#dropped.get(key)?.count ?? 0) + 1 });
  }

  addRequest(request: UpstreamRequestRecord): void {
    this.#requests.push(request);
  }

  addHit(): void {
    this.#hits++;
  }
}
