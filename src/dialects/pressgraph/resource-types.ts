/**
 * Which graph type stands for which of a site's resources.
 * Knows the names only; adding a resource to the graph is a row here and a file beside it.
 */
import type { Resource } from '../../wordpress/resources.ts';
import type { Site, SiteResources } from '../../wordpress/site.ts';
import type { DocumentType } from './builder.ts';

const resourceNames = {
  Post: 'posts',
  Page: 'pages',
  Media: 'media',
  Author: 'users',
  Category: 'categories',
  Tag: 'tags',
  Comment: 'comments',
} as const satisfies Record<DocumentType, keyof SiteResources>;

export const documentTypes = Object.keys(resourceNames) as DocumentType[];

export function isDocumentType(name: string): name is DocumentType {
  return Object.hasOwn(resourceNames, name);
}

export function resourceOf(site: Site, typeName: DocumentType): Resource {
  return site.resources[resourceNames[typeName]];
}

/** The type of what lives at a route, if the graph has one. */
export function typeOfRoute(site: Site, route: string): DocumentType | null {
  return documentTypes.find((typeName) => resourceOf(site, typeName).route === route) ?? null;
}
