/**
 * Reads from a site's index what arguments its collections take, for those that do not say it themselves.
 * Knows how much of the index may be asked for at once: it holds some hundred kilobytes.
 */
import { allOf } from '../../maybe-promise.ts';
import type { RestGet } from '../http/client.ts';
import { readMember } from '../values.ts';

/** As many as an address holds. */
const mostRoutes = 20;

/** What the index has of each route, as far as it names it; none where it is refused. */
export async function readIndexOf(get: RestGet, routes: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  // A dot in a name would be taken for a path.
  const named = routes.filter((route) => !route.includes('.'));
  const starts = Array.from({ length: Math.ceil(named.length / mostRoutes) }, (_, index) => index * mostRoutes);
  const read = await allOf(starts, (start) => readSome(get, named.slice(start, start + mostRoutes)));
  return new Map(read.flat());
}

async function readSome(get: RestGet, routes: readonly string[]): Promise<[string, unknown][]> {
  const fields = routes.flatMap((route) =>
    ['methods', 'args'].map((member) => `routes.${route}.endpoints.0.${member}`),
  );
  const body = await get({ route: '/', query: { _fields: fields.join() } }).then(
    (answer) => answer.body,
    () => undefined,
  );
  return routes.map((route) => [route, readMember(readMember(body, 'routes'), route)]);
}
