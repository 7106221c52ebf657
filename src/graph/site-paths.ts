/**
 * Every address that a visitor may find on the site: of content, terms and authors, one type after the other.
 * Knows which types have addresses, which of their documents stand at one, and that ids are the order that never changes.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../errors.ts';
import { type ChainPart, placeCursor } from '../loaders/loaders.ts';
import { didYouMean } from '../suggestion.ts';
import type { RestDocument } from '../wordpress/documents.ts';
import { isOwnAddress } from '../wordpress/own-address.ts';
import { Properties } from '../wordpress/properties.ts';
import type { Resource } from '../wordpress/resources.ts';
import type { Site } from '../wordpress/site.ts';
import { readInt, readMember } from '../wordpress/values.ts';
import type { GraphContext } from './context.ts';
import { MixedPage } from './paging.ts';
import type { Registry } from './registry.ts';

export interface PathArguments {
  readonly types?: readonly string[] | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** The most of one page, and how many it has where it is not told. */
export const [mostPaths, usualPaths] = [1_000, 100];

/** How many addresses one type has. */
export interface PathCount {
  readonly type: string;
  readonly total: number | undefined;
}

/** A page of addresses, and how many each type has. */
export class PathPage extends MixedPage {
  readonly counts: () => Promise<PathCount[]>;

  constructor(page: MixedPage['page'], counts: PathPage['counts']) {
    super(page);
    this.counts = counts;
  }
}

/** Types that have addresses, in the order in which they are gone through: content, then terms, then authors. */
export function addressed(registry: Registry): readonly Resource[] {
  return [...registry.ofFamily('content'), ...registry.ofFamily('term'), ...registry.ofFamily('user')];
}

/** How many are listed with these arguments, before they are checked. */
export function pathsSize({ first }: Pick<PathArguments, 'first'>): number {
  return Math.min(Math.max(Number(first) || 0, 0), mostPaths);
}

export async function listPaths(
  registry: Registry,
  args: PathArguments,
  { loaders, selection, tell }: GraphContext,
  info: GraphQLResolveInfo,
): Promise<PathPage> {
  const { first } = args;
  if (first < 1 || first > mostPaths) throw badInput('first', `must be between 1 and ${mostPaths}, not ${first}.`);
  const resources = chosen(registry, args.types);
  const parts = resources.map((resource): ChainPart & { readonly resource: Resource } => ({
    resource,
    ...listingOf(resource),
    properties: (selection.page(info, resource).documents ?? Properties.none).union(readOf(resource)),
    keeps: (document) => isAddressed(document, loaders.site),
  }));
  // What is read of a page is the same for all of them.
  const [any = resources[0]] = addressed(registry);
  const needs = any && selection.page(info, any);
  const found = await loaders.chain(
    parts,
    { first, ...(args.after && { after: args.after }) },
    {
      documents: needs?.documents !== undefined,
      total: needs?.total ?? false,
      hasNextPage: needs?.hasNextPage ?? false,
    },
  );
  if (found.lost) tell(found.lost, info);
  return new PathPage(found, async () => {
    const totals = await loaders.counts(parts);
    return resources.map(({ type }, index) => ({ type, total: totals[index] }));
  });
}

/** Where a list of one type's addresses goes on at an index, as `after` takes it; nothing for its start. */
export function cursorAhead({ route }: Resource, index: number): string | undefined {
  return index === 0 ? undefined : placeCursor(route, index - 1);
}

/** @throws PressgraphError `BAD_USER_INPUT` for a type that the site does not have, or that has no addresses */
function chosen(registry: Registry, types: PathArguments['types']): readonly Resource[] {
  if (!types) return addressed(registry);
  const known = [...registry.ofFamily('content', 'media'), ...registry.ofFamily('term', 'user')];
  const names = known.map(({ type }) => type);
  for (const type of types) {
    if (names.includes(type)) continue;
    const choice = `expected names of types and taxonomies, of ${names.join(', ')}`;
    throw badInput('types', `there is no "${type}"; ${choice}.${didYouMean(type, names)}`);
  }
  return known.filter(({ type }) => types.includes(type));
}

/** Terms that nothing carries have empty archives; those that have only descendants are listed with them, and not counted. */
function listingOf({ route, family, filters, orders, skips }: Resource): Omit<ChainPart, 'properties' | 'keeps'> {
  const hidesEmpty = family === 'term' && filters.includes('hide_empty');
  return {
    route,
    query: hidesEmpty ? { hide_empty: true } : {},
    pagedOnly: !skips,
    isById: orders.includes('id'),
    mayExceed: family === 'term',
  };
}

/** What says whether a document stands at an address. */
function readOf({ family }: Resource): Properties {
  return family === 'term' ? Properties.of('id', 'link', 'count') : Properties.of('id', 'link');
}

/** Links that lead elsewhere are no addresses of the site. */
function isAddressed(document: RestDocument, site: Pick<Site, 'home' | 'addresses'>): boolean {
  return isOwnAddress(readMember(document, 'link'), site) && readInt(readMember(document, 'count')) !== 0;
}
