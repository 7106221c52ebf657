/**
 * A collection of documents asked as WordPress is, for scripted sites: filters by members, time bounds that exclude their second,
 * `include`, `exclude`, orders by one column, pages and offsets.
 */
import { type Answer, list } from './scripted-site.ts';

export interface RestRow {
  readonly id: number;
  readonly [member: string]: unknown;
}

const paging = new Set(['per_page', 'page', 'offset', 'order', 'orderby', '_fields', 'context']);
const bounds: Readonly<Record<string, (value: string, bound: string) => boolean>> = {
  after: (value, bound) => value > bound,
  before: (value, bound) => value < bound,
};

/** @param includes for `<taxonomy>[include_children]`: the terms that count as one */
export function restCollection(
  rows: readonly RestRow[],
  query: URLSearchParams,
  includes: (term: number) => readonly number[] = (term) => [term],
): Answer {
  const isMatch = (row: RestRow) =>
    [...query].every(([name, value]) => {
      if (paging.has(name)) return true;
      const ids = value.split(',').map(Number);
      if (name === 'include') return ids.includes(row.id);
      if (name === 'exclude') return !ids.includes(row.id);
      const isBound = bounds[name.replace('modified_', '')];
      if (isBound) return isBound(String(row[name.startsWith('modified_') ? 'modified' : 'date']), value);
      const [, member = name, argument] = /^(\w+)\[(\w+)\]$/.exec(name) ?? [];
      if (argument === 'include_children') return true;
      const wanted = argument === 'terms' ? ids.flatMap(includes) : ids;
      return [row[member]].flat().some((id) => wanted.includes(Number(id)));
    });
  const column = query.get('orderby') ?? 'date';
  const sign = query.get('order') === 'asc' ? 1 : -1;
  const matching = rows.filter(isMatch).sort((one, other) => {
    const [a, b] = [one[column] as string | number, other[column] as string | number];
    // What is equal in it comes the other way round: WordPress promises nothing.
    return a === b ? (other.id - one.id) * sign : a < b ? -sign : sign;
  });
  const size = Number(query.get('per_page') ?? 10);
  const start = Number(query.get('offset') ?? (Number(query.get('page') ?? 1) - 1) * size);
  return list(matching.slice(start, start + size), matching.length);
}
