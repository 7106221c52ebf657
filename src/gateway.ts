/**
 * Builds the layers of a gateway, each on the one below it, and closes them.
 * Knows what each is told of the settings and of the site's resources; holds no other rule.
 */
import type { GraphQLSchema } from 'graphql';
import { type Logger, pino } from 'pino';
import { checkedSite, resolveSettings, type Settings } from './config.ts';
import { buildSchema } from './dialects/pressgraph/schema.ts';
import { isProduction } from './environment.ts';
import { EventLoop } from './event-loop.ts';
import { Operation } from './loaders/operation/operation.ts';
import { createViewers } from './loaders/viewers.ts';
import { mechanismsIn } from './mechanisms.ts';
import { composeObservers, type Observer, readFailure } from './observer.ts';
import { Answers } from './server/answers/answers.ts';
import { Entrance } from './server/entrance.ts';
import { createGraphiql } from './server/graphiql.ts';
import type { GraphqlHandler } from './server/graphql-handler.ts';
import { health } from './server/health.ts';
import { createLogObserver } from './server/log.ts';
import { createGraphqlServer, graphqlPath } from './server/server.ts';
import { createWebhook } from './server/webhook.ts';
import { millisecondsByKind } from './setting-kinds.ts';
import { createChanges, everything } from './store/changes.ts';
import { createDocumentCache } from './store/document-cache.ts';
import { watchSite } from './store/feed/change-feed.ts';
import { watchedCollections } from './store/feed/watched.ts';
import { kindsOf, type Lifetime, lifetimesOf } from './store/freshness.ts';
import type { RedisConnection } from './store/redis/connection.ts';
import { createFleet, type Fleet } from './store/redis/fleet.ts';
import { version } from './version.ts';
import { type OpenedSite, openSite, reopenSite } from './wordpress/discovery/site-snapshot.ts';
import { createRestGet } from './wordpress/http/client.ts';
import type { RestRoot } from './wordpress/http/rest-root.ts';
import { heedRetryAfter } from './wordpress/http/retry-after.ts';
import type { Send } from './wordpress/http/send.ts';
import { createTraffic } from './wordpress/http/traffic.ts';
import { createTransport } from './wordpress/http/transport.ts';
import { watchRequests } from './wordpress/http/watched-requests.ts';
import { resourceAt, resourceOfType, type Site } from './wordpress/site.ts';

export interface GatewayConfig {
  /** Address of the WordPress site, of a page of it, or of its REST root. */
  readonly site: string;
  /** Settings that differ from their defaults. */
  readonly settings?: Partial<Settings>;
  /** Where failures that clients must not see are written; nowhere when left out. */
  readonly logger?: Logger;
  /** Is told of what happens out of sight of clients, as the log is: for metrics and traces. */
  readonly observer?: Observer;
  /** Carries requests to WordPress instead of the gateway's own HTTP client; for tests and unusual networks. */
  readonly send?: Send;
}

export interface Gateway {
  /**
   * Answers a request: GraphQL at `/graphql`, liveness at `/health`. Once its signal is aborted no more is asked of WordPress
   * for an answer that it shares with nobody, and that answer has an error.
   */
  fetch(request: Request): Promise<Response>;
  /** The same for a server that reads requests itself, so that each is read once; `listen` does. */
  readonly entrance: Entrance;
  readonly schema: GraphQLSchema;
  readonly site: Site;
  /** Forgets all public documents, lists and answers: the next queries ask WordPress. */
  purge(): void;
  /**
   * Looks for changes on the site now instead of at the next interval, at most once a second; settles when it has looked.
   * Of several gateways on one Redis only the one that looks for all of them does.
   */
  look(): Promise<void>;
  /** Ends what is under way towards WordPress and closes its connections. */
  close(): Promise<void>;
}

/**
 * Finds the site's REST API, reads what the graph is built from, and gives a fetch-style handler.
 * @throws DiscoveryError when there is no REST API to be found, with a line that says what to do
 * @throws ConfigError for a setting with a value that it does not take, and for an address that is none or holds credentials
 */
export async function createGateway(config: GatewayConfig): Promise<Gateway> {
  const settings = resolveSettings(config.settings, isProduction());
  const address = checkedSite(config.site, 'site');
  const logger = config.logger ?? pino({ level: 'silent' });
  const observer = composeObservers(createLogObserver(logger), config.observer ?? {});
  const transport = createTransport({
    connections: settings.upstreamConnections,
    timeout: settings.upstreamTimeout,
    retries: settings.upstreamRetries,
    maxResponseBytes: settings.upstreamMaxBytes,
  });
  const send = heedRetryAfter(config.send ?? transport.send, observer);
  const closing: (() => Promise<void> | void)[] = [() => transport.close()];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };

  try {
    const connection = settings.redis ? await connectedRedis(settings.redis, observer) : undefined;
    if (connection) closing.push(() => connection.close());
    const shared = connection && createFleet(connection, address);
    const createGet = (root: RestRoot) => watchRequests(createRestGet(root, send, `pressgraph/${version}`), observer);
    const lifetimes = lifetimesOf({
      fresh: millisecondsByKind(settings.freshFor),
      stale: millisecondsByKind(settings.staleFor),
      spare: millisecondsByKind(settings.staleIfError),
    });
    const { root, site } = await opened(() => openSite(address, send, createGet), shared, lifetimes.site, observer);
    const traffic = createTraffic(createGet(root), {
      places: settings.upstreamConnections,
      mostWaiting: settings.upstreamQueue,
      observer,
    });
    const without = mechanismsIn(settings.without);
    const changes = createChanges(observer);
    const kindOf = kindsOf(site);
    const cache = createDocumentCache({
      maxBytes: settings.storeBytes,
      lifetimes,
      kindOf,
      changes,
      remote: shared?.cache,
      observer,
    });
    const feed = watchSite({
      get: traffic.get,
      collections: watchedCollections(site),
      changes,
      cache,
      without,
      interval: settings.pollInterval,
      lease: shared?.lease(2_000 * settings.pollInterval + 10_000),
      observer,
    });
    closing.push(() => feed.stop());
    // Without regular looks nobody knows what was missed.
    const leave = shared?.channel.join(changes, {
      isKnown: (route) => route === '/' || resourceAt(site, route) !== undefined,
      onGap: () => {
        if (settings.pollInterval > 0) void feed.catchUp().catch(() => undefined);
        else changes.announce(everything);
      },
      observer,
    });
    if (leave) closing.push(leave);

    const schema = buildSchema();
    const eventLoop = new EventLoop();
    const loadersFor = createViewers({ site, traffic, cache, kindOf, without, observer });
    const webhook = settings.webhookSecret
      ? createWebhook({
          secret: settings.webhookSecret,
          routeOf: (type) => resourceOfType(site, type)?.route,
          announce: changes.announce,
          look: () => void feed.look().catch(() => undefined),
          isFirst: shared?.isFirst,
        })
      : undefined;
    const server = createGraphqlServer({ schema, settings, logger, loadersFor, eventLoop });
    const { maxUpstreamRequests: maxRequests, operationTimeout: timeout, maxRequestBytes } = settings;
    const graphql: GraphqlHandler = {
      // Its `fetch` listens to the request's signal, by which each answer would outlive two collections of garbage.
      execute: async (request, context) => server.handleRequest(request, context),
      beginOperation: (own) => new Operation({ maxRequests, timeout, line: eventLoop.line(), ...own }),
      fetchAPI: server.fetchAPI,
      maxRequestBytes,
    };
    const answers = new Answers({
      ...graphql,
      maxBytes: settings.responseCacheBytes,
      lifetimes,
      changes,
      observer,
      graphqlPath,
      traces: settings.trace,
    });
    const graphiql = settings.graphiql ? [createGraphiql(graphqlPath)] : [];
    const routes = [health, ...(webhook ? [webhook] : []), ...graphiql, answers];
    const entrance = new Entrance({ ...graphql, routes });
    return {
      schema,
      site,
      fetch: (request) => entrance.fetch(request),
      entrance,
      purge: () => changes.announce(everything),
      look: () => feed.look(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** As another gateway found the site, if it told; what is getting old is found again for the next one. */
async function opened(
  open: () => Promise<OpenedSite>,
  shared: Fleet | undefined,
  lifetime: Lifetime,
  observer: Observer,
): Promise<OpenedSite> {
  const found = async () => {
    const site = await open();
    await shared?.snapshots.keep(site.snapshot, lifetime.fresh + lifetime.stale);
    return site;
  };
  const snapshot = await shared?.snapshots.find();
  const reopened = snapshot && (await reopenSite(snapshot).catch(() => undefined));
  if (!reopened) return found();
  if (Date.now() - reopened.snapshot.at > lifetime.fresh) {
    const what = 'site';
    observer.refresh?.({ what, step: 'begun' });
    void found().then(
      () => observer.refresh?.({ what, step: 'done' }),
      (error: unknown) => observer.refresh?.({ what, step: 'failed', failure: readFailure(error) }),
    );
  }
  return reopened;
}

async function connectedRedis(address: string, observer: Observer): Promise<RedisConnection> {
  // A gateway without a Redis need not wait for its client to be loaded.
  const { connectRedis } = await import('./store/redis/connection.ts');
  return connectRedis(address, observer);
}
