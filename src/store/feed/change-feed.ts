/**
 * Looks at a site's collections for what has changed, and announces it.
 * Knows which of several gateways looks, where they share what they know: one does, on behalf of all. When to look stands in
 * `schedule.ts`, how a collection is looked at in `by-date.ts` and `by-rows.ts`.
 */
import { allOf } from '../../maybe-promise.ts';
import type { LookFailure, Observer } from '../../observer.ts';
import type { Changes } from '../changes.ts';
import { lookByDate } from './by-date.ts';
import { type ByRowsOptions, lookByRows } from './by-rows.ts';
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
  acquire(): Promise<{ readonly isOurs: boolean; readonly sights: Sights | undefined } | undefined>;
  save(sights: Sights): Promise<void>;
  /** Asks the gateway that is the one to look now. Whether it could be asked. */
  passOn(): Promise<boolean>;
}

/** The site as it is now. */
export interface Watched extends RowSource {
  readonly collections: readonly WatchedCollection[];
}

export interface ChangeFeedOptions extends Pick<Sources, 'cache'> {
  current(): Watched;
  /** Looks whether the site itself is still the same. What stands in the way of that, failures of earlier looks included. */
  lookAtSite?(): Promise<readonly LookFailure[]>;
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
  const { current, cache, keepsRows, changes, lease, observer = {} } = options;
  let sights: Sights = {};
  /** What the next look is asked for besides looking. */
  let isCatchingUp = false;
  let isPassedOn = false;

  /** Whether it is this gateway that looks now. */
  async function isOurTurn(leased: Awaited<ReturnType<FeedLease['acquire']>>): Promise<boolean> {
    const [catchesUp, passesOn] = [isCatchingUp, isPassedOn];
    isCatchingUp = false;
    isPassedOn = false;
    if (!leased || catchesUp) return true;
    sights = leased.sights ?? sights;
    if (leased.isOurs) return true;
    // One that cannot be asked is no reason not to look.
    if (passesOn && !(await lease?.passOn())) return true;
    observer.look?.({ step: 'left to another', passedOn: passesOn });
    return false;
  }

  async function look(): Promise<void> {
    const leased = await lease?.acquire();
    if (!(await isOurTurn(leased))) return;
    observer.look?.({ step: 'begun' });
    const failures: LookFailure[] = [];
    let found = 0;
    const { get, limits, collections } = current();
    const sources = { get, limits, cache, keepsRows };
    const seen = await allOf(collections, async (collection): Promise<[string, Sight | undefined]> => {
      const { route } = collection;
      const before = sights[route];
      try {
        const { sight, changes: announced } = await lookAt(sources, collection, before);
        found += announced.length;
        for (const change of announced) changes.announce(change);
        return [route, sight];
      } catch (error) {
        failures.push({ route, error });
        return [route, before];
      }
    });
    sights = Object.fromEntries(seen.filter((entry): entry is [string, Sight] => entry[1] !== undefined));
    // Afterwards: what was seen may have told that the site is another one.
    const ofSite = (await options.lookAtSite?.()) ?? [];
    const isGone = ({ route }: LookFailure) => current().collections.every((collection) => collection.route !== route);
    if (!schedule.isStopped) {
      const left = [...failures.filter((failure) => !isGone(failure)), ...ofSite];
      observer.look?.({ step: 'done', changes: found, failures: left });
    }
    if (leased?.isOurs) await lease?.save(sights);
  }

  const schedule = new Schedule(
    () =>
      look().catch((error: unknown) => {
        const failures = current().collections.map(({ route }) => ({ route, error }));
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
