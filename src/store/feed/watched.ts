/**
 * Which collections of a site are looked at, and by what each tells that it has changed.
 */
import { families } from '../../wordpress/families.ts';
import type { Site } from '../../wordpress/site.ts';

export interface WatchedCollection {
  readonly route: string;
  /** The property that orders documents by when they changed; absent where rows have to be compared. */
  readonly dated?: 'modified_gmt' | 'date_gmt' | undefined;
}

export function watchedCollections(site: Site): WatchedCollection[] {
  return site.resources.map(({ route, family }) => ({ route, dated: families[family].dated }));
}
