/**
 * What an address names that is no document: a date, a post format, words to search for, or nothing that a site shows as a page.
 */
import { type ArchiveDate, readArchiveDate } from './archive-dates.ts';
import type { RestRoot } from './http/rest-root.ts';
import type { SiteAddress } from './site-address.ts';

/** What WordPress keeps for itself, wherever in a site it is installed. */
const ownNames = new Set(['wp-admin', 'wp-content', 'wp-includes', 'wp-json', 'xmlrpc.php', 'wp-login.php']);
/** Scripts of WordPress' own. */
const ownScript = /^wp-[\w-]+\.php$/;
/** Endings of files that servers give out themselves. A page may end in `.html`, or in what is no word. */
const file =
  /\.(?:avif|bmp|css|csv|docx?|eot|gif|gz|ico|jpe?g|js|json|map|mjs|mov|mp[34]|ogg|otf|pdf|png|pptx?|rss|svg|tgz|ttf|txt|wav|webm|webmanifest|webp|woff2?|xlsx?|xml|xsl|zip)$/;
/** What follows an address of something, and shows it to programs. */
const forPrograms = new Set(['feed', 'embed', 'trackback']);
const feedForms = new Set(['rss', 'rss2', 'rdf', 'atom']);

/** Whether it is none of a page: that of a file, of a feed, of the REST API, or of what editors and programs use. */
export function isNoPage(address: SiteAddress, root: Pick<RestRoot, 'place'>): boolean {
  const { parts } = address;
  const last = parts.at(-1) ?? '';
  const isFeed = forPrograms.has(last) || (feedForms.has(last) && parts.at(-2) === 'feed');
  return (
    isFeed ||
    file.test(last) ||
    parts.some((part) => ownNames.has(part) || ownScript.test(part)) ||
    ['feed', 'rest_route', 'embed'].some((name) => address.parameter(name) !== null) ||
    root.place(address.href) !== null
  );
}

/** The words that it searches for: WordPress takes them from the query on any page, and from `/search/words/`. */
export function searchedIn(address: SiteAddress): string | null {
  const given = address.parameter('s');
  if (given !== null) return address.hasNoPath ? given : null;
  const [base, ...words] = address.parts;
  if (base !== 'search' || words.length === 0) return null;
  return words.join('/').replaceAll('+', ' ');
}

/** WordPress' own: no site has others, and none translates them. */
const postFormats = new Set(['aside', 'audio', 'chat', 'gallery', 'image', 'link', 'quote', 'status', 'video']);

/** The post format of whose posts it would be the list. */
export function postFormatIn(address: SiteAddress): string | null {
  const { parts } = address;
  const slug = address.hasNoPath ? address.parameter('post_format') : parts.length > 1 ? parts.at(-1) : null;
  const name = slug?.toLowerCase().replace(/^post-format-/, '') ?? '';
  return postFormats.has(name) ? name : null;
}

/** The day, month or year of which it would be the archive: all that stands at the end of its path, or in its parameters. */
export function dateIn(address: SiteAddress): ArchiveDate | null {
  if (!address.hasNoPath) {
    const numbers = /(?:^|\/)(\d{4}(?:\/\d{1,2}){0,2})$/.exec(address.parts.join('/'))?.[1];
    return numbers === undefined ? null : dateOf(numbers.split('/'));
  }
  const [, ...compact] = /^(\d{4})(\d\d)?(\d\d)?$/.exec(address.parameter('m') ?? '') ?? [];
  const parts = ['year', 'monthnum', 'day'].map((name) => address.parameter(name));
  const given = compact.length > 0 ? compact : parts;
  const said = given.filter((part) => part !== null && part !== undefined);
  // A month of no year, or a day of no month, is no archive of a time.
  return said.length > 0 && said.every((part, at) => part === given[at]) ? dateOf(said) : null;
}

function dateOf(parts: readonly string[]): ArchiveDate | null {
  return readArchiveDate(parts.map((part, at) => part.padStart(at === 0 ? 4 : 2, '0')).join('-'));
}
