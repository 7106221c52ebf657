/**
 * How one document is looked up other than by its id: by its slug, or by its address on the site.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../errors.ts';
import type { MaybePromise } from '../maybe-promise.ts';
import type { Resource } from '../wordpress/resources.ts';
import { readMember } from '../wordpress/values.ts';
import type { GraphContext } from './context.ts';
import { isSameUri, uriOf } from './fields/addresses.ts';
import { validId } from './ids.ts';
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

/** By which parameter an address without a path names a document of a type. */
const plainParameters: Readonly<Record<string, string>> = {
  post: 'p',
  page: 'page_id',
  attachment: 'attachment_id',
  user: 'author',
  category: 'cat',
};

/** WordPress cannot be asked for a path: its last part is the slug (or `?p=` has the id), and the link has to agree. */
export function lookUpUri(
  resource: Resource,
  uri: string,
  context: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<GraphNode | null> {
  const { home } = context.loaders.site;
  const absolute = uri.startsWith('/') ? new URL(home).origin + uri : uri;
  if (!URL.canParse(absolute, home)) throw badInput('by.uri', 'must be a path on the site, or an absolute address.');
  const address = new URL(absolute, home);
  if (address.origin !== new URL(home).origin) return null;
  const own = plainParameters[resource.type];
  const plainId = own && address.searchParams.get(own);
  if (plainId) return lookUp(resource, validId(Number(plainId)), context, info);
  // The id of another type's document names none of this one, though one of this type may have the same.
  if (Object.values(plainParameters).some((name) => address.searchParams.get(name))) return null;

  const slug = address.pathname.split('/').findLast((part) => part !== '');
  if (slug === undefined) return null;
  return lookUpPath(resource, { slug, uri: uri.startsWith('/') ? uri : uriOf(address.href, home) }, context, info);
}

async function lookUpPath(
  resource: Resource,
  { slug, uri }: { readonly slug: string; readonly uri: string | null },
  { loaders, selection }: GraphContext,
  info: GraphQLResolveInfo,
): Promise<GraphNode | null> {
  const properties = selection.own(info, resource).with('link');
  const candidates = await loaders.bySlug(resource.route, slug, properties, () =>
    selection.embeds(info, resource, loaders.relations),
  );
  const found = candidates.find(({ document }) =>
    isSameUri(uriOf(readMember(document, 'link'), loaders.site.home), uri),
  );
  return found ? new GraphNode(resource, found) : null;
}
