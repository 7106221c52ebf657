/**
 * GraphQL over HTTP: Yoga and its plugins, in the order in which they act.
 * Knows requests and results; what the graph is and where documents come from is handed in.
 */
import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { EventLoop } from '../event-loop.ts';
import type { LoadersFor } from '../loaders/viewers.ts';
import type { Logger } from '../log.ts';
import type { Observer } from '../observer.ts';
import type { Settings } from '../settings.ts';
import type { PersistedQueries } from '../store/persisted-queries.ts';
import { createContexts } from './execution-context.ts';
import { guardSchema } from './limits/guarded-schema.ts';
import { createMaskError } from './mask-errors.ts';
import { useBatches } from './plugins/use-batches.ts';
import { useOperationLimits } from './plugins/use-operation-limits.ts';
import { useOutcome } from './plugins/use-outcome.ts';
import { createParsedDocuments, useParsedDocuments } from './plugins/use-parsed-documents.ts';
import { usePersistedQueries } from './plugins/use-persisted-queries.ts';
import { useRequestForm } from './plugins/use-request-form.ts';
import { useTrace } from './plugins/use-trace.ts';
import type { ServerContext } from './server-context.ts';

export interface ServerOptions {
  /** Made for this server: its resolvers are watched from here on. */
  readonly schema: GraphQLSchema;
  readonly settings: Settings;
  readonly logger: Logger;
  readonly observer: Observer;
  readonly loadersFor: LoadersFor;
  readonly eventLoop: EventLoop;
  /** Absent where none are kept. */
  readonly queries: PersistedQueries | undefined;
}

export type Server = YogaServerInstance<ServerContext, object>;

export function createGraphqlServer(options: ServerOptions): Server {
  const { settings, logger, observer, loadersFor, eventLoop, queries } = options;
  const schema = guardSchema(options.schema);
  return createYoga<ServerContext, object>({
    schema,
    graphqlEndpoint: settings.path,
    // It is answered ahead of GraphQL, and only at its own path: no address ends with a blank.
    healthCheckEndpoint: ' ',
    landingPage: false,
    // Bodies are read, and refused when they are too large, before they come here.
    maxRequestBodySize: false,
    graphiql: false,
    // Nothing can be uploaded.
    multipart: false,
    // How many operations one may have is said elsewhere, in the form of all refusals.
    batching: { limit: settings.maxBatch },
    // Counts documents, not what they take.
    parserAndValidationCache: false,
    // Told of every answer where it leaves, whoever made it.
    cors: false,
    logging: {
      // The steps of each request, three lines of them.
      debug: () => undefined,
      info: (...args) => logger.info(args),
      warn: (...args) => logger.warn(args),
      // Each error that `maskedErrors` turns into another one: what of these concerns an operator is logged there.
      error: (...args) => logger.debug(args),
    },
    maskedErrors: { maskError: createMaskError(logger) },
    plugins: [
      useRequestForm(settings.path),
      useBatches({ maxBatch: settings.maxBatch, eventLoop }),
      usePersistedQueries(queries),
      useParsedDocuments(createParsedDocuments(settings.documentCacheBytes)),
      useOperationLimits({ schema, settings, eventLoop, contextFor: createContexts(loadersFor, eventLoop, observer) }),
      useOutcome(),
      ...(settings.trace ? [useTrace()] : []),
    ],
  }) as Server;
}
