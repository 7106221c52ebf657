/**
 * Tells a client that asks for it what its operation cost: upstream requests, what was known already, and how long it took. And
 * which values its answer lacks, because they are not what the site's schema promises.
 * Source: the `Server-Timing` header (W3C Server Timing) and GraphQL's `extensions`.
 */
import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { traceHeader } from '../http/request-head.ts';
import type { ServerContext } from '../server-context.ts';

export function useTrace(): Plugin<object, ServerContext> {
  const started = new WeakMap<Request, number>();
  return {
    onRequest({ request }) {
      if (request.headers.has(traceHeader)) started.set(request, performance.now());
    },
    onExecute({ args }) {
      const { request, operation } = args.contextValue as unknown as ServerContext & { readonly request: Request };
      if (!operation || !started.has(request)) return undefined;
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) return;
          const { requests, hits, dropped } = operation.record;
          const upstream = requests.map(({ milliseconds, ...request }) => ({
            ...request,
            milliseconds: rounded(milliseconds),
          }));
          const { extensions } = result as ExecutionResult;
          setResult({ ...result, extensions: { ...extensions, pressgraph: { upstream, hits, dropped } } });
        },
      };
    },
    onResponse({ request, response, serverContext }) {
      const start = started.get(request);
      if (start === undefined || !serverContext?.operation) return;
      const { record, isBatch } = serverContext.operation;
      const { requests, hits } = record;
      const sum = requests.reduce((total, { milliseconds }) => total + milliseconds, 0);
      const total = `total;dur=${rounded(performance.now() - start)}`;
      const own = [`wordpress;dur=${rounded(sum)};desc="${requests.length} requests"`, `store;desc="${hits} hits"`];
      // What the operations of a batch have shared stands in the answer of each: a sum would count it again and again.
      response.headers.set('server-timing', (isBatch ? [total] : [total, ...own]).join(', '));
    },
  };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
