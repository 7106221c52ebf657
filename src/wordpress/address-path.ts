/**
 * Paths of addresses: their parts, and which are the same to people.
 */
import { readSlug } from './values.ts';

/** The folder that a site lies in, without a slash at its end; empty for none. */
export function folderOf(home: string): string {
  return new URL(home).pathname.replace(/\/$/, '');
}

/** A path without the folder that the site lies in; the whole of one that lies elsewhere. */
export function pathBelow({ pathname }: URL, home: string): string {
  const folder = folderOf(home);
  return folder !== '' && `${pathname}/`.startsWith(`${folder}/`) ? pathname.slice(folder.length) : pathname;
}

/** A site is the same one over either scheme, and with `www.` or without. */
export function placeOf({ hostname, port }: URL): string {
  return `${hostname.replace(/^www\./, '')}:${port}`;
}

/** Paths that people would call the same are equal: with or without end slash, doubled ones and percent-encoding. */
export function comparablePath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.map((part) => `/${comparable(part)}`).join('');
}

export function comparable(part: string): string {
  return readSlug(part) ?? '';
}

/** The last part of a path that is not empty. */
export function lastPart(path: string): string {
  return path.split('/').findLast((part) => part !== '') ?? '';
}
