/**
 * The site as it is served, and how it is followed by what it becomes, between two requests.
 * Knows when the site is asked whether it is still the same, and that nothing takes its place which could not be read, or of
 * which no graph can be made: then what is served stays.
 */
import type { MaybePromise } from './maybe-promise.ts';
import { type LookFailure, type Observer, readFailure } from './observer.ts';
import { isOpened } from './privileges.ts';
import type { SiteLayers } from './site-layers.ts';
import type { Changes } from './store/changes.ts';
import { SiteNews } from './store/feed/site-news.ts';
import type { Lifetime } from './store/freshness.ts';
import type { Fleet } from './store/redis/fleet.ts';
import { credibilityOf } from './wordpress/discovery/credibility.ts';
import { SiteProbe } from './wordpress/discovery/site-probe.ts';
import { type OpenedSite, reopenSite, type SiteSnapshot } from './wordpress/discovery/site-snapshot.ts';
import { navigations } from './wordpress/editor-types.ts';
import { fingerprintOf, routesThatDiffer } from './wordpress/fingerprint.ts';

/** Makes ready what is to stand on a site. @returns what puts it in its place, at once */
export type Prepare = (next: SiteLayers) => MaybePromise<() => void>;

export interface SuccessionOptions {
  readonly changes: Pick<Changes, 'announce'>;
  /** Where several gateways agree on what the site is. */
  readonly shared: Pick<Fleet, 'snapshots' | 'channel'> | undefined;
  /** Of what the site says of itself. */
  readonly lifetime: Lifetime;
  readonly observer: Observer;
  read(): Promise<OpenedSite>;
  makeLayers(site: OpenedSite): SiteLayers;
  /** A later turn of the event loop, where others have to be let in. */
  pause(): Promise<void> | undefined;
}

/** Milliseconds between two questions whether the site is the same, unless somebody has reason to ask. */
const betweenProbes = 60_000;

export class Succession {
  readonly #options: SuccessionOptions;
  #current: SiteLayers;
  /** Of the site that was served before: what changed with it may be told late. */
  #formerRoutes: ReadonlySet<string> = new Set();
  #snapshot: SiteSnapshot;
  #probe: SiteProbe;
  readonly #news: SiteNews;
  #prepare: Prepare = () => () => undefined;
  #nextProbe: number;
  /** From when on the site is to be read anew, whatever it says before. */
  #due = Number.POSITIVE_INFINITY;
  /** Of a reading that has to come to the same once more. */
  #doubted: string | undefined;
  /** What others have said that the site is, and it led to nothing here. */
  #heeded: string | undefined;
  #failure: unknown;
  /** Why what the site has become cannot be served: it is not read again before it has changed again. */
  #unservable: Error | undefined;
  /** Sites that are taking the place of the one that is served. */
  #coming = 0;
  #isClosed = false;
  /** The next reading, which has not begun. */
  #waiting: Promise<void> | undefined;
  /** One after the other. */
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(opened: OpenedSite, options: SuccessionOptions) {
    this.#options = options;
    this.#current = options.makeLayers(opened);
    this.#snapshot = opened.snapshot;
    this.#probe = new SiteProbe(opened);
    this.#news = new SiteNews(opened.snapshot.facts.index, options.changes);
    this.#nextProbe = opened.snapshot.at + betweenProbes;
  }

  get current(): SiteLayers {
    return this.#current;
  }

  /** Whether a collection may be one of the site's, or was until now; of a site that is taking its place nobody knows yet. */
  mayHave(route: string): boolean {
    if (this.#coming > 0 || this.#formerRoutes.has(route)) return true;
    if (route === '/' || route === navigations.route || isOpened(route)) return true;
    return this.#current.site.resources.some((resource) => resource.route === route);
  }

  /** @param prepare asked for each site that takes the place of the one before */
  prepareBy(prepare: Prepare): void {
    this.#prepare = prepare;
  }

  /** Has the next look ask whether the site is the same. */
  hurry(): void {
    this.#nextProbe = Number.NEGATIVE_INFINITY;
    if (this.#due < Number.POSITIVE_INFINITY) this.expect();
  }

  /** Has the next look read the site anew. */
  expect(): void {
    this.#due = Number.NEGATIVE_INFINITY;
  }

  /** Asks whether the site is the same, once in a while, and takes over what it has become. @returns what stands in the way of that */
  async look(): Promise<readonly LookFailure[]> {
    if (Date.now() >= Math.min(this.#due, this.#nextProbe)) {
      this.#nextProbe = Date.now() + betweenProbes;
      this.#failure = await this.#follow().catch((error: unknown) => error);
    }
    const error = this.#failure ?? this.#unservable;
    return error === undefined ? [] : [{ route: '/', error }];
  }

  /** Another gateway says what the site is. */
  async heed(fingerprint: string): Promise<void> {
    if (fingerprint === this.#current.fingerprint || fingerprint === this.#heeded) return;
    await this.#inTurn(async () => {
      if (fingerprint === this.#current.fingerprint) return;
      this.#heeded = fingerprint;
      const snapshot = await this.#options.shared?.snapshots.find();
      const opened = snapshot && reopenSite(snapshot);
      if (!opened) await this.#readAnew();
      else if (fingerprintOf(opened.site) !== this.#current.fingerprint) await this.#told(() => this.#take(opened));
    });
  }

  /** Reads the site, and takes over what it has become. Whoever asks while nothing has been read yet is answered by one reading. */
  readAnew(): Promise<void> {
    this.#waiting ??= this.#inTurn(() => {
      this.#waiting = undefined;
      return this.#readAnew();
    });
    return this.#waiting;
  }

  close(): void {
    this.#isClosed = true;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#coming++;
    const done = this.#underWay.then(work).finally(() => this.#coming--);
    this.#underWay = done.catch(() => undefined);
    return done;
  }

  async #follow(): Promise<void> {
    const isDue = Date.now() >= this.#due;
    if (isDue) this.#due = Number.POSITIVE_INFINITY;
    else {
      const { isOther, index } = await this.#probe.look(this.#current.watched.get);
      this.#news.hear(index);
      if (!isOther) return;
    }
    try {
      await this.readAnew();
    } catch (error) {
      if (error !== this.#unservable) this.#due = this.#doubted === undefined ? this.#nextProbe : Date.now();
      throw error;
    }
  }

  async #readAnew(): Promise<void> {
    await this.#told(async () => this.#takeReading(await this.#options.read()));
  }

  async #told(work: () => Promise<void>): Promise<void> {
    const { observer } = this.#options;
    const what = 'site';
    observer.refresh?.({ what, step: 'begun' });
    try {
      await work();
      observer.refresh?.({ what, step: 'done' });
    } catch (error) {
      observer.refresh?.({ what, step: 'failed', failure: readFailure(error) });
      throw error;
    }
  }

  async #takeReading(reading: OpenedSite): Promise<void> {
    const { shared, lifetime } = this.#options;
    const fingerprint = fingerprintOf(reading.site);
    const isOther = fingerprint !== this.#current.fingerprint;
    const credibility = credibilityOf(reading.snapshot.facts, this.#snapshot.facts);
    const isConfirmed = credibility === 'doubtful' && fingerprint === this.#doubted;
    this.#doubted = credibility === 'doubtful' && !isConfirmed ? fingerprint : undefined;
    if (isOther && credibility !== 'whole' && !isConfirmed) {
      throw new Error('The site has changed, and does not tell all of itself: what is served stays as it was.');
    }
    this.#unservable = undefined;
    if (!isOther && credibility !== 'whole') return;
    this.#news.hear(reading.snapshot.facts.index);
    await shared?.snapshots.keep(reading.snapshot, lifetime.fresh + lifetime.stale);
    if (isOther) {
      // Ahead of what changes with it: others have to know of which collections that is said.
      await shared?.channel.tellSite(fingerprint);
      await this.#take(reading);
    } else {
      this.#snapshot = reading.snapshot;
      this.#probe = new SiteProbe(reading);
    }
  }

  async #take(opened: OpenedSite): Promise<void> {
    const { makeLayers, pause } = this.#options;
    await pause();
    const [before, next] = [this.#current, makeLayers(opened)];
    this.#snapshot = opened.snapshot;
    this.#probe = new SiteProbe(opened);
    const install = await this.#prepared(next);
    if (this.#isClosed) return;
    this.#current = next;
    this.#formerRoutes = new Set(before.site.resources.map(({ route }) => route));
    this.#heeded = undefined;
    install();
    this.#tell(before, next);
  }

  async #prepared(next: SiteLayers): Promise<() => void> {
    try {
      return await this.#prepare(next);
    } catch (cause) {
      const message = 'No graph can be made of what the site has become: what is served stays as it was.';
      this.#unservable = new Error(message, { cause });
      throw this.#unservable;
    }
  }

  /** What was known where the site has changed may mean something else. */
  #tell({ site: before }: SiteLayers, { site: now }: SiteLayers): void {
    const { changes, observer } = this.#options;
    observer.site?.({ types: now.contentTypes.length, taxonomies: now.taxonomies.length });
    for (const route of routesThatDiffer(before, now)) changes.announce({ route });
  }
}
