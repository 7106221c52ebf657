/**
 * Which collections the site has, and what kind of documents each holds.
 * Knows how WordPress describes types and taxonomies; a type or taxonomy of which nothing was recorded has no collection here.
 */

/** What decides how a collection answers, whatever is in it. */
export type Family = 'content' | 'media' | 'term' | 'user' | 'comment';

export interface Collection {
  /** The end of its route (`rest_base`): documents have their terms under the name of a collection of terms. */
  readonly name: string;
  readonly family: Family;
  /** A post type, a taxonomy, `user` or `comment`. */
  readonly type: string;
  readonly hierarchical: boolean;
  /** Whether its documents have pages on the front end, and are searched. */
  readonly isViewable: boolean;
  /** Names of the collections of terms that sort its documents. */
  readonly sorters: readonly string[];
}

/** What is a part of other pages, and has none of its own. */
const unseen = new Set(['nav_menu', 'nav_menu_item', 'wp_navigation']);

/** As `/wp/v2/types` and `/wp/v2/taxonomies` have it. */
interface Described {
  readonly slug: string;
  readonly rest_base: string;
  readonly hierarchical: boolean;
  /** Of a taxonomy: what it sorts. */
  readonly types?: readonly string[];
}

export type Descriptions = Readonly<Record<string, Described>>;

/** @param has whether anything of a name was recorded */
export function collectionsOf(
  types: Descriptions,
  taxonomies: Descriptions,
  has: (name: string) => boolean,
): ReadonlyMap<string, Collection> {
  const sorters = Object.values(taxonomies).filter(({ rest_base }) => has(rest_base));
  const contents = Object.values(types).map(
    ({ slug, rest_base, hierarchical }): Collection => ({
      name: rest_base,
      family: slug === 'attachment' ? 'media' : 'content',
      type: slug,
      hierarchical,
      isViewable: !unseen.has(slug),
      sorters: sorters.filter((taxonomy) => taxonomy.types?.includes(slug)).map((taxonomy) => taxonomy.rest_base),
    }),
  );
  const terms = sorters.map(
    ({ slug, rest_base, hierarchical }): Collection => ({
      name: rest_base,
      family: 'term',
      type: slug,
      hierarchical,
      isViewable: !unseen.has(slug),
      sorters: [],
    }),
  );
  const others = (['user', 'comment'] as const).map(
    (family): Collection => ({
      name: `${family}s`,
      family,
      type: family,
      hierarchical: false,
      isViewable: true,
      sorters: [],
    }),
  );
  const all = [...contents, ...terms, ...others].filter(({ name }) => has(name));
  return new Map(all.map((collection) => [collection.name, collection]));
}

/** Posts, pages and what else has a body and a place of its own; media are content as well. */
export function isContent({ family }: Pick<Collection, 'family'>): boolean {
  return family === 'content' || family === 'media';
}
