/**
 * Schemas of a site, served on the layers below them: what stands in the place of which, and what answers requests of each.
 * Knows what the server is told of the settings; holds no other rule.
 */
import type { GraphQLSchema } from 'graphql';
import type { Dialect, DialectSchema } from './graph/dialect.ts';
import type { Layers } from './layers.ts';
import { Operation } from './loaders/operation/operation.ts';
import { isOpened } from './privileges.ts';
import { AnswerCache } from './server/answers/answer-cache.ts';
import { Answers } from './server/answers/answers.ts';
import { KeptAnswers } from './server/answers/kept-answers.ts';
import { CurrentGraph, type ServedGraph } from './server/current-graph.ts';
import { Entrance } from './server/entrance.ts';
import { createFrontPage } from './server/front-page.ts';
import { createGraphiql } from './server/graphiql.ts';
import type { GraphqlHandler } from './server/graphql-handler.ts';
import { createHealth } from './server/health.ts';
import { Compression } from './server/http/compression.ts';
import { Cors } from './server/http/cors.ts';
import { createPreflight } from './server/preflight.ts';
import { PublicationMaker } from './server/publications/publication-maker.ts';
import { Published } from './server/publications/published.ts';
import { besidePath } from './server/route.ts';
import { createGraphqlServer } from './server/server.ts';
import { createWebhook } from './server/webhook.ts';
import type { SiteLayers } from './site-layers.ts';
import { everything } from './store/change.ts';
import { editorRoutes } from './wordpress/editor-types.ts';
import { resourceOfType } from './wordpress/site.ts';

/** A graph on the layers of its site, and the schema that it has now. */
export interface ServedDialect {
  readonly entrance: Entrance;
  readonly schema: GraphQLSchema;
}

/** Serves the graph of a site, whatever the site becomes: of each other one, another schema is made. */
export function serveDialect(layers: Layers, dialect: Dialect): ServedDialect {
  const compression = new Compression();
  let current = dialect.build(layers.site);
  const graph = new CurrentGraph(standOn(layers, layers, current, compression));
  layers.prepareBy(async (next) => {
    const built = dialect.build(next.site);
    await layers.eventLoop.pause();
    const served = standOn(layers, next, built, compression);
    return () => {
      current = built;
      graph.replaceBy(served);
    };
  });
  return {
    entrance: openEntrance(layers, graph, compression, () => current.exampleQuery),
    get schema() {
      return current.schema;
    },
  };
}

/** Serves a schema on the layers of its site, on which others may be served as well. */
export function serveGraph(layers: Layers, schema: GraphQLSchema): Entrance {
  const compression = new Compression();
  return openEntrance(layers, new CurrentGraph(standOn(layers, layers, { schema }, compression)), compression);
}

/** A schema that can be served, with the answers that are kept of it. @param site that it was made for */
function standOn(
  layers: Layers,
  { site, loadersFor }: Pick<SiteLayers, 'site' | 'loadersFor'>,
  { schema, publications }: Pick<DialectSchema, 'schema' | 'publications'>,
  compression: Compression,
): ServedGraph {
  const { settings, logger, observer, lifetimes, changes, eventLoop, queries } = layers;
  const server = createGraphqlServer({ schema, settings, logger, observer, loadersFor, eventLoop, queries });
  const { maxUpstreamRequests: maxRequests, operationTimeout: timeout, maxRequestBytes } = settings;
  const graphql: GraphqlHandler = {
    // Its `fetch` listens to the request's signal, by which each answer would outlive two collections of garbage.
    execute: async (request, context) => server.handleRequest(request, context),
    beginOperation: (own) => new Operation({ maxRequests, timeout, line: eventLoop.line(), ...own }),
    fetchAPI: server.fetchAPI,
    maxRequestBytes,
  };
  const { path, responseCacheBytes } = settings;
  const cache = new AnswerCache(responseCacheBytes);
  const stopListening = changes.listen((change) => cache.drop(change));
  const making = { ...graphql, lifetimes };
  const keeping = { cache, changes, compression, observer };
  const keeps = responseCacheBytes > 0;
  const maker = new PublicationMaker(making, path);
  return {
    graphql,
    answers: new Answers({ ...making, ...keeping, keeps, graphqlPath: path, traces: settings.trace }),
    published:
      publications &&
      new Published({
        ...settings,
        publications,
        kept: new KeptAnswers({ ...keeping, maker }),
        graphqlPath: path,
        home: site.home,
      }),
    close() {
      stopListening();
      cache.drop(everything);
    },
  };
}

function openEntrance(
  layers: Layers,
  graph: CurrentGraph,
  compression: Compression,
  exampleQuery: () => string | undefined = () => undefined,
): Entrance {
  const { settings, changes } = layers;
  const { path } = settings;
  const webhook = settings.webhookSecret
    ? createWebhook({
        path: besidePath(path, 'webhook'),
        secret: settings.webhookSecret,
        routeOf: (type) => resourceOfType(layers.site, type)?.route ?? editorRoutes.get(type),
        announce: (change) => changes.announce(isOpened(change.route) ? { route: change.route } : change),
        look: () => void layers.look().catch(() => undefined),
        readSite: () => void layers.readSite().catch(() => undefined),
        isFirst: layers.isFirst,
      })
    : undefined;
  const cors = new Cors(settings);
  const graphiql = settings.graphiql ? [createGraphiql(path, () => exampleQuery() ?? '{ __typename }')] : [];
  const healthPath = besidePath(path, 'health');
  const routes = [
    createPreflight(cors),
    createHealth(healthPath),
    createFrontPage(path, healthPath, settings.graphiql),
    ...(webhook ? [webhook] : []),
    ...graphiql,
    graph,
    graph.published,
  ];
  return new Entrance({ graphql: graph, routes, cors, compression });
}
