/**
 * What properties cost WordPress, and what follows from them.
 * Measured on WordPress 7.1: rendering a body or an excerpt takes several times as long as all else of its document.
 */
import { acfProperty } from './acf-links.ts';
import { Properties } from './properties.ts';

/** Rendered, or looked up, for each document. */
const expensive: ReadonlySet<string> = new Set(['content', 'excerpt', 'description', 'caption', '_links']);

/** Of a hundred documents they cost little more than of one: columns of their rows, and what WordPress reads for all at once. */
const cheap: ReadonlySet<string> = new Set([
  ...[
    'id',
    'slug',
    'link',
    'type',
    'status',
    'title',
    'date',
    'date_gmt',
    'modified',
    'modified_gmt',
    'author',
    'parent',
  ],
  ...[
    'featured_media',
    'categories',
    'tags',
    'menu_order',
    'comment_status',
    'ping_status',
    'sticky',
    'format',
    'template',
  ],
  ...[
    'post',
    'alt_text',
    'media_type',
    'mime_type',
    'source_url',
    'name',
    'count',
    'taxonomy',
    'url',
    'avatar_urls',
    'meta',
  ],
]);

/** Of posts and pages: worth a request of their own. */
const deferrable: ReadonlySet<string> = new Set(['content', 'excerpt', '_links']);

/** Whether a body is protected costs nothing to say, and tells whether comments can be asked for. */
const protection = Properties.of('content.protected');

/** By whose ids other documents are looked up as soon as they are known, besides terms. */
const leading: ReadonlySet<string> = new Set(['author', 'featured_media', 'parent']);

/** Whether any of these costs WordPress more than reading the document does. */
export function isExpensive(properties: Properties): boolean {
  for (const name of properties.names) if (expensive.has(name)) return true;
  return false;
}

/**
 * Whether these of a whole page cost little more than those of one document; what plugins have added may cost anything.
 * @param isLight whether it is of terms or users, which describe themselves in a column
 */
export function isCheap(properties: Properties, isLight: boolean): boolean {
  for (const name of properties.names) if (!cheap.has(name) && !(isLight && name === 'description')) return false;
  return true;
}

/**
 * Of these, what may be asked for in a parallel request: a field that reads it has to wait. Not the links of
 * documents whose ACF fields are asked for: ACF writes its own only beside these, and they lead on.
 */
export function deferrableOf(properties: Properties): Properties {
  const mayDeferLinks = ![...properties.names].includes(acfProperty);
  return properties.filter((name) => deferrable.has(name) && (mayDeferLinks || name !== '_links')).without(protection);
}

/** What has to be asked for at once where others are deferred. */
export function undeferred(properties: Properties, deferred: Properties): Properties {
  const others = properties.without(deferred).with('id');
  // A whole body says as well whether it is protected.
  return properties.covers(protection) ? others.union(protection) : others;
}

/** Whether a document that has these leads to others. @param sorters names under which it has its terms */
export function leadOn(properties: Properties, sorters: readonly string[]): boolean {
  for (const name of properties.names) if (leading.has(name) || sorters.includes(name)) return true;
  return false;
}
