/**
 * The filters that lists of a resource take in a schema, and how a whole `where` becomes REST arguments.
 *
 * WordPress takes an empty list for "no filter": a list that is given but empty, or of which nothing exists, matches nothing.
 */
import { allOf } from '../maybe-promise.ts';
import type { Resource } from '../wordpress/resources.ts';
import type { FilterQuery, FilterScope } from './filter-kinds.ts';
import {
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

/** Those of its family's table whose REST arguments its collection takes. */
export function filtersOf(resource: Resource, registry: Registry, names: FilterNames): readonly Filter[] {
  const table = tables[resource.family](resource, registry, names);
  return table.filter(({ argument }) => resource.filters.includes(argument));
}

/** Turns a whole `where` input into REST arguments. Filters combine with AND, as WordPress does. */
export async function filterQuery(
  filters: readonly Filter[],
  where: object | null | undefined,
  scope: FilterScope,
): Promise<FilterQuery> {
  const values = (where ?? {}) as Readonly<Record<string, unknown>>;
  const given = filters.filter(({ name }) => values[name] !== null && values[name] !== undefined);
  const queries = await allOf(given, ({ name, read }) => read(values[name] as never, `where.${name}`, scope));
  return queries.includes(null) ? null : Object.assign({}, ...queries);
}
