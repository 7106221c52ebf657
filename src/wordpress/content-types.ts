/**
 * What a site says of its post types and taxonomies.
 */

/** What types and taxonomies have in common. */
export interface DescribedType {
  readonly name: string;
  /** Name to display, e.g. `Posts`. */
  readonly label: string;
  readonly description: string;
  readonly hierarchical: boolean;
  readonly restBase: string;
  readonly restNamespace: string;
}

/** A post type that the REST API shows. */
export interface ContentTypeInfo extends DescribedType {
  /** `true`, or the path segment of the archive. */
  readonly hasArchive: boolean | string;
  readonly taxonomies: readonly string[];
  readonly icon: string | null;
}

export interface TaxonomyInfo extends DescribedType {
  readonly types: readonly string[];
}

/** The route of a type or taxonomy: built from namespace and base, since neither need be the slug. */
export function routeOf(info: Pick<DescribedType, 'restNamespace' | 'restBase'>): string {
  return `/${info.restNamespace}/${info.restBase}`;
}
