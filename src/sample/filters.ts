/**
 * What each collection can be filtered by.
 * Knows the arguments of core's collections and which rows they keep; an argument without a filter here has no effect.
 */
import { type Collection, isContent } from './collections.ts';
import type { OwnFilter } from './magazine.ts';
import type { Recorded, RecordedDocument } from './recorded.ts';
import type { Arguments } from './rest-arguments.ts';
import { RestError } from './rest-error.ts';
import type { Row } from './rows.ts';
import { contentSearch, plainSearch } from './search.ts';

export type Keep = (row: Row) => boolean;

/** @throws RestError for what the collection refuses as a whole */
export function filtersOf(collection: Collection, values: Arguments, recorded: Recorded): Keep[] {
  if (collection.family === 'comment') return commentFilters(values, recorded);
  if (collection.family === 'user') return userFilters(values);
  if (collection.family === 'term') return termFilters(collection.name, values, recorded);
  return contentFilters(collection, values, recorded);
}

export const numbers = (value: unknown): number[] =>
  Array.isArray(value) ? value.map((id) => Math.abs(Number(id))) : [];
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const field = (row: Row, name: string): unknown => row.document?.[name];

/** An empty list is no filter. */
function oneOf(ids: readonly number[], idOf: (row: Row) => number): Keep[] {
  return ids.length === 0 ? [] : [(row) => ids.includes(idOf(row))];
}

function noneOf(ids: readonly number[], idOf: (row: Row) => number): Keep[] {
  return ids.length === 0 ? [] : [(row) => !ids.includes(idOf(row))];
}

const byKey = (name: string) => (row: Row) => Number(row.keys[name] ?? 0);
const byId = (row: Row) => row.id;

/** `include` makes `exclude` void, but for comments. */
function includeAndExclude(values: Arguments): Keep[] {
  const include = numbers(values.include);
  return include.length > 0 ? oneOf(include, byId) : noneOf(numbers(values.exclude), byId);
}

function slugFilter(values: Arguments): Keep[] {
  const slugs = texts(values.slug).map(sanitizedSlug);
  return slugs.length === 0 ? [] : [(row) => slugs.includes(comparableSlug(String(row.keys.slug)))];
}

/** Stored percent-encoded, asked for in either form. */
export function comparableSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).toLowerCase();
  } catch {
    return slug.toLowerCase();
  }
}

/** A slug that is asked for, as `sanitize_title_with_dashes` makes it. */
export function sanitizedSlug(text: string): string {
  // A percent sign is that of an encoded character, or goes; of what is not ASCII, all stays.
  return comparableSlug(text.replace(/%(?![a-f\d]{2})/gi, ''))
    .replaceAll('.', '-')
    .replace(/(?![%\s\w-])[\0-\x7f]/g, '')
    .replace(/\s+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}

function contentFilters({ name, sorters }: Collection, values: Arguments, recorded: Recorded): Keep[] {
  const { timezone } = recorded.magazine.site;
  const keep = [
    ...includeAndExclude(values),
    ...slugFilter(values),
    ...oneOf(numbers(values.author), byKey('author')),
    ...noneOf(numbers(values.author_exclude), byKey('author')),
    ...timeFilters(values, timezone),
    ...taxonomyFilters(sorters, values, recorded),
    ...searchFilter(values),
    ...oneOf(numbers(values.parent), byKey('parent')),
    ...noneOf(numbers(values.parent_exclude), byKey('parent')),
    ...pluginFilters(recorded.filters.get(name) ?? {}, values),
  ];
  if (values.menu_order !== undefined) keep.push((row) => row.keys.menu_order === values.menu_order);
  if (values.sticky !== undefined) keep.push((row) => (field(row, 'sticky') ?? false) === values.sticky);
  if (texts(values.format).length > 0) keep.push((row) => texts(values.format).includes(String(field(row, 'format'))));
  const [kinds, mimes] = [texts(values.media_type), texts(values.mime_type)];
  if (kinds.length > 0 || mimes.length > 0) {
    keep.push(
      ({ texts: { mime_type: mime = '' } }) => mimes.includes(mime) || kinds.includes(mime.split('/')[0] ?? ''),
    );
  }
  return keep;
}

/** By what is stored, which may be no number, and may be nothing: that is in no answer to such a question. */
function pluginFilters(filters: Readonly<Record<string, OwnFilter>>, values: Arguments): Keep[] {
  return Object.entries(filters).flatMap(([name, { field: key, keeps }]): Keep[] => {
    const wanted = values[name];
    if (wanted === undefined) return [];
    const isKept = (stored: unknown) =>
      keeps === 'equal'
        ? String(stored) === String(wanted)
        : (Number.parseInt(String(stored), 10) || 0) >= Number(wanted);
    return [({ fields = {} }) => fields[key] !== undefined && isKept(fields[key])];
  });
}

function searchFilter(values: Arguments): Keep[] {
  if (!values.search) return [];
  const search = contentSearch(String(values.search), searchColumns(values), values.search_semantics === 'exact');
  return [(row) => search.matches(row)];
}

export function searchColumns(values: Arguments): string[] {
  const columns = texts(values.search_columns);
  return columns.length > 0 ? columns : ['post_title', 'post_excerpt', 'post_content'];
}

function timeFilters(values: Arguments, timezone: string): Keep[] {
  const local = (name: string) => (values[name] === undefined ? undefined : localTime(String(values[name]), timezone));
  const [after, before, changedAfter, changedBefore] = ['after', 'before', 'modified_after', 'modified_before'].map(
    local,
  );
  return [
    ...(after === undefined ? [] : [(row: Row) => String(row.keys.date) > after]),
    ...(before === undefined ? [] : [(row: Row) => String(row.keys.date) < before]),
    ...(changedAfter === undefined ? [] : [(row: Row) => String(row.keys.modified) > changedAfter]),
    ...(changedBefore === undefined ? [] : [(row: Row) => String(row.keys.modified) < changedBefore]),
  ];
}

/** A moment as the site's clock shows it; without an offset it already is. */
function localTime(text: string, timezone: string): string {
  const plain = text.replace(' ', 'T').toUpperCase();
  if (!/(Z|[+-]\d\d(:?\d\d)?)$/.test(plain.slice(10))) return plain.slice(0, 19);
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' });
  return parts.format(new Date(plain.replace(/([+-]\d\d)$/, '$1:00'))).replace(' ', 'T');
}

interface TermQuery {
  readonly terms?: unknown;
  readonly operator?: unknown;
  readonly include_children?: unknown;
}

/** Different taxonomies must all agree, unless `tax_relation` says that one is enough. */
function taxonomyFilters(taxonomies: readonly string[], values: Arguments, recorded: Recorded): Keep[] {
  const conditions = taxonomies.flatMap((taxonomy) => [
    ...termCondition(taxonomy, values[taxonomy], false, recorded),
    ...termCondition(taxonomy, values[`${taxonomy}_exclude`], true, recorded),
  ]);
  if (conditions.length === 0) return [];
  return [
    (row) =>
      values.tax_relation === 'OR' ? conditions.some((keep) => keep(row)) : conditions.every((keep) => keep(row)),
  ];
}

function termCondition(taxonomy: string, value: unknown, exclude: boolean, recorded: Recorded): Keep[] {
  const query: TermQuery = Array.isArray(value) ? { terms: value } : ((value ?? {}) as TermQuery);
  const ids = numbers(query.terms);
  if (ids.length === 0) return [];
  const families = ids.map((id) => (query.include_children ? descendants(id, documentsOf(taxonomy, recorded)) : [id]));
  const carries = (row: Row, family: readonly number[]) =>
    numbers([field(row, taxonomy)].flat()).some((id) => family.includes(id));
  if (exclude) return [(row) => !families.some((family) => carries(row, family))];
  return [
    (row) =>
      query.operator === 'AND'
        ? families.every((family) => carries(row, family))
        : families.some((family) => carries(row, family)),
  ];
}

function documentsOf(name: string, { documents }: Recorded): readonly RecordedDocument[] {
  return documents.get(name) ?? [];
}

function descendants(id: number, terms: readonly RecordedDocument[]): number[] {
  const children = terms.filter(({ parent }) => parent === id);
  return [id, ...children.flatMap((child) => descendants(child.id, terms))];
}

function termFilters(name: string, values: Arguments, recorded: Recorded): Keep[] {
  const keep = [...includeAndExclude(values), ...slugFilter(values)];
  if (values.parent !== undefined) keep.push(...oneOf([Number(values.parent)], byKey('parent')));
  if (values.hide_empty) keep.push((row) => Number(row.keys.count) > 0);
  if (values.search) keep.push(plainSearch(String(values.search)));
  if (values.post) {
    const ids = termsOfPost(name, Number(values.post), recorded);
    keep.push((row) => ids.includes(row.id));
  }
  return keep;
}

/** Of what a visitor may read; that a taxonomy does not sort a type at all is a refusal as well. */
function termsOfPost(name: string, id: number, recorded: Recorded): number[] {
  const { collections, articles, magazine } = recorded;
  for (const collection of collections.values()) {
    const found = documentsOf(collection.name, recorded).find((entry) => isContent(collection) && entry.id === id);
    if (found && collection.sorters.includes(name)) return numbers(found[name]);
  }
  if ([...[...articles.values()].flat(), ...magazine.media].some((entry) => entry.id === id)) {
    throw new RestError(401, 'rest_forbidden_context', 'Sorry, you are not allowed to view terms for this post.');
  }
  throw new RestError(400, 'rest_post_invalid_id', 'Invalid post ID.');
}

function userFilters(values: Arguments): Keep[] {
  if (values.roles !== undefined) {
    throw new RestError(401, 'rest_user_cannot_view', 'Sorry, you are not allowed to filter users by role.');
  }
  if (values.capabilities !== undefined) {
    throw new RestError(401, 'rest_user_cannot_view', 'Sorry, you are not allowed to filter users by capability.');
  }
  if (values.who === 'authors') {
    throw new RestError(401, 'rest_forbidden_who', 'Sorry, you are not allowed to query users by this parameter.');
  }
  if (['email', 'registered_date'].includes(String(values.orderby))) {
    throw new RestError(401, 'rest_forbidden_orderby', 'Sorry, you are not allowed to order users by this parameter.');
  }
  return [
    ...includeAndExclude(values),
    ...slugFilter(values),
    ...(values.search ? [plainSearch(String(values.search))] : []),
  ];
}

function commentFilters(values: Arguments, recorded: Recorded): Keep[] {
  checkCommentRights(values, recorded);
  const keep = [
    ...oneOf(numbers(values.include), byId),
    ...noneOf(numbers(values.exclude), byId),
    ...oneOf(numbers(values.post), byKey('post')),
    ...oneOf(numbers(values.parent), byKey('parent')),
    ...noneOf(numbers(values.parent_exclude), byKey('parent')),
    ...timeFilters(values, recorded.magazine.site.timezone),
  ];
  if (values.search) keep.push(plainSearch(String(values.search)));
  return keep;
}

/** A visitor may read approved comments on what everyone may read, and filter by nothing that says more. */
function checkCommentRights(values: Arguments, recorded: Recorded): void {
  for (const id of numbers(values.post)) {
    if (!isReadable(id, recorded)) {
      const text =
        id === 0
          ? 'Sorry, you are not allowed to read comments without a post.'
          : 'Sorry, you are not allowed to read the post for this comment.';
      throw new RestError(401, id === 0 ? 'rest_cannot_read' : 'rest_cannot_read_post', text);
    }
  }
  const forbidden = ['author', 'author_exclude', 'author_email'].filter(
    (name) => values[name] !== undefined && values[name] !== null,
  );
  if (values.type !== undefined && values.type !== 'comment') forbidden.push('type');
  if (values.status !== undefined && values.status !== 'approve') forbidden.push('status');
  if (forbidden.length > 0) {
    throw new RestError(401, 'rest_forbidden_param', `Query parameter not permitted: ${forbidden.join(', ')}`);
  }
}

/** What does not exist at all is no obstacle. */
function isReadable(id: number, recorded: Recorded): boolean {
  if (id === 0) return false;
  const { collections, articles, magazine } = recorded;
  const contents = [...collections.values()].filter(isContent);
  const isPublic = contents.some(({ name }) => documentsOf(name, recorded).some((document) => document.id === id));
  const authored = [...articles.values()].flat().find((entry) => entry.id === id);
  if (isPublic) return !authored?.password;
  return !authored && !magazine.media.some((entry) => entry.id === id);
}
