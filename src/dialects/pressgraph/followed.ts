/**
 * Where a list of posts or pages leads on to, so that the loaders can tell what comes next when they ask for the list.
 * Knows which of their properties hold ids of other documents, and of which types those are.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { askedProperties, leadsToLists } from '../../graph/plan/selection.ts';
import type { FollowedRelation } from '../../loaders/source/embedding.ts';
import { isOnlyId, type Properties } from '../../wordpress/properties.ts';
import { embeddedMediaProperties, type ToOneRelation } from '../../wordpress/resources.ts';
import type { DocumentType, GraphContext } from './builder.ts';
import { resourceOf } from './resource-types.ts';

/**
 * None where the way leads on to lists as well: those are asked for once the documents are there, and the rest beside them.
 * @param read properties that are read of the list's documents */
export function followedFrom(
  typeName: DocumentType,
  read: Properties | undefined,
  { loaders }: GraphContext,
  info: GraphQLResolveInfo,
): FollowedRelation[] {
  if ((typeName !== 'Post' && typeName !== 'Page') || leadsToLists(info, typeName)) return [];
  const { relations, site } = loaders;
  const from = resourceOf(site, typeName);
  const followed = (toType: DocumentType, property: string, relation: ToOneRelation, embedded: Properties = none) => {
    const properties = read?.has(property) ? askedProperties(info, toType) : none;
    return isOnlyId(properties) ? [] : [{ ...relation, property, properties, embedded }];
  };
  return [
    ...followed('Author', 'author', relations.author(from)),
    ...followed('Category', 'categories', relations.terms(from, resourceOf(site, 'Category'))),
    ...followed('Tag', 'tags', relations.terms(from, resourceOf(site, 'Tag'))),
    ...followed('Page', 'parent', relations.parent(from)),
    ...followed('Media', 'featured_media', relations.featuredMedia(from), embeddedMediaProperties),
  ];
}

const none: Properties = new Set();
