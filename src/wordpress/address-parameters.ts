/**
 * Parameters by which the front page shows something else than itself: all addresses of a site without paths, and some of every
 * site. Source: `WP::$public_query_vars`, and `WP_Query::parse_query`.
 */
import { lastPart } from './address-path.ts';
import type { Resource } from './resources.ts';
import type { Site } from './site.ts';
import { contentParameters, type SiteAddress } from './site-address.ts';
import { readId } from './values.ts';

/** The type of what may stand at the front page itself, and of what it shows where nothing does. */
export const [frontPageType, postsType] = ['page', 'post'];

/** By which parameter the front page shows one document, by its id. */
const idParameters: ReadonlyMap<string, string> = new Map([
  [postsType, 'p'],
  [frontPageType, 'page_id'],
  ['attachment', 'attachment_id'],
  ['user', 'author'],
  ['category', 'cat'],
]);

/** By which parameter it shows one by its slug: other taxonomies and types are parameters themselves. */
const slugParameters: ReadonlyMap<string, string> = new Map([['post_tag', 'tag']]);

/** Parameters by which the front page shows something else, besides those. */
const queries = [
  'category_name',
  'author_name',
  'name',
  'pagename',
  'taxonomy',
  'term',
  'post_type',
  'post_format',
  's',
];
const moments = ['m', 'year', 'monthnum', 'day', 'w', 'feed'];

/** Names of all parameters that say what is shown. */
function tellingParameters({ taxonomies, contentTypes }: Pick<Site, 'contentTypes' | 'taxonomies'>): string[] {
  const types = [...taxonomies, ...contentTypes].map(({ name }) => name);
  return [...idParameters.values(), ...slugParameters.values(), ...queries, ...moments, ...types];
}

/** What of an address WordPress goes by, besides its path. */
export function tellingQuery(
  { parameters }: Pick<SiteAddress, 'parameters'>,
  site: Pick<Site, 'contentTypes' | 'taxonomies'>,
): string {
  const telling = new Set(tellingParameters(site));
  return new URLSearchParams(parameters.filter(([name]) => telling.has(name)).map(([...pair]) => pair)).toString();
}

/** Whether an address is the front page and nothing else that the front page can show. */
export function isFrontPage(address: SiteAddress, site: Pick<Site, 'contentTypes' | 'taxonomies'>): boolean {
  return address.hasNoPath && !tellingParameters(site).some((name) => address.parameter(name) !== null);
}

/** Parameters of one address that may be names of taxonomies or types, under which they have slugs. */
const mostSlugs = 5;

/** Documents that an address may be that of. */
export interface Candidates {
  readonly slugs: readonly string[];
  readonly ids: readonly number[];
  /** Whether the address says so, and no link has to agree. */
  readonly isCertain: boolean;
}

const nobody: Candidates = { slugs: [], ids: [], isCertain: true };

/** What of a resource's documents the front page shows by the parameters of an address. */
export function namedByParameters(address: SiteAddress, { type, family }: Resource): Candidates {
  if (family === 'content' || family === 'media') {
    const shown = address.parameter('post_type');
    const isOther = shown === null ? !idParameters.has(type) : shown !== type;
    const id = isOther ? null : readId(address.parameter(idParameters.get(type) ?? 'p'));
    if (id !== null) return { slugs: [], ids: [id], isCertain: true };
  }
  if (contentParameters.some((name) => address.parameter(name) !== null)) return nobody;
  const idParameter = idParameters.get(type);
  if (idParameter !== undefined) {
    const id = readId(address.parameter(idParameter));
    return id === null ? nobody : { slugs: [], ids: [id], isCertain: true };
  }
  if ([...idParameters.values()].some((name) => address.parameter(name) !== null)) return nobody;
  const slug =
    address.parameter(slugParameters.get(type) ?? type) ??
    (address.parameter('taxonomy') === type ? address.parameter('term') : null);
  if (slug !== null) return { slugs: [lastPart(slug)], ids: [], isCertain: !slug.includes('/') };
  // A site may call the parameter otherwise than the type: then the link says so.
  const values = address.parameters.map(([, value]) => lastPart(value));
  return { slugs: [...new Set(values)].slice(0, mostSlugs), ids: [], isCertain: false };
}
