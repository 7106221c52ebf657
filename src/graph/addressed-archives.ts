/**
 * The archive that stands at an address: that of a date, of a post format, or of all that is of a type.
 * Knows that REST says of no archive where it is: the address itself says which it would be, and the page that it is there. Where
 * that says nothing, what is published in it does.
 */
import { dateIn } from '../wordpress/address-kinds.ts';
import { postsType } from '../wordpress/address-parameters.ts';
import { typeArchivedAt } from '../wordpress/address-shapes.ts';
import type { ContentTypeInfo } from '../wordpress/content-types.ts';
import { resourceOfType } from '../wordpress/site.ts';
import type { SiteAddress } from '../wordpress/site-address.ts';
import type { GraphContext } from './context.ts';
import { countOf, DateArchive } from './date-archive.ts';
import { type PostFormat, postFormatAt } from './post-format.ts';

/** @param isThere whether the page has said that it is there, and shows no document */
export async function archiveAt(
  address: SiteAddress,
  context: GraphContext,
  isThere: boolean,
): Promise<DateArchive | PostFormat | ContentTypeInfo | null> {
  const { site, shapes } = context.loaders;
  const date = dateIn(address);
  if (date) {
    const resource = resourceOfType(site, address.parameter('post_type') ?? postsType);
    if (resource?.family !== 'content') return null;
    const archive = new DateArchive(resource, date);
    return isThere || ((await countOf(archive, context)) ?? 0) > 0 ? archive : null;
  }
  return (await postFormatAt(address, context)) ?? typeArchivedAt(address, site, shapes, isThere);
}
