/**
 * The `where` inputs of root connections, and how each becomes arguments of the REST collection.
 * Knows every argument that core's collections register; an argument that a type lacks is not offered for it.
 *
 * WordPress takes an empty list for "no filter": a list that is given but empty, or of which nothing exists, matches nothing.
 */

import { badInput } from '../../errors.ts';
import type { Loaders } from '../../loaders/loaders.ts';
import { allOf } from '../../maybe-promise.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { Properties } from '../../wordpress/properties.ts';
import type { DocumentType } from './builder.ts';
import { idsArgument } from './ids.ts';
import { resourceOf } from './resource-types.ts';

/** `null`: nothing can match. */
export type Filter = Query | null;

/** Chooses documents by id or slug. */
export interface Selector {
  readonly ids?: readonly (string | number)[] | null | undefined;
  readonly slugs?: readonly string[] | null | undefined;
  readonly operator?: 'AND' | 'OR' | null | undefined;
  readonly includeChildren?: boolean | null | undefined;
}

/** Turns one member of a `where` input into REST arguments; `null` when nothing can match it. */
type Member = (value: never, name: string, loaders: Loaders) => Filter | Promise<Filter>;

/** Turns a whole `where` input into REST arguments. Members combine with AND, as WordPress does. */
export async function filterOf(
  members: Readonly<Record<string, Member>>,
  where: object | null | undefined,
  loaders: Loaders,
): Promise<Filter> {
  const given = Object.entries(where ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const filters = await allOf(given, ([name, value]) => members[name]?.(value as never, `where.${name}`, loaders));
  if (filters.includes(null)) return null;
  return Object.assign({}, ...filters);
}

const same =
  (argument: string): Member =>
  (value: string | number | boolean) => ({ [argument]: value });

const list =
  (argument: string): Member =>
  (values: readonly string[]) =>
    values.length === 0 ? null : { [argument]: values };

const ids =
  (argument: string, ...typeNames: DocumentType[]): Member =>
  (values: readonly (string | number)[], name) =>
    values.length === 0 ? null : { [argument]: idsArgument(name, values, typeNames) };

/** Leaving out nothing is no filter. */
const exceptIds =
  (argument: string, ...typeNames: DocumentType[]): Member =>
  (values: readonly (string | number)[], name) =>
    values.length === 0 ? {} : { [argument]: idsArgument(name, values, typeNames) };

const oneId =
  (argument: string, ...typeNames: DocumentType[]): Member =>
  (value: string | number, name) => ({ [argument]: idsArgument(name, [value], typeNames)[0] });

/** A parent may be 0: the top level. */
const parentId =
  (typeName: DocumentType): Member =>
  (value: string | number, name) => ({ parent: String(value) === '0' ? 0 : idsArgument(name, [value], [typeName])[0] });

const users =
  (argument: string): Member =>
  async (selector: Selector, name, loaders) => {
    const found = await selected(selector, name, 'Author', loaders);
    return found.length === 0 ? null : { [argument]: found };
  };

const exceptUsers =
  (argument: string): Member =>
  async (selector: Selector, name, loaders) => {
    const found = await selected(selector, name, 'Author', loaders);
    return found.length === 0 ? {} : { [argument]: found };
  };

const terms =
  (typeName: 'Category' | 'Tag'): Member =>
  async (selector: Selector, name, loaders) => {
    const found = await selected(selector, name, typeName, loaders);
    const wanted = (selector.ids?.length ?? 0) + (selector.slugs?.length ?? 0);
    // All of several is impossible when one of them does not exist.
    if (found.length === 0 || (selector.operator === 'AND' && found.length < wanted)) return null;
    const argument = resourceOf(loaders.site, typeName).name;
    const plain = selector.operator !== 'AND' && !selector.includeChildren;
    if (plain) return { [argument]: found };
    return {
      [`${argument}[terms]`]: found,
      ...(selector.operator && { [`${argument}[operator]`]: selector.operator }),
      ...(selector.includeChildren && { [`${argument}[include_children]`]: true }),
    };
  };

const exceptTerms =
  (typeName: 'Category' | 'Tag'): Member =>
  async (selector: Selector, name, loaders) => {
    const found = await selected(selector, name, typeName, loaders);
    const argument = `${resourceOf(loaders.site, typeName).name}_exclude`;
    if (found.length === 0) return {};
    if (!selector.includeChildren) return { [argument]: found };
    return { [`${argument}[terms]`]: found, [`${argument}[include_children]`]: true };
  };

/** The ids that a selector chooses: those given, and those that its slugs name, looked up together. */
async function selected(selector: Selector, name: string, typeName: DocumentType, loaders: Loaders): Promise<number[]> {
  const given = idsArgument(`${name}.ids`, selector.ids ?? [], [typeName]);
  const { route } = resourceOf(loaders.site, typeName);
  const named = await allOf(selector.slugs ?? [], (slug) => loaders.bySlug(route, slug, Properties.id));
  return [...new Set([...given, ...named.flat().map(({ document }) => document.id)])];
}

const time =
  (argument: string): Member =>
  (value: string, name) => {
    if (/[zZ]$|[+-]\d\d:\d\d$/.test(value)) throw badInput(name, 'takes the time of the site, without an offset.');
    return { [argument]: value.slice(0, 19) };
  };

const content = (typeName: DocumentType) => ({
  search: same('search'),
  searchColumns: list('search_columns'),
  searchExactly: ((value: boolean) => (value ? { search_semantics: 'exact' } : {})) as Member,
  include: ids('include', typeName),
  exclude: exceptIds('exclude', typeName),
  slugs: list('slug'),
  authors: users('author'),
  excludeAuthors: exceptUsers('author_exclude'),
  after: time('after'),
  before: time('before'),
  modifiedAfter: time('modified_after'),
  modifiedBefore: time('modified_before'),
  status: list('status'),
});

/** One table a type: the member's name in GraphQL, and what it becomes. */
export const filters = {
  Post: {
    ...content('Post'),
    categories: terms('Category'),
    excludeCategories: exceptTerms('Category'),
    tags: terms('Tag'),
    excludeTags: exceptTerms('Tag'),
    taxonomyRelation: same('tax_relation'),
    sticky: same('sticky'),
    formats: list('format'),
  },
  Page: {
    ...content('Page'),
    parents: ids('parent', 'Page'),
    excludeParents: exceptIds('parent_exclude', 'Page'),
    menuOrder: same('menu_order'),
    topLevel: ((value: boolean) => (value ? { parent: 0 } : { parent_exclude: 0 })) as Member,
  },
  Media: {
    ...content('Media'),
    parents: ids('parent', 'Post', 'Page'),
    excludeParents: exceptIds('parent_exclude', 'Post', 'Page'),
    mediaType: ((value: string) => ({ media_type: value.toLowerCase() })) as Member,
    mimeType: same('mime_type'),
  },
  Author: {
    search: same('search'),
    include: ids('include', 'Author'),
    exclude: exceptIds('exclude', 'Author'),
    slugs: list('slug'),
    roles: list('roles'),
    capabilities: list('capabilities'),
    hasPublishedPosts: list('has_published_posts'),
  },
  Category: {
    search: same('search'),
    include: ids('include', 'Category'),
    exclude: exceptIds('exclude', 'Category'),
    slugs: list('slug'),
    parent: parentId('Category'),
    hideEmpty: same('hide_empty'),
    post: oneId('post', 'Post'),
  },
  Tag: {
    search: same('search'),
    include: ids('include', 'Tag'),
    exclude: exceptIds('exclude', 'Tag'),
    slugs: list('slug'),
    hideEmpty: same('hide_empty'),
    post: oneId('post', 'Post'),
  },
  Comment: {
    search: same('search'),
    include: ids('include', 'Comment'),
    exclude: exceptIds('exclude', 'Comment'),
    posts: ids('post', 'Post', 'Page', 'Media'),
    parents: ids('parent', 'Comment'),
    excludeParents: exceptIds('parent_exclude', 'Comment'),
    topLevel: ((value: boolean) => (value ? { parent: 0 } : { parent_exclude: 0 })) as Member,
    authors: ids('author', 'Author'),
    excludeAuthors: exceptIds('author_exclude', 'Author'),
    authorEmail: same('author_email'),
    after: time('after'),
    before: time('before'),
    status: same('status'),
    type: same('type'),
  },
} as const satisfies Record<DocumentType, Readonly<Record<string, Member>>>;
