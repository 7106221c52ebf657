/**
 * Addresses of the site's own pages in what people write: what a front end on another host shows itself, as opposed to files, the
 * REST API and the admin, which stay where WordPress is.
 */
import { isNoPage } from './address-kinds.ts';
import { folderOf } from './address-path.ts';
import type { Site } from './site.ts';
import { addressOf, isOnSite, SiteAddress, uriOf } from './site-address.ts';

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
export function isOwnAddress(link: unknown, { home, addresses }: Pick<Site, 'home' | 'addresses'>): boolean {
  const url = addressOf(link, home);
  if (!url) return false;
  return (
    isOnSite(url, home) || [...addresses.values()].some((sample) => addressOf(sample.link, home)?.host === url.host)
  );
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
