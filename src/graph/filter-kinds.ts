/**
 * The kinds of filters: what each takes, and how that becomes REST arguments.
 * Knows that an id may be a global one, and that terms and users may be chosen by their slugs, which are looked up.
 */
import { badInput } from '../errors.ts';
import type { Loaders } from '../loaders/loaders.ts';
import { allOf, type MaybePromise } from '../maybe-promise.ts';
import type { Query } from '../wordpress/http/rest-root.ts';
import { Properties } from '../wordpress/properties.ts';
import type { Resource } from '../wordpress/resources.ts';
import type { ValueSchema } from '../wordpress/value-schema.ts';
import { isMap, slugArgument } from '../wordpress/values.ts';
import { type Identities, idsArgument } from './ids.ts';

/** What a filter reads a value with. */
export interface FilterScope extends Identities {
  readonly loaders: Loaders;
}

/** REST arguments; `null`: nothing can match. */
export type FilterQuery = Query | null;

/** Turns the value of a filter into REST arguments. @param name of the argument, for errors */
export type ReadFilter = (value: never, name: string, scope: FilterScope) => MaybePromise<FilterQuery>;

/** What a filter takes; each dialect has an input type for it. */
export type FilterInput =
  | 'text'
  | 'texts'
  | 'boolean'
  | 'whole number'
  | 'id'
  | 'ids'
  | 'time'
  | 'search columns'
  | 'media type'
  | 'match operator'
  | 'users';

interface Reading {
  /** How what it takes is read for a REST argument. */
  read(argument: string): ReadFilter;
}

/** A kind of filter. */
export type FilterKind = Reading &
  (
    | { readonly input: FilterInput }
    | { readonly input: 'terms'; readonly taxonomy: Resource }
    | { readonly input: 'described'; readonly schema: ValueSchema }
  );

/** Chooses documents by id or slug. */
interface Selector {
  readonly ids?: readonly (string | number)[] | null | undefined;
  readonly slugs?: readonly string[] | null | undefined;
  readonly operator?: 'AND' | 'OR' | null | undefined;
  readonly includeChildren?: boolean | null | undefined;
}

type Ids = readonly (string | number)[];

type One = string | number | boolean;

const same =
  (argument: string): ReadFilter =>
  (value: One) => ({ [argument]: value });

export const text: FilterKind = { input: 'text', read: same };
export const boolean: FilterKind = { input: 'boolean', read: same };
export const wholeNumber: FilterKind = { input: 'whole number', read: same };
export const matchOperator: FilterKind = { input: 'match operator', read: same };

const someOf =
  (argument: string): ReadFilter =>
  (values: readonly string[]) =>
    values.length === 0 ? null : { [argument]: values };

export const texts: FilterKind = { input: 'texts', read: someOf };
export const slugs: FilterKind = {
  input: 'texts',
  read: (argument) => (values: readonly string[]) =>
    values.length === 0 ? null : { [argument]: values.map(slugArgument) },
};
export const searchColumns: FilterKind = { input: 'search columns', read: someOf };

export const mediaType: FilterKind = {
  input: 'media type',
  read: (argument) => (value: string) => ({ [argument]: value.toLowerCase() }),
};

export const exactly: FilterKind = {
  input: 'boolean',
  read: (argument) => (value: boolean) => (value ? { [argument]: 'exact' } : {}),
};

/** An argument that core does not have, as the site's schema describes it. What no schema can say is a value, or a list of these. */
export const described = (schema: ValueSchema): FilterKind => ({
  input: 'described',
  schema,
  read: (argument) => (value: unknown, name) => {
    const values = Array.isArray(value) ? value : [value];
    if (values.some((each) => each === null || Array.isArray(each) || isMap(each)))
      throw badInput(
        name,
        'takes a text, a number, a boolean, or a list of these: WordPress reads it from an address.',
      );
    return values.length === 0 ? null : { [argument]: value as Query[string] };
  },
});

/** Without a parent, or with one; of all where it is not said. */
export function topLevelQuery(isTopLevel: boolean | null | undefined): Query {
  if (isTopLevel === null || isTopLevel === undefined) return {};
  return isTopLevel ? { parent: 0 } : { parent_exclude: 0 };
}

export const topLevel: FilterKind = { input: 'boolean', read: () => topLevelQuery };

export const time: FilterKind = {
  input: 'time',
  read: (argument) => (value: string, name) => {
    if (/[zZ]$|[+-]\d\d:\d\d$/.test(value)) throw badInput(name, 'takes the time of the site, without an offset.');
    return { [argument]: value.slice(0, 19) };
  },
};

/** Leaving out nothing is no filter, and choosing among nothing finds nothing. */
const nothing = (isExcluded: boolean): FilterQuery => (isExcluded ? {} : null);

const manyIds = (resources: readonly Resource[], isExcluded: boolean): FilterKind => ({
  input: 'ids',
  read: (argument) => (values: Ids, name, scope) =>
    values.length === 0 ? nothing(isExcluded) : { [argument]: idsArgument(scope, name, values, resources) },
});

export const idsOf = (resources: readonly Resource[]) => manyIds(resources, false);
export const exceptIds = (resources: readonly Resource[]) => manyIds(resources, true);

export const idOf = (resources: readonly Resource[]): FilterKind => ({
  input: 'id',
  read: (argument) => (value: string | number, name, scope) => ({
    [argument]: idsArgument(scope, name, [value], resources)[0],
  }),
});

/** A parent may be 0: the top level. */
export const parentOf = (resource: Resource): FilterKind => ({
  input: 'id',
  read: (argument) => (value: string | number, name, scope) => ({
    [argument]: String(value) === '0' ? 0 : idsArgument(scope, name, [value], [resource])[0],
  }),
});

const manyUsers = (users: readonly Resource[], isExcluded: boolean): FilterKind => ({
  input: 'users',
  read: (argument) => async (selector: Selector, name, scope) => {
    const found = await lookUpSelected(selector, name, users, scope);
    return found.length === 0 ? nothing(isExcluded) : { [argument]: found };
  },
});

export const usersOf = (users: readonly Resource[]) => manyUsers(users, false);
export const exceptUsers = (users: readonly Resource[]) => manyUsers(users, true);

export const termsOf = (taxonomy: Resource): FilterKind => ({
  input: 'terms',
  taxonomy,
  read: (argument) => async (selector: Selector, name, scope) => {
    const found = await lookUpSelected(selector, name, [taxonomy], scope);
    const wanted = (selector.ids?.length ?? 0) + (selector.slugs?.length ?? 0);
    const { operator, includeChildren } = selector;
    // All of several is impossible when one of them does not exist.
    if (found.length === 0 || (operator === 'AND' && found.length < wanted)) return null;
    if (operator !== 'AND' && !includeChildren) return { [argument]: found };
    return {
      [`${argument}[terms]`]: found,
      ...(operator && { [`${argument}[operator]`]: operator }),
      ...(includeChildren && { [`${argument}[include_children]`]: true }),
    };
  },
});

export const exceptTerms = (taxonomy: Resource): FilterKind => ({
  input: 'terms',
  taxonomy,
  read: (argument) => async (selector: Selector, name, scope) => {
    const found = await lookUpSelected(selector, name, [taxonomy], scope);
    if (found.length === 0) return {};
    if (!selector.includeChildren) return { [argument]: found };
    return { [`${argument}[terms]`]: found, [`${argument}[include_children]`]: true };
  },
});

/** The ids that a selector chooses: those given, and those that its slugs name, looked up together. */
async function lookUpSelected(
  selector: Selector,
  name: string,
  resources: readonly Resource[],
  scope: FilterScope,
): Promise<number[]> {
  const given = idsArgument(scope, `${name}.ids`, selector.ids ?? [], resources);
  const named = await allOf(
    resources.flatMap(({ route }) => (selector.slugs ?? []).map((slug) => ({ route, slug }))),
    ({ route, slug }) => scope.loaders.bySlug(route, slug, Properties.id),
  );
  return [...new Set([...given, ...named.flat().map(({ document: { id } }) => id)])];
}
