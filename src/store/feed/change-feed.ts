/**
 * Looks at regular intervals for what has changed on the site, and announces it.
 *
 * Posts, pages and media tell by their time of modification, comments by their date; terms and users tell nothing, so their
 * rows are compared, and kept: who needs an author or a category finds it known. What is trashed or unpublished is in no
 * list of changes, but the total tells, and asking for the known ids shows which are left.
 */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { allOf } from '../../maybe-promise.ts';
import type { Mechanism } from '../../mechanisms.ts';
import type { LookFailure, Observer } from '../../observer.ts';
import { type DocumentRow, readRows } from '../../wordpress/documents.ts';
import type { RestGet } from '../../wordpress/http/client.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { Properties } from '../../wordpress/properties.ts';
import { largestPage } from '../../wordpress/resources.ts';
import { readDate, readMember } from '../../wordpress/values.ts';
import type { Changes } from '../changes.ts';
import type { DocumentCache } from '../document-cache.ts';
import type { WatchedCollection } from './watched.ts';

/** What one look at a collection leaves for the next. Plain data: another process may go on with it. */
export interface Sight {
  readonly total: number | undefined;
  /** The site's clock when it looked, in milliseconds since the epoch. */
  readonly date: number;
  /** Fingerprint of each row by id, where rows are compared. */
  readonly rows?: Readonly<Record<string, string>>;
}

export type Sights = Readonly<Record<string, Sight>>;

/** Lets one of several gateways look on behalf of all. */
export interface FeedLease {
  /**
   * Whether this gateway is the one that looks, and what was seen last by whoever looked; `undefined` when nobody can tell,
   * so that each looks for itself.
   */
  acquire(): Promise<{ readonly isOurs: boolean; readonly sights: Sights | undefined } | undefined>;
  save(sights: Sights): Promise<void>;
}

export interface ChangeFeedOptions {
  readonly get: RestGet;
  readonly collections: readonly WatchedCollection[];
  readonly changes: Pick<Changes, 'announce'>;
  readonly cache: Pick<DocumentCache, 'ids' | 'recallDocuments' | 'learnAhead'>;
  readonly without: ReadonlySet<Mechanism>;
  /** Seconds between two looks; 0 looks only when it is told to. */
  readonly interval: number;
  readonly lease?: FeedLease | undefined;
  readonly observer?: Observer | undefined;
}

export interface ChangeFeed {
  /** Looks on its own behalf, whoever has the lease: announcements of others may have been lost. */
  catchUp(): Promise<void>;
  /** Looks now, or right after the look that is under way; at most once a second. Settles when it has looked. */
  look(): Promise<void>;
  stop(): void;
}

/** Documents changed within one second look alike, so each look goes back a little further than the last one. */
const overlapMilliseconds = 2_000;
const leastBetweenLooks = 1_000;
/** Rows of a first page: most looks find nothing, and it also tells the total. */
const firstPage = 10;
/** Beyond this many requests it is cheaper to forget the whole collection. */
const mostPages = 5;
const mostVerifications = 20;
/** The part of the interval by which looks of several gateways drift apart. */
const jitter = 0.2;

export function watchSite(options: ChangeFeedOptions): ChangeFeed {
  const { collections, interval, changes, observer = {} } = options;
  let sights: Sights = {};
  let timer: NodeJS.Timeout | undefined;
  const stopping = new AbortController();
  let isCatchingUp = false;
  let underWay: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let lastLook = 0;

  async function lookOnce(): Promise<void> {
    lastLook = Date.now();
    const leased = await options.lease?.acquire();
    if (leased && !isCatchingUp) {
      sights = leased.sights ?? sights;
      if (!leased.isOurs) {
        observer.look?.({ step: 'left to another' });
        return;
      }
    }
    isCatchingUp = false;
    observer.look?.({ step: 'begun' });
    const failures: LookFailure[] = [];
    let found = 0;
    const announce: Changes['announce'] = (change) => {
      found++;
      changes.announce(change);
    };
    const seen = await allOf(collections, async (collection): Promise<[string, Sight | undefined]> => {
      const before = sights[collection.route];
      try {
        return [collection.route, await lookAt({ ...options, changes: { announce } }, collection, before)];
      } catch (error) {
        failures.push({ route: collection.route, error });
        return [collection.route, before];
      }
    });
    sights = Object.fromEntries(seen.filter((entry): entry is [string, Sight] => entry[1] !== undefined));
    if (!stopping.signal.aborted) observer.look?.({ step: 'done', changes: found, failures });
    if (leased?.isOurs) await options.lease?.save(sights);
  }

  /** Until the next look may begin; cut short when there is to be none. */
  async function pause(): Promise<void> {
    const wait = lastLook + leastBetweenLooks - Date.now();
    if (wait > 0) await delay(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
  }

  function look(): Promise<void> {
    if (!underWay) {
      underWay = lookOnce()
        .catch((error: unknown) => {
          const failures = collections.map(({ route }) => ({ route, error }));
          observer.look?.({ step: 'done', changes: 0, failures });
        })
        .finally(() => {
          underWay = undefined;
        });
      return underWay;
    }
    next ??= underWay.then(pause).then(() => {
      next = undefined;
      return stopping.signal.aborted ? undefined : look();
    });
    return next;
  }

  function schedule(): void {
    if (interval === 0 || stopping.signal.aborted) return;
    const milliseconds = interval * 1000 * (1 - jitter * Math.random());
    timer = setTimeout(() => void look().then(schedule, schedule), milliseconds);
    timer.unref();
  }

  if (interval > 0) void look().then(schedule, schedule);
  return {
    catchUp() {
      isCatchingUp = true;
      return look();
    },
    async look() {
      if (!underWay) await pause();
      if (!stopping.signal.aborted) await look();
    },
    stop() {
      stopping.abort();
      clearTimeout(timer);
    },
  };
}

function lookAt(options: ChangeFeedOptions, collection: WatchedCollection, before: Sight | undefined): Promise<Sight> {
  const { route, dated } = collection;
  return dated ? lookByDate(options, route, dated, before) : lookByRows(options, route, before);
}

async function lookByDate(
  options: ChangeFeedOptions,
  route: string,
  dated: 'modified_gmt' | 'date_gmt',
  before: Sight | undefined,
): Promise<Sight> {
  const since = before ? before.date - overlapMilliseconds : Number.POSITIVE_INFINITY;
  const query = {
    orderby: dated === 'modified_gmt' ? 'modified' : 'date_gmt',
    order: 'desc',
    _fields: `id,${dated}`,
  };
  const first = await page(options.get, route, { ...query, per_page: firstPage });
  const isChanged = ({ document }: DocumentRow) => {
    const date = readDate(readMember(document, dated));
    return date !== null && Date.parse(`${date}Z`) >= since;
  };
  let changed = first.rows.filter(isChanged);
  if (changed.length === firstPage) {
    const further = await everyPage(options.get, route, query, isChanged);
    if (!further) {
      options.changes.announce({ route });
      return { total: first.total, date: first.date };
    }
    changed = further;
  }
  const sight = { total: first.total, date: first.date };
  const isSameTotal = before !== undefined && before.total === first.total;
  if (isSameTotal && changed.length === 0) return sight;

  const ids = changed.map(({ document }) => document.id);
  const known = await options.cache.ids(route);
  if (before === undefined && known.length === 0) return sight;
  // One that is not known may be new, and then another one has gone.
  if (isSameTotal && ids.every((id) => known.includes(id))) options.changes.announce({ route, ids });
  else await announceVerified(options, route, ids, known);
  return sight;
}

/** All rows that have changed, as far as a few pages hold them. */
async function everyPage(
  get: RestGet,
  route: string,
  query: Query,
  isChanged: (row: DocumentRow) => boolean,
): Promise<DocumentRow[] | undefined> {
  const changed: DocumentRow[] = [];
  for (let number = 1; number <= mostPages; number++) {
    const { rows, isLast } = await page(get, route, { ...query, per_page: largestPage, page: number });
    changed.push(...rows.filter(isChanged));
    if (isLast || !rows.every(isChanged)) return changed;
  }
  return undefined;
}

/** Something has come or gone: of the known documents, those that WordPress still shows are kept. */
async function announceVerified(
  { get, changes }: ChangeFeedOptions,
  route: string,
  ids: readonly number[],
  known: readonly number[],
): Promise<void> {
  if (known.length > mostVerifications * largestPage) {
    changes.announce({ route });
    return;
  }
  const kept: number[] = [];
  for (let start = 0; start < known.length; start += largestPage) {
    const include = known.slice(start, start + largestPage);
    const { rows } = await page(get, route, { include, per_page: include.length, _fields: 'id' });
    kept.push(...rows.map(({ document }) => document.id));
  }
  changes.announce({ route, ids, kept });
}

/** What a client sees of terms and users, and costs WordPress little. */
const comparedProperties = Properties.of(
  'id',
  'name',
  'slug',
  'description',
  'link',
  'parent',
  'count',
  'url',
  'avatar_urls',
);

/** Compares every row. A collection that is too large for that changes with its lifetime only. */
async function lookByRows(options: ChangeFeedOptions, route: string, before: Sight | undefined): Promise<Sight> {
  const { get, cache, changes, without } = options;
  // What was known before the first look may have changed before it, and nothing tells.
  const isBlind = !before?.rows && (await cache.ids(route)).length > 0;
  const { ticket } = await cache.recallDocuments(route, []);
  const { total, date, found } = await everyRow(get, route, comparedProperties.print());
  if (!found) return { total, date };
  if (!without.has('ahead')) cache.learnAhead(route, found, comparedProperties, ticket);
  const rows = Object.fromEntries(
    found.map(({ document: { id, ...rest } }): [string, string] => [String(id), fingerprint(rest)]),
  );
  if (isBlind) changes.announce({ route });
  const earlier = before?.rows ?? rows;
  const ids = new Set([...Object.keys(rows), ...Object.keys(earlier)]);
  const changed = [...ids].filter((id) => rows[id] !== earlier[id]);
  if (changed.length > 0) changes.announce({ route, ids: changed.map(Number) });
  return { total, date, rows };
}

/** All rows of a collection, if a few pages hold them. */
async function everyRow(get: RestGet, route: string, fields: string) {
  const query = { per_page: largestPage, _fields: fields };
  const first = await page(get, route, query);
  const { total, date, totalPages = 1 } = first;
  if (totalPages > mostPages) return { total, date, found: undefined };
  const further = Array.from({ length: totalPages - 1 }, (_, index) => index + 2);
  const others = await allOf(further, (number) => page(get, route, { ...query, page: number }));
  return { total, date, found: [first, ...others].flatMap(({ rows }) => rows) };
}

/** Short enough to be kept for each of several hundred rows. */
function fingerprint(row: object): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 16);
}

async function page(get: RestGet, route: string, query: Query) {
  const { body, bytes, total, totalPages, date } = await get({ route, query });
  const size = Number(query.per_page);
  const isLast = Array.isArray(body) && body.length < size;
  return { rows: readRows(route, body, bytes, size), total, totalPages, date, isLast };
}
