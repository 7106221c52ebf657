/**
 * What stands in front of a site refuses in its own words, which are no word of WordPress: it cannot be reached there.
 */

import { answers, type Bend, collections, page } from '../bend.ts';
import type { GraphError } from '../comparison.ts';

const outages = ['UPSTREAM_UNAVAILABLE', 'UPSTREAM_BAD_RESPONSE', 'UPSTREAM_TIMEOUT'];
const isOutage = ({ extensions }: GraphError) => outages.includes(String(extensions?.code));
const isOutageAt = (route: string) => (error: GraphError) =>
  isOutage(error) && String(error.extensions?.route).startsWith(route);

const statuses = [401, 403, 404, 410, 503];

function atOne(collection: string, status: number): Bend {
  const route = `/wp/v2/${collection}`;
  return {
    name: `HTML ${status} at ${collection}`,
    means: `A firewall or a security plugin answers ${route} with a page of its own and status ${status}.`,
    bend: answers((answer, place) => (place.collection === collection ? page(status, 'Just a moment...') : answer)),
    passes: true,
    variant: ![403, 503].includes(status),
    errors: isOutageAt(route),
    // Those of the other taxonomies are there, beside the error.
    allows: ({ operation, path }) => operation === 'related documents' && path.at(-1) === 'terms',
  };
}

function everywhere(status: number): Bend {
  return {
    name: `HTML ${status} everywhere`,
    means: `A firewall asks whether the gateway is human, with status ${status}.`,
    bend: answers(() => page(status, 'Just a moment...')),
    passes: true,
    variant: status === 401,
    errors: isOutage,
  };
}

export const firewalls: readonly Bend[] = [
  ...statuses.map((status) => atOne('users', status)),
  ...collections.filter((name) => name !== 'users').map((name) => atOne(name, 403)),
  ...[401, 403, 503].map(everywhere),
];
