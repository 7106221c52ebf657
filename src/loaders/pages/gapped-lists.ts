/**
 * Lists of which WordPress cannot render all: one broken document would take nine others along, so the rows around it are asked
 * for without it.
 * Knows that a row is told by its place where its id is not: `offset` counts the rows that fail as any other.
 */
import { mayBeOfOne } from '../../wordpress/http/failure.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import type { Operation } from '../operation/operation.ts';
import type { DocumentList } from '../source/document-list.ts';
import { sizeOf } from '../source/fetch-page.ts';
import type { Narrowing } from '../source/narrowing.ts';
import type { Upstream } from '../source/operation-source.ts';

export class GappedLists implements Upstream {
  readonly largestPage: Upstream['largestPage'];
  readonly #upstream: Upstream;
  readonly #narrowing: Narrowing;
  readonly #operation: Operation;
  /** Why the first row that was left out could not be had. */
  lost: Error | undefined;

  constructor(upstream: Upstream, narrowing: Narrowing, operation: Operation) {
    this.largestPage = upstream.largestPage;
    this.#upstream = upstream;
    this.#narrowing = narrowing;
    this.#operation = operation;
  }

  async rows(...[route, query, properties, asked, embeds]: Parameters<Upstream['rows']>): Promise<DocumentList> {
    const began = performance.now();
    try {
      return await this.#upstream.rows(route, query, properties, asked, embeds);
    } catch (failure) {
      if (!mayBeOfOne(failure)) throw failure;
      const places = Array.from({ length: sizeOf(query) }, (_, place) => place);
      const whole = { items: places, answer: failure as Error };
      const took = performance.now() - began;
      const parts = await this.#narrowing.divide(this.#operation, route, { whole, took }, (some) =>
        this.#upstream.rows(route, partOf(query, some), properties, asked),
      );
      return this.#together(parts.sort(({ items: [one = 0] }, { items: [other = 0] }) => one - other));
    }
  }

  #together(
    parts: readonly { readonly items: readonly number[]; readonly answer: DocumentList | Error }[],
  ): DocumentList {
    const lists = parts.flatMap(({ answer }) => (answer instanceof Error ? [] : [answer]));
    const failed = parts.flatMap(({ items, answer }) => (answer instanceof Error ? [{ items, answer }] : []));
    const [first] = failed;
    if (first && lists.length === 0) throw first.answer;
    this.lost ??= first?.answer;
    const documents = lists.flatMap((list) => list.documents);
    const given = lists.reduce((sum, list) => sum + (list.given ?? list.documents.length), 0);
    const totals = lists.flatMap(({ total }) => total ?? []);
    return {
      documents,
      total: totals.length > 0 ? Math.max(...totals) : undefined,
      totalPages: undefined,
      given: given + failed.reduce((sum, { items }) => sum + items.length, 0),
      at: Math.min(...lists.map(({ at = Date.now() }) => at)),
    };
  }
}

/** The same list from one of its rows to another. */
function partOf(query: Query, places: readonly number[]): Query {
  const { page, offset, ...others } = query;
  const start = typeof offset === 'number' ? offset : (Number(page ?? 1) - 1) * sizeOf(query);
  const [first = 0] = places;
  return { ...others, per_page: places.length, ...(start + first > 0 && { offset: start + first }) };
}
