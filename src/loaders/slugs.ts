/**
 * Documents of one collection by slug: one `slug=` request for all that are wanted in the same tick.
 * Knows that slugs are stored percent-encoded where they are not Latin, and that a page's slug is unique below its parent only.
 */
import type { RestDocument } from '../wordpress/documents.ts';
import { type Properties, union } from '../wordpress/properties.ts';
import { largestPage } from '../wordpress/resources.ts';
import { readText } from '../wordpress/values.ts';
import { createBatches } from './batches.ts';
import type { Operation } from './operation.ts';
import type { Rows } from './rows.ts';
import type { Source } from './source.ts';
import { upstreamFor } from './upstream.ts';

export interface Slugs {
  /** Every document with this slug, encoded or decoded; none when there is none for this viewer. */
  load(operation: Operation, slug: string, properties: Properties): Promise<readonly SluggedDocument[]>;
}

export type SluggedDocument = RestDocument & { readonly slug?: unknown };

interface Need {
  readonly operation: Operation;
  readonly slug: string;
  readonly properties: Properties;
}

const noRows: Rows = { documents: [], known: [], total: 0, totalPages: 0 };

export function createSlugs(source: Source, route: string): Slugs {
  const batches = createBatches<Need, Rows>(loadMany, { maxBatchSize: largestPage });

  async function loadMany(needs: readonly Need[]): Promise<(Rows | Error)[]> {
    const upstream = upstreamFor(source, needs);
    const properties = needs.map((need) => need.properties).reduce(union);
    const slugs = [...new Set(needs.map(({ slug }) => slug))];
    const ticket = source.cache?.ticket(route);
    const query = { slug: slugs, per_page: largestPage };
    const { known } = await upstream.rows(route, query, properties);
    const rowsOf = new Map(slugs.map((slug) => [slug, withSlug(known, slug)]));
    if (ticket && slugs.length > 1) {
      for (const [slug, rows] of rowsOf) source.keepRows(route, slugQuery(slug), rows, ticket);
    }
    return needs.map(({ operation, slug }) => upstream.failureOf(operation) ?? rowsOf.get(slug) ?? noRows);
  }

  return {
    async load(operation, slug, properties) {
      const wanted = decodedSlug(slug);
      if (!wanted) return [];
      const withOwn = union(properties, new Set(['id', 'slug']));
      const rows = await source.readThrough.answer(
        operation,
        source.known(route, slugQuery(wanted), withOwn),
        () => `${route} ${wanted}`,
        (who) => batches.load({ operation: who as Operation, slug: wanted, properties: withOwn }),
      );
      const own = withSlug(rows.known, wanted);
      operation.learnRows(route, own);
      if (own.documents.length === 0) operation.uses('missing', Date.now());
      return own.documents;
    },
  };
}

function slugQuery(slug: string) {
  return { slug: [slug], per_page: largestPage };
}

function withSlug(known: Rows['known'], slug: string): Rows {
  const own = known.filter(({ document }) => decodedSlug((document as SluggedDocument | null)?.slug) === slug);
  const documents = own.flatMap(({ document }) => document ?? []);
  return { documents, known: own, total: own.length, totalPages: 1 };
}

/** A slug as people write it; what is not valid percent-encoding stays as it is. `null` for what is no slug. */
export function decodedSlug(slug: unknown): string | null {
  const encoded = readText(slug);
  if (encoded === null) return null;
  try {
    return decodeURIComponent(encoded).toLowerCase();
  } catch {
    return encoded.toLowerCase();
  }
}
