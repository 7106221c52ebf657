/**
 * What the front page of a site shows, the page of its posts, and where the archives of types are.
 * Knows that the link of a page says whether it is the front page, and that only the index of newer sites says which shows posts.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { frontPageType, postsType } from '../../wordpress/address-parameters.ts';
import { archiveUriOf } from '../../wordpress/address-shapes.ts';
import type { ContentTypeInfo } from '../../wordpress/content-types.ts';
import type { PostDocument } from '../../wordpress/documents.ts';
import { Properties } from '../../wordpress/properties.ts';
import { type AddressSample, resourceOfType } from '../../wordpress/site.ts';
import { uriOf } from '../../wordpress/site-address.ts';
import { readMember } from '../../wordpress/values.ts';
import type { GraphContext } from '../context.ts';
import { listingOf } from '../lists.ts';
import { Orders } from '../orders.ts';
import { readsOf } from '../plan/field-plan.ts';

const readsLink = readsOf<Pick<PostDocument, 'id' | 'link'>>();

export const isFrontPage = readsLink(
  ['link'],
  ({ document }, _args: unknown, { loaders }) => uriOf(document.link, loaders.site.home) === '/',
);

/** `null` where the site does not tell. */
export const isPostsPage = readsLink(['link'], async ({ document }, _args: unknown, { loaders }) => {
  const page = await loaders.postsPage();
  return page === undefined ? null : page === document.id;
});

/** Whether the front page shows what is of a type. */
export async function isAtFront({ name }: ContentTypeInfo, { loaders }: GraphContext): Promise<boolean> {
  const pages = resourceOfType(loaders.site, frontPageType);
  return name === postsType && (!pages || (await loaders.frontPage(pages.route)) === null);
}

/** Whether a page of the site, be it the front page or another one, shows what is of a type; `null` where the site does not tell. */
export async function isOnPostsPage(type: ContentTypeInfo, context: GraphContext): Promise<boolean | null> {
  if (type.name !== postsType) return false;
  if (await isAtFront(type, context)) return true;
  const page = await context.loaders.postsPage();
  return page === undefined ? null : page !== null;
}

const nothing = { total: false, cursors: false, hasNextPage: false, hasPreviousPage: false };

/** Its path, `null` where there is none or the site does not tell. */
export async function archiveUri(
  type: ContentTypeInfo,
  _args: unknown,
  context: GraphContext,
  _info: GraphQLResolveInfo,
): Promise<string | null> {
  const { loaders } = context;
  const { site } = loaders;
  if (type.name === postsType) {
    if (await isAtFront(type, context)) return '/';
    const [pages, id] = [resourceOfType(site, frontPageType), await loaders.postsPage()];
    if (!pages || !id) return null;
    const link = Properties.of('id', 'link');
    const page = await loaders.reference(pages.route, id, { wanted: link, asked: link });
    return uriOf(readMember(page?.document, 'link'), site.home);
  }
  const resource = site.resources.find(({ type: name, family }) => name === type.name && family === 'content');
  if (type.hasArchive === false || !resource) return null;
  const listing = listingOf(resource, {}, Orders.of(resource).order(null));
  const documents = Properties.of('id', 'link', 'slug', 'parent');
  const { entries } = await loaders.page(listing, { first: 1 }, { ...nothing, documents });
  return entries[0] ? archiveUriOf(type, entries[0].document as AddressSample, site.home) : null;
}
