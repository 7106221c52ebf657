// Knows the kinds of documents that the magazine has: what the graph calls each, and where REST has it.

import type { RestQuery } from '../rest-reader.ts';

export interface Kind {
  readonly type: string;
  readonly one: string;
  readonly many: string;
  readonly route: string;
  readonly family: 'content' | 'term' | 'user' | 'comment';
  /** The taxonomies that sort it. */
  readonly sortedBy?: readonly string[];
}

export const contentKinds: readonly Kind[] = [
  { type: 'Post', one: 'post', many: 'posts', route: '/wp/v2/posts', family: 'content', sortedBy: ['Category', 'Tag'] },
  { type: 'Page', one: 'page', many: 'pages', route: '/wp/v2/pages', family: 'content' },
  { type: 'Media', one: 'media', many: 'mediaItems', route: '/wp/v2/media', family: 'content' },
  { type: 'Book', one: 'book', many: 'books', route: '/wp/v2/books', family: 'content', sortedBy: ['Genre', 'Tag'] },
  { type: 'Place', one: 'place', many: 'places', route: '/wp/v2/places', family: 'content', sortedBy: ['Season'] },
  {
    type: 'Recipe',
    one: 'recipe',
    many: 'kitchenRecipes',
    route: '/wp/v2/kitchen-recipes',
    family: 'content',
    sortedBy: ['Genre', 'Season'],
  },
];

export const termKinds: readonly (Kind & { readonly property: string })[] = [
  { type: 'Category', one: 'category', many: 'categories', route: '/wp/v2/categories', property: 'categories' },
  { type: 'Tag', one: 'tag', many: 'tags', route: '/wp/v2/tags', property: 'tags' },
  { type: 'Genre', one: 'genre', many: 'genres', route: '/wp/v2/genres', property: 'genres' },
  { type: 'Season', one: 'season', many: 'seasons', route: '/wp/v2/season', property: 'season' },
].map((kind) => ({ ...kind, family: 'term' as const }));

export const kinds: readonly Kind[] = [
  ...contentKinds,
  ...termKinds,
  { type: 'Author', one: 'author', many: 'authors', route: '/wp/v2/users', family: 'user' },
  { type: 'Comment', one: 'comment', many: 'comments', route: '/wp/v2/comments', family: 'comment' },
];

export function kindOf(type: string): Kind {
  const kind = kinds.find((each) => each.type === type);
  if (!kind) throw new Error(`The magazine has no ${type}.`);
  return kind;
}

/** Who may see what the public may not. */
export const editor = 'marta';

/** An argument of a list in the graph, and the same in REST. */
export interface ListCase {
  /** The member of `where`, or the choice of `orderBy`, that it is about. */
  readonly about: string;
  /** Arguments, as a query has them. */
  readonly arguments: string;
  readonly query: RestQuery;
  /** The viewer; anybody where there is none. */
  readonly login?: string;
  /** What is asked for without the member that the case is about; nothing where there is none. */
  readonly without?: RestQuery;
}
