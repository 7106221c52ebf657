/**
 * What is asked of a site at a start, as plain data: everything else about it follows from that.
 * Knows what is asked and when: what the site says of itself, and then of each collection; see `collections.ts`.
 */
import { PressgraphError } from '../../errors.ts';
import { resultsOf } from '../../maybe-promise.ts';
import { mayHaveYoast, tellingOfHeads } from '../head-plugins.ts';
import type { RestGet } from '../http/client.ts';
import { type ReadMap, readMap } from '../values.ts';
import { askCollections, type CollectionFacts } from './collections.ts';
import { readListedTypes } from './listed-types.ts';

/** Where a site describes its types and taxonomies. */
export const routes = { types: '/wp/v2/types', taxonomies: '/wp/v2/taxonomies' } as const;
/** What the index says of the site to people who visit it, besides its name, its address and its time zone. */
const shown = [
  'description',
  'gmt_offset',
  'show_on_front',
  'page_on_front',
  'page_for_posts',
  'site_icon',
  'site_icon_url',
  'site_logo',
];
const indexFields = ['name', 'home', 'url', 'timezone_string', ...shown, ...tellingOfHeads].join();

export interface SiteFacts {
  readonly index: ReadMap;
  readonly types: ReadMap;
  readonly taxonomies: ReadMap;
  /** By route. */
  readonly collections: Readonly<Record<string, CollectionFacts>>;
  /** Absent where nobody may read them. */
  readonly blockTypes?: unknown;
}

/** What a site says of itself, before its collections are asked. */
export type SiteListing = Omit<SiteFacts, 'collections' | 'blockTypes'>;

/** `undefined` where the site refuses to say. */
export type AskBlockTypes = (get: RestGet) => Promise<unknown>;

/** @throws PressgraphError when the site cannot answer, or lets the gateway read nothing at all */
export async function askSite(get: RestGet, askBlockTypes?: AskBlockTypes): Promise<SiteFacts> {
  const { refusal, ...listing } = await askListing(get);
  const { resources } = readListedTypes(listing.types, listing.taxonomies);
  const [collections, blockTypes] = await resultsOf(
    () => askCollections(get, resources, mayHaveYoast(listing.index)),
    () => askBlockTypes?.(get),
  );
  if (refusal && [...collections.values()].every((facts) => facts.refusal)) throw refusal;
  return {
    ...listing,
    collections: Object.fromEntries(collections),
    ...(blockTypes !== undefined && { blockTypes }),
  };
}

/**
 * What is refused is empty; the first of the refusals comes along.
 * @throws PressgraphError when the site cannot answer
 */
export async function askListing(get: RestGet): Promise<SiteListing & { readonly refusal?: PressgraphError }> {
  const refusals: PressgraphError[] = [];
  const readOrMiss = async (route: string, query = {}) => {
    try {
      return await readObject(get, route, query);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refusals.push(error);
      return {};
    }
  };
  const [index, types, taxonomies] = await resultsOf(
    () => readOrMiss('/', { _fields: indexFields }),
    () => readOrMiss(routes.types),
    () => readOrMiss(routes.taxonomies),
  );
  const [refusal] = refusals;
  return { index, types: essential(types), taxonomies: essential(taxonomies), ...(refusal && { refusal }) };
}

/** What is read of descriptions of types and taxonomies: half of these are links. */
const described = [
  'name',
  'description',
  'hierarchical',
  'has_archive',
  'icon',
  'rest_base',
  'rest_namespace',
  'taxonomies',
  'types',
];

function essential(types: ReadMap): ReadMap {
  const told = Object.entries(types).map(([name, type]) => {
    const members = Object.entries(readMap(type) ?? {}).filter(([member]) => described.includes(member));
    return [name, Object.fromEntries(members)];
  });
  return Object.fromEntries(told);
}

/** This is not for the gateway, or not there; as opposed to a site that cannot answer now. */
function isRefusal(error: unknown): error is PressgraphError {
  if (!(error instanceof PressgraphError) || error.status === undefined) return false;
  return error.status < 500 && error.status !== 408 && error.status !== 429;
}

async function readObject(get: RestGet, route: string, query = {}): Promise<ReadMap> {
  const { body } = await get({ route, query });
  const object = readMap(body);
  if (object) return object;
  const message = `WordPress answered ${route} with something that is not an object.`;
  throw new PressgraphError('UPSTREAM_BAD_RESPONSE', message, { route, status: 200 });
}
