/**
 * Reads `_links`: what a relation's href says about where the neighbour lives.
 * Knows the forms of hrefs that WordPress writes; an href is data from outside and is trusted for its path only.
 */
import type { WireLink, WireLinks } from './documents.ts';
import type { RestRoot } from './rest-root.ts';

/** A reference to one document: `.../users/1`. */
export interface ItemLink {
  readonly kind: 'item';
  readonly route: string;
  readonly id: number;
}

/** A related set: `.../comments?post=3518` is the route `/wp/v2/comments` filtered by `post`. */
export interface SetLink {
  readonly kind: 'set';
  readonly route: string;
  readonly filter: string;
}

export type Link = ItemLink | SetLink;

/** The entries of a relation; none when the document does not have it, or `_links` came trimmed to `[]`. */
export function relation(links: WireLinks | undefined, name: string): readonly WireLink[] {
  if (!links || Array.isArray(links)) return [];
  const entries = (links as Readonly<Record<string, readonly WireLink[] | undefined>>)[name];
  return Array.isArray(entries) ? entries : [];
}

/**
 * What an href says, or `null` where it says nothing usable: it leads outside the root, it is the root itself (which
 * WordPress writes for a target without a route), or it is neither an item nor a filtered collection.
 */
export function parseLink(root: RestRoot, href: string | undefined): Link | null {
  const place = href === undefined ? null : root.place(href);
  if (!place) return null;
  const filters = Object.keys(place.arguments);
  const item = /^(.+)\/(\d+)$/.exec(place.route);
  if (item?.[1] && item[2] && filters.length === 0) return { kind: 'item', route: item[1], id: Number(item[2]) };
  if (filters.length === 1 && filters[0]) return { kind: 'set', route: place.route, filter: filters[0] };
  return null;
}
