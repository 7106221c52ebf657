/**
 * A source as one operation sees it: what the operation has learned already is not looked up again, and what it looks up
 * it remembers.
 */
import { andThen } from '../../maybe-promise.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import type { Properties } from '../../wordpress/properties.ts';
import { type Audience, Joint } from '../operation/audience.ts';
import type { Operation } from '../operation/operation.ts';
import type { PageNeeds } from '../pages/page.ts';
import type { DocumentList } from './document-list.ts';
import type { Embeds } from './embedding.ts';
import type { Source } from './source.ts';

export interface Upstream {
  /** Rows that WordPress gives at a time: with more than these, what is equal in an order may come twice, or not at all. */
  largestPage(route: string): number;
  /**
   * Reads one page of a collection. A page past the end is empty.
   * @param asked what to ask for where it is not known, beyond the properties that are wanted
   * @param embeds where the documents lead, if these are few
   */
  rows(route: string, query: Query, properties: Properties, asked?: Properties, embeds?: Embeds): Promise<DocumentList>;
}

/** For one operation. Equal lists are asked for once. */
export function upstreamOf(source: Source, operation: Operation): Upstream {
  return {
    largestPage: (route) => source.limits.largestPage(route),
    rows(route, query, properties, asked, embeds) {
      const collection = source.collectionOf(route, query);
      const key = JSON.stringify([query, properties.print()]);
      const known = operation.memory.list(collection, key);
      if (known) return known;
      const rows = source.rows(operation, { route, query, properties, asked, embeds });
      const list = Promise.resolve(
        andThen(rows, (answer) => {
          operation.learnList(collection, answer);
          return answer;
        }),
      );
      operation.memory.learnList(collection, key, list);
      return list;
    },
  };
}

/** As an upstream that asks for what a page may ask for beyond its needs, wherever it asks for its documents. */
export function askingFor({ documents, asked }: PageNeeds, upstream: Upstream): Upstream {
  if (!documents || !asked || documents.covers(asked)) return upstream;
  return {
    ...upstream,
    rows: (route, query, properties) =>
      upstream.rows(route, query, properties, properties.covers(documents) ? asked : undefined),
  };
}

/** What a batch asks on behalf of all its operations. */
export interface SharedUpstream extends Upstream {
  /** Those that wait for it. */
  readonly audience: Audience;
  /** The error that took an operation out of this batch (budget spent, client gone), if any. */
  failureOf(operation: Operation): Error | undefined;
}

/**
 * What a batch answers each of its operations. Where all of them were taken out, each is told of its own error: the
 * failure of the batch is that of one of them.
 */
export async function answersOf<Need extends { readonly operation: Operation }, Answer>(
  upstream: SharedUpstream,
  needs: readonly Need[],
  lookUp: () => Promise<(need: Need) => Answer>,
): Promise<(Answer | Error)[]> {
  try {
    const answerTo = await lookUp();
    return needs.map((need) => upstream.failureOf(need.operation) ?? answerTo(need));
  } catch (error) {
    return needs.map(({ operation }) => upstream.failureOf(operation) ?? (error as Error));
  }
}

/** For the operations of a batch; each of them remembers its own part of the answer. */
export function upstreamFor(source: Source, needs: readonly { readonly operation: Operation }[]): SharedUpstream {
  const audience = new Joint(needs.map(({ operation }) => operation));
  const [only, ...others] = audience.members;
  if (only && others.length === 0) return { ...upstreamOf(source, only), audience: only, failureOf: () => undefined };
  return {
    audience,
    largestPage: (route) => source.limits.largestPage(route),
    rows: async (route, query, properties, asked, embeds) =>
      source.rows(audience, { route, query, properties, asked, embeds }),
    failureOf: (operation) => audience.failureOf(operation),
  };
}
