/**
 * A gateway: the graph of a site, served on the layers below it.
 * Knows which dialect is spoken, and what of the configuration is told to whom; holds no other rule.
 */
import type { GraphQLSchema } from 'graphql';
import { createDialect } from './dialects/pressgraph/schema.ts';
import type { GatewayConfig } from './gateway-config.ts';
import { imageServiceIn } from './image-service.ts';
import { openLayers } from './layers.ts';
import { serveDialect } from './served-schemas.ts';
import type { Entrance } from './server/entrance.ts';
import { everything } from './store/change.ts';
import { unheededIn } from './unheeded-config.ts';
import type { Site } from './wordpress/site.ts';

export type { GatewayConfig } from './gateway-config.ts';

/** A running gateway in front of one site. It holds connections and timers until it is closed. */
export interface Gateway {
  /**
   * Answers a request as a framework hands it on, with the platform's own `Response`: GraphQL at the setting `path`, liveness at
   * `/health` beside it. Its answer is not compressed: the server that hands it on does so. Once its signal is aborted no more is asked of WordPress
   * for an answer that it shares with nobody, and that answer has an error.
   */
  fetch(request: Request): Promise<Response>;
  /** For `listen`, which reads requests itself, so that each is read once. */
  readonly entrance: object;
  /** The graph that is served now, as this site has it: another one, once the site has other types or fields. */
  readonly schema: GraphQLSchema;
  /** What is known of the site as it is served now: its REST root, types, taxonomies and links. */
  readonly site: Site;
  /**
   * Forgets all public documents, lists and answers: the next queries ask WordPress. The site's types and fields are read anew,
   * in the background; where it is never looked at, with the next `look`.
   */
  purge(): void;
  /**
   * Looks for changes on the site now instead of at the next interval, at most once a second; settles when it has looked.
   * Of several gateways on one Redis one looks for all: another one asks it to, and settles when it has asked.
   */
  look(): Promise<void>;
  /**
   * Ends what is under way towards WordPress and closes its connections. What is asked from then on is refused with status 503;
   * `purge` and `look` fail.
   */
  close(): Promise<void>;
}

/**
 * Finds the site's REST API, reads what the graph is built from, and gives a fetch-style handler.
 * @throws DiscoveryError when there is no REST API to be found, with a line that says what to do
 * @throws ConfigError for a configuration that is none, a setting with a value that it does not take, and an address that is none
 * or holds credentials
 */
export async function createGateway(config: GatewayConfig): Promise<Gateway> {
  const layers = await openLayers(config);
  try {
    const { types, relations, menus } = config;
    const imageService = imageServiceIn(layers.settings.imageService);
    const served = serveDialect(layers, createDialect({ types, relations, menus, imageService }));
    const { entrance } = served;
    for (const line of unheededIn(config, layers.site.resources)) layers.logger.warn({}, line);
    return {
      get schema() {
        return served.schema;
      },
      get site() {
        return layers.site;
      },
      fetch: (request) => entrance.fetch(request),
      entrance,
      purge() {
        refuseClosed(entrance);
        layers.changes.announce(everything);
      },
      async look() {
        refuseClosed(entrance);
        await layers.look(true);
      },
      async close() {
        entrance.close();
        await layers.close();
      },
    };
  } catch (error) {
    await layers.close();
    throw error;
  }
}

function refuseClosed({ isClosed }: Entrance): void {
  if (isClosed) throw new Error('This gateway is closed; make another one.');
}
