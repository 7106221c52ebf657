/**
 * Pages of what WordPress finds: posts in its order of relevance, then terms, then post formats.
 * Knows that search takes whole pages only, and that a cursor is an index among what is found of one kind.
 */
import { allOf, type MaybePromise } from '../../maybe-promise.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { Properties } from '../../wordpress/properties.ts';
import { type SearchKind, searchRoute } from '../../wordpress/search.ts';
import { readMember, readText } from '../../wordpress/values.ts';
import type { Upstream } from '../source/operation-source.ts';
import { decodeParts, encodeParts, unknownCursor } from './cursor.ts';
import type { PageArguments, PageNeeds } from './page.ts';
import { pagesAround } from './window.ts';

/** What is searched for in one kind of results. */
export interface SearchPart {
  readonly kind: SearchKind;
  /** The words. */
  readonly search: string;
  /** Names of types, or taxonomies; all when left out. */
  readonly subtypes?: readonly string[] | undefined;
}

/** One result in its place. */
export interface FoundEntry {
  readonly kind: SearchKind;
  /** As search gives it: `title`, `url`, and of which type it is. */
  readonly row: Readonly<Record<string, unknown>>;
  readonly cursor: string;
}

export interface FoundPage {
  readonly entries: readonly FoundEntry[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** `undefined` where it was not needed, or the site hides it. */
  readonly total: number | undefined;
}

/** Some of the results of one kind. */
interface Rows {
  readonly rows: readonly unknown[];
  readonly total: number | undefined;
}

const properties = Properties.of('id', 'title', 'url', 'type', 'subtype');

export class SearchPages {
  readonly #upstream: Upstream;
  readonly #formats: () => MaybePromise<readonly unknown[]>;

  /** @param formats all that the site has, as search gives them */
  constructor(upstream: Upstream, formats: () => MaybePromise<readonly unknown[]>) {
    this.#upstream = upstream;
    this.#formats = formats;
  }

  async load(
    parts: readonly SearchPart[],
    { first = 0, after }: Pick<PageArguments, 'first' | 'after'>,
    needs: PageNeeds,
  ): Promise<FoundPage> {
    const begin = after === undefined ? { part: 0, start: 0 } : placeOf(parts, after);
    const entries: FoundEntry[] = [];
    const totals = new Map<SearchPart, number | undefined>();
    let hasNextPage = false;
    for (const [index, part] of parts.entries()) {
      if (index < begin.part || !needs.documents) continue;
      const left = first - entries.length;
      if (left === 0 && (hasNextPage || !needs.hasNextPage)) break;
      const start = index === begin.part ? begin.start : 0;
      const { rows, total } = left === 0 ? await this.#read(part, 0, 1) : await this.#read(part, start, left);
      // Past the end, nothing is counted.
      if (rows.length > 0 || start === 0) totals.set(part, total ?? (rows.length === 0 ? 0 : undefined));
      if (left === 0) hasNextPage = rows.length > 0;
      else {
        for (const [place, row] of rows.entries()) {
          const cursor = encodeParts([part.kind, start + place]);
          entries.push({ kind: part.kind, row: row as FoundEntry['row'], cursor });
        }
        hasNextPage = total === undefined ? rows.length === left : start + left < total;
        // What was left out of its page cannot be told from its end.
        if (hasNextPage) break;
      }
    }
    const total = needs.total ? await this.#totalOf(parts, totals) : undefined;
    return { entries, hasNextPage, hasPreviousPage: after !== undefined, total };
  }

  async #totalOf(
    parts: readonly SearchPart[],
    known: ReadonlyMap<SearchPart, number | undefined>,
  ): Promise<number | undefined> {
    const totals = await allOf(parts, (part) =>
      known.has(part)
        ? known.get(part)
        : this.#read(part, 0, 1).then(({ rows, total }) => total ?? (rows.length === 0 ? 0 : undefined)),
    );
    return totals.every((total) => total !== undefined) ? totals.reduce((sum, total) => sum + total, 0) : undefined;
  }

  async #read(part: SearchPart, start: number, count: number): Promise<Rows> {
    if (part.kind === 'post-format') {
      const found = (await this.#formats()).filter((format) => isOf(format, part.search));
      return { rows: found.slice(start, start + count), total: found.length };
    }
    const { kind: type, search, subtypes } = part;
    const query: Query = { type, search, ...(subtypes && { subtype: subtypes }) };
    const { size, pages, ahead } = pagesAround(start, count);
    const lists = await allOf(pages, (page) =>
      this.#upstream.rows(searchRoute, { ...query, per_page: size, ...(page > 1 && { page }) }, properties),
    );
    const documents: RestDocument[] = lists.flatMap((list) => list.documents.map(({ document }) => document));
    return { rows: documents.slice(ahead, ahead + count), total: lists[0]?.total };
  }
}

/** Whether WordPress finds a post format by some words: they are looked for as they are, in either case. */
function isOf(format: unknown, search: string): boolean {
  const names = ['id', 'title'].map((name) => readText(readMember(format, name)) ?? '');
  return names.some((name) => name.toLowerCase().includes(search.toLowerCase()));
}

/** Behind the result of a cursor. */
function placeOf(parts: readonly SearchPart[], cursor: string): { readonly part: number; readonly start: number } {
  const [kind, index, ...others] = decodeParts(cursor) ?? [];
  const part = parts.findIndex((each) => each.kind === kind);
  if (part === -1 || !Number.isSafeInteger(index) || Number(index) < 0 || others.length > 0)
    throw unknownCursor('after');
  return { part, start: Number(index) + 1 };
}
