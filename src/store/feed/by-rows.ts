/**
 * Looks at a collection whose documents do not tell when they changed, terms and users, by comparing every row. The rows are
 * kept: whatever needs an author or a category finds it known.
 */
import { createHash } from 'node:crypto';
import { Properties } from '../../wordpress/properties.ts';
import { readId, readMember } from '../../wordpress/values.ts';
import type { Change } from '../change.ts';
import { fetchAllRows } from './row-pages.ts';
import type { Look, Sight, Sources } from './sight.ts';
import type { WatchedCollection } from './watched.ts';

/** What a client sees of terms and users, and costs WordPress little. */
const comparedProperties = Properties.of(
  'id',
  'name',
  'slug',
  'taxonomy',
  'description',
  'link',
  'parent',
  'count',
  'url',
  'avatar_urls',
);

export interface ByRowsOptions extends Sources {
  /** Whether the rows that are read are kept before anybody has asked for them. */
  readonly keepsRows: boolean;
}

/** A collection that is too large for that changes with its lifetime only. */
export async function lookByRows(
  sources: ByRowsOptions,
  { route, leadHere }: Pick<WatchedCollection, 'route' | 'leadHere'>,
  before: Sight | undefined,
): Promise<Look> {
  const { cache, keepsRows } = sources;
  // What was known before the first look may have changed before it, and nothing tells.
  const isBlind = !before?.rows && (await cache.ids(route)).length > 0;
  const { asOf } = await cache.recallDocuments(route, []);
  const { total, date, rows: found } = await fetchAllRows(sources, route, comparedProperties.print());
  const leading = leadHere.map((from): Change => ({ route: from }));
  if (!found) {
    const isAnyGone = total !== undefined && before?.total !== undefined && total < before.total;
    return { sight: { total, date }, changes: isAnyGone ? [{ route }, ...leading] : [] };
  }
  if (keepsRows) cache.learnUnasked(route, found, comparedProperties, asOf);
  const rows = Object.fromEntries(
    found.map(({ document: { id, ...others } }): [string, string] => [String(id), describe(others)]),
  );
  const earlier = before?.rows ?? rows;
  const ids = new Set([...Object.keys(rows), ...Object.keys(earlier)]);
  const changed = [...ids].filter((id) => rows[id] !== earlier[id]).map(Number);
  const isAnyMoved = changed.some((id) => isMoved(earlier[id], rows[id]));
  const changes: Change[] = [
    ...(isBlind ? [{ route }] : []),
    ...(changed.length > 0 ? [{ route, ids: changed }] : []),
    ...(isAnyMoved ? leading : []),
  ];
  return { sight: { total, date, rows }, changes };
}

/** What is remembered of a row: its place in the tree, and a fingerprint of all that it says. */
function describe(row: object): string {
  return [readId(readMember(row, 'parent')) ?? 0, fingerprint(row)].join(' ');
}

/** Whether a row has gone, or lies elsewhere: lists of what lies below it, and what led to it, are others then. */
function isMoved(before: string | undefined, now: string | undefined): boolean {
  const placeOf = (described: string | undefined) => described?.split(' ', 1)[0];
  return before !== undefined && placeOf(before) !== placeOf(now);
}

/** Short enough to be kept for each of several hundred rows. */
function fingerprint(row: object): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 16);
}
