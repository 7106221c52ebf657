/**
 * The types and taxonomies that a site lists, and the resources that they are made.
 * Knows how WordPress describes them over REST, and which can be none; whether a collection answers is not asked here.
 */
import type { ContentTypeInfo, DescribedType, TaxonomyInfo } from '../content-types.ts';
import { isOfEditors } from '../editor-types.ts';
import { isOfCore, type Resource, resourcesOf } from '../resources.ts';
import type { LeftOut } from '../site.ts';
import { type ReadMap, readBoolean, readMap, readText, readTexts } from '../values.ts';

export interface ListedTypes {
  /** All that have a route. */
  readonly contentTypes: readonly ContentTypeInfo[];
  readonly taxonomies: readonly TaxonomyInfo[];
  /** Of core, and of those of the site's own that can be some, whatever order it lists them in. */
  readonly resources: readonly Resource[];
  readonly leftOut: readonly LeftOut[];
}

/** @param types what `/types` answers, by name @param taxonomies what `/taxonomies` does */
export function readListedTypes(types: ReadMap, taxonomies: ReadMap): ListedTypes {
  const contentTypes = Object.entries(types).flatMap(([name, wire]) => readContentType(name, wire));
  const taxonomyInfos = Object.entries(taxonomies).flatMap(([name, wire]) => readTaxonomy(name, wire));
  const reasons: Reasons = {
    type: reasonsOf(types, contentTypes, ['content', 'media']),
    taxonomy: reasonsOf(taxonomies, taxonomyInfos, ['term']),
  };
  const left = (kind: LeftOut['kind']) => (info: DescribedType) => !reasons[kind].has(info.name);
  const make = () => resourcesOf(contentTypes.filter(left('type')), taxonomyInfos.filter(left('taxonomy')));
  const claimed = new Map<string, Resource>();
  for (const resource of make()) {
    const { route, type, family } = resource;
    const owner = claimed.get(route);
    if (!owner) claimed.set(route, resource);
    else reasons[family === 'term' ? 'taxonomy' : 'type'].set(type, `has the route of ${owner.type}`);
  }
  return { contentTypes, taxonomies: taxonomyInfos, resources: make(), leftOut: told(reasons) };
}

type Reasons = Readonly<Record<LeftOut['kind'], Map<string, string>>>;

function reasonsOf(
  listed: ReadMap,
  described: readonly DescribedType[],
  families: readonly Resource['family'][],
): Map<string, string> {
  const placed = new Set(described.map(({ name }) => name));
  // Core's own are where core has them, whatever a site says of them.
  const own = Object.keys(listed).filter((type) => !families.some((family) => isOfCore({ type, family })));
  return new Map(
    own.flatMap((name): [string, string][] => {
      if (isOfEditors(name)) return [[name, 'is for editors, not for visitors']];
      return placed.has(name) ? [] : [[name, 'has no route of its own']];
    }),
  );
}

function told({ type, taxonomy }: Reasons): LeftOut[] {
  const of = (kind: LeftOut['kind'], reasons: ReadonlyMap<string, string>) =>
    [...reasons].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, reason]) => ({ name, kind, reason }));
  return [...of('type', type), ...of('taxonomy', taxonomy)];
}

/** The last part of a route, or its namespace; a base that is a pattern (`font-families/(?P<id>...)/font-faces`) is no collection. */
function readRoutePart(value: unknown): string | null {
  const part = readText(value);
  return part !== null && /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(part) ? part : null;
}

/** What types and taxonomies have in common; `null` for what is not at a route of its own. */
function readDescribed(name: string, wire: ReadMap): DescribedType | null {
  const restBase = readRoutePart(wire.rest_base);
  const restNamespace = wire.rest_namespace === undefined ? 'wp/v2' : readRoutePart(wire.rest_namespace);
  if (restBase === null || restNamespace === null) return null;
  return {
    name,
    label: readText(wire.name) ?? name,
    description: readText(wire.description) ?? '',
    hierarchical: readBoolean(wire.hierarchical) ?? false,
    restBase,
    restNamespace,
  };
}

function readContentType(name: string, value: unknown): ContentTypeInfo[] {
  const wire = readMap(value) ?? {};
  const common = readDescribed(name, wire);
  if (!common) return [];
  const hasArchive = readBoolean(wire.has_archive) ?? readText(wire.has_archive) ?? false;
  return [{ ...common, hasArchive, taxonomies: readTexts(wire.taxonomies) ?? [], icon: readText(wire.icon) || null }];
}

function readTaxonomy(name: string, value: unknown): TaxonomyInfo[] {
  const wire = readMap(value) ?? {};
  const common = readDescribed(name, wire);
  return common ? [{ ...common, types: readTexts(wire.types) ?? [] }] : [];
}
