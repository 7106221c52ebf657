/**
 * The filters that lists of a resource take in a schema, and how a whole `where` becomes REST arguments.
 *
 * WordPress takes an empty list for "no filter": a list that is given but empty, or of which nothing exists, matches nothing.
 */
import { allOf } from '../maybe-promise.ts';
import type { Query } from '../wordpress/http/rest-root.ts';
import type { Resource } from '../wordpress/resources.ts';
import type { FilterQuery, FilterScope } from './filter-kinds.ts';
import {
  addedFilters,
  commentFilters,
  contentFilters,
  type Filter,
  type FilterNames,
  mediaFilters,
  termFilters,
  userFilters,
} from './filter-tables.ts';
import type { Registry } from './registry.ts';

const tables = {
  content: contentFilters,
  media: mediaFilters,
  term: termFilters,
  user: userFilters,
  comment: commentFilters,
};

/** Those of its family's table whose REST arguments its collection takes, and those that its site has added. */
export function filtersOf(resource: Resource, registry: Registry, names: FilterNames): readonly Filter[] {
  const table = tables[resource.family](resource, registry, names);
  const offered = table.filter(({ argument }) => resource.filters.includes(argument));
  return [...offered, ...addedFilters(resource, new Set(table.map(({ name }) => name)), names)];
}

/** Turns a whole `where` input into REST arguments. Filters combine with AND, as far as WordPress does. */
export async function filterQuery(
  filters: readonly Filter[],
  where: object | null | undefined,
  scope: FilterScope,
): Promise<FilterQuery> {
  const values = (where ?? {}) as Readonly<Record<string, unknown>>;
  const given = filters.filter(({ name }) => values[name] !== null && values[name] !== undefined);
  const queries = await allOf(given, ({ name, read }) => read(values[name] as never, `where.${name}`, scope));
  return met(queries);
}

/** Arguments by what a document has one of. WordPress heeds either these or what they are to leave out, not both. */
const single = ['author', 'parent', 'post'];

/** What all of several queries let pass. */
export function met(queries: readonly FilterQuery[]): FilterQuery {
  const all: Record<string, Query[string]> = {};
  for (const query of queries) {
    if (query === null) return null;
    for (const [name, value] of Object.entries(query)) {
      const left = name in all ? bothOf(name, all[name], value) : value;
      if (Array.isArray(left) && left.length === 0) return null;
      all[name] = left;
    }
  }
  for (const name of single) {
    const excluded = `${name}_exclude`;
    if (!(name in all && excluded in all)) continue;
    const left = idsIn(all[name]).filter((id) => !idsIn(all[excluded]).includes(id));
    if (left.length === 0) return null;
    all[name] = left;
    delete all[excluded];
  }
  return all;
}

/** Bounds of a stretch of time, of which the later one begins it, and the earlier one ends it. */
const starts = ['after', 'modified_after'];
const ends = ['before', 'modified_before'];

/** The value of an argument that lets pass what either of two values does. */
function bothOf(name: string, one: Query[string], other: Query[string]): Query[string] {
  const [earlier, later] = [one, other].map(String).sort();
  if (starts.includes(name)) return later;
  if (ends.includes(name)) return earlier;
  return idsIn(one).filter((id) => idsIn(other).includes(id));
}

/** The ids in a REST argument that takes one or several. */
export function idsIn(value: Query[string]): number[] {
  return [value].flat().map(Number);
}
