/**
 * What properties cost WordPress, and what follows from them.
 * Measured on WordPress 7.1: rendering a body or an excerpt takes several times as long as all else of its document.
 */
import type { Properties } from './properties.ts';

/** Rendered, or looked up, for each document. */
const expensive: ReadonlySet<string> = new Set(['content', 'excerpt', 'description', 'caption', '_links']);

/** Whether any of these properties costs WordPress more than reading the document does. */
export function isExpensive(properties: Properties): boolean {
  for (const name of properties.names) if (expensive.has(name)) return true;
  return false;
}

/** What is worth asking for beside a list of posts or pages instead of in it. */
export const lateProperties: ReadonlySet<string> = new Set(['content', 'excerpt', '_links']);

/** Properties by whose ids other documents are looked up as soon as they are known. */
export const relationProperties: ReadonlySet<string> = new Set([
  'author',
  'featured_media',
  'categories',
  'tags',
  'parent',
]);
