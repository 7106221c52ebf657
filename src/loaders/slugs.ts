/**
 * Documents of one collection by slug: one `slug=` request for all that are wanted in the same tick.
 * Knows that slugs are stored percent-encoded where they are not Latin, and that a page's slug is unique below its parent only.
 */
import DataLoader from 'dataloader';
import type { RestDocument } from '../wordpress/documents.ts';
import { type Properties, union } from '../wordpress/properties.ts';
import { largestPage } from '../wordpress/resources.ts';
import type { Upstream } from './upstream.ts';

export interface Slugs {
  /** Every document with this slug, encoded or decoded; none when there is none for this viewer. */
  load(slug: string, properties: Properties): Promise<readonly SluggedDocument[]>;
}

export type SluggedDocument = RestDocument & { readonly slug?: string };

interface Need {
  readonly slug: string;
  readonly properties: Properties;
}

export function createSlugs(upstream: Upstream, route: string): Slugs {
  const loader = new DataLoader<Need, readonly SluggedDocument[]>(
    async (needs) => {
      const properties = union(needs.map((need) => need.properties).reduce(union), new Set(['id', 'slug']));
      const slugs = [...new Set(needs.map((need) => decodedSlug(need.slug)))].filter((slug) => slug !== '');
      const documents = slugs.length === 0 ? [] : await bySlugs(slugs, properties);
      return needs.map(({ slug }) => documents.filter((document) => decodedSlug(document.slug) === decodedSlug(slug)));
    },
    { cache: false, maxBatchSize: largestPage },
  );

  const bySlugs = async (slugs: readonly string[], properties: Properties): Promise<readonly SluggedDocument[]> =>
    (await upstream.rows(route, { slug: slugs, per_page: largestPage }, properties)).documents;

  return { load: (slug, properties) => loader.load({ slug, properties }) };
}

/** A slug as people write it; what is not valid percent-encoding stays as it is. */
export function decodedSlug(slug: string | undefined): string {
  try {
    return decodeURIComponent(slug ?? '').toLowerCase();
  } catch {
    return (slug ?? '').toLowerCase();
  }
}
