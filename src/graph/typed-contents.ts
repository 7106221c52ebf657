/**
 * Content of several types in one list by date, filtered by what they have in common.
 * Knows that WordPress ignores arguments that a collection does not have: what a type cannot be filtered by is said.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../errors.ts';
import type { Query } from '../wordpress/http/rest-root.ts';
import type { Resource } from '../wordpress/resources.ts';
import type { GraphContext } from './context.ts';
import { type Filter, sharedFilters } from './filter-tables.ts';
import { filterQuery } from './filters.ts';
import type { Identities } from './ids.ts';
import { listingOf } from './lists.ts';
import { listMixed, type MixedArguments, type MixedPart } from './mixed-lists.ts';
import { Orders } from './orders.ts';
import type { MixedPage } from './paging.ts';

export interface TypedArguments extends MixedArguments {
  /** WordPress' names. */
  readonly types?: readonly string[] | null | undefined;
  readonly where?: object | null | undefined;
}

const contentOrders = Orders.ofContent();

/** What a type without authors has of those by some, and of those by others than these. */
const ofAuthors: ReadonlyMap<string, 'none' | 'all'> = new Map([
  ['author', 'none'],
  ['author_exclude', 'all'],
]);

/** The content of a site. */
export class TypedContents {
  readonly filters: readonly Filter[];
  readonly #identities: Identities;

  constructor(identities: Identities) {
    const { registry } = identities;
    const all = registry.ofFamily('content', 'media');
    this.filters = sharedFilters(all, registry).filter(({ argument }) =>
      all.some(({ filters }) => filters.includes(argument)),
    );
    this.#identities = identities;
  }

  async list(args: TypedArguments, context: GraphContext, info: GraphQLResolveInfo): Promise<MixedPage> {
    const { loaders } = context;
    const resources = typesNamed(args.types, this.#identities);
    const query = await filterQuery(this.filters, args.where, { ...this.#identities, loaders });
    const parts = resources.flatMap((resource): MixedPart[] => {
      const own = query && this.#queryOf(resource, query);
      if (!own) return [];
      return [{ resource, load: (order, ...page) => loaders.page(listingOf(resource, own, order), ...page) }];
    });
    return listMixed(parts, contentOrders, args, context, info);
  }

  /** What to ask of one type; `null` where nothing of it can match. */
  #queryOf({ type, filters }: Resource, query: Query): Query | null {
    const own: Record<string, Query[string]> = {};
    for (const [argument, value] of Object.entries(query)) {
      const without = filters.includes(argument) ? undefined : ofAuthors.get(argument);
      if (without === 'none') return null;
      if (without === 'all') continue;
      if (!filters.includes(argument)) {
        const { name } = this.filters.find((filter) => filter.argument === argument) ?? { name: argument };
        const expectation = `documents of the type "${type}" cannot be filtered by it; leave it out, or the type out of "types".`;
        throw badInput(`where.${name}`, expectation);
      }
      own[argument] = value;
    }
    return own;
  }
}

/**
 * All types but media where none are named.
 * @throws PressgraphError `BAD_USER_INPUT` for a name of none
 */
function typesNamed(names: TypedArguments['types'], { registry }: Identities): readonly Resource[] {
  if (!names) return registry.ofFamily('content');
  const all = registry.ofFamily('content', 'media');
  return [...new Set(names)].map((name) => {
    const resource = all.find(({ type }) => type === name);
    if (resource) return resource;
    throw badInput('types', `there is no type "${name}"; there are ${all.map(({ type }) => `"${type}"`).join(', ')}.`);
  });
}
