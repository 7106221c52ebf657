/**
 * Which collections of a site are looked at, and by what each tells that it has changed.
 */
import { families } from '../../wordpress/families.ts';
import { isOfCore, type Resource } from '../../wordpress/resources.ts';
import type { Site } from '../../wordpress/site.ts';

export interface WatchedCollection {
  readonly route: string;
  /** Whether every look looks at it; else in turn, once somebody has asked for it. */
  readonly isAlways: boolean;
  /** The property that orders documents by when they changed; absent where rows have to be compared. */
  readonly dated?: 'modified_gmt' | 'date_gmt' | undefined;
  /** What caches inside WordPress tell its documents by: a look that they keep finds nothing new. */
  readonly identifying: readonly string[];
  /**
   * Collections of documents that lead to these. Where one of these has gone, WordPress gives what led there another author, term
   * or parent, or deletes it, without a word in its time of modification.
   */
  readonly leadHere: readonly string[];
}

/** One whose documents tell when they changed. */
export interface DatedCollection extends WatchedCollection {
  readonly dated: 'modified_gmt' | 'date_gmt';
}

export function isDated(collection: WatchedCollection): collection is DatedCollection {
  return collection.dated !== undefined;
}

export function watchedCollections(site: Site): WatchedCollection[] {
  return site.resources.map((resource) => {
    const { route, family } = resource;
    const { dated, identifying } = families[family];
    return { route, isAlways: isOfCore(resource), dated, identifying, leadHere: routesTo(resource, site) };
  });
}

function routesTo({ route, family, type, hierarchical }: Resource, { resources }: Site): string[] {
  const leading = resources.filter(
    ({ properties, taxonomies }) =>
      (family === 'user' && properties.has('author')) || (family === 'term' && taxonomies.includes(type)),
  );
  return [...leading.map((resource) => resource.route), ...(hierarchical ? [route] : [])];
}
