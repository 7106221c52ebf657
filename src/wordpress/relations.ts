/**
 * Which route a named relation leads to: as the site's links taught, else where core puts it.
 * Knows the relations of core's documents; resolvers name one of these and never build an address.
 */
import { memoized } from '../memoized.ts';
import type { Resource, ToManyRelation, ToOneRelation } from './resources.ts';
import type { Site } from './site.ts';

export interface Relations {
  /** `author` of content, media, comments. */
  author(from: Resource): ToOneRelation;
  /** `wp:featuredmedia` of content. */
  featuredMedia(from: Resource): ToOneRelation;
  /** `wp:term` of content, for one taxonomy. */
  terms(from: Resource, to: Resource): ToOneRelation;
  /** `up` of pages and terms: the parent is of their own kind. */
  parent(from: Resource): ToOneRelation;
  /** `in-reply-to` of comments. */
  inReplyTo(from: Resource): ToOneRelation;
  /** `replies` of content: its comments. */
  comments(from: Resource): ToManyRelation;
  /** `wp:attachment` of content: what was uploaded to it. */
  attachments(from: Resource): ToManyRelation;
  /** `wp:post_type` of terms: the posts that carry it. */
  postsOfTerm(from: Resource): ToManyRelation;
  /** An author's posts: no link says so, the filter does. */
  postsOfAuthor(): ToManyRelation;
  /** `children` of comments: the replies. */
  replies(from: Resource): ToManyRelation;
  /** Child pages: the inverse of `up`, which no link names. */
  childPages(from: Resource): ToManyRelation;
}

export function createRelations(site: Site): Relations {
  const { posts, media, users, comments } = site.resources;

  const one = (from: Resource, rel: string, route: string): ToOneRelation => {
    const link = site.links.get(from.route)?.get(rel);
    return { rel, route: link?.route ?? route };
  };
  const many = (from: Resource, rel: string, to: Resource, filter: string, mirror: string): ToManyRelation => {
    const link = site.links.get(from.route)?.get(rel);
    return link?.kind === 'set'
      ? { rel, route: link.route, filter: link.filter, mirror }
      : { rel, route: to.route, filter, mirror };
  };

  // Each document of a list asks for its relations, which stay as they are.
  const termsTo = memoized((to: Resource) => memoized((from: Resource) => one(from, `wp:term ${to.type}`, to.route)));

  return {
    author: memoized((from: Resource) => one(from, 'author', users.route)),
    featuredMedia: memoized((from: Resource) => one(from, 'wp:featuredmedia', media.route)),
    terms: (from, to) => termsTo(to)(from),
    parent: memoized((from: Resource) => one(from, 'up', from.route)),
    inReplyTo: memoized((from: Resource) => one(from, 'in-reply-to', from.route)),
    comments: (from) => many(from, 'replies', comments, 'post', 'post'),
    attachments: (from) => many(from, 'wp:attachment', media, 'parent', 'post'),
    // The link is written once for each type that has the taxonomy; the first may not be posts.
    postsOfTerm: (from) => ({ rel: 'wp:post_type', route: posts.route, filter: from.name, mirror: from.name }),
    postsOfAuthor: () => ({ rel: null, route: posts.route, filter: 'author', mirror: 'author' }),
    replies: (from) => many(from, 'children', from, 'parent', 'parent'),
    childPages: (from) => ({ rel: null, route: from.route, filter: 'parent', mirror: 'parent' }),
  };
}
