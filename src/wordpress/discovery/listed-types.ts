/**
 * The types and taxonomies that a site lists, and the resources that they are made.
 * Knows how WordPress describes them over REST, and which can be none; whether a collection answers is not asked here.
 */
import type { ContentTypeInfo, DescribedType, TaxonomyInfo } from '../content-types.ts';
import { isOfEditors } from '../editor-types.ts';
import { coreSite, isOfCore, type Resource, resourcesOf } from '../resources.ts';
import type { LeftOut } from '../site.ts';
import { halfCharacters, type ReadMap, readBoolean, readMap, readText, readTexts } from '../values.ts';

export interface ListedTypes {
  /** All that have a route. */
  readonly contentTypes: readonly ContentTypeInfo[];
  readonly taxonomies: readonly TaxonomyInfo[];
  /** Of core, and of those of the site's own that can be some, whatever order it lists them in. */
  readonly resources: readonly Resource[];
  readonly leftOut: readonly LeftOut[];
}

/** Types and taxonomies of a site's own: each is asked for twice at the start, and has a dozen types in the graph. */
const mostOwn = 200;

/** @param types what `/types` answers, by name @param taxonomies what `/taxonomies` does */
export function readListedTypes(types: ReadMap, taxonomies: ReadMap): ListedTypes {
  const contentTypes = Object.entries(types).flatMap(([name, wire]) => readContentType(name, wire));
  const taxonomyInfos = Object.entries(taxonomies).flatMap(([name, wire]) => readTaxonomy(name, wire));
  const reasons: Reasons = {
    type: reasonsOf('type', types, contentTypes),
    taxonomy: reasonsOf('taxonomy', taxonomies, taxonomyInfos),
  };
  const left = (kind: LeftOut['kind']) => (info: DescribedType) => !reasons[kind].has(info.name);
  // One of core's that gives way goes where core has it, which another may have claimed; each time less is listed elsewhere.
  for (;;) {
    const resources = resourcesOf(contentTypes.filter(left('type')), taxonomyInfos.filter(left('taxonomy')));
    const claims = [...rivalClaims(resources), ...surplusIn(resources)];
    if (claims.length === 0) return { contentTypes, taxonomies: taxonomyInfos, resources, leftOut: told(reasons) };
    for (const { type, family, reason } of claims) reasons[family === 'term' ? 'taxonomy' : 'type'].set(type, reason);
  }
}

/** What is beyond the number that a graph may have, by name. */
function surplusIn(resources: readonly Resource[]) {
  const own = resources.filter((resource) => !isOfCore(resource)).slice(mostOwn);
  return own.map(({ type, family }) => ({ type, family, reason: `is one of more than ${mostOwn}, the last by name` }));
}

/** Resources at a route that another one has: what is where core has it keeps that, and otherwise the first. */
function rivalClaims(resources: readonly Resource[]) {
  const claimed = new Map<string, Resource>();
  const inTurn = [...resources.filter(isAtHome), ...resources.filter((resource) => !isAtHome(resource))];
  return inTurn.flatMap((resource) => {
    const { route, type, family } = resource;
    const owner = claimed.get(route);
    if (!owner) claimed.set(route, resource);
    return owner ? [{ type, family, reason: `has the route of ${owner.type}` }] : [];
  });
}

function isAtHome({ type, family, route }: Resource): boolean {
  return coreSite.resources.some((core) => core.type === type && core.family === family && core.route === route);
}

type Reasons = Readonly<Record<LeftOut['kind'], Map<string, string>>>;

function reasonsOf(kind: LeftOut['kind'], listed: ReadMap, described: readonly DescribedType[]): Map<string, string> {
  const placed = new Set(described.map(({ name }) => name));
  const own = Object.keys(listed).filter((name) => !isCores(kind, name));
  return new Map(
    own.flatMap((name): [string, string][] => {
      if (isOfEditors(name)) return [[name, 'is for editors, not for visitors']];
      return placed.has(name) ? [] : [[name, 'has no route of its own']];
    }),
  );
}

/** Core's own are where core has them, whatever a site says of them. */
function isCores(kind: LeftOut['kind'], type: string): boolean {
  const families = kind === 'taxonomy' ? (['term'] as const) : (['content', 'media'] as const);
  return families.some((family) => isOfCore({ type, family }));
}

function told({ type, taxonomy }: Reasons): LeftOut[] {
  const of = (kind: LeftOut['kind'], reasons: ReadonlyMap<string, string>) =>
    [...reasons]
      .filter(([name]) => !isCores(kind, name))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, reason]) => ({ name, kind, reason }));
  return [...of('type', type), ...of('taxonomy', taxonomy)];
}

/** The last part of a route, or its namespace; a base that is a pattern (`font-families/(?P<id>...)/font-faces`) is no collection. */
function readRoutePart(value: unknown): string | null {
  const part = readText(value);
  return part !== null && /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(part) ? part : null;
}

/** WordPress takes its own for any that is empty: plugins that keep theirs in a form register an empty text, or `null`. */
function readNamespace(value: unknown): string | null {
  return value === undefined || value === null || value === '' || value === false ? 'wp/v2' : readRoutePart(value);
}

/** No schema can be printed with halves of characters in it, and no address made. */
function inWholeCharacters(text: string): string {
  return text.replace(new RegExp(halfCharacters, 'gu'), '\ufffd');
}

/** What types and taxonomies have in common; `null` for what is not at a route of its own. */
function readDescribed(name: string, wire: ReadMap): DescribedType | null {
  const restBase = readRoutePart(wire.rest_base);
  const restNamespace = readNamespace(wire.rest_namespace);
  if (restBase === null || restNamespace === null || halfCharacters.test(name)) return null;
  return {
    name,
    label: inWholeCharacters(readText(wire.name) ?? name),
    description: inWholeCharacters(readText(wire.description) ?? ''),
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
