/**
 * GraphQL as the parts of the server see it that ask it: by a `Request`, with an operation for each.
 */
import type { Operation, OperationOptions } from '../loaders/operation/operation.ts';
import type { ServerContext } from './server-context.ts';

export interface GraphqlHandler {
  execute(request: Request, context: ServerContext): Promise<Response>;
  /** Begins an operation within the limits that all have. */
  beginOperation(own: Pick<OperationOptions, 'demandsFresh' | 'signal'>): Operation;
  /** Its own: they are made and written several times faster than the platform's. */
  readonly fetchAPI: { readonly Request: typeof Request; readonly Response: typeof Response };
  /** Largest request body, in bytes. */
  readonly maxRequestBytes: number;
}
