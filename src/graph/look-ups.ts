/**
 * How one document is looked up other than by its id: by its slug, or by its address on the site.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../errors.ts';
import type { Resource } from '../wordpress/resources.ts';
import { lookUpAt, readGivenAddress } from './address-look-ups.ts';
import type { GraphContext } from './context.ts';
import { GraphNode } from './node.ts';

/** @throws PressgraphError `BAD_USER_INPUT` where several documents have it */
export async function lookUpSlug(
  resource: Resource,
  slug: string,
  { loaders, selection }: GraphContext,
  info: GraphQLResolveInfo,
): Promise<GraphNode | null> {
  const [found, ...others] = await loaders.bySlug(resource.route, slug, selection.own(info, resource), () =>
    selection.embeds(info, resource, loaders.relations),
  );
  if (others.length > 0)
    throw badInput('by.slug', `${others.length + 1} documents have the slug "${slug}"; look it up by "uri".`);
  return found ? new GraphNode(resource, found) : null;
}

/** @throws PressgraphError `BAD_USER_INPUT` where it is no address */
export async function lookUpUri(
  resource: Resource,
  uri: string,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<GraphNode | null> {
  const address = readGivenAddress('by.uri', uri, context.loaders.site);
  return address && lookUpAt(resource, address, context, info);
}
