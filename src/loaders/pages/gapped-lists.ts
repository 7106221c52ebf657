/**
 * Lists of which WordPress cannot render all: one broken document would take nine others along, so the rows around it are asked
 * for without it.
 * Knows that a row is told by its place where its id is not: `offset` counts the rows that fail as any other, and so do pages.
 */
import { allOf } from '../../maybe-promise.ts';
import { mayBeOfOne } from '../../wordpress/http/failure.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import type { Operation } from '../operation/operation.ts';
import { type DocumentList, type Slot, slotsOf } from '../source/document-list.ts';
import { sizeOf } from '../source/fetch-page.ts';
import type { Narrowing, Part } from '../source/narrowing.ts';
import type { Upstream } from '../source/operation-source.ts';

export class GappedLists implements Upstream {
  readonly largestPage: Upstream['largestPage'];
  readonly #upstream: Upstream;
  readonly #narrowing: Narrowing;
  readonly #operation: Operation;
  readonly #pagedOnly: boolean;
  /** Why the first row that was left out could not be had. */
  lost: Error | undefined;

  /** @param pagedOnly whether WordPress ignores `offset` */
  constructor(upstream: Upstream, narrowing: Narrowing, operation: Operation, pagedOnly = false) {
    this.largestPage = upstream.largestPage;
    this.#upstream = upstream;
    this.#narrowing = narrowing;
    this.#operation = operation;
    this.#pagedOnly = pagedOnly;
  }

  async rows(...[route, query, properties, asked, embeds]: Parameters<Upstream['rows']>): Promise<DocumentList> {
    const began = performance.now();
    try {
      return await this.#upstream.rows(route, query, properties, asked, embeds);
    } catch (failure) {
      if (!mayBeOfOne(failure)) throw failure;
      const { page, offset, ...others } = query;
      const size = sizeOf(query);
      const start = typeof offset === 'number' ? offset : (Number(page ?? 1) - 1) * size;
      const whole = { items: Array.from({ length: size }, (_, place) => start + place), answer: failure as Error };
      const took = performance.now() - began;
      const parts = await this.#narrowing.divide(this.#operation, route, { whole, took }, async (places) => {
        const lists = await allOf(this.#pagings(places), (paging) =>
          this.#upstream.rows(route, { ...others, ...paging }, properties, asked),
        );
        return together(lists.map((answer) => ({ items: places, answer })));
      });
      const failed = parts.flatMap(({ answer }) => (answer instanceof Error ? [answer] : []));
      if (failed.length === parts.length) throw failed[0];
      this.lost ??= failed[0];
      return together(parts.sort(({ items: [one = 0] }, { items: [other = 0] }) => one - other));
    }
  }

  /** How rows that follow one another are asked for: at once, or by as few whole pages as hold them and nothing else. */
  #pagings({ 0: first = 0, length }: readonly number[]): Query[] {
    if (!this.#pagedOnly) return [{ per_page: length, ...(first > 0 && { offset: first }) }];
    const pages: Query[] = [];
    for (let at = first; at < first + length; ) {
      let size = first + length - at;
      while (at % size !== 0) size--;
      pages.push({ per_page: size, ...(at > 0 && { page: at / size + 1 }) });
      at += size;
    }
    return pages;
  }
}

/** Lists that follow one another as one. Each document stands in one place, though equal ones may have moved between two requests. */
function together(parts: readonly Part<number, DocumentList>[]): DocumentList {
  const lists = parts.flatMap(({ answer }) => (answer instanceof Error ? [] : [answer]));
  const failed = parts.flatMap(({ items, answer }) => (answer instanceof Error ? items : []));
  const seen = new Set<number>();
  const slots = parts
    .flatMap(({ items, answer }): readonly Slot[] =>
      answer instanceof Error ? items.map(() => null) : slotsOf(answer),
    )
    .map((slot) => {
      if (!slot || seen.has(slot.document.id)) return null;
      seen.add(slot.document.id);
      return slot;
    });
  const given = lists.reduce((sum, list) => sum + (list.given ?? list.documents.length), 0);
  const totals = lists.flatMap(({ total }) => total ?? []);
  return {
    documents: slots.filter((slot) => slot !== null),
    slots,
    total: totals.length > 0 ? Math.max(...totals) : undefined,
    totalPages: undefined,
    given: given + failed.length,
    at: Math.min(...lists.map(({ at = Date.now() }) => at)),
  };
}
