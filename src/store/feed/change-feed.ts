/**
 * Looks at a site's collections for what has changed, and announces it.
 * Knows which of several gateways looks, where they share what they know: one does, on behalf of all. When to look stands in
 * `schedule.ts`, how a collection is looked at in `by-date.ts` and `by-rows.ts`.
 */
import { allOf } from '../../maybe-promise.ts';
import type { LookFailure, Observer } from '../../observer.ts';
import type { Changes } from '../changes.ts';
import type { DocumentCache } from '../document-cache.ts';
import { lookByDate } from './by-date.ts';
import { type ByRowsOptions, lookByRows } from './by-rows.ts';
import { passedOver, Rota } from './rota.ts';
import type { RowSource } from './row-pages.ts';
import { Schedule } from './schedule.ts';
import type { Look, Sight, Sights, Sources } from './sight.ts';
import { isDated, type WatchedCollection } from './watched.ts';

/** Lets one of several gateways look on behalf of all. */
export interface FeedLease {
  /**
   * Whether this gateway is the one that looks, and what was seen last by whichever looked; `undefined` when nobody can
   * tell, so that each looks for itself.
   */
  acquire(): Promise<Leased | undefined>;
  /** @param site the fingerprint of the site as this gateway serves it */
  save(sights: Sights, site: string): Promise<void>;
  /** Asks the gateway that is the one to look now. Whether it could be asked. */
  passOn(): Promise<boolean>;
}

export interface Leased {
  readonly isOurs: boolean;
  readonly sights: Sights | undefined;
  /** The fingerprint of the site as the gateway that looks serves it. */
  readonly site: string | undefined;
}

/** The site as it is now. */
export interface Watched extends RowSource {
  readonly collections: readonly WatchedCollection[];
}

/** The site, which may become another one. */
export interface WatchedSite {
  readonly current: { readonly watched: Watched; readonly fingerprint: string };
  /** Looks whether it is still the same. @returns what stands in the way of that, failures of earlier looks included */
  look(): Promise<readonly LookFailure[]>;
  /** Another gateway serves what has this fingerprint. */
  heed(fingerprint: string): Promise<void>;
}

export interface ChangeFeedOptions {
  readonly cache: Sources['cache'] & Pick<DocumentCache, 'inUse'>;
  readonly site: WatchedSite;
  readonly changes: Pick<Changes, 'announce'>;
  /** Whether rows that a look reads are kept before anybody has asked for them. */
  readonly keepsRows: boolean;
  /** Seconds between two looks; 0 looks only when it is told to. */
  readonly interval: number;
  readonly lease?: FeedLease | undefined;
  readonly observer?: Observer | undefined;
}

/** Each looks now, or right after the look that is under way; at most once a second. */
export interface ChangeFeed {
  /** Settles when it has looked, or has asked the gateway that is the one to look. */
  look(): Promise<void>;
  /** Another gateway asks. Looks if this is the one to, and else leaves it: that one has heard it as well. */
  lookForAnother(): Promise<void>;
  /** Looks on its own behalf, whichever gateway has the lease: announcements of others may have been lost. */
  catchUp(): Promise<void>;
  stop(): void;
}

export function watchSite(options: ChangeFeedOptions): ChangeFeed {
  const { site, cache, keepsRows, changes, lease, observer = {} } = options;
  const rota = new Rota();
  let sights: Sights = {};
  let failures: readonly LookFailure[] = [];
  /** What the next look is asked for besides looking. */
  let isCatchingUp = false;
  let isPassedOn = false;

  /** Whether it is this gateway that looks now. */
  async function isOurTurn(leased: Leased | undefined): Promise<boolean> {
    const [catchesUp, passesOn] = [isCatchingUp, isPassedOn];
    isCatchingUp = false;
    isPassedOn = false;
    if (!leased || catchesUp) return true;
    sights = leased.sights ?? sights;
    if (leased.isOurs) return true;
    if (leased.site !== undefined) void site.heed(leased.site).catch(() => undefined);
    // One that cannot be asked is no reason not to look.
    if (passesOn && !(await lease?.passOn())) return true;
    observer.look?.({ step: 'left to another', passedOn: passesOn });
    return false;
  }

  async function look(): Promise<void> {
    const leased = await lease?.acquire();
    if (!(await isOurTurn(leased))) return;
    observer.look?.({ step: 'begun' });
    const { get, limits, collections } = site.current.watched;
    const own = collections.filter(({ isAlways }) => !isAlways);
    const inUse = await cache.inUse(own.map(({ route }) => route));
    let found = 0;
    const looks = await allOf(rota.next(collections, inUse, sights), async (collection) => {
      const { route } = collection;
      const before = sights[route];
      try {
        const { sight, changes: some } = await lookAt({ get, limits, cache, keepsRows }, collection, before);
        found += some.length;
        for (const change of some) changes.announce(change);
        return { route, sight };
      } catch (error) {
        return { route, sight: before, error };
      }
    });
    const seen = Object.fromEntries(looks.flatMap(({ route, sight }) => (sight ? [[route, sight]] : [])));
    sights = { ...passedOver(collections, inUse, sights, seen), ...seen };
    // Afterwards: what was seen may have told that the site is another one.
    const ofSite = await site.look();
    const { fingerprint, watched } = site.current;
    failures = failuresAfter(failures, looks, watched.collections);
    if (!schedule.isStopped) observer.look?.({ step: 'done', changes: found, failures: [...failures, ...ofSite] });
    if (leased?.isOurs) await lease?.save(sights, fingerprint);
  }

  const schedule = new Schedule(
    () =>
      look().catch((error: unknown) => {
        failures = site.current.watched.collections.map(({ route }) => ({ route, error }));
        observer.look?.({ step: 'done', changes: 0, failures });
      }),
    options.interval,
  );
  schedule.start();
  return {
    look() {
      isPassedOn = true;
      return schedule.ask();
    },
    lookForAnother: () => schedule.ask(),
    catchUp() {
      isCatchingUp = true;
      return schedule.ask();
    },
    stop: () => schedule.stop(),
  };
}

function lookAt(sources: ByRowsOptions, collection: WatchedCollection, before: Sight | undefined): Promise<Look> {
  return isDated(collection) ? lookByDate(sources, collection, before) : lookByRows(sources, collection, before);
}

/** What fails yet: a collection that was passed over as it did at its last look, and one that the site has no more not at all. */
function failuresAfter(
  before: readonly LookFailure[],
  looks: readonly { readonly route: string; readonly error?: unknown }[],
  collections: readonly WatchedCollection[],
): readonly LookFailure[] {
  const old = before.filter(({ route }) => looks.every((look) => look.route !== route));
  const failed = looks.flatMap(({ route, error }) => (error === undefined ? [] : [{ route, error }]));
  return [...old, ...failed].filter(({ route }) => collections.some((collection) => collection.route === route));
}
