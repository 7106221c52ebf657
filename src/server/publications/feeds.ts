/**
 * Feeds of what was published last, as RSS and as JSON Feed.
 * Source: RSS 2.0 with the Atom and Dublin Core modules that all readers know, and JSON Feed 1.1.
 */
import type { Feed, FeedEntry } from '../../graph/publications.ts';
import type { Place } from './place.ts';
import { document, element, optional, text } from './xml.ts';

/** Entries of a feed. */
export const feedSize = 20;

const namespaces = { 'xmlns:atom': 'http://www.w3.org/2005/Atom', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' };

/** @param self path of the feed */
export function writeRss({ title, description, entries }: Feed, place: Place, self: string): string {
  const link = { href: place.besideGraph(self), rel: 'self', type: 'application/rss+xml' };
  const channel = element(
    'channel',
    {},
    element('title', {}, text(title)),
    element('link', {}, text(place.home)),
    element('description', {}, text(description)),
    element('atom:link', link),
    optional('lastBuildDate', mailDate(latestOf(entries))),
    ...entries.map((entry) => writeItem(entry, place)),
  );
  return document(element('rss', { version: '2.0', ...namespaces }, channel));
}

function writeItem(entry: FeedEntry, place: Place) {
  const { image } = entry;
  // Readers want a length, and take 0 for one that nobody knows.
  const enclosure = image?.type && { url: place.fileAt(image.url), length: String(image.bytes ?? 0), type: image.type };
  return element(
    'item',
    {},
    element('title', {}, text(entry.title)),
    element('link', {}, text(place.addressOf(entry))),
    element('guid', { isPermaLink: 'false' }, text(entry.id)),
    optional('dc:creator', entry.author),
    optional('pubDate', mailDate(entry.published)),
    ...entry.topics.map((topic) => optional('category', topic)),
    element('description', {}, text(entry.summary)),
    enclosure ? element('enclosure', enclosure) : undefined,
  );
}

/** @param self path of the feed */
export function writeJsonFeed({ title, description, entries }: Feed, place: Place, self: string): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: place.home,
    feed_url: place.besideGraph(self),
    ...(description !== '' && { description }),
    items: entries.map((entry) => ({
      id: entry.id,
      url: place.addressOf(entry),
      title: entry.title,
      content_text: entry.summary,
      image: entry.image && place.fileAt(entry.image.url),
      date_published: entry.published,
      date_modified: entry.modified,
      ...(entry.author !== undefined && { authors: [{ name: entry.author }] }),
      ...(entry.topics.length > 0 && { tags: entry.topics }),
    })),
  };
  return `${JSON.stringify(feed)}\n`;
}

function latestOf(entries: readonly FeedEntry[]): string | undefined {
  const times = entries.flatMap(({ modified, published }) => modified ?? published ?? []);
  return times.sort().at(-1);
}

/** As RFC 822 has it, with a year of four digits. */
function mailDate(moment: string | undefined): string | undefined {
  const date = new Date(moment ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toUTCString();
}
