/**
 * Reads how much of each collection a site lets be asked for in one request.
 * Knows where the REST index says it: a route's first endpoint lists the arguments of its GET, as the site's filters left them.
 */
import { allOf } from '../../maybe-promise.ts';
import type { RestGet } from '../http/client.ts';
import { type Batching, largestPage, type Resource } from '../resources.ts';
import { readInt, readList, readMap, readMember, readTexts } from '../values.ts';

/** Of the index, which holds some hundred kilobytes, that alone. WordPress says of each argument whether it is required. */
const asked = ['methods', 'args.per_page', 'args.include.required', 'args.slug.required', 'args.offset.required'];
/** As many as an address holds. */
const mostRoutes = 20;

/**
 * By route. Absent where a site does not say it: a plugin may have trimmed its index, or the route names no arguments; then it
 * takes what core takes.
 */
export async function readBatching(
  get: RestGet,
  resources: readonly Pick<Resource, 'route'>[],
): Promise<ReadonlyMap<string, Batching>> {
  // A dot in a name would be taken for a path.
  const routes = resources.map(({ route }) => route).filter((route) => !route.includes('.'));
  const starts = Array.from({ length: Math.ceil(routes.length / mostRoutes) }, (_, index) => index * mostRoutes);
  const read = await allOf(starts, (start) => readSome(get, routes.slice(start, start + mostRoutes)));
  return new Map(read.flat());
}

async function readSome(get: RestGet, routes: readonly string[]): Promise<[string, Batching][]> {
  const fields = routes.flatMap((route) => asked.map((path) => `routes.${route}.endpoints.0.${path}`));
  const body = await get({ route: '/', query: { _fields: fields.join() } }).then(
    (answer) => answer.body,
    () => undefined,
  );
  return routes.flatMap((route): [string, Batching][] => {
    const endpoint = readList(readMember(readMember(readMember(body, 'routes'), route), 'endpoints'))?.[0];
    const args = readMap(readMember(endpoint, 'args')) ?? {};
    const isGet = readTexts(readMember(endpoint, 'methods'))?.includes('GET') ?? false;
    const page = readMap(args.per_page);
    if (!isGet || !page) return [];
    const most = readInt(page.maximum) ?? largestPage;
    const [include, slug, skips] = ['include', 'slug', 'offset'].map((name) => Object.hasOwn(args, name));
    return [
      [
        route,
        {
          largestPage: Math.min(largestPage, Math.max(1, most)),
          batches: { include: include === true, slug: slug === true },
          skips: skips === true,
        },
      ],
    ];
  });
}
