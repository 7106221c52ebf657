/**
 * Looks at a collection whose documents do not tell when they changed, terms and users, by comparing every row. The rows are
 * kept: whatever needs an author or a category finds it known.
 */
import { createHash } from 'node:crypto';
import { Properties } from '../../wordpress/properties.ts';
import type { Change } from '../change.ts';
import { fetchAllRows } from './row-pages.ts';
import type { Look, Sight, Sources } from './sight.ts';

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
  { get, cache, keepsRows }: ByRowsOptions,
  route: string,
  before: Sight | undefined,
): Promise<Look> {
  // What was known before the first look may have changed before it, and nothing tells.
  const isBlind = !before?.rows && (await cache.ids(route)).length > 0;
  const { asOf } = await cache.recallDocuments(route, []);
  const { total, date, rows: found } = await fetchAllRows(get, route, comparedProperties.print());
  if (!found) return { sight: { total, date }, changes: [] };
  if (keepsRows) cache.learnUnasked(route, found, comparedProperties, asOf);
  const rows = Object.fromEntries(
    found.map(({ document: { id, ...others } }): [string, string] => [String(id), fingerprint(others)]),
  );
  const earlier = before?.rows ?? rows;
  const ids = new Set([...Object.keys(rows), ...Object.keys(earlier)]);
  const changed = [...ids].filter((id) => rows[id] !== earlier[id]).map(Number);
  const changes: Change[] = [...(isBlind ? [{ route }] : []), ...(changed.length > 0 ? [{ route, ids: changed }] : [])];
  return { sight: { total, date, rows }, changes };
}

/** Short enough to be kept for each of several hundred rows. */
function fingerprint(row: object): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 16);
}
