/**
 * Builds the layers of a gateway, each on the one below it, and closes them.
 * Holds no rule of its own.
 */
import type { GraphQLSchema } from 'graphql';
import { type Logger, pino } from 'pino';
import { checkedSite, resolveSettings, type Settings } from './config.ts';
import { createLoaders, type LoadersOptions } from './loaders/loaders.ts';
import { buildSchema } from './schema/schema.ts';
import { withinSize } from './server/limits.ts';
import { createGraphqlServer } from './server/server.ts';
import { createOperationStore } from './store/document-store.ts';
import { version } from './version.ts';
import { createRestGet } from './wordpress/client.ts';
import { discoverRestRoot } from './wordpress/discovery.ts';
import type { Send } from './wordpress/send.ts';
import { readSite, type Site } from './wordpress/site.ts';
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
  readonly schema: GraphQLSchema;
  readonly site: Site;
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
    const server = createGraphqlServer({
      schema,
      settings,
      logger,
      context: (request) => ({
        loaders: createLoaders({
          site,
          get,
          store: createOperationStore(),
          authorization: request.headers.get('authorization') ?? undefined,
          signal: request.signal,
          maxRequests: settings.maxUpstreamRequests,
          ...(config.present && { present: config.present }),
        }),
      }),
    });
    return {
      schema,
      site,
      async fetch(request) {
        const checked = await withinSize(request, settings.maxRequestBytes);
        return checked instanceof Response ? checked : server.fetch(checked);
      },
      close: () => transport.close(),
    };
  } catch (error) {
    await transport.close();
    throw error;
  }
}
