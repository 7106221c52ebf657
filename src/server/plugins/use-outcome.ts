/**
 * Has the result of an execution judged, where the maker of the request wants to know.
 */
import type { Plugin } from 'graphql-yoga';
import type { ServerContext } from '../server-context.ts';

export function useOutcome(): Plugin<object, ServerContext> {
  return {
    onExecute({ args }) {
      const { outcome } = args.contextValue as unknown as ServerContext;
      if (!outcome) return undefined;
      return {
        onExecuteDone({ result }) {
          if (!(Symbol.asyncIterator in result)) outcome.judge(args, result);
        },
      };
    },
  };
}
