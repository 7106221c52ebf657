/**
 * Looks at a collection whose documents tell when they changed: posts, pages and media by their time of modification,
 * comments by their date. What is trashed or unpublished is in no such list, but the total tells, and asking for the known
 * ids shows which are left.
 */
import type { DocumentRow } from '../../wordpress/documents.ts';
import { readDate, readMember } from '../../wordpress/values.ts';
import type { Change } from '../change.ts';
import { fetchRowPage, fetchRowsWhile, type RowSource } from './row-pages.ts';
import type { Look, Sight, Sources } from './sight.ts';
import type { DatedCollection, WatchedCollection } from './watched.ts';

/** Documents changed within one second look alike, so each look goes back a little further than the last one. */
const overlapMilliseconds = 2_000;
/** Rows of a first page: most looks find nothing, and it also tells the total. */
const firstPage = 10;
/** Beyond this many requests it is cheaper to forget the whole collection. */
const mostVerifications = 20;

export async function lookByDate(
  sources: Sources,
  { route, dated, identifying, leadHere }: Omit<DatedCollection, 'isAlways'>,
  before: Sight | undefined,
): Promise<Look> {
  const since = before ? before.date - overlapMilliseconds : Number.POSITIVE_INFINITY;
  const query = {
    orderby: dated === 'modified_gmt' ? 'modified' : 'date_gmt',
    order: 'desc',
    _fields: ['id', dated, ...identifying].join(),
  };
  const isChanged = ({ document }: DocumentRow) => {
    const date = readDate(readMember(document, dated));
    return date !== null && Date.parse(`${date}Z`) >= since;
  };
  const { rows, total, date } = await fetchRowPage(sources, route, { ...query, per_page: firstPage });
  const sight = { total, date };
  const recent = rows.filter(isChanged);
  const changed = recent.length < firstPage ? recent : await fetchRowsWhile(sources, route, query, isChanged);
  if (!changed) return { sight, changes: [{ route }] };

  const isSameTotal = before !== undefined && before.total === total;
  if (isSameTotal && changed.length === 0) return { sight, changes: [] };
  const ids = changed.map(({ document }) => document.id);
  const known = await sources.cache.ids(route);
  if (before === undefined && known.length === 0) return { sight, changes: [] };
  // Same total but an unknown id: something was added, so something else was removed.
  const nothingIsGone = isSameTotal && ids.every((id) => known.includes(id));
  if (nothingIsGone) return { sight, changes: [{ route, ids }] };
  const change = await verify(sources, { route, identifying }, ids, known);
  const isAnyGone = change.kept !== undefined && change.kept.length < known.length;
  return { sight, changes: [change, ...(isAnyGone ? leadHere.map((leading) => ({ route: leading })) : [])] };
}

/** Something has come or gone: of the known documents, those that WordPress still shows are kept. */
async function verify(
  source: RowSource,
  { route, identifying }: Pick<WatchedCollection, 'route' | 'identifying'>,
  ids: readonly number[],
  known: readonly number[],
): Promise<Change> {
  const size = source.limits.largestPage(route);
  if (known.length > mostVerifications * size || !source.limits.canChooseBy('include', route)) return { route };
  const fields = ['id', ...identifying].join();
  const kept: number[] = [];
  for (let start = 0; start < known.length; start += size) {
    const include = known.slice(start, start + size);
    const { rows } = await fetchRowPage(source, route, { include, per_page: include.length, _fields: fields });
    kept.push(...rows.map(({ document }) => document.id));
  }
  return { route, ids, kept };
}
