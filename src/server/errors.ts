/**
 * Failures as users see them: coded errors keep their message, everything else is masked and logged.
 */
import { GraphQLError } from 'graphql';
import type { MaskError } from 'graphql-yoga';
import type { Logger } from 'pino';
import { ClientGone, PressgraphError } from '../errors.ts';

const maskedMessage = 'Something went wrong in the gateway; its log says what.';

/** Yoga asks this for every error of a result. */
export function createMaskError(logger: Logger): MaskError {
  const logged = new WeakSet<PressgraphError>();
  return (error) => {
    const graphqlError = error instanceof GraphQLError ? error : null;
    const cause = rootOf(error);
    if (cause instanceof PressgraphError) {
      const extensions = extensionsOf(cause);
      // What a client did wrong is told to the client alone.
      if (cause.code.startsWith('UPSTREAM_') && !logged.has(cause)) {
        // Many fields may have waited for one request.
        logged.add(cause);
        logger.warn({ err: cause.cause, ...extensions }, cause.message);
      }
      return shown(graphqlError, cause.message, extensions);
    }
    // No original error: GraphQL itself refused the document or its variables, and says why.
    if (graphqlError && !graphqlError.originalError) return graphqlError;
    if (cause instanceof GraphQLError) return cause;
    if (cause instanceof ClientGone) return shown(graphqlError, cause.message, {});
    logger.error({ err: cause, path: graphqlError?.path }, 'An error was masked');
    return shown(graphqlError, maskedMessage, { code: 'INTERNAL_SERVER_ERROR' });
  };
}

function rootOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error;
}

/** How HTTP says it: taken out by Yoga before a client sees the extensions. */
const tryAgain = { status: 503, headers: { 'retry-after': '1' } };

function shown(error: GraphQLError | null, message: string, extensions: Record<string, unknown>): GraphQLError {
  return new GraphQLError(message, { nodes: error?.nodes ?? null, path: error?.path ?? null, extensions });
}

function extensionsOf({ code, route, wordpressCode, status }: PressgraphError): Record<string, unknown> {
  return {
    code,
    ...(code === 'OVERLOADED' && { http: tryAgain }),
    ...(route !== undefined && { route }),
    ...(wordpressCode !== undefined && { wordpressCode }),
    ...(status !== undefined && { status }),
  };
}
