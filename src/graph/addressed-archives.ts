/**
 * The archive that stands at an address: that of a date, of a post format, or of all that is of a type.
 * Knows that REST says of no archive where it is: the address itself says which it would be, and the page that it is there. Where
 * that says nothing, what is published in it does.
 */
import { isDeepStrictEqual } from 'node:util';
import { dateIn } from '../wordpress/address-kinds.ts';
import { postsType } from '../wordpress/address-parameters.ts';
import { typeArchivedAt } from '../wordpress/address-shapes.ts';
import { partsOfDate } from '../wordpress/archive-dates.ts';
import type { ContentTypeInfo } from '../wordpress/content-types.ts';
import { resourceOfType } from '../wordpress/site.ts';
import { SiteAddress } from '../wordpress/site-address.ts';
import type { GraphContext } from './context.ts';
import { countOf, DateArchive, dateAddresses } from './date-archive.ts';
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
    if (isThere) return archive;
    const isOne = (await isWrittenSo(address, archive, context)) && ((await countOf(archive, context)) ?? 0) > 0;
    return isOne ? archive : null;
  }
  return (await postFormatAt(address, context)) ?? typeArchivedAt(address, site, shapes, isThere);
}

/** Whether the site writes the address of an archive so: below anything else, the same numbers name something else. */
async function isWrittenSo(address: SiteAddress, { date }: DateArchive, context: GraphContext): Promise<boolean> {
  const { site } = context.loaders;
  const posts = resourceOfType(site, postsType);
  if (address.hasNoPath || !posts) return address.hasNoPath;
  const written = (await dateAddresses(posts, context))?.(partsOfDate(date));
  const parts = written === undefined ? [] : (SiteAddress.read(written, site)?.parts ?? []);
  return parts.length > 0 && isDeepStrictEqual(parts.map(plainNumber), address.parts.map(plainNumber));
}

/** `5` as well as `05`. */
function plainNumber(part: string): string {
  return part.replace(/^0+(?=\d)/, '');
}
