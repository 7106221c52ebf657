/**
 * How one document is looked up other than by its id: by its slug, or by its address on the site.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../errors.ts';
import { isNoPage } from '../wordpress/address-kinds.ts';
import type { Resource } from '../wordpress/resources.ts';
import { lookUpAt, lookUpLinked, lookUpShown, readGivenAddress } from './address-look-ups.ts';
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

/**
 * What is known first, then what it may name, then what its page shows.
 * @throws PressgraphError `BAD_USER_INPUT` where it is no address
 */
export async function lookUpUri(
  resource: Resource,
  uri: string,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<GraphNode | null> {
  const { loaders } = context;
  const address = readGivenAddress('by.uri', uri, loaders.site);
  if (!address) return null;
  const linked = await lookUpLinked(address, context, info, (other) => other === resource);
  const found = linked ?? (await lookUpAt(resource, address, context, info));
  if (found || address.hasNoPath || resource.family === 'comment' || isNoPage(address, loaders.site.root)) return found;
  const sight = await loaders.shownAt(address);
  if (sight?.kind !== 'document' || sight.document.route !== resource.route) return null;
  return lookUpShown(resource, sight.document.id, context, info);
}
