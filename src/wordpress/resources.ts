/**
 * The resource table: each kind of document that the graph serves, where its collection is, and how it relates to others.
 * Knows core's routes and relations; what a site's own links teach takes precedence (see `relations.ts`).
 */

import type { Properties } from './properties.ts';

/** How a collection behaves; one controller class of WordPress each. */
export type Family = 'content' | 'media' | 'term' | 'user' | 'comment';

export interface Resource {
  /** `rest_base`: the last segment of the route. */
  readonly name: string;
  readonly route: string;
  readonly family: Family;
  /** Post type or taxonomy name (`post`, `category`); absent for users and comments. */
  readonly type?: string;
  /** Whether documents have parents of their own kind. */
  readonly hierarchical: boolean;
}

/** A relation to one document whose id is a property of the document. */
export interface ToOneRelation {
  readonly rel: string;
  readonly route: string;
}

/** A relation to a set: the neighbours whose `mirror` property holds the document's id. */
export interface ToManyRelation {
  /** `null` where WordPress has the filter but writes no link. */
  readonly rel: string | null;
  readonly route: string;
  /** The collection's argument that takes the document's id. */
  readonly filter: string;
  /** The neighbours' property that holds it. */
  readonly mirror: string;
}

/** Where core puts things. A site's `/types` and `/taxonomies` say so for content and terms. */
export const coreRoutes = {
  posts: '/wp/v2/posts',
  pages: '/wp/v2/pages',
  media: '/wp/v2/media',
  categories: '/wp/v2/categories',
  tags: '/wp/v2/tags',
  users: '/wp/v2/users',
  comments: '/wp/v2/comments',
  types: '/wp/v2/types',
  taxonomies: '/wp/v2/taxonomies',
} as const;

/** The most that one request may ask for: core refuses `per_page` above it. */
export const largestPage = 100;

/** Names of properties that WordPress renders for each document, at several times the cost of all others together. */
const expensive: ReadonlySet<string> = new Set(['content', 'excerpt', 'description', 'caption', '_links']);

/** Whether any of these properties costs WordPress more than reading the document does. */
export function isExpensive(properties: Properties): boolean {
  for (const name of properties.names) if (expensive.has(name)) return true;
  return false;
}

/** Of these, what is worth asking for beside a list of posts or pages instead of in it. */
export const lateProperties: ReadonlySet<string> = new Set(['content', 'excerpt', '_links']);

/** Properties by whose ids other documents are looked up as soon as they are known. */
export const relationProperties: ReadonlySet<string> = new Set([
  'author',
  'featured_media',
  'categories',
  'tags',
  'parent',
]);
