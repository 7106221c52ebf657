/**
 * What goes with a request through the server, beside the request itself.
 */
import type { Operation } from '../loaders/operation/operation.ts';

/** What is handed in with a request. */
export interface ServerContext {
  readonly operation: Operation;
  /** What execution says of its result. */
  readonly outcome?: { isShareable?: boolean };
}
