/**
 * Builds the layers of a gateway, each on the one below it, and closes them.
 * Holds no rule of its own.
 */
import type { GraphQLSchema } from 'graphql';
import { type Logger, pino } from 'pino';
import { checkedSite, resolveSettings, type Settings, secondsByKind } from './config.ts';
import type { LoadersOptions } from './loaders/loaders.ts';
import { createViewers } from './loaders/viewers.ts';
import { buildSchema } from './schema/schema.ts';
import { createAnswers } from './server/answers.ts';
import { isWithinSize, withinSize } from './server/limits.ts';
import type { KnownAnswers } from './server/listen.ts';
import { createGraphqlServer, graphqlPath } from './server/server.ts';
import { createChanges, everything } from './store/changes.ts';
import { createDocumentCache } from './store/document-cache.ts';
import { type Kind, kinds, type Lifetimes } from './store/freshness.ts';
import { version } from './version.ts';
import { createRestGet } from './wordpress/client.ts';
import { discoverRestRoot } from './wordpress/discovery.ts';
import type { Family, Resource } from './wordpress/resources.ts';
import type { Send } from './wordpress/send.ts';
import { readSite, type Site } from './wordpress/site.ts';
import { watchTraffic } from './wordpress/traffic.ts';
import { createTransport } from './wordpress/transport.ts';

export interface GatewayConfig {
  /** Address of the WordPress site, of a page of it, or of its REST root. */
  readonly site: string;
  /** Settings that differ from their defaults. */
  readonly settings?: Partial<Settings>;
  /** Where failures that clients must not see are written; nowhere when left out. */
  readonly logger?: Logger;
  /** Carries requests to WordPress instead of the gateway's own HTTP client; for tests and unusual networks. */
  readonly send?: Send;
  /** See `LoadersOptions.present`; for tests. */
  readonly present?: LoadersOptions['present'];
}

export interface Gateway {
  /** Answers a request: GraphQL at `/graphql`, liveness at `/health`. */
  fetch(request: Request): Promise<Response>;
  /** Answers that are known already, for a server that looks before it builds a `Request`; `listen` does. */
  readonly known: KnownAnswers;
  readonly schema: GraphQLSchema;
  readonly site: Site;
  /** Forgets all public documents, lists and answers: the next queries ask WordPress. */
  purge(): void;
  /** Ends what is under way towards WordPress and closes its connections. */
  close(): Promise<void>;
}

/**
 * Finds the site's REST API, reads what the graph is built from, and gives a fetch-style handler.
 * @throws DiscoveryError when there is no REST API to be found, with a line that says what to do
 * @throws ConfigError for a setting with a value that it does not take, and for an address that is none or holds credentials
 */
export async function createGateway(config: GatewayConfig): Promise<Gateway> {
  const settings = resolveSettings(config.settings);
  const address = checkedSite(config.site, 'site');
  const logger = config.logger ?? pino({ level: 'silent' });
  const transport = createTransport({
    connections: settings.upstreamConnections,
    timeout: settings.upstreamTimeout,
    retries: settings.upstreamRetries,
    maxResponseBytes: settings.upstreamMaxBytes,
  });
  const send = config.send ?? transport.send;

  try {
    const root = await discoverRestRoot(address, send);
    const get = createRestGet(root, send, `pressgraph/${version}`);
    const site = await readSite(root, get);
    const schema = buildSchema();
    const changes = createChanges();
    const kindOf = kindsOf(site);
    const lifetimes = lifetimesOf(settings);
    const cache = createDocumentCache({ maxBytes: settings.storeBytes, lifetimes, kindOf, changes });
    const loadersFor = createViewers({
      site,
      traffic: watchTraffic(get),
      cache,
      kindOf,
      ...(config.present && { present: config.present }),
    });
    const server = createGraphqlServer({ schema, settings, logger, loadersFor });
    const answers = createAnswers({
      maxBytes: settings.responseCacheBytes,
      maxUpstreamRequests: settings.maxUpstreamRequests,
      lifetimes,
      changes,
      graphqlPath,
      traces: settings.trace,
      execute: async (request, context) => server.fetch(request, context),
      Response: server.fetchAPI.Response,
    });
    return {
      schema,
      site,
      fetch(request) {
        if (isWithinSize(request, settings.maxRequestBytes)) return answers.answer(request);
        return withinSize(request, settings.maxRequestBytes).then((checked) =>
          checked instanceof Response ? checked : answers.answer(checked),
        );
      },
      known: {
        maxRequestBytes: settings.maxRequestBytes,
        mayKnow: answers.mayKnow,
        find: answers.find,
      },
      purge: () => changes.announce(everything),
      close: () => transport.close(),
    };
  } catch (error) {
    await transport.close();
    throw error;
  }
}

const kindOfFamily: Readonly<Record<Family, Kind>> = {
  content: 'content',
  media: 'media',
  term: 'terms',
  user: 'users',
  comment: 'comments',
};

/** What is kept of a collection, and for how long, goes by the family of its resource. */
function kindsOf(site: Site): (collection: string) => Kind {
  const resources: readonly Resource[] = Object.values(site.resources);
  const byRoute = new Map(resources.map(({ route, family }) => [route, kindOfFamily[family]]));
  return (collection) => byRoute.get(collection) ?? (collection === '/' ? 'site' : 'content');
}

function lifetimesOf({ freshFor, staleFor, staleIfError }: Settings): Lifetimes {
  const [fresh, stale, spare] = [freshFor, staleFor, staleIfError].map(secondsByKind);
  const lifetime = (kind: Kind) => ({
    fresh: (fresh?.[kind] ?? 0) * 1000,
    stale: (stale?.[kind] ?? 0) * 1000,
    spare: (spare?.[kind] ?? 0) * 1000,
  });
  return Object.fromEntries(kinds.map((kind) => [kind, lifetime(kind)])) as Record<Kind, Lifetimes[Kind]>;
}
