/**
 * Addresses of the site's own pages in what people write: what a front end on another host shows itself, as opposed to files, the
 * REST API and the admin, which stay where WordPress is.
 */
import { isNoPage } from './address-kinds.ts';
import { folderOf } from './address-path.ts';
import type { Site } from './site.ts';
import { isOnSite, SiteAddress, uriOf } from './site-address.ts';
import { readAddress } from './values.ts';

/** Whether an address leads to the site itself: to its host, over either scheme, and into the folder that it lies in. */
export function isOwn(address: string, home: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && isOnSite(url, home) && `${url.pathname}/`.startsWith(`${folderOf(home)}/`);
}

/**
 * Whether the link of a document is an address of the site: some lead to other sites, as plugins write them. Where a front end on
 * another host has the pages, the links that were met first show that.
 */
export function isOwnLink(link: unknown, { home, addresses }: Pick<Site, 'home' | 'addresses'>): boolean {
  const url = urlOf(link, home);
  if (!url) return false;
  return isOnSite(url, home) || [...addresses.values()].some((sample) => urlOf(sample.link, home)?.host === url.host);
}

function urlOf(link: unknown, home: string): URL | null {
  const address = readAddress(link);
  return address && URL.canParse(address, home) ? new URL(address, home) : null;
}

/**
 * Where an absolute address leads on the site, from its front page on: `/2024/05/16/hello/#more`. `null` for one that leads
 * elsewhere, or to no page. One without a scheme has that of the site.
 */
export function pageUri(address: string, site: Pick<Site, 'home' | 'root'>): string | null {
  const base = /^\s*[/\\]{2}/.test(address) ? site.home : undefined;
  if (!URL.canParse(address, base)) return null;
  const { href } = new URL(address, base);
  if (!isOwn(href, site.home)) return null;
  const page = SiteAddress.read(href, site);
  if (!page || isNoPage(page, site.root)) return null;
  return uriOf(href, site.home);
}
