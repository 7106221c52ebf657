/**
 * One operation as the look-ups see it: its budget, its memory, where its answer comes from, and a record of what it cost.
 * Look-ups are shared by all anonymous operations, so everything that belongs to one of them stands here.
 */

import type { Line } from '../../event-loop.ts';
import type { KeptKind } from '../../kept-kinds.ts';
import type { Found } from '../../store/document-cache.ts';
import type { Waiter } from '../../wordpress/http/turns.ts';
import type { LookedUp } from '../loaded.ts';
import type { DocumentList } from '../source/document-list.ts';
import { Budget, type BudgetOptions, type Paid } from './budget.ts';
import { Memory } from './memory.ts';
import { Provenance } from './provenance.ts';
import { OperationRecord, type UpstreamRequestRecord } from './record.ts';

export interface OperationOptions extends BudgetOptions {
  /** Where its execution waits while others have their turn. */
  readonly line?: Line;
  /** True for background refreshes: kept entries are not good enough unless they are fresh. */
  readonly demandsFresh?: boolean;
  /** The batch that it is a part of: its requests and what its answer is made of count there. */
  readonly batch?: Operation;
}

export class Operation implements Waiter {
  readonly budget: Budget;
  readonly memory = new Memory();
  readonly provenance: Provenance;
  readonly record = new OperationRecord();
  /** Where its execution waits while others have their turn: it is going to ask for more then. */
  readonly line: Line | undefined;
  readonly demandsFresh: boolean;
  readonly waiters: Set<Waiter> = new Set([this]);
  // Counted where turns are given.
  served = 0;
  waiting = 0;
  /** The batch that it is a part of. */
  readonly batch: Operation | undefined;
  #background: Operation | undefined;

  constructor({ line, demandsFresh = false, batch, ...limits }: OperationOptions) {
    this.budget = batch?.budget.part() ?? new Budget(limits);
    this.provenance = batch?.provenance ?? new Provenance(demandsFresh);
    this.batch = batch;
    this.line = line;
    this.demandsFresh = demandsFresh;
  }

  /** Whether it stands for the operations of a batch, or is one of them. */
  get isBatch(): boolean {
    return this.budget.isShared;
  }

  get signal(): AbortSignal {
    return this.budget.signal;
  }

  charge(route: string, paid?: Paid): void {
    this.budget.charge(route, paid);
  }

  hasToSpare(): boolean {
    return this.budget.hasToSpare();
  }

  millisecondsLeft(): number {
    return this.budget.millisecondsLeft();
  }

  noteRequest(request: UpstreamRequestRecord): void {
    this.record.addRequest(request);
  }

  noteHit(found: Found<unknown>): void {
    this.record.addHit();
    this.provenance.usesKnown(found);
  }

  uses(kind: KeptKind, at: number): void {
    this.provenance.uses(kind, at);
  }

  /** Learns what a look-up has brought: a part of its answer from here on. */
  learn(collection: string, id: number, lesson: LookedUp): void {
    this.memory.learnDocument(collection, id, lesson);
    this.provenance.addDocument(collection, id);
  }

  /** Learns the documents of a list, and those that came in them. */
  learnList(collection: string, list: Pick<DocumentList, 'documents' | 'neighbours'>): void {
    this.provenance.addList(collection);
    for (const lesson of list.documents) this.learn(collection, lesson.document.id, lesson);
    this.learnNeighbours(list.neighbours);
  }

  learnNeighbours(neighbours: DocumentList['neighbours'] = []): void {
    for (const { collection, kind, documents } of neighbours) {
      for (const lesson of documents) {
        this.uses(kind, lesson.at);
        this.learn(collection, lesson.document.id, lesson);
      }
    }
  }

  /** Begins one of the operations of a batch that it stands for, with a memory, a record, a time and an end of its own. */
  part(line: Line): Operation {
    return new Operation({ ...this.budget.limits, line, demandsFresh: this.demandsFresh, batch: this });
  }

  /** One for all that it finds, so that what it sets off has the same budget as itself, of requests and of time. */
  inBackground(): Operation {
    if (this.demandsFresh) return this;
    if (this.batch) return this.batch.inBackground();
    this.#background ??= new Operation({ ...this.budget.limits, demandsFresh: true });
    return this.#background;
  }
}
