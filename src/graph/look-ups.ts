/**
 * How one document is looked up other than by its id: by its slug, or by its address on the site.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../errors.ts';
import type { Loaded } from '../loaders/loaders.ts';
import { allOf } from '../maybe-promise.ts';
import type { RestDocument } from '../wordpress/documents.ts';
import type { Resource } from '../wordpress/resources.ts';
import { frontPageType, SiteAddress } from '../wordpress/site-address.ts';
import type { GraphContext } from './context.ts';
import { GraphNode } from './node.ts';
import { lookUp } from './relations.ts';

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
 * WordPress cannot be asked for a path: what it may name is looked up, first by slug and then by id, and the link has to agree.
 * @throws PressgraphError `BAD_USER_INPUT` where it is no address
 */
export async function lookUpUri(
  resource: Resource,
  uri: string,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<GraphNode | null> {
  const { loaders } = context;
  const address = SiteAddress.read(uri, loaders.site);
  if (address === undefined) throw badInput('by.uri', 'must be a path on the site, or an absolute address.');
  if (address === null) return null;
  const isIt = (document: RestDocument) => address.isOf(document, resource);
  const findOne = (id: number | null) => findLinked(resource, id === null ? [] : [id], isIt, context, info);
  if (resource.family === 'comment') return findOne(address.commentId);
  if (resource.type === frontPageType && address.isFrontPage) return findOne(await loaders.frontPage(resource.route));
  const { slugs, ids, isCertain } = address.candidates(resource);
  if (isCertain && slugs.length === 0) return lookUp(resource, ids[0], context, info);
  const named = await findNamed(resource, slugs, isCertain ? () => true : isIt, context, info);
  return named ?? findLinked(resource, ids, isIt, context, info);
}

type Decide = (document: RestDocument) => boolean;

/** The one of several slugs that is it. */
async function findNamed(
  resource: Resource,
  slugs: readonly string[],
  isIt: Decide,
  { loaders, selection }: GraphContext,
  info: GraphQLResolveInfo,
): Promise<GraphNode | null> {
  const properties = selection.own(info, resource).with('link');
  const embeds = () => selection.embeds(info, resource, loaders.relations);
  const named = await allOf(slugs, (slug) => loaders.bySlug(resource.route, slug, properties, embeds));
  return nodeOf(resource, named.flat(), isIt);
}

/** The one of several ids that is it. */
async function findLinked(
  resource: Resource,
  ids: readonly number[],
  isIt: Decide,
  { loaders, selection }: GraphContext,
  info: GraphQLResolveInfo,
): Promise<GraphNode | null> {
  const { wanted, asked } = selection.wish(info, resource);
  const wish = { wanted: wanted.with('link'), asked: asked.with('link') };
  const found = await allOf(ids, (id) => loaders.reference(resource.route, id, wish));
  return nodeOf(resource, found, isIt);
}

function nodeOf(resource: Resource, loaded: readonly (Loaded | null)[], isIt: Decide): GraphNode | null {
  const found = loaded.find((each) => each && isIt(each.document));
  return found ? new GraphNode(resource, found) : null;
}
