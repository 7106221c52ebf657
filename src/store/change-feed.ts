/**
 * Looks at regular intervals for what has changed on the site, and announces it.
 *
 * Posts, pages and media tell by their time of modification, comments by their date; terms and users tell nothing, so their
 * rows are compared. What is trashed or unpublished is in no list of changes, but the total tells, and asking for the known
 * ids shows which are left.
 */
import { createHash } from 'node:crypto';
import type { RestGet } from '../wordpress/client.ts';
import { largestPage } from '../wordpress/resources.ts';
import type { Query } from '../wordpress/rest-root.ts';
import type { Changes } from './changes.ts';

export interface WatchedCollection {
  readonly route: string;
  /** The property that orders documents by when they changed; absent where rows have to be compared. */
  readonly dated?: 'modified_gmt' | 'date_gmt';
}

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
  readonly changes: Changes;
  /** Ids of the documents that are known of a collection. */
  ids(collection: string): Promise<readonly number[]>;
  /** Seconds between two looks; 0 looks only when it is told to. */
  readonly interval: number;
  readonly lease?: FeedLease | undefined;
  /** A look that failed; the next one makes up for it. */
  onFailure(error: unknown): void;
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
  const { collections, interval, onFailure } = options;
  let sights: Sights = {};
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let isCatchingUp = false;
  let underWay: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let lastLook = 0;

  async function lookOnce(): Promise<void> {
    lastLook = Date.now();
    const leased = await options.lease?.acquire();
    if (leased && !isCatchingUp) {
      sights = leased.sights ?? sights;
      if (!leased.isOurs) return;
    }
    isCatchingUp = false;
    const seen = await Promise.all(
      collections.map(async (collection): Promise<[string, Sight | undefined]> => {
        const before = sights[collection.route];
        try {
          return [collection.route, await lookAt(options, collection, before)];
        } catch (error) {
          if (!isStopped) onFailure(error);
          return [collection.route, before];
        }
      }),
    );
    sights = Object.fromEntries(seen.filter((entry): entry is [string, Sight] => entry[1] !== undefined));
    if (leased?.isOurs) await options.lease?.save(sights);
  }

  function look(): Promise<void> {
    if (!underWay) {
      underWay = lookOnce()
        .catch(onFailure)
        .finally(() => {
          underWay = undefined;
        });
      return underWay;
    }
    next ??= underWay
      .then(() => delay(lastLook + leastBetweenLooks - Date.now()))
      .then(() => {
        next = undefined;
        return isStopped ? undefined : look();
      });
    return next;
  }

  function schedule(): void {
    if (interval === 0 || isStopped) return;
    const milliseconds = interval * 1000 * (1 - jitter * Math.random());
    timer = setTimeout(() => void look().then(schedule), milliseconds);
    timer.unref();
  }

  if (interval > 0) void look().then(schedule);
  return {
    catchUp() {
      isCatchingUp = true;
      return look();
    },
    async look() {
      const wait = lastLook + leastBetweenLooks - Date.now();
      if (!underWay && wait > 0) await delay(wait);
      if (!isStopped) await look();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

function lookAt(options: ChangeFeedOptions, collection: WatchedCollection, before: Sight | undefined): Promise<Sight> {
  const { route, dated } = collection;
  return dated ? lookByDate(options, route, dated, before) : lookByRows(options, route, before);
}

interface Row {
  readonly id: number;
  readonly [property: string]: unknown;
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
  const isChanged = (row: Row) => Date.parse(`${row[dated]}Z`) >= since;
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

  const ids = changed.map(({ id }) => id);
  const known = await options.ids(route);
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
  isChanged: (row: Row) => boolean,
): Promise<Row[] | undefined> {
  const changed: Row[] = [];
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
    kept.push(...rows.map(({ id }) => id));
  }
  changes.announce({ route, ids, kept });
}

/** Compares what is cheap to ask of every row. A collection that is too large for that changes with its lifetime only. */
async function lookByRows(options: ChangeFeedOptions, route: string, before: Sight | undefined): Promise<Sight> {
  const rows: Record<string, string> = {};
  const query = { per_page: largestPage, _fields: 'id,name,slug,description,link,parent,count,url,avatar_urls' };
  const first = await page(options.get, route, query);
  if ((first.totalPages ?? 1) > mostPages) return { total: first.total, date: first.date };
  const others = await Promise.all(
    Array.from({ length: (first.totalPages ?? 1) - 1 }, (_, index) =>
      page(options.get, route, { ...query, page: index + 2 }),
    ),
  );
  for (const { id, ...rest } of [first, ...others].flatMap((each) => each.rows)) rows[id] = fingerprint(rest);
  const sight: Sight = { total: first.total, date: first.date, rows };
  if (!before?.rows) {
    if ((await options.ids(route)).length > 0) options.changes.announce({ route });
    return sight;
  }
  const earlier = before.rows;
  const changed = [...new Set([...Object.keys(rows), ...Object.keys(earlier)])].filter(
    (id) => rows[id] !== earlier[id],
  );
  if (changed.length > 0) options.changes.announce({ route, ids: changed.map(Number) });
  return sight;
}

/** Short enough to be kept for each of several hundred rows. */
function fingerprint(row: object): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 16);
}

async function page(get: RestGet, route: string, query: Query) {
  const { body, total, totalPages, date } = await get({ route, query });
  const rows = Array.isArray(body) ? (body as Row[]).filter((row) => typeof row?.id === 'number') : [];
  const isLast = Array.isArray(body) && body.length < Number(query.per_page);
  return { rows, total, totalPages, date, isLast };
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, milliseconds)).unref();
  });
}
