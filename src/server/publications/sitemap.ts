/**
 * Sitemaps: the index of all, and one for each thousand addresses of a kind.
 * Source: sitemaps.org protocol 0.9, and Google's extension for images 1.1.
 */
import type { Address, Section } from '../../graph/publications.ts';
import type { Place } from './place.ts';
import { document, element, optional, text } from './xml.ts';

/** Addresses of one sitemap: as many as one operation lists at a time. */
export const sitemapSize = 1_000;

/** An index names no more, by the protocol. A site that tells of more addresses is mistaken, or too large for one. */
const mostSitemaps = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const imageNamespace = 'http://www.google.com/schemas/sitemap-image/1.1';

/** @param pathOf path of one sitemap of a section, counted from 1 */
export function writeIndex(
  sections: readonly Section[],
  place: Place,
  pathOf: (section: string, number: number) => string,
): string {
  const sitemaps: string[] = [];
  for (const { name, total = 1 } of sections) {
    const count = Math.min(Math.ceil(total / sitemapSize), mostSitemaps - sitemaps.length);
    for (let number = 1; number <= count; number++) sitemaps.push(pathOf(name, number));
  }
  const entries = sitemaps.map((path) => element('sitemap', {}, optional('loc', place.besideGraph(path))));
  return document(element('sitemapindex', { xmlns: namespace }, ...entries));
}

/** Nothing where there are none: a sitemap has one at least. */
export function writeSitemap(addresses: readonly Address[], place: Place): string | undefined {
  if (addresses.length === 0) return undefined;
  const entries = addresses.map((address) =>
    element(
      'url',
      {},
      element('loc', {}, text(place.addressOf(address))),
      optional('lastmod', address.modified),
      address.image === undefined
        ? undefined
        : element('image:image', {}, optional('image:loc', place.fileAt(address.image))),
    ),
  );
  return document(element('urlset', { xmlns: namespace, 'xmlns:image': imageNamespace }, ...entries));
}
