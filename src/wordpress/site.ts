/**
 * A site as plain data: its types, taxonomies, resources and what its links taught.
 * Knows no type by name: what a site has, and where, is read at the start (`discovery/read-site.ts`).
 */
import type { BlockType } from './block-types.ts';
import type { ContentTypeInfo, TaxonomyInfo } from './content-types.ts';
import type { RestRoot } from './http/rest-root.ts';
import type { Link } from './links.ts';
import type { Resource } from './resources.ts';
import type { SiteClock } from './site-clock.ts';

/** What one kind of document's links taught: the first usable link of each relation. */
export type LearnedLinks = ReadonlyMap<string, Link>;

/** What of a document shows how the site writes addresses. */
export interface AddressSample {
  readonly id: number;
  readonly link?: unknown;
  readonly slug?: unknown;
  readonly parent?: unknown;
}

/** A type or taxonomy that a site lists, and that is no resource. */
export interface LeftOut {
  /** As WordPress calls it. */
  readonly name: string;
  readonly kind: 'type' | 'taxonomy';
  /** For people, after its name: `has no route of its own`. */
  readonly reason: string;
  /** Its collection cannot answer now; as opposed to one that is not there, or not for the gateway. */
  readonly isForNow?: boolean;
}

export interface Site {
  readonly root: RestRoot;
  /** Its title as WordPress stores it, with entities; `null` where the site does not tell. */
  readonly name: string | null;
  /** The address of the front page, which every `uri` is relative to. */
  readonly home: string;
  readonly clock: SiteClock;
  readonly contentTypes: readonly ContentTypeInfo[];
  readonly taxonomies: readonly TaxonomyInfo[];
  readonly resources: readonly Resource[];
  readonly leftOut: readonly LeftOut[];
  /** Of all documents that a visitor may see, as far as the site told at the start; 0 where it told nothing. */
  readonly largestId: number;
  /** Absent where nobody may read them. */
  readonly blockTypes?: readonly BlockType[];
  /** By route of the collection. */
  readonly links: ReadonlyMap<string, LearnedLinks>;
  /** By route of the collection: the address of one of its documents, as it was at the start. */
  readonly addresses: ReadonlyMap<string, AddressSample>;
}

/** The resource of a post type, a taxonomy, `user` or `comment`. */
export function resourceOfType(site: Pick<Site, 'resources'>, type: string): Resource | undefined {
  return site.resources.find((resource) => resource.type === type);
}

/** The resource whose collection lives at a route. */
export function resourceAt(site: Pick<Site, 'resources'>, route: string): Resource | undefined {
  return site.resources.find((resource) => resource.route === route);
}
