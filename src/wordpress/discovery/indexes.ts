/**
 * Reads what an index, of a site or of a namespace, has of the routes in it.
 * Knows how little of it can be asked for: it holds some hundred kilobytes.
 */
import { allOf } from '../../maybe-promise.ts';
import type { RestGet } from '../http/client.ts';
import type { Query } from '../http/rest-root.ts';
import { readMap, readMember } from '../values.ts';

/** As many as an address holds. */
const mostRoutes = 20;

/** By route, as far as it is in there. */
export type IndexedRoutes = ReadonlyMap<string, unknown>;

/** The arguments of collections, which the index of a site has; none where it is refused. */
export async function readArguments(get: RestGet, routes: readonly string[]): Promise<IndexedRoutes> {
  const named = routes.filter(canBeNamed);
  const starts = Array.from({ length: Math.ceil(named.length / mostRoutes) }, (_, index) => index * mostRoutes);
  const read = await allOf(starts, (start) => {
    const some = named.slice(start, start + mostRoutes);
    return readIndex(get, '/', { _fields: fieldsOf(some, collection) });
  });
  return new Map(read.flat());
}

/** All that the index of a namespace has of its routes; none where it is refused. */
export async function readNamespace(
  get: RestGet,
  namespace: string,
  routes: readonly string[],
): Promise<IndexedRoutes> {
  // WordPress makes all of it whatever is asked for: of many routes it is asked for once.
  const isFew = routes.length <= mostRoutes && routes.every(canBeNamed);
  const some = isFew ? { _fields: fieldsOf(routes, ['schema.properties', ...collection]) } : {};
  return new Map(await readIndex(get, namespace, { context: 'help', ...some }));
}

/** What is asked for of its first endpoint, which lists: the others create. */
const collection = ['endpoints.0.methods', 'endpoints.0.args'];

function fieldsOf(routes: readonly string[], members: readonly string[]): string {
  return routes.flatMap((route) => members.map((member) => `routes.${route}.${member}`)).join();
}

/** A dot in a name would be taken for a path. */
function canBeNamed(route: string): boolean {
  return !route.includes('.');
}

async function readIndex(get: RestGet, route: string, query: Query): Promise<[string, unknown][]> {
  try {
    const { body } = await get({ route, query });
    return Object.entries(readMap(readMember(body, 'routes')) ?? {});
  } catch {
    return [];
  }
}
