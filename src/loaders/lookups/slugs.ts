/**
 * Documents of one collection by slug: one `slug=` request for all that are wanted in the same tick, if one page holds them.
 * Knows that slugs are stored percent-encoded where they are not Latin, and that a page's slug is unique below its parent only.
 */
import { PressgraphError } from '../../errors.ts';
import { allOf } from '../../maybe-promise.ts';
import type { Found } from '../../store/document-cache.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import { isRefusedArgument } from '../../wordpress/http/failure.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { Properties } from '../../wordpress/properties.ts';
import { largestPage } from '../../wordpress/resources.ts';
import { readMember, readSlug, slugArgument } from '../../wordpress/values.ts';
import type { Loaded, LoadedDocument } from '../loaded.ts';
import type { Operation } from '../operation/operation.ts';
import { GatheredPages } from '../pages/gathered-pages.ts';
import { type DocumentList, isLastPage, isWhole } from '../source/document-list.ts';
import type { Embeds } from '../source/embedding.ts';
import { halvesOf } from '../source/narrowing.ts';
import { answersOf, type SharedUpstream, type Upstream, upstreamFor } from '../source/operation-source.ts';
import type { Source } from '../source/source.ts';
import { createBatches } from './batches.ts';

export interface Slugs {
  /**
   * Every document with this slug, encoded or decoded; none when there is none for this viewer.
   * @param embeds where they are going to lead, if that may come along
   */
  load(
    operation: Operation,
    slug: string,
    properties: Properties,
    embeds?: Embeds,
  ): Promise<readonly Loaded<SluggedDocument>[]>;
}

export type SluggedDocument = RestDocument & { readonly slug?: unknown };

interface SlugNeed {
  readonly operation: Operation;
  readonly slug: string;
  readonly properties: Properties;
  readonly embeds: Embeds | undefined;
}

/** Characters of `post_name`, of a term's `slug`, and at most of an author's, percent-encoded as they are stored. */
const longestSlug = 200;
/** Characters of slugs in one address, well below what web servers take. */
const longestTogether = 4_000;

const noDocuments: DocumentList = { documents: [], total: 0, totalPages: 0 };

/** WordPress lets these share a slug with each other and with what is published: it is theirs only when they are. */
const unpublished = new Set<unknown>(['draft', 'pending', 'auto-draft']);

export function createSlugs(source: Source, route: string): Slugs {
  /** Whether to ask for more than what is published: it takes the right to edit, and not all who have credentials have it. */
  let asksForAny = source.authenticated && source.kindOf(route) === 'content';
  const batches = createBatches<SlugNeed, DocumentList>(loadMany, { maxBatchSize: largestPage });

  async function loadMany(needs: readonly SlugNeed[]): Promise<(DocumentList | Error)[]> {
    const upstream = upstreamFor(source, needs);
    const properties = Properties.unionOf(needs.map((need) => need.properties));
    const slugs = [...new Set(needs.map(({ slug }) => slug))];
    return answersOf(upstream, needs, async () => {
      const embeds = needs.find((need) => need.embeds)?.embeds;
      const rowsOf = await askTogether(upstream, slugs, properties, embeds);
      return ({ slug }) => rowsOf.get(slug) ?? noDocuments;
    });
  }

  /** A page of what has one of these slugs, of any status that the viewer may see. */
  async function askPage(
    upstream: Upstream,
    query: Query,
    properties: Properties,
    embeds?: Embeds,
  ): Promise<DocumentList> {
    if (asksForAny) {
      try {
        return withTheirSlugs(await upstream.rows(route, { ...query, status: 'any' }, properties));
      } catch (error) {
        if (!isRefusedArgument(error)) throw error;
        asksForAny = false;
      }
    }
    return withTheirSlugs(await upstream.rows(route, query, properties, undefined, embeds));
  }

  /** @throws PressgraphError where none of them says its slug: which is which, nobody can tell then */
  function withTheirSlugs(rows: DocumentList): DocumentList {
    const { documents } = rows;
    if (documents.length === 0 || documents.some((loaded) => slugOf(loaded) !== null)) return rows;
    const message = `WordPress answered ${route} with documents without their slugs, so none can be found by its slug.`;
    throw new PressgraphError('UPSTREAM_BAD_RESPONSE', message, { route });
  }

  /** One request for all slugs that fit into an address, and for parts of them where WordPress fails at them together. */
  async function askTogether(
    upstream: SharedUpstream,
    slugs: readonly string[],
    properties: Properties,
    embeds?: Embeds,
  ): Promise<Map<string, DocumentList | Error>> {
    const parts = await source.narrowing.ask(upstream.audience, route, slugs, (some) =>
      askInOne(upstream, some, properties, embeds),
    );
    return new Map(
      parts.flatMap(({ items, answer }) =>
        items.map((slug) => [slug, answer instanceof Error ? answer : (answer.get(slug) ?? noDocuments)] as const),
      ),
    );
  }

  /**
   * Many languages may share a slug: where one page does not hold all, what is missing from it may exist, so each half of the
   * slugs is asked for on its own, and nothing of that page is kept.
   */
  async function askInOne(
    upstream: SharedUpstream,
    slugs: readonly string[],
    properties: Properties,
    embeds?: Embeds,
  ): Promise<Map<string, DocumentList | Error>> {
    const [only] = slugs;
    if (only !== undefined && slugs.length === 1)
      return new Map([[only, await askForOne(upstream, only, properties, embeds)]]);
    const inHalves = async () => {
      const parts = await allOf(halvesOf(slugs), (half) => askTogether(upstream, half, properties));
      return new Map(parts.flatMap((part) => [...part]));
    };
    if (slugs.reduce((sum, slug) => sum + encodedLength(slug), 0) > longestTogether) return inHalves();
    const asOf = source.cache?.asOf;
    const query = { slug: slugs.map(slugArgument), per_page: largestPage };
    const rows = await askPage(upstream, query, properties);
    const next = () => askPage(upstream, { ...query, page: 2 }, properties);
    if (!(await isWhole(rows, largestPage, next))) return inHalves();
    const rowsOf = new Map(slugs.map((slug) => [slug, withSlug(rows, slug)]));
    // Where WordPress counts more than it shows, one that is not shown may be there.
    const isShort = rows.total !== undefined && rows.total > (rows.given ?? rows.documents.length);
    const lacking = isShort ? slugs.filter((slug) => rowsOf.get(slug)?.documents.length === 0) : [];
    await allOf(lacking, async (slug) => rowsOf.set(slug, await askForOne(upstream, slug, properties)));
    if (asOf) for (const [slug, own] of rowsOf) source.keepList(route, slugQuery(slug), own, asOf);
    return rowsOf;
  }

  /** Every document with one slug, a page after the other, as long as there are any on them. */
  async function askForOne(
    upstream: Upstream,
    slug: string,
    properties: Properties,
    embeds?: Embeds,
  ): Promise<DocumentList> {
    const gathered = new GatheredPages<LoadedDocument>(({ document }) => document.id);
    let neighbours: DocumentList['neighbours'];
    for (let page = 1; ; page++) {
      const query = { ...slugQuery(slug), ...(page > 1 && { page }) };
      const rows = await askPage(upstream, query, properties, page === 1 ? embeds : undefined);
      neighbours ??= rows.neighbours;
      gathered.add(withSlug(rows, slug).documents);
      if (isLastPage(rows, page, largestPage) || gathered.isExhausted)
        return { ...withSlug({ documents: gathered.rows }, slug), neighbours };
    }
  }

  /** What is known of a slug, if it is all: of more than a page, each page is kept by itself. */
  function knownList(slug: string, properties: Properties): Found<DocumentList> | undefined {
    const found = source.known(route, slugQuery(slug), properties);
    return found && isLastPage(found.value, 1, largestPage) ? found : undefined;
  }

  return {
    async load(operation, slug, properties, embeds) {
      const wanted = readSlug(slug);
      // No column of WordPress' holds a longer one: what cannot be there is not asked for, least of all with others' slugs.
      if (!wanted || encodedLength(wanted) > longestSlug) return [];
      const withOwn = properties.with('id', 'slug');
      const rows = await source.readThrough.answer(
        operation,
        route,
        knownList(wanted, withOwn),
        () => `${route} ${wanted} ${withOwn.print()}`,
        (asking) => batches.load({ operation: asking as Operation, slug: wanted, properties: withOwn, embeds }),
      );
      const own = withSlug(withTheirSlugs(rows), wanted);
      operation.learnList(route, { ...own, neighbours: rows.neighbours });
      if (own.documents.length === 0) operation.uses('missing', rows.at ?? Date.now());
      return own.documents as readonly Loaded<SluggedDocument>[];
    },
  };
}

function slugQuery(slug: string) {
  return { slug: [slugArgument(slug)], per_page: largestPage };
}

/** Those of a list that have a slug: as old as it is. */
function withSlug({ documents: all, at }: Pick<DocumentList, 'documents' | 'at'>, slug: string): DocumentList {
  const named = all.filter((loaded) => slugOf(loaded) === slug);
  const published = named.filter(({ document }) => !unpublished.has(readMember(document, 'status')));
  const documents = published.length > 0 ? published : named;
  return { documents, total: documents.length, totalPages: 1, ...(at !== undefined && { at }) };
}

function slugOf({ document }: Loaded): string | null {
  return readSlug((document as SluggedDocument).slug);
}

/** Percent-encoded, as an address has it. */
function encodedLength(slug: string): number {
  return new URLSearchParams([['', slug]]).toString().length - 1;
}
