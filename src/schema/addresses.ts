/**
 * Addresses: paths on the site, and avatars in other sizes.
 * Knows what WordPress' links look like; trusts no host in them.
 */
import type { WireAvatars } from '../wordpress/documents.ts';

/**
 * The path of a link on its site, relative to the front page and with a leading slash: `/2024/05/16/hello/`, `/?p=12`.
 * `null` when there is no usable link.
 */
export function uriOf(link: string | undefined, home: string): string | null {
  if (!link) return null;
  try {
    const { pathname, search, hash } = new URL(link, home);
    const folder = new URL(home).pathname.replace(/\/$/, '');
    const path = folder !== '' && `${pathname}/`.startsWith(`${folder}/`) ? pathname.slice(folder.length) : pathname;
    return `${path || '/'}${search}${hash}`;
  } catch {
    return null;
  }
}

/** Two paths that people would call the same: with or without host, end slash and percent-encoding. */
export function isSameUri(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && comparable(one) === comparable(other);
}

function comparable(uri: string): string {
  const path = uri.replace(/\/+(?=$|[?#])/, '');
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch {
    return path.toLowerCase();
  }
}

/** The avatar's address at a size in pixels; WordPress knows three sizes, the provider any. `null` where avatars are off. */
export function avatarOf(avatars: WireAvatars | undefined, size: number): string | null {
  if (!avatars || Array.isArray(avatars)) return null;
  const known = avatars as Readonly<Record<string, string | false | undefined>>;
  const exact = known[String(size)];
  if (exact) return exact;
  const largest = Object.entries(known)
    .sort(([one], [other]) => Number(other) - Number(one))
    .map(([, address]) => address)
    .find((address) => typeof address === 'string');
  return largest ? largest.replace(/([?&](?:amp;)?s(?:ize)?=)\d+/, `$1${size}`) : null;
}
