/**
 * Resources: the collections of a site, each with what its documents are and have.
 * Knows how post types and taxonomies become resources, what core's own types have beyond their family, and where core puts
 * what a site does not tell.
 */
import { type ContentTypeInfo, type DescribedType, routeOf, type TaxonomyInfo } from './content-types.ts';
import { coreArguments } from './core-names.ts';
import { type FamilyName, families } from './families.ts';
import type { HeadPlugin } from './head-plugins.ts';
import { Properties } from './properties.ts';
import { bodied, branching, placed, sorted, sticky, type Traits } from './traits.ts';
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
  /** Of `filters` those that its collection does not name among its arguments: it would ignore them. `null` where it names none. */
  readonly lacking: readonly string[] | null;
  /** Who says what stands in the heads of its documents' pages; `null` where no plugin does. */
  readonly head: HeadPlugin | null;
}

/** The most that one request may ask for: core refuses `per_page` above it, and a site may give less at a time. */
export const largestPage = 100;

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

/** Properties that hold an id: terms that stand in the place of one would be taken for it, and are not read. */
export const idProperties: readonly string[] = ['id', 'author', 'featured_media', 'parent', 'post'];

/** Whether a type is one of those that every site has. */
export function isOfCore({ type, family }: Pick<Resource, 'type' | 'family'>): boolean {
  return coreTypes.get(type)?.family === family;
}

/**
 * The resources of a site: core's, where this site has them or else where core does, and then those of the site's own types and
 * taxonomies, in the order of their names.
 */
export function resourcesOf(types: readonly ContentTypeInfo[], taxonomies: readonly TaxonomyInfo[]): Resource[] {
  const nameOfRoute = (route: string) => route.slice(route.lastIndexOf('/') + 1);

  /** Names under which the documents of a type have their terms, by taxonomy. */
  function sortersOf(type: string, { family, hierarchical = false, taxonomies: promised = [] }: KnownType) {
    if (family !== 'content' && family !== 'media') return [];
    // A type says what sorts it, and a taxonomy what it sorts: some say one of these only.
    const sorting = taxonomies.filter((taxonomy) => taxonomy.types.includes(type)).map(({ name }) => name);
    // What core's own types have is promised to clients, whatever a site says of them.
    const told = [...promised, ...(types.find(({ name }) => name === type)?.taxonomies ?? [])];
    const taken = coreArguments({ family, hierarchical, sorters: [] });
    return [...new Set([...told, ...sorting])].flatMap((name): [string, string][] => {
      const known = coreTypes.get(name);
      const base = taxonomies.find((taxonomy) => taxonomy.name === name)?.restBase;
      const named = base ?? (known?.family === 'term' ? nameOfRoute(known.route) : undefined);
      return named === undefined || taken.has(named) || idProperties.includes(named) ? [] : [[name, named]];
    });
  }

  function make(type: string, known: KnownType, info?: ContentTypeInfo | TaxonomyInfo): Resource {
    const { family, traits = [] } = known;
    const route = info ? routeOf(info) : known.route;
    const hierarchical = info?.hierarchical ?? known.hierarchical ?? false;
    const sorters = sortersOf(type, known);
    const bases = sorters.map(([, base]) => base);
    const isSpoilt = (name: string) =>
      idProperties.includes(name) &&
      taxonomies.some(({ restBase, types: of }) => restBase === name && of.includes(type));
    const all: readonly Traits[] = [
      families[family],
      ...traits,
      ...(hierarchical || known.hierarchical ? [branching[family] ?? {}] : []),
      sorted(bases),
    ];
    return {
      name: info?.restBase ?? nameOfRoute(route),
      route,
      family,
      type,
      label: info?.label ?? type,
      description: info?.description ?? '',
      hierarchical,
      taxonomies: sorters.map(([name]) => name),
      sorters: bases,
      properties: Properties.of(
        'id',
        ...all.flatMap(({ properties = [] }) => properties.filter((name) => !isSpoilt(name))),
      ),
      filters: all.flatMap(({ filters = [] }) => filters),
      orders: all.flatMap(({ orders = [] }) => orders),
      members: [],
      arguments: [],
      lacking: null,
      head: null,
      largestPage,
      batches: { include: true, slug: family !== 'comment' },
      // WordPress leaves `offset` of hierarchical taxonomies out of account.
      skips: !(hierarchical && family === 'term'),
    };
  }

  // A site may call a type of its own as core calls something else: it is another one.
  const isCores = ({ name }: DescribedType, ...of: FamilyName[]) =>
    of.some((family) => isOfCore({ type: name, family }));
  const core = [...coreTypes].map(([type, known]) => {
    const described: readonly (ContentTypeInfo | TaxonomyInfo)[] = known.family === 'term' ? taxonomies : types;
    const isListed = known.family !== 'user' && known.family !== 'comment';
    return make(type, known, isListed ? described.find(({ name }) => name === type) : undefined);
  });
  const ownTypes = types.filter((info) => !isCores(info, 'content', 'media'));
  const ownTaxonomies = taxonomies.filter((info) => !isCores(info, 'term'));
  const own = [
    ...ownTypes.map((info) => make(info.name, customType(info), info)),
    ...ownTaxonomies.map((info) => make(info.name, { family: 'term', route: routeOf(info) }, info)),
  ];
  return [...core, ...own.sort((one, other) => (one.type < other.type ? -1 : one.type > other.type ? 1 : 0))];
}

/** A type of the site's own: what most such types have. */
function customType(info: ContentTypeInfo): KnownType {
  return { family: 'content', route: routeOf(info), traits: [bodied, ...(info.hierarchical ? [placed] : [])] };
}

/** What every site has, for a schema that is made for none. */
export const coreSite: { readonly resources: readonly Resource[] } = { resources: resourcesOf([], []) };
