/**
 * A site that orders or pages its content as it likes, whatever is asked.
 */

import type { Send, UpstreamRequest } from '../../../src/wordpress/http/send.ts';
import { asking, type Bend, type Json, jsonOf, type Place, page, placeOf, refusal, withJson } from '../bend.ts';
import type { Difference } from '../comparison.ts';

const content = ['posts', 'pages', 'media'];

/** Sorts the rows of a query before a page is cut from them, as a filter of `posts_orderby` does. */
function ordered(of: readonly string[], sort: (rows: Json[], order: string) => Json[]): Bend['bend'] {
  return (send) => async (request) => {
    const place = placeOf(request);
    if (!place.collection || !of.includes(place.collection) || place.id !== undefined) return send(request);
    // A list of a filter is not told the order, and what is filtered out is gone.
    const answer = await send(request);
    if (answer.status !== 200) return answer;
    const rows = await rowsOf(send, request);
    const asked = (jsonOf(answer) as Json[]).length;
    if (asked === 0) return answer;
    const size = Number(place.query.get('per_page') ?? 10);
    const start = Number(place.query.get('offset') ?? (Number(place.query.get('page') ?? 1) - 1) * size);
    const sorted = sort(rows, place.query.get('order') ?? 'desc').slice(start, start + size);
    const include = sorted.map(({ id }) => Number(id));
    const found = await Promise.all(include.map((id) => single(send, request, place, id)));
    return withJson(answer, found.flat());
  };
}

/** What each row is ordered by. */
async function rowsOf(send: Send, request: UpstreamRequest): Promise<Json[]> {
  const rows: Json[] = [];
  for (let page = 1; ; page++) {
    const one = asking(request, (to) => {
      for (const name of ['offset', '_embed', 'page']) to.delete(name);
      to.set('per_page', '100');
      to.set('page', String(page));
      to.set('_fields', 'id,sticky,menu_order,title,date');
    });
    const answer = await send(one);
    if (answer.status !== 200) return rows;
    rows.push(...(jsonOf(answer) as Json[]));
    if (page >= Number(answer.headers['x-wp-totalpages'] ?? 1)) return rows;
  }
}

async function single(send: Send, request: UpstreamRequest, { collection }: Place, id: number): Promise<unknown[]> {
  const own = asking(request, (to) => {
    const kept = ['_fields', '_embed', 'context', 'rest_route'];
    for (const name of [...to.keys()]) if (!kept.includes(name)) to.delete(name);
    to.set('include', String(id));
    if (collection === 'media') to.set('status', 'inherit');
  });
  return jsonOf(await send(own)) as unknown[];
}

const byTitle = (rows: Json[]) =>
  [...rows].sort((one, other) => titleOf(one).localeCompare(titleOf(other)) || Number(one.id) - Number(other.id));
const titleOf = ({ title }: Json) => String((title as Json | undefined)?.rendered ?? '');
const isSticky = ({ id }: Json) => [133, 101, 401, 305].includes(Number(id));

/**
 * Which documents a page holds is the site's own affair; they are as many as elsewhere, but for a row that may not be seen, which
 * stands at another place.
 */
function isOwnOrder({ operation, path, wanted, got }: Difference): boolean {
  const below = path.findIndex((part) => part === 'nodes' || part === 'edges');
  if (operation.startsWith('mediaItems') && below === path.length - 1)
    return isLonger(wanted, got) || isLonger(got, wanted);
  return below > 0 && typeof path[below + 1] === 'number';
}

const isLonger = (one: unknown, other: unknown) =>
  Array.isArray(one) && Array.isArray(other) && one.length === other.length + 1;

const says = ({ extensions }: { extensions?: Json }) => extensions?.code === 'UPSTREAM_BAD_RESPONSE';

const sized =
  (size: number): Bend['bend'] =>
  (send) =>
  (request) => {
    const { collection, id } = placeOf(request);
    if (!collection || ![...content, 'search'].includes(collection) || id !== undefined) return send(request);
    return send(asking(request, (query) => query.set('per_page', String(size))));
  };

/** Smaller pages than asked for are refused, as WordPress refuses those over 100. */
function limited(limit: number): Bend['bend'] {
  return (send) => async (request) => {
    const { route, collection, id, query } = placeOf(request);
    if (collection && id === undefined && Number(query.get('per_page')) > limit) {
      const message = `per_page must be between 1 (inclusive) and ${limit} (inclusive)`;
      const details = { per_page: { code: 'rest_out_of_bounds', message, data: null } };
      return refusal(400, 'rest_invalid_param', 'Invalid parameter(s): per_page', {
        params: { per_page: message },
        details,
      });
    }
    const answer = await send(request);
    if (route !== '/' && request.method !== 'OPTIONS') return answer;
    const text = new TextDecoder().decode(answer.body).replaceAll(/("per_page":\{[^{}]*"maximum":)100/g, `$1${limit}`);
    return { ...answer, body: new TextEncoder().encode(text) };
  };
}

export const orders: readonly Bend[] = [
  {
    name: 'sticky first',
    means: 'A theme puts chosen content ahead of all else, whatever the order (`posts_orderby`).',
    bend: ordered(content, (rows) => [...rows.filter(isSticky), ...rows.filter((row) => !isSticky(row))]),
    ownOrder: true,
    allows: isOwnOrder,
    errors: says,
  },
  {
    name: 'by title whatever is asked',
    variant: true,
    means: 'A plugin for own orders puts its order ahead of any other.',
    bend: ordered(content, byTitle),
    ownOrder: true,
    allows: isOwnOrder,
    errors: says,
  },
  {
    name: 'reversed',
    means: 'A theme shows the oldest first, over REST too.',
    bend: ordered(content, (rows) => [...rows].reverse()),
    ownOrder: true,
    allows: isOwnOrder,
    errors: says,
  },
  ...[12, 5].map(
    (size): Bend => ({
      name: `${size} a page whatever is asked`,
      means: `A theme sets \`posts_per_page\` to ${size} for every query (\`pre_get_posts\`).`,
      bend: sized(size),
      // A row that may not be seen counts in a window of three, and not in one of twelve of which three are taken.
      allows: ({ path, got }) => path.join('.') === 'mediaItems.edges' && (got as unknown[]).length <= 3,
    }),
  ),
  ...[20, 5].map(
    (limit): Bend => ({
      name: `at most ${limit} a page`,
      means: `A host lets nobody ask for more than ${limit} at once, and the index says so.`,
      bend: limited(limit),
      // Asked for a part at a time, a page is filled up where a row may not be seen.
      allows: ({ operation, wanted, got }) => operation.startsWith('mediaItems') && isLonger(got, wanted),
    }),
  ),
  {
    name: 'at most 20 a page, unsaid',
    variant: true,
    means: 'The same, by a plugin whose limit the index does not tell.',
    bend: (send) => {
      const own = limited(20)(send);
      const isOfItself = (request: UpstreamRequest) => placeOf(request).route === '/' || request.method === 'OPTIONS';
      return (request) => (isOfItself(request) ? send(request) : own(request));
    },
  },
  {
    name: 'the arguments of lists untold',
    means: 'A security plugin takes the routes out of the index, and a firewall lets nobody ask them by OPTIONS.',
    bend: (send) => async (request) => {
      const { route, query } = placeOf(request);
      if (request.method === 'OPTIONS' || query.has('_method')) return page(403, 'Forbidden');
      const answer = await send(request);
      const isIndex = route === '/' || query.get('context') === 'help';
      return isIndex ? withJson(answer, { ...(jsonOf(answer) as Json), routes: {} }) : answer;
    },
    // Whether this WordPress lists posts by their formats, nobody says.
    allows: ({ path, field, got }) => path.includes('postFormats') && field === 'posts' && got === null,
  },
];
