/**
 * Reads a site: what the REST API says of its types and taxonomies, and what one document of each kind teaches by its links.
 * Knows what is read once at the start and how; everything that may change while the gateway runs is read per query.
 */
import { PressgraphError } from '../../errors.ts';
import { allOf, resultsOf } from '../../maybe-promise.ts';
import type { Observer } from '../../observer.ts';
import type { ContentTypeInfo, DescribedType, TaxonomyInfo } from '../content-types.ts';
import type { RestGet } from '../http/client.ts';
import type { RestRoot } from '../http/rest-root.ts';
import { type Link, linksIn, parseLink } from '../links.ts';
import { coreTypeNames, type Resource, resourcesOf } from '../resources.ts';
import type { LearnedLinks, Site } from '../site.ts';
import { SiteClock } from '../site-clock.ts';
import {
  type ReadMap,
  readAddress,
  readBoolean,
  readId,
  readList,
  readMap,
  readMember,
  readText,
  readTexts,
} from '../values.ts';
import { readBatching } from './batching.ts';

/** Where a site describes its types and taxonomies. */
const routes = { types: '/wp/v2/types', taxonomies: '/wp/v2/taxonomies' } as const;
const indexFields = 'name,home,url,namespaces,timezone_string';

/**
 * Reads what the graph is built from: index, types, taxonomies, and one document of each kind for its links. Where a site does
 * not tell of itself, core's types are taken to be where core has them.
 * @param names types and taxonomies that become resources
 * @throws PressgraphError when the site cannot answer, or lets an anonymous visitor read nothing at all
 */
export async function readSite(
  root: RestRoot,
  get: RestGet,
  names = coreTypeNames,
  observer: Observer = {},
): Promise<Site> {
  const refusals: PressgraphError[] = [];
  const readOrMiss = async (route: string, query = {}) => {
    try {
      return await readObject(get, route, query);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refusals.push(error);
      return {};
    }
  };
  const [index, types, taxonomies] = await resultsOf(
    () => readOrMiss('/', { _fields: indexFields }),
    () => readOrMiss(routes.types),
    () => readOrMiss(routes.taxonomies),
  );
  const contentTypes = Object.entries(types).flatMap(([name, wire]) => readContentType(name, wire));
  const taxonomyInfos = Object.entries(taxonomies).flatMap(([name, wire]) => readTaxonomy(name, wire));
  const resources = resourcesOf(contentTypes, taxonomyInfos, names);
  const [{ links, largestId }, batching] = await resultsOf(
    () => learnFromDocuments(root, get, resources),
    () => readBatching(get, resources),
  );
  const [refusal] = refusals;
  if (refusal && links.size === 0) throw refusal;
  const home = homeOf(index);
  const untold = [
    ...(home === undefined ? ['/'] : []),
    ...(contentTypes.length === 0 ? [routes.types] : []),
    ...(taxonomyInfos.length === 0 ? [routes.taxonomies] : []),
  ];
  if (untold.length > 0) observer.untold?.({ routes: untold });
  return {
    root,
    name: readText(index.name),
    home: home ?? homeAbove(root),
    clock: new SiteClock(readText(index.timezone_string)),
    contentTypes,
    taxonomies: taxonomyInfos,
    resources: resources.map((resource) => ({ ...resource, ...batching.get(resource.route) })),
    links,
    largestId,
  };
}

/** This is not for the gateway, or not there; as opposed to a site that cannot answer now. */
function isRefusal(error: unknown): error is PressgraphError {
  if (!(error instanceof PressgraphError) || error.status === undefined) return false;
  return error.status < 500 && error.status !== 408 && error.status !== 429;
}

/** The front page, as the site says, if it says anything that is an address. */
function homeOf(index: ReadMap): string | undefined {
  const named = [index.home, index.url].map(readAddress).find((address) => address && isWebAddress(address));
  return named ?? undefined;
}

/** The front page as far as the root tells: WordPress puts that right below it. */
function homeAbove({ ownUrl }: RestRoot): string {
  const { origin, pathname, searchParams } = new URL(ownUrl);
  const below = searchParams.has('rest_route') ? /(\/index\.php)?\/?$/ : /(\/index\.php)?\/[^/]+\/?$/;
  return `${origin}${pathname.replace(below, '')}`;
}

function isWebAddress(address: string): boolean {
  return /^https?:/i.test(address) && URL.canParse(address);
}

/**
 * Asks one document of each kind for its links: that with the largest id, which tells how large they are. A kind without
 * documents teaches nothing, and one that is refused is left out.
 */
async function learnFromDocuments(
  root: RestRoot,
  get: RestGet,
  resources: readonly Resource[],
): Promise<Pick<Site, 'links' | 'largestId'>> {
  const query = { per_page: 1, orderby: 'id', order: 'desc', _fields: 'id,_links' };
  const told = await allOf(resources, async ({ route }): Promise<[string, unknown][]> => {
    try {
      const { body } = await get({ route, query });
      return [[route, readList(body)?.[0]]];
    } catch {
      return [];
    }
  });
  const documents = told.flat();
  return {
    links: new Map(documents.map(([route, document]) => [route, usableLinks(root, readMember(document, '_links'))])),
    largestId: Math.max(0, ...documents.map(([, document]) => readId(readMember(document, 'id')) ?? 0)),
  };
}

/** `wp:term` stands once for each taxonomy, so its entries are told apart by it. */
function relationKey(rel: string, link: ReadMap): string {
  const taxonomy = readText(link.taxonomy);
  return taxonomy === null ? rel : `${rel} ${taxonomy}`;
}

function usableLinks(root: RestRoot, links: unknown): LearnedLinks {
  const usable = new Map<string, Link>();
  for (const [rel, entries] of Object.entries(readMap(links) ?? {})) {
    for (const entry of linksIn(entries)) {
      const link = parseLink(root, entry.href);
      if (link && !usable.has(relationKey(rel, entry))) usable.set(relationKey(rel, entry), link);
    }
  }
  return usable;
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

async function readObject(get: RestGet, route: string, query = {}): Promise<ReadMap> {
  const { body } = await get({ route, query });
  const object = readMap(body);
  if (object) return object;
  const message = `WordPress answered ${route} with something that is not an object.`;
  throw new PressgraphError('UPSTREAM_BAD_RESPONSE', message, { route, status: 200 });
}
