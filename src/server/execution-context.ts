/**
 * What resolvers get, made for each execution: nothing that one has loaded, converted or counted is seen by another.
 */
import type { EventLoop } from '../event-loop.ts';
import type { GraphContext } from '../graph/context.ts';
import { LazyParser, TextConversions } from '../graph/fields/text-conversions.ts';
import { Selection } from '../graph/plan/selection.ts';
import type { LoadersFor } from '../loaders/viewers.ts';
import type { Observer } from '../observer.ts';
import { kindOfValue, promisedKind } from '../wordpress/value-kinds.ts';
import type { Execution } from './limits/execution.ts';
import type { ServerContext } from './server-context.ts';

export interface ExecutionContext extends GraphContext {
  readonly execution: Execution;
}

/** What is known of a request when it is executed. */
export interface RequestContext extends ServerContext {
  readonly request: Request;
}

export type ContextFor = (asked: RequestContext, execution: Execution) => ExecutionContext;

export function createContexts(loadersFor: LoadersFor, eventLoop: EventLoop, observer: Observer): ContextFor {
  const parser = new LazyParser();
  return ({ request, operation }, execution) => {
    const authorization = request.headers.get('authorization') ?? undefined;
    return {
      loaders: loadersFor({ authorization, signal: request.signal }, operation),
      texts: new TextConversions({ parser, eventLoop, asker: operation.budget }),
      selection: new Selection(),
      tell: (failure, info) => execution.tell(failure, info),
      drop({ route }, property, promised, value) {
        const dropped = { route, property, promised: promisedKind(promised), came: kindOfValue(value) };
        operation.record.addDropped(dropped);
        observer.dropped?.(dropped);
      },
      execution,
    };
  };
}
