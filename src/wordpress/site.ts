/**
 * A site as plain data: its types, taxonomies, resources and what its links taught.
 * Knows what is read once at the start and how; everything that may change while the gateway runs is read per query.
 */
import { PressgraphError } from '../errors.ts';
import { allOf, resultsOf } from '../maybe-promise.ts';
import type { RestGet } from './client.ts';
import type { WireLink, WireLinks } from './documents.ts';
import { type Link, parseLink } from './links.ts';
import { coreRoutes, type Resource } from './resources.ts';
import type { RestRoot } from './rest-root.ts';

/** A post type that the REST API shows. */
export interface ContentTypeInfo {
  readonly name: string;
  /** The type's label, e.g. `Posts`. */
  readonly label: string;
  readonly description: string;
  readonly hierarchical: boolean;
  /** `true`, or the path segment of the archive. */
  readonly hasArchive: boolean | string;
  readonly taxonomies: readonly string[];
  readonly icon: string | null;
  readonly restBase: string;
  readonly restNamespace: string;
}

export interface TaxonomyInfo {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly hierarchical: boolean;
  readonly types: readonly string[];
  readonly restBase: string;
  readonly restNamespace: string;
}

/** What one kind of document's links taught: the first usable link of each relation. */
export type LearnedLinks = ReadonlyMap<string, Link>;

export interface Site {
  readonly root: RestRoot;
  /** The address of the front page, which every `uri` is relative to. */
  readonly home: string;
  readonly contentTypes: readonly ContentTypeInfo[];
  readonly taxonomies: readonly TaxonomyInfo[];
  readonly resources: SiteResources;
  /** By route of the collection. */
  readonly links: ReadonlyMap<string, LearnedLinks>;
}

/** The resources that the graph has types for, at the routes where this site has them. */
export interface SiteResources {
  readonly posts: Resource;
  readonly pages: Resource;
  readonly media: Resource;
  readonly categories: Resource;
  readonly tags: Resource;
  readonly users: Resource;
  readonly comments: Resource;
}

const indexFields = 'name,home,url,namespaces';

/**
 * Reads what the graph is built from: index, types, taxonomies, and one document of each kind for its links.
 * @throws PressgraphError when the site does not let an anonymous visitor read its index or types
 */
export async function readSite(root: RestRoot, get: RestGet): Promise<Site> {
  const [index, types, taxonomies] = await resultsOf(
    () => readObject(get, '/', { _fields: indexFields }),
    () => readObject(get, coreRoutes.types),
    () => readObject(get, coreRoutes.taxonomies),
  );
  const contentTypes = Object.entries(types).flatMap(([name, wire]) => contentType(name, wire));
  const taxonomyInfos = Object.entries(taxonomies).flatMap(([name, wire]) => taxonomy(name, wire));
  const resources = resourcesOf(contentTypes, taxonomyInfos);
  return {
    root,
    home: String(index.home ?? index.url ?? root.url),
    contentTypes,
    taxonomies: taxonomyInfos,
    resources,
    links: await learnLinks(root, get, Object.values(resources)),
  };
}

/** Asks one document of each kind for its links. A kind without documents, or refused, teaches nothing: core's routes serve. */
async function learnLinks(root: RestRoot, get: RestGet, resources: readonly Resource[]): Promise<Site['links']> {
  const learned = await allOf(resources, async ({ route }): Promise<[string, LearnedLinks]> => {
    try {
      const { body } = await get({ route, query: { per_page: 1, _fields: 'id,_links' } });
      const first = Array.isArray(body) ? (body[0] as { _links?: WireLinks } | undefined) : undefined;
      return [route, usableLinks(root, first?._links)];
    } catch {
      return [route, new Map()];
    }
  });
  return new Map(learned);
}

/** `wp:term` stands once for each taxonomy, so its entries are told apart by it. */
function relationKey(rel: string, link: WireLink): string {
  return link.taxonomy === undefined ? rel : `${rel} ${link.taxonomy}`;
}

function usableLinks(root: RestRoot, links: WireLinks | undefined): LearnedLinks {
  const usable = new Map<string, Link>();
  if (!links || Array.isArray(links)) return usable;
  for (const [rel, entries] of Object.entries(links as Readonly<Record<string, readonly WireLink[] | undefined>>)) {
    for (const entry of entries ?? []) {
      const link = parseLink(root, entry.href);
      if (link && !usable.has(relationKey(rel, entry))) usable.set(relationKey(rel, entry), link);
    }
  }
  return usable;
}

function resourcesOf(types: readonly ContentTypeInfo[], taxonomies: readonly TaxonomyInfo[]): SiteResources {
  const content = (name: string, route: string, family: 'content' | 'media'): Resource => {
    const info = types.find((type) => type.name === name);
    return resource(info ? routeOf(info) : route, family, name, info?.hierarchical ?? name === 'page');
  };
  const term = (name: string, route: string): Resource => {
    const info = taxonomies.find((entry) => entry.name === name);
    return resource(info ? routeOf(info) : route, 'term', name, info?.hierarchical ?? name === 'category');
  };
  return {
    posts: content('post', coreRoutes.posts, 'content'),
    pages: content('page', coreRoutes.pages, 'content'),
    media: content('attachment', coreRoutes.media, 'media'),
    categories: term('category', coreRoutes.categories),
    tags: term('post_tag', coreRoutes.tags),
    users: resource(coreRoutes.users, 'user', undefined, false),
    comments: resource(coreRoutes.comments, 'comment', undefined, true),
  };
}

function resource(
  route: string,
  family: Resource['family'],
  type: string | undefined,
  hierarchical: boolean,
): Resource {
  const name = route.slice(route.lastIndexOf('/') + 1);
  return { name, route, family, hierarchical, ...(type === undefined ? {} : { type }) };
}

/** The route of a type or taxonomy: built from namespace and base, since neither need be the slug. */
export function routeOf(info: { readonly restNamespace: string; readonly restBase: string }): string {
  return `/${info.restNamespace}/${info.restBase}`;
}

interface WireType {
  readonly name?: string;
  readonly description?: string;
  readonly hierarchical?: boolean;
  readonly has_archive?: boolean | string;
  readonly taxonomies?: readonly string[];
  readonly types?: readonly string[];
  readonly icon?: string | null;
  readonly rest_base?: string;
  readonly rest_namespace?: string;
}

/** A base that is a pattern (`font-families/(?P<id>...)/font-faces`) is no collection. */
function isPlainBase(wire: WireType): boolean {
  return /^[\w-]+(\/[\w-]+)*$/.test(wire.rest_base ?? '');
}

function contentType(name: string, value: unknown): ContentTypeInfo[] {
  const wire = (value ?? {}) as WireType;
  if (!isPlainBase(wire)) return [];
  return [
    {
      name,
      label: wire.name ?? name,
      description: wire.description ?? '',
      hierarchical: wire.hierarchical ?? false,
      hasArchive: wire.has_archive ?? false,
      taxonomies: wire.taxonomies ?? [],
      icon: wire.icon || null,
      restBase: wire.rest_base ?? name,
      restNamespace: wire.rest_namespace ?? 'wp/v2',
    },
  ];
}

function taxonomy(name: string, value: unknown): TaxonomyInfo[] {
  const wire = (value ?? {}) as WireType;
  if (!isPlainBase(wire)) return [];
  return [
    {
      name,
      label: wire.name ?? name,
      description: wire.description ?? '',
      hierarchical: wire.hierarchical ?? false,
      types: wire.types ?? [],
      restBase: wire.rest_base ?? name,
      restNamespace: wire.rest_namespace ?? 'wp/v2',
    },
  ];
}

async function readObject(get: RestGet, route: string, query = {}): Promise<Record<string, unknown>> {
  const { body } = await get({ route, query });
  if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  throw new PressgraphError(
    'UPSTREAM_BAD_RESPONSE',
    `WordPress answered ${route} with something that is not an object.`,
    {
      route,
    },
  );
}
