/**
 * GraphQL over HTTP: Yoga and its plugins, in the order in which they act.
 * Knows requests and results; what the graph is and where documents come from is handed in.
 */
import { type GraphQLSchema, getOperationAST } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Settings } from '../config.ts';
import type { GraphContext } from '../dialects/pressgraph/builder.ts';
import type { EventLoop } from '../event-loop.ts';
import { LateParser, TextConversions } from '../graph/fields/text-conversions.ts';
import type { LoadersFor } from '../loaders/viewers.ts';
import { useGraphiql } from './graphiql.ts';
import { guardSchema } from './limits/guarded-schema.ts';
import { createMaskError } from './mask-errors.ts';
import { useOperationLimits } from './plugins/operation-limits.ts';
import { createParsedDocuments, useParsedDocuments } from './plugins/parsed-documents.ts';
import { useRequestForm } from './plugins/request-form.ts';
import { useTrace } from './plugins/trace.ts';
import type { ServerContext } from './server-context.ts';
import { useWebhook, type Webhook } from './webhook.ts';

export interface ServerOptions {
  /** Made for this server: its resolvers are watched from here on. */
  readonly schema: GraphQLSchema;
  readonly settings: Settings;
  readonly logger: Logger;
  readonly loadersFor: LoadersFor;
  readonly eventLoop: EventLoop;
  readonly webhook?: Webhook | undefined;
}

export const graphqlPath = '/graphql';

export type Server = YogaServerInstance<ServerContext, GraphContext>;

/** Only what a query answered without any error is the same for all who ask it. */
const judgeOutcome: Plugin<object, ServerContext> = {
  onExecute({ args }) {
    const { outcome } = args.contextValue as unknown as ServerContext;
    if (!outcome || getOperationAST(args.document, args.operationName)?.operation !== 'query') return undefined;
    return {
      onExecuteDone({ result }) {
        outcome.isShareable = !(Symbol.asyncIterator in result) && result.errors === undefined;
      },
    };
  },
};

export function createGraphqlServer(options: ServerOptions): Server {
  const { settings, logger, loadersFor, eventLoop, webhook } = options;
  const schema = guardSchema(options.schema);
  const parser = new LateParser();
  return createYoga<ServerContext, GraphContext>({
    schema,
    graphqlEndpoint: graphqlPath,
    healthCheckEndpoint: '/health',
    landingPage: false,
    // Bodies are read, and refused when they are too large, before they come here.
    maxRequestBodySize: false,
    graphiql: false,
    // Nothing can be uploaded.
    multipart: false,
    // Counts documents, not what they take.
    parserAndValidationCache: false,
    // Any front end may ask, with the credentials that it puts into a header itself; cookies are never taken.
    cors: { origin: '*', credentials: false },
    logging: {
      debug: (...args) => logger.debug(args),
      info: (...args) => logger.info(args),
      warn: (...args) => logger.warn(args),
      // Each error that `maskedErrors` turns into another one: what of these concerns an operator is logged there.
      error: (...args) => logger.debug(args),
    },
    maskedErrors: { maskError: createMaskError(logger) },
    plugins: [
      ...(webhook ? [useWebhook(webhook)] : []),
      ...(settings.graphiql ? [useGraphiql(graphqlPath)] : []),
      useRequestForm(graphqlPath),
      useParsedDocuments(createParsedDocuments(settings.documentCacheBytes)),
      useOperationLimits(schema, settings, eventLoop),
      judgeOutcome,
      ...(settings.trace ? [useTrace()] : []),
    ],
    context: ({ request, operation }) => {
      const authorization = request.headers.get('authorization') ?? undefined;
      const loaders = loadersFor({ authorization, signal: request.signal }, operation);
      return { loaders, texts: new TextConversions({ parser, eventLoop, operation }) };
    },
  }) as Server;
}
