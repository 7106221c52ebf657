/**
 * What was found of a site, and what the graph calls it: types and taxonomies with their fields and filters, and what was left out.
 * Read from the schema that is served, so that nothing else has to be believed.
 */
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import type { Resource } from '../../wordpress/resources.ts';
import type { LeftOut, Site } from '../../wordpress/site.ts';

/** A field or a filter that a site has added. */
export interface AddedMember {
  /** As WordPress has it, from the document on: `meta.page_count`. */
  readonly rest: string;
  /** As the graph has it, from the type on: `customFields.pageCount`. */
  readonly graph: string;
  /** In the schema's own words: `[String]`. */
  readonly type: string;
}

/** A type or taxonomy, or users or comments. */
export interface FoundType {
  readonly slug: string;
  readonly kind: 'type' | 'taxonomy' | 'user' | 'comment';
  readonly route: string;
  /** Its type in the graph, the field of the root that looks one up, and the one that lists all. */
  readonly graph: { readonly type: string; readonly one: string; readonly many: string };
  /** How many fields its site has added to its documents, what stands within these not counted. */
  readonly fieldCount: number;
  /** These, each followed by what stands within it, and what ids lead to. */
  readonly fields: readonly AddedMember[];
  /** Names of all filters of its lists. */
  readonly filters: readonly string[];
  /** Those of the site's own. */
  readonly ownFilters: readonly AddedMember[];
}

/** Made of plain values: it can be written as JSON. */
export interface Inventory {
  readonly root: string;
  readonly types: readonly FoundType[];
  readonly leftOut: readonly LeftOut[];
}

/** In the order of the site: core's first. */
export function inventoryOf(site: Pick<Site, 'root' | 'resources' | 'leftOut'>, schema: GraphQLSchema): Inventory {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return {
    root: site.root.url,
    types: site.resources.flatMap((resource) => {
      const type = types.find(({ extensions }) => extensions.pressgraph?.resource === resource);
      return type ? [foundType(schema, type, resource)] : [];
    }),
    leftOut: site.leftOut,
  };
}

/** Members of a site's own in these are counted, not these. */
const parts = new Set(['meta', 'acf']);

/** How many fields a site has added to the documents of some resources; what stands within one of them is a part of it. */
export function countFields(resources: readonly Pick<Resource, 'members'>[]): number {
  const counts = resources.flatMap(({ members }) =>
    members.map(({ name, value }) => (parts.has(name) && value.kind === 'object' ? value.members.length : 1)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function foundType(schema: GraphQLSchema, type: GraphQLObjectType, resource: Resource): FoundType {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const rootOf = (name: string) => roots.find((root) => getNamedType(root.type).name === name)?.name ?? '';
  const where = schema.getType(`${type.name}Where`);
  const filters = isInputObjectType(where) ? Object.values(where.getFields()) : [];
  return {
    slug: resource.type,
    kind: kinds[resource.family],
    route: resource.route,
    graph: { type: type.name, one: rootOf(type.name), many: rootOf(`${type.name}Connection`) },
    fieldCount: countFields([resource]),
    fields: addedTo(type, []),
    filters: filters.map(({ name }) => name),
    ownFilters: filters.flatMap(({ name, type: of, extensions }) =>
      extensions.pressgraph ? [{ rest: extensions.pressgraph.source, graph: name, type: String(of) }] : [],
    ),
  };
}

const kinds: Readonly<Record<Resource['family'], FoundType['kind']>> = {
  content: 'type',
  media: 'type',
  term: 'taxonomy',
  user: 'user',
  comment: 'comment',
};

/** Those of a type, each followed by what stands in it. Objects of a site's own hold no object of their own kind. */
function addedTo(type: GraphQLObjectType, above: readonly string[]): AddedMember[] {
  return Object.values(type.getFields()).flatMap((field): AddedMember[] => {
    const source = field.extensions.pressgraph?.source;
    if (source === undefined) return [];
    const path = [...above, field.name];
    const inside = getNamedType(field.type);
    const isPart = isObjectType(inside) && inside.extensions.pressgraph === undefined;
    return [
      { rest: source, graph: path.join('.'), type: String(field.type) },
      ...(isPart ? addedTo(inside, path) : []),
    ];
  });
}
