/**
 * Where a named relation leads: as the site's links taught, else where core puts it.
 * Knows the relations that core's documents have; resolvers name one of these and never build an address.
 */
import { memoized } from '../memoized.ts';
import type { RestDocument } from './documents.ts';
import { type ItemLink, linkOf, linksIn, parseLink } from './links.ts';
import type { Resource } from './resources.ts';
import { resourceOfType, type Site } from './site.ts';
import { readMember } from './values.ts';

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

export interface Relations {
  /** `author` of content, media, comments. */
  author(from: Resource): ToOneRelation;
  /** `wp:featuredmedia` of content. */
  featuredMedia(from: Resource): ToOneRelation;
  /** `wp:term` of content, for one taxonomy. */
  terms(from: Resource, taxonomy: Resource): ToOneRelation;
  /** `up` of pages and terms: the parent is of their own kind. */
  parent(from: Resource): ToOneRelation;
  /** `in-reply-to` of comments. */
  inReplyTo(from: Resource): ToOneRelation;
  /** `replies` of content: its comments. */
  comments(from: Resource): ToManyRelation;
  /** `wp:attachment` of content: what was uploaded to it. */
  attachments(from: Resource): ToManyRelation;
  /** `wp:post_type` of terms: the documents of one type that carry it. */
  contentOfTerm(taxonomy: Resource, to: Resource): ToManyRelation;
  /** What an author wrote of one type: no link says so, the filter does. */
  contentOfAuthor(to: Resource): ToManyRelation;
  /** `children` of comments: the replies. */
  replies(from: Resource): ToManyRelation;
  /** What lies right below a document of a hierarchical type: the inverse of `up`, which no link names. */
  children(from: Resource): ToManyRelation;
  /** What a document's own link leads to, where only that tells; `null` where it leads to no document of the site. */
  linked(document: Pick<RestDocument, '_links'>, rel: string): ItemLink | null;
  /** As `linked`, of a relation to many. */
  allLinked(document: Pick<RestDocument, '_links'>, rel: string): readonly ItemLink[];
}

export function createRelations(site: Site): Relations {
  const [media, users, comments] = ['attachment', 'user', 'comment'].map((type) => resourceOfType(site, type));

  const one = (rel: string, to?: Resource) =>
    memoized((from: Resource): ToOneRelation => {
      const link = site.links.get(from.route)?.get(rel);
      return { rel, route: link?.route ?? to?.route ?? from.route };
    });
  const many = (rel: string, filter: string, mirror: string, to?: Resource) =>
    memoized((from: Resource): ToManyRelation => {
      const link = site.links.get(from.route)?.get(rel);
      return link?.form === 'set'
        ? { rel, route: link.route, filter: link.filter, mirror }
        : { rel, route: to?.route ?? from.route, filter, mirror };
    });
  const itemAt = (href: unknown): ItemLink | null => {
    const link = parseLink(site.root, href);
    return link?.form === 'item' ? link : null;
  };
  // Each document of a list asks for its relations, which stay as they are.
  const terms = memoized((taxonomy: Resource) => one(`wp:term ${taxonomy.type}`, taxonomy));
  const contentOfTerm = memoized((taxonomy: Resource) =>
    // The link is written once for each type that has the taxonomy, without the name of the type.
    memoized(
      (to: Resource): ToManyRelation => ({
        rel: 'wp:post_type',
        route: to.route,
        filter: taxonomy.name,
        mirror: taxonomy.name,
      }),
    ),
  );
  const unlinked = (filter: string) =>
    memoized((to: Resource): ToManyRelation => ({ rel: null, route: to.route, filter, mirror: filter }));

  return {
    author: one('author', users),
    featuredMedia: one('wp:featuredmedia', media),
    terms: (from, taxonomy) => terms(taxonomy)(from),
    parent: one('up'),
    inReplyTo: one('in-reply-to'),
    comments: many('replies', 'post', 'post', comments),
    attachments: many('wp:attachment', 'parent', 'post', media),
    contentOfTerm: (taxonomy, to) => contentOfTerm(taxonomy)(to),
    contentOfAuthor: unlinked('author'),
    replies: many('children', 'parent', 'parent'),
    children: unlinked('parent'),
    linked: (document, rel) => itemAt(linkOf(document, rel)?.href),
    allLinked: ({ _links }, rel) => linksIn(readMember(_links, rel)).flatMap(({ href }) => itemAt(href) ?? []),
  };
}
