/**
 * What stands below the graph, for one site: from the connection to WordPress up to the loaders, each layer on the one below it.
 * Every schema that is served for the site stands on the same.
 * Knows what each layer is told of the settings and of the site's resources; holds no other rule.
 */
import { checkedSite, resolveSettings } from './config.ts';
import { isProduction } from './environment.ts';
import { EventLoop } from './event-loop.ts';
import { checkedConfig, type GatewayConfig } from './gateway-config.ts';
import { createViewers, type LoadersFor } from './loaders/viewers.ts';
import { createLogObserver, type Logger, silence } from './log.ts';
import { mechanismsIn } from './mechanisms.ts';
import { composeObservers, type Observer, readFailure } from './observer.ts';
import { headersIn, millisecondsByKind } from './setting-kinds.ts';
import type { Settings } from './settings.ts';
import { everything } from './store/change.ts';
import { type Changes, createChanges } from './store/changes.ts';
import { createDocumentCache } from './store/document-cache.ts';
import { watchSite } from './store/feed/change-feed.ts';
import { watchedCollections } from './store/feed/watched.ts';
import { kindsOf, type Lifetime, type Lifetimes, lifetimesOf } from './store/freshness.ts';
import { PersistedQueries } from './store/persisted-queries.ts';
import type { RedisConnection } from './store/redis/connection.ts';
import { createFleet, type Fleet } from './store/redis/fleet.ts';
import { viewOf } from './store/redis/view.ts';
import { version } from './version.ts';
import { type OpenedSite, openSite, reopenSite } from './wordpress/discovery/site-snapshot.ts';
import { createRestGet } from './wordpress/http/client.ts';
import { sendOwnHeaders } from './wordpress/http/own-headers.ts';
import type { RestRoot } from './wordpress/http/rest-root.ts';
import { heedRetryAfter } from './wordpress/http/retry-after.ts';
import { createTraffic } from './wordpress/http/traffic.ts';
import { createTransport } from './wordpress/http/transport.ts';
import { watchRequests } from './wordpress/http/watched-requests.ts';
import { PageLimits } from './wordpress/page-limits.ts';
import { resourceAt, type Site } from './wordpress/site.ts';
import { wholePages } from './wordpress/whole-pages.ts';

export interface Layers {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly observer: Observer;
  readonly site: Site;
  readonly lifetimes: Lifetimes;
  readonly changes: Changes;
  readonly eventLoop: EventLoop;
  readonly loadersFor: LoadersFor;
  /** Absent where none are kept. */
  readonly queries: PersistedQueries | undefined;
  /** Whether a message with this name is the first of its kind, for all gateways on one Redis. */
  readonly isFirst: Fleet['isFirst'] | undefined;
  look(): Promise<void>;
  /** Ends what is under way towards WordPress and closes its connections. */
  close(): Promise<void>;
}

/**
 * @throws DiscoveryError when there is no REST API to be found, with a line that says what to do
 * @throws ConfigError for a configuration that is none, a setting with a value that it does not take, and an address that is none
 * or holds credentials
 */
export async function openLayers(given: GatewayConfig): Promise<Layers> {
  const config = checkedConfig(given);
  const settings = resolveSettings(config.settings ?? {}, isProduction());
  const address = checkedSite(String(config.site), 'site');
  const logger = config.logger ?? silence;
  const observer = composeObservers(createLogObserver(logger), config.observer ?? {});
  const transport = createTransport({
    connections: settings.upstreamConnections,
    timeout: settings.upstreamTimeout,
    retries: settings.upstreamRetries,
    maxResponseBytes: settings.upstreamMaxBytes,
  });
  const ownHeaders = headersIn(settings.upstreamHeaders);
  const send = heedRetryAfter(
    sendOwnHeaders(config.send ?? transport.send, new URL(address).origin, {
      'user-agent': `pressgraph/${version}`,
      ...ownHeaders,
    }),
    observer,
  );
  const closing: (() => Promise<void> | void)[] = [() => transport.close()];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };

  try {
    const connection = settings.redis ? await connectToRedis(settings.redis, observer) : undefined;
    if (connection) closing.push(() => connection.close());
    const shared = connection && createFleet(connection, address, await viewOf(ownHeaders, address));
    const createGet = (root: RestRoot) => watchRequests(createRestGet(root, send, ownHeaders), observer);
    const lifetimes = lifetimesOf({
      fresh: millisecondsByKind(settings.freshFor),
      stale: millisecondsByKind(settings.staleFor),
      spare: millisecondsByKind(settings.staleIfError),
    });
    // A site of many types is asked much at a start: each request has its own time from when its turn has come.
    const getInTurn = (root: RestRoot, mostWaiting: number) =>
      createTraffic(createGet(root), { places: settings.upstreamConnections, mostWaiting, observer });
    const { root, site } = await openSharedSite(
      () => openSite(address, send, (found) => getInTurn(found, Number.POSITIVE_INFINITY).get, observer),
      shared,
      lifetimes.site,
      observer,
    );
    const traffic = getInTurn(root, settings.upstreamQueue);
    const without = mechanismsIn(settings.without);
    const changes = createChanges(observer);
    const kindOf = kindsOf(site);
    const limits = new PageLimits(site.resources);
    const cache = createDocumentCache({
      maxBytes: settings.storeBytes,
      lifetimes,
      kindOf,
      changes,
      remote: shared?.cache,
      observer,
    });
    const feed = watchSite({
      get: wholePages(traffic.get),
      limits,
      collections: watchedCollections(site),
      changes,
      cache,
      keepsRows: !without.has('ahead'),
      interval: settings.pollInterval,
      lease: shared?.lease(settings.pollInterval),
      observer,
    });
    closing.push(() => feed.stop());
    // Without regular looks nobody knows what was missed.
    const leave = shared?.channel.join(changes, {
      isKnown: (route) => route === '/' || resourceAt(site, route) !== undefined,
      onLook: () => void feed.lookForAnother().catch(() => undefined),
      onGap: () => {
        if (settings.pollInterval > 0) void feed.catchUp().catch(() => undefined);
        else changes.announce(everything);
      },
      observer,
    });
    if (leave) closing.push(leave);

    return {
      settings,
      logger,
      observer,
      site,
      lifetimes,
      changes,
      eventLoop: new EventLoop(),
      loadersFor: createViewers({ site, traffic, limits, cache, kindOf, without, observer }),
      queries:
        settings.persistedQueryBytes > 0
          ? new PersistedQueries(settings.persistedQueryBytes, shared?.queries)
          : undefined,
      isFirst: shared?.isFirst,
      look: () => feed.look(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The site as another gateway found it, where one has; a finding that is getting old is made anew for the next start. */
async function openSharedSite(
  open: () => Promise<OpenedSite>,
  shared: Fleet | undefined,
  lifetime: Lifetime,
  observer: Observer,
): Promise<OpenedSite> {
  const openAndShare = async () => {
    const site = await open();
    await shared?.snapshots.keep(site.snapshot, lifetime.fresh + lifetime.stale);
    return site;
  };
  const snapshot = await shared?.snapshots.find();
  const reopened = snapshot && (await reopenSite(snapshot).catch(() => undefined));
  if (!reopened) return openAndShare();
  if (Date.now() - reopened.snapshot.at > lifetime.fresh) {
    const what = 'site';
    observer.refresh?.({ what, step: 'begun' });
    void openAndShare().then(
      () => observer.refresh?.({ what, step: 'done' }),
      (error: unknown) => observer.refresh?.({ what, step: 'failed', failure: readFailure(error) }),
    );
  }
  return reopened;
}

async function connectToRedis(address: string, observer: Observer): Promise<RedisConnection> {
  // A gateway without a Redis need not wait for its client to be loaded.
  const { connectRedis } = await import('./store/redis/connection.ts');
  return connectRedis(address, observer);
}
