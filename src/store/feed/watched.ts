/**
 * Which collections of a site are looked at, and by what each tells that it has changed.
 */
import { families } from '../../wordpress/families.ts';
import type { Site } from '../../wordpress/site.ts';

export interface WatchedCollection {
  readonly route: string;
  /** The property that orders documents by when they changed; absent where rows have to be compared. */
  readonly dated?: 'modified_gmt' | 'date_gmt' | undefined;
  /** What caches inside WordPress tell its documents by: a look that they keep finds nothing new. */
  readonly identifying: readonly string[];
}

/** One whose documents tell when they changed. */
export interface DatedCollection extends WatchedCollection {
  readonly dated: 'modified_gmt' | 'date_gmt';
}

export function isDated(collection: WatchedCollection): collection is DatedCollection {
  return collection.dated !== undefined;
}

export function watchedCollections(site: Site): WatchedCollection[] {
  return site.resources.map(({ route, family }) => {
    const { dated, identifying } = families[family];
    return { route, dated, identifying };
  });
}
