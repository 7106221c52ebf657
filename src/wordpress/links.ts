/**
 * Reads `_links`: what a relation's href says about where the neighbour lives.
 * Knows the forms of hrefs that WordPress writes; an href is data from outside and is trusted for its path only.
 */
import type { RestDocument } from './documents.ts';
import type { RestRoot } from './http/rest-root.ts';
import { type ReadMap, readAddress, readId, readList, readMap, readMember } from './values.ts';

/** A reference to one document: `.../users/1`. */
export interface ItemLink {
  readonly form: 'item';
  readonly route: string;
  readonly id: number;
}

/** A related set: `.../comments?post=3518` is the route `/wp/v2/comments` filtered by `post`. */
export interface SetLink {
  readonly form: 'set';
  readonly route: string;
  readonly filter: string;
}

export type Link = ItemLink | SetLink;

/** The links of a relation, as `_links` has them: a list, or one alone. */
export function linksIn(entries: unknown): ReadMap[] {
  const links = readList(entries) ?? [entries];
  return links.flatMap((link): readonly ReadMap[] => {
    const map = Array.isArray(link) ? null : readMap(link);
    return map ? [map] : [];
  });
}

/** The first link of a relation, if the document has one; `_links` may have come trimmed to `[]`. */
export function linkOf({ _links }: Pick<RestDocument, '_links'>, relation: string): ReadMap | undefined {
  return linksIn(readMember(_links, relation))[0];
}

/**
 * What an href says, or `null` where it says nothing usable: it leads outside the root, it is the root itself (which
 * WordPress writes for a target without a route), or it is neither an item nor a filtered collection.
 */
export function parseLink(root: RestRoot, href: unknown): Link | null {
  const address = readAddress(href);
  const place = address === null ? null : root.place(address);
  if (!place) return null;
  const filters = Object.keys(place.arguments);
  const [, route, digits] = /^(.+)\/(\d+)$/.exec(place.route) ?? [];
  const id = readId(digits);
  if (route && id !== null && filters.length === 0) return { form: 'item', route, id };
  if (filters.length === 1 && filters[0]) return { form: 'set', route: place.route, filter: filters[0] };
  return null;
}
