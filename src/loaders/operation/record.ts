/**
 * What one operation has cost: the requests to WordPress that it waited for, and what was known already.
 */

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

export class OperationRecord {
  readonly #requests: UpstreamRequestRecord[] = [];
  #hits = 0;

  get requests(): readonly UpstreamRequestRecord[] {
    return this.#requests;
  }

  /** Documents and lists that were known already. */
  get hits(): number {
    return this.#hits;
  }

  addRequest(request: UpstreamRequestRecord): void {
    this.#requests.push(request);
  }

  addHit(): void {
    this.#hits++;
  }
}
