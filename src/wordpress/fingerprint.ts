/**
 * What a site is, in a few letters: two readings of a site that lead to the same graph have the same.
 * Knows what of a site changes by itself all the time, and says nothing of what it is: its documents, and how many there are.
 */
import { createHash } from 'node:crypto';
import { Properties } from './properties.ts';
import type { Resource } from './resources.ts';
import type { Site } from './site.ts';
import { isMap, largestInt } from './values.ts';

/** In whatever order the site lists its types, their members and their filters. */
export function fingerprintOf(site: Site): string {
  const { root, clock, links: _links, addresses: _addresses, leftOut: _leftOut, largestId, ...said } = site;
  const { url, ownUrl } = root;
  return hashOf({ ...said, url, ownUrl, timezone: clock.timezone, hasLargeIds: largestId > largestInt });
}

/** Where two readings of a site differ, routes of which nothing that is known may mean the same any more. */
export function routesThatDiffer(before: Site, now: Site): string[] {
  const isElsewhere = placeOf(before) !== placeOf(now);
  const [earlier, later] = [meaningsIn(before), meaningsIn(now)];
  const routes = [...new Set([...earlier.keys(), ...later.keys()])];
  return routes.filter((route) => isElsewhere || earlier.get(route) !== later.get(route));
}

/** What addresses and dates of all documents go by. */
function placeOf({ root, home, clock }: Site): string {
  return JSON.stringify([root.ownUrl, home, clock.timezone]);
}

/** By route; `/` is what the site says of itself. */
function meaningsIn({ resources, clock, home, name }: Site): Map<string, string> {
  const meanings = resources.map((resource): [string, string] => [resource.route, hashOf(meaningOf(resource))]);
  return new Map([['/', JSON.stringify([home, name, clock.timezone])], ...meanings]);
}

/** What its documents are and hold, and what its lists are chosen by; not what it is called, nor how it is asked. */
function meaningOf(resource: Resource) {
  const {
    label: _label,
    description: _words,
    largestPage: _page,
    batches: _batches,
    skips: _skips,
    ...meaning
  } = resource;
  return meaning;
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 22);
}

/** As JSON, with all lists and members sorted: nothing that a site is made of has an order that counts. */
function canonical(value: unknown): string {
  if (value instanceof Properties) return canonical(value.paths);
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (!isMap(value)) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
    .sort()
    .join()}}`;
}
