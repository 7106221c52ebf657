/**
 * Failures as users see them: coded errors keep their message, everything else is masked and logged.
 */
import { GraphQLError } from 'graphql';
import type { MaskError } from 'graphql-yoga';
import { ClientGone, type ErrorCode, PressgraphError } from '../errors.ts';
import type { Logger } from '../log.ts';

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
    if (graphqlError && cause instanceof GraphQLError) return coded(graphqlError, cause);
    if (cause instanceof ClientGone) return shown(graphqlError, cause.message, { code: 'CLIENT_GONE' });
    logger.error({ err: cause, path: graphqlError?.path }, 'An error was masked');
    return shown(graphqlError, maskedMessage, { code: 'INTERNAL_SERVER_ERROR' });
  };
}

/**
 * An error of GraphQL itself, which says what is wrong and where, with a code: a variable or an argument that cannot be used, or
 * a value of WordPress that its type refuses.
 * @param root the same error as it was thrown, before it was told of its place in the answer
 */
function coded(error: GraphQLError, root: GraphQLError): GraphQLError {
  const { message, nodes, source, positions, path, extensions } = error;
  if (extensions.code !== undefined) return error;
  const isRequest = path === undefined;
  // Arguments have a place in the document, values have none.
  const code: ErrorCode = isRequest || root.nodes ? 'BAD_USER_INPUT' : 'UPSTREAM_BAD_RESPONSE';
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions: { ...extensions, code, ...(isRequest && { http: { status: 400, spec: true } }) },
  });
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
