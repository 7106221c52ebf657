/**
 * Which graph type stands for which of a site's resources.
 * Knows the names only; adding a resource to the graph is a row here and a file beside it.
 */
import type { Resource } from '../../wordpress/resources.ts';
import { resourceOfType, type Site } from '../../wordpress/site.ts';
import type { DocumentType } from './builder.ts';

const wordpressTypes = {
  Post: 'post',
  Page: 'page',
  Media: 'attachment',
  Author: 'user',
  Category: 'category',
  Tag: 'post_tag',
  Comment: 'comment',
} as const satisfies Record<DocumentType, string>;

export const documentTypes = Object.keys(wordpressTypes) as DocumentType[];

export function isDocumentType(name: string): name is DocumentType {
  return Object.hasOwn(wordpressTypes, name);
}

export function resourceOf(site: Site, typeName: DocumentType): Resource {
  const resource = resourceOfType(site, wordpressTypes[typeName]);
  if (!resource) throw new Error(`The site has no collection of ${typeName} documents.`);
  return resource;
}

/** The type of what lives at a route, if the graph has one. */
export function typeOfRoute(site: Site, route: string): DocumentType | null {
  return documentTypes.find((typeName) => resourceOf(site, typeName).route === route) ?? null;
}
