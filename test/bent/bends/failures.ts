/**
 * A site that fails at one place: one document that cannot be rendered, a route that is gone.
 */
import { PressgraphError } from '../../../src/errors.ts';
import type { UpstreamResponse } from '../../../src/wordpress/http/send.ts';
import { answers, type Bend, isFewer, isMap, jsonOf, namesIn, page, refusal } from '../bend.ts';
import type { Allowance, GraphError } from '../comparison.ts';

const fatal = () =>
  refusal(500, 'internal_server_error', '<p>There has been a critical error on this website.</p>', {
    error: { type: 1 },
  });

/** Whatever holds this document fails as a whole. */
function throwing(name: string, fail: () => UpstreamResponse): Bend['bend'] {
  return answers((answer, { collection }) => {
    if (answer.status !== 200 || !collection) return answer;
    return namesIn(jsonOf(answer), collection).includes(name) ? fail() : answer;
  });
}

function timeout(): never {
  throw new PressgraphError('UPSTREAM_TIMEOUT', 'WordPress did not answer in time.');
}

const outages = ['UPSTREAM_UNAVAILABLE', 'UPSTREAM_TIMEOUT', 'UPSTREAM_BAD_RESPONSE'];
const isOutage = ({ extensions }: GraphError) => outages.includes(String(extensions?.code));

/** By what an answer shows that it tells of the post. */
const ofPost = /storm glass|UG9zdDoxMzM=|"databaseId":133\b/i;

const ofCategory = /Coast & Sea|Q2F0ZWdvcnk6Mg==/;

/** Only what is of the one is missing, with its error; a list goes on without it. */
const one = (name: string, how: string, document: string, fail: () => UpstreamResponse, known: RegExp): Bend => ({
  name,
  means: `A plugin cannot render ${document}: whatever holds it ${how}.`,
  bend: throwing(document, fail),
  goesOn: true,
  errors: isOutage,
  affects: ({ wanted }) => !isNodes(wanted) && known.test(JSON.stringify(wanted)),
  allows: ({ operation, path, wanted, got }) =>
    // What counts all of them cannot go on without the one.
    (operation === 'archives of months' && path[0] === 'archives' && got === null) ||
    // Below the one itself there is nothing.
    (path[0] === 'end' && got === 'nothing' && operation.startsWith('category of one')) ||
    (Array.isArray(wanted) &&
      JSON.stringify(wanted.filter((entry) => !known.test(JSON.stringify(entry)))) === JSON.stringify(got)),
});

const isNodes = (value: unknown) => Array.isArray(value) && value.some((entry) => isMap(entry));

/**
 * One document that may not be seen is none, with all below it; a list says why it is not there. What belongs to a document is
 * an empty list, of which nobody knows how long it is.
 */
export function refused(collection: string): Allowance {
  const codes = ['FORBIDDEN', 'UNAUTHENTICATED'];
  const isList = (value: unknown) =>
    Array.isArray(value) || (isMap(value) && ('nodes' in value || 'totalCount' in value));
  return {
    errors: ({ extensions }) => extensions?.route === `/wp/v2/${collection}` && codes.includes(String(extensions.code)),
    allows: ({ operation, path, got, wanted }) => {
      const isEmpty = JSON.stringify(got) === '[]';
      if (path[0] === 'walked' || path[0] === 'end')
        return (
          (collection === 'users' && (got === 'nothing' || isEmpty)) || (operation.includes(' of one ') && isEmpty)
        );
      if (path.at(-1) === 'nodes' && path.length > 2) return isEmpty;
      // What may not be seen has no addresses for this viewer, and shows nobody an image.
      if (operation === 'paths' && path.some((part) => /count/i.test(String(part)))) return isFewer(wanted, got);
      if (path.includes('seo')) return got === null || isEmpty;
      return got === null && !isList(wanted);
    },
  };
}

const gone = (collection: string, answer: () => UpstreamResponse, how: string): Bend => ({
  name: `${collection} ${how}`,
  means: `A plugin removes /wp/v2/${collection}, or keeps it for members.`,
  bend: answers((whole, place) => (place.collection === collection ? answer() : whole)),
  ...refused(collection),
});

const noRoute = () => refusal(404, 'rest_no_route', 'No route was found matching the URL and request method.');
const forMembers = () => refusal(401, 'rest_user_cannot_view', 'Sorry, you are not allowed to list users.');

export const failures: readonly Bend[] = [
  one('one post that throws', 'fails with 500', 'posts/133', fatal, ofPost),
  {
    ...one('one post that ends the process', 'fails with 502', 'posts/133', () => page(502, 'Bad Gateway'), ofPost),
    variant: true,
  },
  { ...one('one post that never ends', 'times out', 'posts/133', timeout, ofPost), variant: true },
  {
    ...one('one category that throws', 'fails with 500', 'categories/2', fatal, ofCategory),
    // What is looked for by the slug of that one is not found either, nor what belongs to it.
    affects: ({ operation, path, wanted }) =>
      (operation === 'posts: filters' && path[0] === 'f3') ||
      operation.startsWith('category of one') ||
      (!isNodes(wanted) && ofCategory.test(JSON.stringify(wanted))),
  },
  one(
    'one image that throws',
    'fails with 500',
    'media/301',
    fatal,
    /breakwater-at-dusk.jpg|Breakwater at dusk|TWVkaWE6MzAx/,
  ),
  gone('comments', noRoute, 'gone'),
  gone('users', noRoute, 'gone'),
  gone('users', forMembers, 'for members'),
  gone('media', noRoute, 'gone'),
];
