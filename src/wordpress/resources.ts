/**
 * Resources: the collections of a site, each with what its documents are and have.
 * Knows how post types and taxonomies become resources, what core's own types have beyond their family, and where core puts
 * what a site does not tell.
 */
import { type ContentTypeInfo, routeOf, type TaxonomyInfo } from './content-types.ts';
import { type FamilyName, families } from './families.ts';
import { Properties } from './properties.ts';
import type { MemberSchema } from './value-schema.ts';

/** How much of a collection one request may ask for. */
export interface Batching {
  /** The most rows. */
  readonly largestPage: number;
  /** By which arguments documents can be chosen, several at once. */
  readonly batches: { readonly include: boolean; readonly slug: boolean };
  /** Whether rows can be passed over (`offset`); else there are whole pages only. */
  readonly skips: boolean;
}

/** A collection of documents of one kind. */
export interface Resource extends Batching {
  /** `rest_base`: the end of the route; documents have their terms under this name, and are filtered by it. */
  readonly name: string;
  /** `/wp/v2/posts`. */
  readonly route: string;
  readonly family: FamilyName;
  /** WordPress' own word for what is in it: a post type (`post`), a taxonomy (`post_tag`), `user` or `comment`. */
  readonly type: string;
  /** Name to display, in the site's language. */
  readonly label: string;
  /** As the site describes it; empty for nothing. */
  readonly description: string;
  /** Whether documents have parents of their own kind. */
  readonly hierarchical: boolean;
  /** Names of what its documents have. */
  readonly properties: Properties;
  /** Taxonomies that sort its documents; empty for what is no content. */
  readonly taxonomies: readonly string[];
  /** Names under which its documents have the terms of these, in the same order. */
  readonly sorters: readonly string[];
  /** Arguments by which its collection can be filtered. */
  readonly filters: readonly string[];
  /** Values of `orderby` that its collection takes. */
  readonly orders: readonly string[];
  /**
   * What the site and its plugins have added to its documents, as its schema describes them: registered custom fields (`meta`),
   * ACF's (`acf`), and properties of plugins. Their names are among `properties` as well.
   */
  readonly members: readonly MemberSchema[];
  /** Arguments of its collection that core does not have; their names are not among `filters`. */
  readonly arguments: readonly MemberSchema[];
}

/** The most that one request may ask for: core refuses `per_page` above it, and a site may give less at a time. */
export const largestPage = 100;

/** What a type has beyond its family. */
interface Traits {
  readonly properties?: readonly string[];
  readonly filters?: readonly string[];
  readonly orders?: readonly string[];
}

const bodied: Traits = { properties: ['content', 'excerpt', 'featured_media'] };
const sticky: Traits = { properties: ['sticky', 'format'], filters: ['sticky', 'format'] };
const placed: Traits = { properties: ['menu_order'], filters: ['menu_order'], orders: ['menu_order'] };
/** Comments have parents as well, all of them: their family says so. */
const branching: Readonly<Partial<Record<FamilyName, Traits>>> = {
  content: { properties: ['parent'], filters: ['parent', 'parent_exclude'] },
  term: { properties: ['parent'], filters: ['parent'] },
};

/** What a type or taxonomy is, as far as its name tells. */
interface KnownType {
  readonly family: FamilyName;
  readonly route: string;
  readonly hierarchical?: boolean;
  readonly taxonomies?: readonly string[];
  readonly traits?: readonly Traits[];
}

/** By name. A site may call its own types whatever it likes, `constructor` as well. */
const coreTypes: ReadonlyMap<string, KnownType> = new Map<string, KnownType>([
  [
    'post',
    {
      family: 'content',
      route: '/wp/v2/posts',
      taxonomies: ['category', 'post_tag'],
      traits: [bodied, sticky],
    },
  ],
  ['page', { family: 'content', route: '/wp/v2/pages', hierarchical: true, traits: [bodied, placed] }],
  ['attachment', { family: 'media', route: '/wp/v2/media' }],
  ['category', { family: 'term', route: '/wp/v2/categories', hierarchical: true }],
  ['post_tag', { family: 'term', route: '/wp/v2/tags' }],
  ['user', { family: 'user', route: '/wp/v2/users' }],
  ['comment', { family: 'comment', route: '/wp/v2/comments', hierarchical: true }],
]);

/** The types that every site has. */
export const coreTypeNames: readonly string[] = [...coreTypes.keys()];

/**
 * The resources of a site, where this site has them.
 * @param names types and taxonomies that are wanted, in this order; what neither the site nor core has is left out
 */
export function resourcesOf(
  types: readonly ContentTypeInfo[],
  taxonomies: readonly TaxonomyInfo[],
  names: readonly string[] = coreTypeNames,
): Resource[] {
  const typeOf = (name: string) => types.find((type) => type.name === name);
  const taxonomyOf = (name: string) => taxonomies.find((taxonomy) => taxonomy.name === name);
  const nameOfRoute = (route: string) => route.slice(route.lastIndexOf('/') + 1);

  /** Names under which the documents of a type have their terms, by taxonomy. */
  function sortersOf(type: string, known: KnownType): [string, string][] {
    // A type says what sorts it, and a taxonomy what it sorts: some say one of these only.
    const sorting = taxonomies.filter((taxonomy) => taxonomy.types.includes(type)).map(({ name }) => name);
    // What core's own types have is promised to clients, whatever a site says of them.
    const told = [...(known.taxonomies ?? []), ...(typeOf(type)?.taxonomies ?? [])];
    return [...new Set([...told, ...sorting])].flatMap((name): [string, string][] => {
      const core = coreTypes.get(name);
      const base = taxonomyOf(name)?.restBase ?? (core && nameOfRoute(core.route));
      return base === undefined ? [] : [[name, base]];
    });
  }

  return names.flatMap((type): Resource[] => {
    const core = coreTypes.get(type);
    const isTerm = core?.family === 'term' || (!core && !typeOf(type));
    const info = isTerm ? taxonomyOf(type) : typeOf(type);
    const known = core ?? (info && customType(info, isTerm));
    if (!known) return [];
    const { family, traits = [] } = known;
    const route = info ? routeOf(info) : known.route;
    const hierarchical = info?.hierarchical ?? known.hierarchical ?? false;
    const sorters = isTerm ? [] : sortersOf(type, known);
    const bases = sorters.map(([, base]) => base);
    const all: readonly Traits[] = [
      families[family],
      ...traits,
      ...(hierarchical || known.hierarchical ? [branching[family] ?? {}] : []),
      { properties: bases, filters: bases.flatMap((base) => [base, `${base}_exclude`]) },
      { filters: bases.length > 0 ? ['tax_relation'] : [] },
    ];
    return [
      {
        name: info?.restBase ?? nameOfRoute(route),
        route,
        family,
        type,
        label: info?.label ?? type,
        description: info?.description ?? '',
        hierarchical,
        taxonomies: sorters.map(([name]) => name),
        sorters: bases,
        properties: Properties.of('id', ...all.flatMap(({ properties = [] }) => properties)),
        filters: all.flatMap(({ filters = [] }) => filters),
        orders: all.flatMap(({ orders = [] }) => orders),
        members: [],
        arguments: [],
        largestPage,
        batches: { include: true, slug: family !== 'comment' },
        // WordPress leaves `offset` of hierarchical taxonomies out of account.
        skips: !(hierarchical && family === 'term'),
      },
    ];
  });
}

/** A type of the site's own: what most such types have. */
function customType(info: ContentTypeInfo | TaxonomyInfo, isTaxonomy: boolean): KnownType {
  const traits = [bodied, ...(info.hierarchical ? [placed] : [])];
  return { family: isTaxonomy ? 'term' : 'content', route: routeOf(info), traits: isTaxonomy ? [] : traits };
}

/** What every site has, for a schema that is made for none. */
export const coreSite: { readonly resources: readonly Resource[] } = { resources: resourcesOf([], []) };
