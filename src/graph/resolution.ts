/**
 * What stands at an address of the site, whatever it is: what a browser would find there.
 * Knows in which order what may know of it is asked, so that one address costs few requests and many together cost hardly more.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { allOf, caught } from '../maybe-promise.ts';
import { isNoPage } from '../wordpress/address-kinds.ts';
import { frontPageType, isFrontPage, postsType } from '../wordpress/address-parameters.ts';
import type { ContentTypeInfo } from '../wordpress/content-types.ts';
import type { Resource } from '../wordpress/resources.ts';
import { resourceOfType } from '../wordpress/site.ts';
import type { SiteAddress } from '../wordpress/site-address.ts';
import { lookUpAt, readGivenAddress } from './address-look-ups.ts';
import type { GraphContext } from './context.ts';
import type { GraphNode } from './node.ts';
import type { OtherNode } from './other-node.ts';

/** What may stand at an address. */
export type AddressedNode = GraphNode | ContentTypeInfo | OtherNode;

/** What a browser would find. */
export interface Resolved {
  readonly node: AddressedNode | null;
  /** Where it would be sent. */
  readonly redirect: Redirect | null;
  /** HTTP's status code. */
  readonly status: number;
  /** Which page of a list, where the address says so. */
  readonly page: number | null;
}

export interface Redirect {
  /** Below the front page, with a slash in front. */
  readonly location: string;
  readonly status: number;
}

/**
 * @returns `null` for what is no page of the site: foreign hosts, files, the REST API, what editors and programs use
 * @throws PressgraphError `BAD_USER_INPUT` where it is no address
 */
export async function resolveAddress(
  uri: string,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<Resolved | null> {
  const { site } = context.loaders;
  const address = readGivenAddress('uri', uri, site);
  if (!address || isNoPage(address, site.root)) return null;
  const node = await findAt(address, context, info);
  return { node, redirect: null, status: node ? 200 : 404, page: address.page };
}

/** As `resolveAddress`, what stands there alone: nothing where a browser would be sent elsewhere. */
export async function nodeAt(
  uri: string,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<AddressedNode | null> {
  return (await resolveAddress(uri, context, info))?.node ?? null;
}

async function findAt(
  address: SiteAddress,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<AddressedNode | null> {
  const { site, shapes } = context.loaders;
  const among = (resources: readonly Resource[]) => lookUpAmong(resources, address, context, info);
  if (address.commentId !== null) return among(site.resources.filter(({ family }) => family === 'comment'));
  if (isFrontPage(address, site)) {
    const pages = resourceOfType(site, frontPageType);
    const front = pages && (await among([pages]));
    return front ?? site.contentTypes.find(({ name }) => name === postsType) ?? null;
  }
  const { resources } = shapes.likely(address);
  const others = site.resources.filter((each) => each.family !== 'comment' && !resources.includes(each));
  return (await among(resources)) ?? among(others);
}

/** The one of several resources that has a document there; where one of them cannot say and no other has it, its failure. */
async function lookUpAmong(
  resources: readonly Resource[],
  address: SiteAddress,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<GraphNode | null> {
  const asked = await allOf(resources, (each) => caught(() => lookUpAt(each, address, context, info)));
  for (const found of asked) if (found && !(found instanceof Error)) return found;
  for (const found of asked) if (found) throw found;
  return null;
}
