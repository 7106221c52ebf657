/**
 * Batches: several operations in one HTTP request, as a JSON array, which is answered by an array in the same order.
 * Knows how many there may be, and that each is an operation of its own: one that fails leaves the others. What they cost is counted
 * together, and what they need of the site at one moment is asked for together, as that of several requests is.
 */
import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { EventLoop } from '../../event-loop.ts';
import { Tally } from '../limits/tally.ts';
import type { ServerContext } from '../server-context.ts';

export interface BatchesOptions {
  /** Operations that one request may hold. */
  readonly maxBatch: number;
  readonly eventLoop: EventLoop;
}

export function useBatches({ maxBatch, eventLoop }: BatchesOptions): Plugin<object, ServerContext> {
  /** What the operations of a request have cost so far. */
  const tallies = new WeakMap<Request, Tally>();
  return {
    onRequestParse: ({ request, serverContext }) => ({
      onRequestParseDone({ requestParserResult: operations }) {
        if (!Array.isArray(operations)) return;
        const refusal = reasonToRefuse(operations, maxBatch);
        if (refusal) throw refusal;
        tallies.set(request, new Tally('batch'));
        serverContext.outcome?.expect(operations.length);
      },
    }),
    onParams({ request, params, context }) {
      const tally = tallies.get(request);
      if (!tally) return;
      if (!isObject(params)) throw malformed(`Each member of a batch: expected an object with a "query".`);
      const operation = context.operation.part(eventLoop.line());
      // It has been made for this operation, and looks up in that of the request what it does not have itself.
      Object.assign(context, { operation, tally });
    },
  };
}

function reasonToRefuse({ length }: readonly GraphQLParams[], maxBatch: number): GraphQLError | undefined {
  if (maxBatch === 0) return malformed('Batches are not taken here: expected one operation as a JSON object.');
  if (length === 0) return malformed('The batch is empty: expected an array of operations.');
  if (length <= maxBatch) return undefined;
  const message = `The batch has ${length} operations, and one may have ${maxBatch}. Send fewer at a time.`;
  return new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 413 } } });
}

function isObject(params: unknown): params is GraphQLParams {
  return typeof params === 'object' && params !== null && !Array.isArray(params);
}

function malformed(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
}
