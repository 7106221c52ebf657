/**
 * What the REST API says of itself: the index, `context=help`, and `OPTIONS` of a route.
 * Knows how the three differ: only the last two have schemas, and only the last knows what plugins describe for the route that is
 * asked (ACF).
 */
import type { IndexedRoute, Recorded, RouteOptions } from './recorded.ts';

type Routes = Readonly<Record<string, IndexedRoute>>;

/** The routes as the index has them, or with their schemas. */
export function describedRoutes({ index, options }: Recorded, context: unknown): Routes {
  if (context !== 'help') return index.routes;
  const entries = Object.entries(index.routes).map(([route, indexed]) => {
    const described = options[nameOf(route)];
    return [route, described ? { ...indexed, schema: schemaWithout(described) } : indexed] as const;
  });
  return Object.fromEntries(entries);
}

/** What `OPTIONS` of a route answers; `undefined` where there is no such route. */
export function routeDescription({ index, options }: Recorded, path: string): object | undefined {
  const found = Object.entries(index.routes).find(([route]) => patternOf(route).test(path));
  if (!found) return undefined;
  const [route, indexed] = found;
  const described = options[nameOf(route)];
  if (!described) return indexed;
  const { schema, untold = [] } = described;
  const told = untold.map((name) => [name, { ...schema.properties[name], required: false }] as const);
  const endpoints = indexed.endpoints.map((endpoint) =>
    endpoint.methods.includes('POST')
      ? { ...endpoint, args: { ...endpoint.args, ...Object.fromEntries(told) } }
      : endpoint,
  );
  return { ...indexed, endpoints, schema };
}

function schemaWithout({ schema, untold = [] }: RouteOptions): object {
  const properties = Object.entries(schema.properties).filter(([name]) => !untold.includes(name));
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** `posts` of `/wp/v2/posts/(?P<id>[\d]+)`. */
function nameOf(route: string): string {
  return route.split('/')[3] ?? '';
}

/** PHP names its groups another way. */
function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replaceAll('(?P<', '(?<')}$`, 'i');
}
