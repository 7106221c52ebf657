/**
 * What stands below the graph, for one site: from the connection to WordPress up to the loaders, each layer on the one below it.
 * Every schema that is served for the site stands on the same. What is made of the site as it is now stands in `site-layers.ts`.
 * Knows what each layer is told of the settings; holds no other rule.
 */
import { checkedSite, resolveSettings } from './config.ts';
import { announceDerived } from './derived-changes.ts';
import { isProduction } from './environment.ts';
import { EventLoop } from './event-loop.ts';
import { checkedConfig, type GatewayConfig } from './gateway-config.ts';
import { asksBlockTypes, authorizationOf, type ServiceAccount } from './loaders/service-account.ts';
import type { LoadersFor } from './loaders/viewers.ts';
import { createLogObserver, type Logger, silence } from './log.ts';
import { mechanismsIn } from './mechanisms.ts';
import { composeObservers, type Observer } from './observer.ts';
import { privilegesIn, routeOfCollection } from './privileges.ts';
import { headersIn, millisecondsByKind } from './setting-kinds.ts';
import type { Settings } from './settings.ts';
import { createSiteLayers } from './site-layers.ts';
import { type Change, everything, isEverything } from './store/change.ts';
import { type Changes, createChanges } from './store/changes.ts';
import { createDocumentCache } from './store/document-cache.ts';
import { watchSite } from './store/feed/change-feed.ts';
import { type Lifetimes, lifetimesOf } from './store/freshness.ts';
import { PersistedQueries } from './store/persisted-queries.ts';
import type { RedisConnection } from './store/redis/connection.ts';
import { createFleet, type Fleet } from './store/redis/fleet.ts';
import { viewOf } from './store/redis/view.ts';
import { type Prepare, Succession } from './succession.ts';
import { version } from './version.ts';
import type { AddressShapes } from './wordpress/address-shapes.ts';
import { openSite, reopenSite } from './wordpress/discovery/site-snapshot.ts';
import { createRestGet, type RestGet } from './wordpress/http/client.ts';
import { createAskSight } from './wordpress/http/front-end.ts';
import { sendOwnHeaders } from './wordpress/http/own-headers.ts';
import type { RestRoot } from './wordpress/http/rest-root.ts';
import { heedRetryAfter } from './wordpress/http/retry-after.ts';
import { createTraffic } from './wordpress/http/traffic.ts';
import { createTransport } from './wordpress/http/transport.ts';
import { watchRequests } from './wordpress/http/watched-requests.ts';
import { isSearchCollection } from './wordpress/search.ts';
import type { Site } from './wordpress/site.ts';
import { largestInt } from './wordpress/values.ts';

export interface Layers {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly observer: Observer;
  /** As it is now. */
  readonly site: Site;
  readonly lifetimes: Lifetimes;
  readonly changes: Changes;
  readonly eventLoop: EventLoop;
  /** Of the site as it is now. */
  readonly loadersFor: LoadersFor;
  /** Absent where none are kept. */
  readonly queries: PersistedQueries | undefined;
  /** Whether a message with this name is the first of its kind, for all gateways on one Redis. */
  readonly isFirst: Fleet['isFirst'] | undefined;
  /** @param isThorough whether to ask as well if the site is still the same, which happens once in a while otherwise */
  look(isThorough?: boolean): Promise<void>;
  /** Reads the site anew, and serves what it has become. */
  readSite(): Promise<void>;
  /** @param prepare asked for each site that takes the place of the one before */
  prepareBy(prepare: Prepare): void;
  /** Ends what is under way towards WordPress and closes its connections. */
  close(): Promise<void>;
}

/** Requests under way at the same time to read a site anew, beside those that clients wait for. */
const placesOfReading = 2;

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
  const account = accountOf(settings);
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
    const shared = connection && createFleet(connection, address, await viewOf(ownHeaders, address, account));
    const getAt = (root: RestRoot) => watchRequests(createRestGet(root, send, ownHeaders), observer);
    const seeAt = (site: Site, { endsInSlash }: AddressShapes) =>
      watchRequests(createAskSight(site, send, endsInSlash), observer);
    const lifetimes = lifetimesOf({
      fresh: millisecondsByKind(settings.freshFor),
      stale: millisecondsByKind(settings.staleFor),
      spare: millisecondsByKind(settings.staleIfError),
    });
    const traffic = createTraffic({
      places: settings.upstreamConnections,
      mostWaiting: settings.upstreamQueue,
      observer,
    });
    const without = mechanismsIn(settings.without);
    const changes = createChanges(observer);
    const eventLoop = new EventLoop();
    const cache = createDocumentCache({
      maxBytes: settings.storeBytes,
      lifetimes,
      kindOf: (collection) => succession.current.kindOf(collection),
      changes,
      remote: shared?.cache,
      observer,
    });
    // What is read of a site are many requests: each has its own time from when its turn has come.
    const readBy = (places: number, createGet: (root: RestRoot) => RestGet, told?: Observer) => {
      const line = createTraffic({ places, mostWaiting: Number.POSITIVE_INFINITY });
      return openSite(address, send, {
        createGet: (root) => line.inTurn(createGet(root)),
        askBlockTypes: asksBlockTypes(account, observer),
        observer: told,
      });
    };
    const known = await shared?.snapshots.find();
    const reopened = known && reopenSite(known);
    const opened = reopened ?? (await readBy(settings.upstreamConnections, getAt, observer));
    const { fresh, stale } = lifetimes.site;
    if (!reopened) await shared?.snapshots.keep(opened.snapshot, fresh + stale);
    const succession = new Succession(opened, {
      changes,
      shared,
      lifetime: lifetimes.site,
      observer,
      read: () => readBy(placesOfReading, (root) => traffic.inTurn(getAt(root))),
      makeLayers: ({ site }) => createSiteLayers(site, { traffic, getAt, seeAt, cache, account, without, observer }),
      pause: () => eventLoop.pause(),
    });
    closing.push(() => succession.close());
    const feed = watchSite({
      site: succession,
      changes,
      cache,
      keepsRows: !without.has('ahead'),
      interval: settings.pollInterval,
      lease: shared?.lease(settings.pollInterval),
      observer,
    });
    closing.push(() => feed.stop());
    // A finding that is getting old is made anew, for the next start as well.
    if (reopened && Date.now() - reopened.snapshot.at > fresh) void succession.readAnew().catch(() => undefined);
    changes.listen((change) => {
      if (!mayBeAnother(change, succession.current.site)) return;
      succession.expect();
      if (settings.pollInterval > 0) void feed.lookForAnother().catch(() => undefined);
    });
    announceDerived({ changes, cache, account, site: () => succession.current.site });
    // Without regular looks nobody knows what was missed.
    const leave = shared?.channel.join(changes, {
      isKnown: (collection) => isSearchCollection(collection) || succession.mayHave(routeOfCollection(collection)),
      onLook: () => void feed.lookForAnother().catch(() => undefined),
      onSite: (fingerprint) => void succession.heed(fingerprint).catch(() => undefined),
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
      get site() {
        return succession.current.site;
      },
      lifetimes,
      changes,
      eventLoop,
      get loadersFor() {
        return succession.current.loadersFor;
      },
      queries:
        settings.persistedQueryBytes > 0
          ? new PersistedQueries(settings.persistedQueryBytes, shared?.queries)
          : undefined,
      isFirst: shared?.isFirst,
      look(isThorough = false) {
        if (isThorough) succession.hurry();
        return feed.look();
      },
      readSite: () => succession.readAnew(),
      prepareBy: (prepare) => succession.prepareBy(prepare),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function accountOf({ serviceAccount, serviceAccountOpens }: Settings): ServiceAccount | undefined {
  if (!serviceAccount) return undefined;
  return { authorization: authorizationOf(serviceAccount), opens: privilegesIn(serviceAccountOpens) };
}

/** Whether a change may be one of the site itself: all that is known is dropped, or its ids have outgrown those of the graph. */
function mayBeAnother(change: Change, { largestId }: Site): boolean {
  return isEverything(change) || (largestId <= largestInt && change.ids?.some((id) => id > largestInt) === true);
}

async function connectToRedis(address: string, observer: Observer): Promise<RedisConnection> {
  // A gateway without a Redis need not wait for its client to be loaded.
  const { connectRedis } = await import('./store/redis/connection.ts');
  return connectRedis(address, observer);
}
