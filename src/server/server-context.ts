/**
 * What goes with a request through the server, besides the request itself.
 */
import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';
import type { Operation } from '../loaders/operation/operation.ts';
import type { Tally } from './limits/tally.ts';

/** What is handed in with a request. */
export interface ServerContext {
  /** For a request with a batch: what its operations are begun from, each of which has a context of its own. */
  readonly operation: Operation;
  /** Where somebody wants to know. */
  readonly outcome?: Outcome;
  /** Of a batch. */
  readonly tally?: Tally;
}

/** What can be said of a result only where it is made: once it has been written, nobody sees what it was. */
export class Outcome {
  /** Operations that have to be shareable yet: each part of a batch has its own. */
  #left = 1;

  /** Whether the answer is the same for all who ask: only that of queries is, and only without any error. */
  get isShareable(): boolean {
    return this.#left === 0;
  }

  /** Has it judged by as many operations, all of a batch. */
  expect(operations: number): void {
    this.#left = operations;
  }

  judge({ document, operationName }: ExecutionArgs, result: ExecutionResult): void {
    const isQuery = getOperationAST(document, operationName)?.operation === 'query';
    if (isQuery && result.errors === undefined) this.#left--;
  }
}
