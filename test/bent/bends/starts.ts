/**
 * Sites that a gateway could not be started on, although they serve all that it needs.
 */

import { answers, type Bend, isFewer, type Json, jsonOf, page, refusal, siteAddress, withJson } from '../bend.ts';
import type { Difference } from '../comparison.ts';

const noRoute = () => refusal(404, 'rest_no_route', 'No route was found matching the URL and request method.');
const members = () => refusal(401, 'rest_forbidden', 'Only authenticated users can access the REST API.');

/** What stands in the descriptions of types and taxonomies is not known. */
const isDescription = ({ path, wanted }: Difference) =>
  /"__typename":"(ContentType|Taxonomy)"/.test(JSON.stringify(wanted)) ||
  path.some((part) => ['contentTypes', 'taxonomies', 'contentType', 'taxonomy'].includes(String(part)));

/** Nothing leads to a document of a type that the site does not list, and no list of all content has it. */
const isUnlisted = ({ operation, path, wanted, got }: Difference) =>
  path.includes('contents') ||
  (operation === 'paths' && isFewer(wanted, got)) ||
  (got === null &&
    (path.at(-1) === 'post' || operation === 'menus' || (operation === 'search' && path.includes('search'))));

/** Whether a page is that of the posts is a setting of the site. */
const isSetting = ({ field, got }: Difference) => field === 'isPostsPage' && got === null;

/** A title has the name of the site behind it, where that is known. */
const lacksName = ({ path, wanted, got }: Difference) =>
  path.includes('seo') && (got === null || isShorter(wanted, got) || String(wanted).startsWith(`${got} – `));
const isShorter = (wanted: unknown, got: unknown) =>
  Array.isArray(wanted) && Array.isArray(got) && got.length === wanted.length - 1;

const index = (name: string, means: string, change: (index: Json) => unknown, allows?: Bend['allows']): Bend => ({
  name,
  means,
  bend: answers((answer, { route }) => (route === '/' ? withJson(answer, change(jsonOf(answer) as Json)) : answer)),
  ...(allows && { allows }),
});

const refused = (name: string, means: string, routes: readonly string[], answer: typeof noRoute): Bend => ({
  name,
  means,
  bend: answers((whole, { route }) => (routes.includes(String(route)) ? answer() : whole)),
  allows: (difference) => isDescription(difference) || isUnlisted(difference),
});

const [types, taxonomies] = ['/wp/v2/types', '/wp/v2/taxonomies'];

export const starts: readonly Bend[] = [
  {
    name: 'headless',
    means: 'The front page redirects to the host of the front end; /wp-json/ is open.',
    bend: (send) => async (request) => {
      if (new URL(request.url).pathname !== '/') return send(request);
      return { ...page(301, 'Moved'), headers: { location: 'https://www.front.example/' } };
    },
  },
  {
    name: 'no user agent, no answer',
    avoided: true,
    means: 'A stock rule of a firewall refuses requests without a User-Agent.',
    bend: (send) => async (request) => (request.headers['user-agent'] ? send(request) : page(403, 'Forbidden')),
  },
  refused('types removed', 'A plugin removes the route of types.', [types], noRoute),
  refused('types for members', 'A security plugin lets visitors read content only.', [types, taxonomies], members),
  refused('taxonomies removed', 'A plugin removes the route of taxonomies.', [taxonomies], noRoute),
  {
    ...refused('types as a page', 'A firewall refuses what tells of the site.', [types, taxonomies], () =>
      page(403, 'Forbidden'),
    ),
    name: 'types behind a firewall',
  },
  index('index without namespaces', 'A plugin trims the index.', ({ namespaces: _out, ...rest }) => rest),
  index(
    'index without all but its name',
    'A plugin trims it to nearly nothing.',
    ({ name }) => ({ name }),
    (difference) => isSetting(difference) || (difference.path[0] === 'site' && difference.got === null),
  ),
  {
    name: 'index for members',
    means: 'A security plugin hides the index, and nothing else.',
    bend: answers((answer, { route }) => (route === '/' ? members() : answer)),
    errors: ({ path }) => path?.[0] === 'site',
    allows: (difference) => isSetting(difference) || lacksName(difference),
  },
  {
    name: 'root given',
    means: 'The operator gives the address of the REST root.',
    address: `${siteAddress}/wp-json/`,
    bend: (send) => send,
  },
];
