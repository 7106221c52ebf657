/**
 * WordPress' search: content of all types but media, terms of all taxonomies, or post formats, each by a request of its own.
 */
import type { FamilyName } from './families.ts';
import type { Query } from './http/rest-root.ts';

export const searchRoute = '/wp/v2/search';

/** What is searched by one request. */
export type SearchKind = 'post' | 'term' | 'post-format';

/** Which kind of results documents of a family are; none where search does not find them. */
export function searchedAs(family: FamilyName): SearchKind | undefined {
  return family === 'content' ? 'post' : family === 'term' ? 'term' : undefined;
}

/** What results of a kind are kept as: a term and a post may have the same id. */
export function searchCollection({ type = 'post' }: Query): string {
  return type === 'post' ? searchRoute : `${searchRoute}/${type}`;
}

/** What may be found otherwise where documents of a family have changed: formats are found once a post has one. */
export function searchedWith(family: FamilyName): readonly string[] {
  const kinds: readonly SearchKind[] =
    family === 'content' ? ['post', 'post-format'] : family === 'term' ? ['term'] : [];
  return kinds.map((type) => searchCollection({ type }));
}

export function isSearchCollection(collection: string): boolean {
  return collection === searchRoute || collection.startsWith(`${searchRoute}/`);
}
