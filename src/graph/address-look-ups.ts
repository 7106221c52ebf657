/**
 * Which document of one resource an address is that of: what it may name is looked up by slug and by id, and the link has to agree.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../errors.ts';
import type { Loaded } from '../loaders/loaders.ts';
import { allOf } from '../maybe-promise.ts';
import { candidatesOf } from '../wordpress/address-candidates.ts';
import { frontPageType, isFrontPage } from '../wordpress/address-parameters.ts';
import type { RestDocument } from '../wordpress/documents.ts';
import { isOwnAddress } from '../wordpress/own-address.ts';
import type { Resource } from '../wordpress/resources.ts';
import { resourceAt, type Site } from '../wordpress/site.ts';
import { SiteAddress } from '../wordpress/site-address.ts';
import { readMember } from '../wordpress/values.ts';
import type { GraphContext } from './context.ts';
import { GraphNode } from './node.ts';

/**
 * @param argument that has it
 * @returns `null` for one that lies elsewhere
 * @throws PressgraphError `BAD_USER_INPUT` where it is none
 */
export function readGivenAddress(argument: string, given: string, site: Site): SiteAddress | null {
  const address = SiteAddress.read(given, site);
  if (address === undefined) throw badInput(argument, 'must be a path on the site, or an absolute address.');
  return address;
}

export async function lookUpAt(
  resource: Resource,
  address: SiteAddress,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<GraphNode | null> {
  const { loaders } = context;
  const isIt = (document: RestDocument) => address.isOf(document, resource);
  const findOne = (id: number | null) => findLinked(resource, id === null ? [] : [id], isIt, context, info);
  if (resource.family === 'comment') return findOne(address.commentId);
  if (resource.type === frontPageType && isFrontPage(address, loaders.site)) {
    return findOne(await loaders.frontPage(resource.route));
  }
  const { slugs, ids, isCertain } = candidatesOf(address, resource);
  const decide = isCertain ? () => true : isIt;
  const byId = () => findLinked(resource, ids, decide, context, info);
  const bySlug = () => findNamed(resource, slugs, decide, context, info);
  if (loaders.shapes.hasId(resource)) return (await byId()) ?? bySlug();
  return (await bySlug()) ?? byId();
}

/** The document whose link is known to be an address, if it still is. */
export async function lookUpLinked(
  address: SiteAddress,
  context: GraphContext,
  info: GraphQLResolveInfo,
  among: (resource: Resource) => boolean = () => true,
): Promise<GraphNode | null> {
  const { loaders } = context;
  const linked = loaders.linkedAt(address);
  const resource = linked && resourceAt(loaders.site, linked.collection);
  if (!resource || !among(resource)) return null;
  const isIt = (document: RestDocument) =>
    address.isOf(document, resource) && isOwnAddress(linkOf(document), loaders.site);
  return findLinked(resource, [linked.id], isIt, context, info);
}

/** The document of which a page has said that it shows it: no link has to agree. */
export function lookUpShown(
  resource: Resource,
  id: number,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<GraphNode | null> {
  return findLinked(resource, [id], () => true, context, info);
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
  return nodeOf(resource, named.flat(), isIt, loaders.site);
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
  const wish = {
    wanted: wanted.with('link'),
    asked: asked.with('link'),
    embeds: () => selection.embeds(info, resource, loaders.relations),
  };
  const found = await allOf(ids, (id) => loaders.reference(resource.route, id, wish));
  return nodeOf(resource, found, isIt, loaders.site);
}

/** Of several, the one whose link is on the site. */
function nodeOf(
  resource: Resource,
  loaded: readonly (Loaded | null)[],
  isIt: Decide,
  site: Pick<Site, 'home' | 'addresses'>,
): GraphNode | null {
  const found = loaded.filter((each) => each !== null && isIt(each.document));
  const own = found.find((each) => isOwnAddress(linkOf(each?.document), site)) ?? found[0];
  return own ? new GraphNode(resource, own) : null;
}

function linkOf(document: RestDocument | undefined): unknown {
  return readMember(document, 'link');
}
