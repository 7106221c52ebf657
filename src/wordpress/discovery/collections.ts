/**
 * Asks the collections of a site what they are: one document of each, for its links, and what the route says of itself.
 * Knows the ways to ask, and that firewalls refuse some of them: all are gone in two rounds, however many collections there are.
 */
import { PressgraphError } from '../../errors.ts';
import { allOf, resultsOf } from '../../maybe-promise.ts';
import type { RouteSchema } from '../described-resource.ts';
import { families } from '../families.ts';
import { yoastHead } from '../head-plugins.ts';
import type { RestGet, RestRequest } from '../http/client.ts';
import { isOutage } from '../http/failure.ts';
import type { Query } from '../http/rest-root.ts';
import { linksIn } from '../links.ts';
import type { Resource } from '../resources.ts';
import type { LeftOut } from '../site.ts';
import { type ReadMap, readId, readList, readMap, readMember } from '../values.ts';
import { readArguments, readNamespace } from './indexes.ts';
import { readRouteSchema } from './route-schema.ts';

/** What was found of a collection, as plain data. */
export interface CollectionFacts {
  /** The document with the largest id, of which the id, the links and the address are read; absent where it has none. */
  readonly sample?: unknown;
  /** Why it does not answer. */
  readonly refusal?: Pick<LeftOut, 'reason' | 'isForNow'>;
  readonly schema?: RouteSchema;
  /** Whether that document has what Yoast SEO adds; absent where it was not asked for, or there is none. */
  readonly hasYoast?: boolean;
}

/**
 * By route.
 * @param seeksYoast whether a plugin may have added heads of pages
 */
export async function askCollections(
  get: RestGet,
  resources: readonly Resource[],
  seeksYoast: boolean,
): Promise<ReadonlyMap<string, CollectionFacts>> {
  const ask = (resource: Resource, order = {}) => askSample(get, resource, order, seeksYoast ? [yoastHead] : []);
  const first = await allOf(resources, async (resource) =>
    resultsOf(
      () => ask(resource, { orderby: 'id', order: 'desc' }),
      () => askSchema(get, resource, { method: 'OPTIONS', route: resource.route }),
    ),
  );
  const found = resources.map((resource, index) => ({
    resource,
    sample: first[index]?.[0],
    schema: first[index]?.[1],
  }));
  // What keeps its documents back keeps back what they are as well.
  const silent = found.flatMap(({ resource, sample, schema }) =>
    !schema && (!sample?.error || isBadOrder(sample)) ? [resource] : [],
  );
  const [samples, schemas] = await resultsOf(
    () => allOf(found, async ({ resource, sample }) => (isBadOrder(sample) ? ask(resource) : sample)),
    () => askOtherwise(get, silent),
  );
  return new Map(
    found.map(({ resource: { route }, schema }, index) => {
      const known = schema ?? schemas.get(route);
      return [route, { ...factsOf(samples[index], seeksYoast), ...(known && { schema: known }) }];
    }),
  );
}

type Sample = { readonly body: unknown; readonly error?: never } | { readonly error: unknown };

async function askSample(
  get: RestGet,
  { route, family }: Resource,
  order: Query,
  also: readonly string[],
): Promise<Sample> {
  try {
    const fields = ['id', '_links', ...addressed, ...families[family].identifying, ...also];
    return await get({ route, query: { per_page: 1, ...order, _fields: fields.join() } });
  } catch (error) {
    return { error };
  }
}

/** What shows how the site writes addresses. */
const addressed = ['link', 'slug', 'parent'];

/** A controller of a plugin's own need not order by ids. */
function isBadOrder(sample: Sample | undefined): boolean {
  return sample?.error instanceof PressgraphError && sample.error.status === 400;
}

function factsOf(sample: Sample | undefined, seeksYoast: boolean): Omit<CollectionFacts, 'schema'> {
  if (!sample || 'error' in sample) return { refusal: refusalOf(sample?.error) };
  const rows = readList(sample.body);
  const [document] = rows ?? [];
  if (document === undefined && rows) return {};
  const id = readId(readMember(document, 'id'));
  if (id === null) return { refusal: { reason: 'answers with something else than documents' } };
  const shown = addressed.map((name) => [name, readMember(document, name)]);
  return {
    sample: { id, _links: essentialLinks(readMember(document, '_links')), ...Object.fromEntries(shown) },
    // Of one that is kept from search engines the plugin says nothing, and says that.
    ...(seeksYoast && { hasYoast: readMember(document, yoastHead) !== undefined }),
  };
}

function refusalOf(error: unknown): NonNullable<CollectionFacts['refusal']> {
  const { status, wordpressCode } = error instanceof PressgraphError ? error : {};
  const seen = [status, wordpressCode].filter((part) => part !== undefined);
  const reason = seen.length > 0 ? `answers with status ${seen.join(' ')}` : 'does not answer';
  return { reason, ...(isOutage(error) && { isForNow: true }) };
}

/** Of each link where it leads, and of which taxonomy it is. */
function essentialLinks(links: unknown): ReadMap {
  const told = Object.entries(readMap(links) ?? {}).map(([rel, entries]) => [
    rel,
    linksIn(entries).map(({ href, taxonomy }) => ({ href, ...(taxonomy !== undefined && { taxonomy }) })),
  ]);
  return Object.fromEntries(told);
}

async function askSchema(get: RestGet, resource: Resource, request: RestRequest): Promise<RouteSchema | undefined> {
  try {
    return readRouteSchema((await get(request)).body, resource);
  } catch {
    return undefined;
  }
}

/**
 * Where `OPTIONS` is refused: as an argument of GET, and for all routes of a namespace at once. That never has what ACF adds,
 * which makes its schema for the route that is asked. The index knows arguments only.
 */
async function askOtherwise(get: RestGet, resources: readonly Resource[]): Promise<ReadonlyMap<string, RouteSchema>> {
  const routesIn = (namespace: string) =>
    resources.flatMap((resource) => (namespaceOf(resource) === namespace ? [resource.route] : []));
  const [asked, namespaces, index] = await resultsOf(
    () => allOf(resources, (resource) => askSchema(get, resource, { route: resource.route, query: asOptions })),
    () => allOf(new Set(resources.map(namespaceOf)), (name) => readNamespace(get, name, routesIn(name))),
    () => readArguments(get, routesOf(resources)),
  );
  const described = new Map(namespaces.flatMap((routes) => [...routes]));
  return new Map(
    resources.flatMap((resource, at): [string, RouteSchema][] => {
      const { route } = resource;
      const told = [described, index].map((routes) => readRouteSchema(routes.get(route), resource));
      const schema = asked[at] ?? told.find((each) => each !== undefined);
      return schema ? [[route, schema]] : [];
    }),
  );
}

const asOptions = { _method: 'OPTIONS' };

function routesOf(resources: readonly Resource[]): string[] {
  return resources.map(({ route }) => route);
}

function namespaceOf({ route, name }: Resource): string {
  return route.slice(0, -name.length - 1);
}
