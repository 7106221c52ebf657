/**
 * The families of collections: one row for each controller class of WordPress, with all that its collections have in common,
 * whatever post type or taxonomy they hold.
 * Knows core's controllers, from `class-wp-rest-posts-controller.php` to `class-wp-rest-comments-controller.php`.
 */
import type { KeptKind } from '../kept-kinds.ts';
import { Properties } from './properties.ts';

export type FamilyName = 'content' | 'media' | 'term' | 'user' | 'comment';

export interface Family {
  /** How long its documents are believed. */
  readonly kept: KeptKind;
  /** The property by which documents tell when they changed; absent where their rows have to be compared. */
  readonly dated?: 'modified_gmt' | 'date_gmt';
  /** Whether a collection leaves out, by default, some of what anybody may see at its own address: comments of other types. */
  readonly isListedInPart?: boolean;
  /** Names of what its documents have, whatever their type. */
  readonly properties: readonly string[];
  /**
   * What caches inside WordPress tell its documents by. They read it from what was answered, and keep an answer that does not
   * say it until they are emptied (WP REST Cache: for a year): it costs nothing, and is asked for along with all else.
   */
  readonly identifying: readonly string[];
  /** What WordPress shows of its documents where another one embeds them (context `embed`). */
  readonly embedded: Properties;
  /** Arguments by which its collections are filtered, whatever their type. */
  readonly filters: readonly string[];
  /** Values of `orderby` that its collections take. */
  readonly orders: readonly string[];
}

const contentProperties = [
  'id',
  'date',
  'date_gmt',
  'guid',
  'modified',
  'modified_gmt',
  'slug',
  'status',
  'type',
  'link',
  'title',
  'author',
  'comment_status',
  'ping_status',
  'template',
  'meta',
  'class_list',
  '_links',
];

const contentFilters = [
  'search',
  'search_columns',
  'search_semantics',
  'include',
  'exclude',
  'slug',
  'author',
  'author_exclude',
  'after',
  'before',
  'modified_after',
  'modified_before',
  'status',
];

const contentOrders = [
  'date',
  'modified',
  'id',
  'title',
  'slug',
  'author',
  'parent',
  'relevance',
  'include',
  'include_slugs',
];

/** What is shown of content of all types, media among it, where another document embeds it. */
const embeddedContent = ['id', 'date', 'slug', 'type', 'link', 'title', 'author', 'featured_media'];

const nameOrders = ['name', 'id', 'slug', 'include', 'include_slugs'];

export const families: Readonly<Record<FamilyName, Family>> = {
  content: {
    kept: 'content',
    dated: 'modified_gmt',
    identifying: ['type', 'status'],
    properties: contentProperties,
    embedded: Properties.of(...embeddedContent, 'excerpt'),
    filters: contentFilters,
    orders: contentOrders,
  },
  media: {
    kept: 'media',
    dated: 'modified_gmt',
    identifying: ['type', 'status'],
    properties: [
      ...contentProperties,
      'featured_media',
      'alt_text',
      'caption',
      'description',
      'media_type',
      'mime_type',
      'media_details',
      'post',
      'source_url',
      'filesize',
    ],
    embedded: Properties.of(
      ...embeddedContent,
      'alt_text',
      'caption',
      'media_type',
      'mime_type',
      'media_details',
      'source_url',
    ),
    filters: [...contentFilters, 'parent', 'parent_exclude', 'media_type', 'mime_type'],
    orders: contentOrders,
  },
  term: {
    kept: 'terms',
    identifying: ['taxonomy', 'name', 'slug'],
    properties: ['id', 'count', 'description', 'link', 'name', 'slug', 'taxonomy', 'meta', '_links'],
    embedded: Properties.of('id', 'link', 'name', 'slug', 'taxonomy'),
    filters: ['search', 'include', 'exclude', 'slug', 'hide_empty', 'post'],
    orders: [...nameOrders, 'count', 'description'],
  },
  user: {
    kept: 'users',
    // They would be told by their `_links`, which are expensive.
    identifying: [],
    properties: ['id', 'name', 'url', 'description', 'link', 'slug', 'avatar_urls', 'meta', '_links'],
    embedded: Properties.of('id', 'name', 'url', 'description', 'link', 'slug', 'avatar_urls'),
    filters: ['search', 'include', 'exclude', 'slug', 'roles', 'capabilities', 'has_published_posts'],
    orders: [...nameOrders, 'email', 'registered_date'],
  },
  comment: {
    kept: 'comments',
    isListedInPart: true,
    dated: 'date_gmt',
    identifying: ['type', 'status', 'post'],
    properties: [
      'id',
      'post',
      'parent',
      'author',
      'author_name',
      'author_url',
      'author_avatar_urls',
      'date',
      'date_gmt',
      'content',
      'link',
      'status',
      'type',
      'meta',
      '_links',
    ],
    embedded: Properties.none,
    filters: [
      'search',
      'include',
      'exclude',
      'post',
      'parent',
      'parent_exclude',
      'author',
      'author_exclude',
      'author_email',
      'after',
      'before',
      'status',
      'type',
    ],
    orders: ['date', 'id', 'parent', 'post', 'include'],
  },
};

/** The family of which documents are kept as a kind. */
export const familiesByKind: ReadonlyMap<KeptKind, Family> = new Map(
  Object.values(families).map((family) => [family.kept, family]),
);
