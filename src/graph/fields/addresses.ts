/**
 * Addresses: paths on the site, and avatars in other sizes.
 * Knows what WordPress' links look like; trusts no host in them.
 */

import { decodedAddress } from '../../wordpress/decoded-address.ts';
import type { CommentDocument, UserDocument } from '../../wordpress/documents.ts';
import { uriOf } from '../../wordpress/site-address.ts';
import { readAddress, readMap, readNumber } from '../../wordpress/values.ts';
import type { GraphNode } from '../node.ts';
import { type Resolve, readsOf } from '../plan/field-plan.ts';

/** All documents have a link. */
const readsLink = readsOf<Pick<UserDocument, 'id' | 'link'>>();

export const link = readsLink(['link'], ({ document }) => readAddress(document.link));

/** How a path is written where it holds more than ASCII. */
export type AddressForm = 'ENCODED' | 'DECODED';

interface FormArgument {
  readonly form?: AddressForm;
}

export const uri = readsLink(['link'], ({ document }, { form }: FormArgument, { loaders }) => {
  const path = uriOf(document.link, loaders.site.home);
  return path !== null && form === 'DECODED' ? decodedAddress(path) : path;
});

/** Of what is listed because it has one. */
export const sitePath = { ...uri, value: uri.value as Resolve<GraphNode, FormArgument, string> };

interface SizeArgument {
  /** Width and height in pixels. */
  readonly size: number;
}

const readsUser = readsOf<UserDocument>();

/** The user's own site. */
export const userUrl = readsUser(['url'], ({ document }) => readAddress(document.url));
export const userAvatar = readsUser(['avatar_urls'], ({ document }, { size }: SizeArgument) =>
  avatarOf(document.avatar_urls, size),
);

const readsComment = readsOf<CommentDocument>();

/** The address that the writer of a comment gave. */
export const writerUrl = readsComment(['author_url'], ({ document }) => readAddress(document.author_url));
export const writerAvatar = readsComment(['author_avatar_urls'], ({ document }, { size }: SizeArgument) =>
  avatarOf(document.author_avatar_urls, size),
);

/** The avatar's address at a size in pixels; WordPress knows three sizes, the provider any. `null` where avatars are off. */
function avatarOf(avatars: unknown, size: number): string | null {
  const known = Object.entries(readMap(avatars) ?? {}).flatMap(([name, value]) => {
    const [width, address] = [readNumber(name), readAddress(value)];
    return width !== null && address ? [{ width, address }] : [];
  });
  const exact = known.find(({ width }) => width === size);
  if (exact) return exact.address;
  const largest = known.sort((one, other) => other.width - one.width)[0]?.address;
  return largest ? largest.replace(/([?&](?:amp;)?s(?:ize)?=)\d+/, `$1${size}`) : null;
}
