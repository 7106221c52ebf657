/**
 * What goes with a request through the server, besides the request itself.
 */
import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';
import type { Operation } from '../loaders/operation/operation.ts';

/** What is handed in with a request. */
export interface ServerContext {
  readonly operation: Operation;
  /** Where somebody wants to know. */
  readonly outcome?: Outcome;
}

/** What can be said of a result only where it is made: once it has been written, nobody sees what it was. */
export class Outcome {
  #isShareable = false;

  /** Whether the answer is the same for all who ask: only that of a query is, and only without any error. */
  get isShareable(): boolean {
    return this.#isShareable;
  }

  judge({ document, operationName }: ExecutionArgs, result: ExecutionResult): void {
    const isQuery = getOperationAST(document, operationName)?.operation === 'query';
    this.#isShareable = isQuery && result.errors === undefined;
  }
}
