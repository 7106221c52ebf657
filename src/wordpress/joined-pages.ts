/**
 * A page of a collection, by as many requests as it takes: a site may give fewer rows at a time than are asked for, and who
 * asks need not know. Where one request is enough, there is one.
 *
 * WordPress leaves what is equal in the order that is asked for in any order, so two requests may show a row twice, and another
 * one of its kind not at all. Whoever cannot bear that asks for no more than `PageLimits.largestPage`.
 */
import { allOf } from '../maybe-promise.ts';
import type { RestAnswer, RestGet, RestRequest } from './http/client.ts';
import { isPastTheEnd, PageTooLarge } from './http/failure.ts';
import type { Query } from './http/rest-root.ts';
import type { PageLimits } from './page-limits.ts';
import { readId, readList, readMember } from './values.ts';

/** @throws what `get` throws; a PressgraphError as well where the route lacks an argument that chooses what is asked for */
export async function askForPage(get: RestGet, limits: PageLimits, request: RestRequest): Promise<RestAnswer> {
  const { route, query = {} } = request;
  limits.check(route, query);
  const size = query.per_page;
  const most = limits.largestPage(route);
  try {
    if (typeof size === 'number' && size > most) return await new PageParts(get, limits, request, size).ask();
    return told(await get(request), query);
  } catch (error) {
    // Each time for fewer rows than before, so it ends.
    if (!(error instanceof PageTooLarge) || error.most >= Math.min(most, Number(size))) throw error;
    limits.learn(route, error.most);
    return askForPage(get, limits, request);
  }
}

/** Rows that one request brings, between two places of the list. */
interface Part {
  readonly query: Query;
  /** Rows of the list that lie ahead of them. */
  readonly from: number;
  /** Rows of the request that lie ahead of the page. */
  readonly ahead: number;
  readonly size: number;
}

class PageParts {
  readonly #get: RestGet;
  readonly #request: RestRequest;
  /** Rows of the list that lie ahead of the page. */
  readonly #start: number;
  readonly #end: number;
  readonly #most: number;
  readonly #canSkip: boolean;

  constructor(get: RestGet, limits: PageLimits, request: RestRequest, size: number) {
    const { route, query = {} } = request;
    this.#get = get;
    this.#request = request;
    this.#start = startOf(query, size);
    this.#end = this.#start + size;
    this.#most = limits.largestPage(route);
    this.#canSkip = limits.canSkip(route);
  }

  async ask(): Promise<RestAnswer> {
    const [first, ...others] = this.#parts() as [Part, ...Part[]];
    const answer = told(await this.#askFor(first), first.query);
    const rows = this.#rowsOf(answer, first);
    if (!rows) return answer;
    const following = await this.#askForOthers(others, answer, rows.length);
    const size = this.#end - this.#start;
    const all = this.#countIn(answer);
    return {
      ...answer,
      body: distinct([rows, ...following.map(({ rows }) => rows)].flat()),
      bytes: following.reduce((sum, { bytes }) => sum + bytes, answer.bytes),
      totalPages: all === undefined ? undefined : Math.ceil(all / size),
    };
  }

  /** The requests for the page, in their order. */
  #parts(): Part[] {
    const parts: Part[] = [];
    const { offset, page, ...query } = this.#request.query ?? {};
    for (let at = this.#start; at < this.#end; ) {
      const ahead = this.#canSkip ? 0 : at % this.#most;
      const size = Math.min(this.#end - at, this.#most - ahead);
      const place = this.#canSkip
        ? { per_page: size, offset: at }
        : { per_page: this.#most, page: 1 + (at - ahead) / this.#most };
      parts.push({ query: { ...query, ...(at === 0 ? { per_page: this.#most } : place) }, from: at, ahead, size });
      at += size;
    }
    return parts;
  }

  #askFor({ query }: Part): Promise<RestAnswer> {
    return this.#get({ ...this.#request, query });
  }

  #rowsOf({ body }: RestAnswer, { ahead, size }: Part): readonly unknown[] | undefined {
    return readList(body)?.slice(ahead, ahead + size);
  }

  /** Rows of the whole list, or as many as may be on its pages; `undefined` where the site hides both. */
  #countIn({ total, totalPages }: RestAnswer): number | undefined {
    return total ?? (totalPages === undefined ? undefined : totalPages * this.#most);
  }

  /** At once where the site says how many there are; else one after the other, until one is empty. */
  async #askForOthers(
    parts: readonly Part[],
    first: RestAnswer,
    rows: number,
  ): Promise<{ readonly rows: readonly unknown[]; readonly bytes: number }[]> {
    const askFor = async (part: Part) => {
      try {
        const answer = await this.#askFor(part);
        return { rows: this.#rowsOf(answer, part) ?? [], bytes: answer.bytes };
      } catch (error) {
        if (!isPastTheEnd(error)) throw error;
        return { rows: [], bytes: 0 };
      }
    };
    const all = this.#countIn(first);
    if (all !== undefined)
      return allOf(
        parts.filter(({ from }) => from < all),
        askFor,
      );
    const following: Awaited<ReturnType<typeof askFor>>[] = [];
    let isEmpty = rows === 0;
    for (const part of parts) {
      if (isEmpty) break;
      const brought = await askFor(part);
      following.push(brought);
      isEmpty = brought.rows.length === 0;
    }
    return following;
  }
}

/** Rows of the list that lie ahead of a page. */
function startOf({ offset, page = 1 }: Query, size: number): number {
  return offset === undefined ? (Number(page) - 1) * size : Number(offset);
}

/**
 * An answer with the numbers that can be true. Fewer rows than have come by then are none: where WordPress is kept from counting
 * it says 0, and so it does of posts past the end.
 */
function told(answer: RestAnswer, query: Query): RestAnswer {
  const { total, body } = answer;
  const size = Number(query.per_page);
  const start = startOf(query, size);
  const rows = Math.min(readList(body)?.length ?? 0, size);
  if (total === undefined || (total >= start + rows && (total > 0 || start === 0))) return answer;
  return { ...answer, total: undefined, totalPages: undefined };
}

/** Each document once: what is added to a list meanwhile moves others into the next request. */
function distinct(rows: readonly unknown[]): unknown[] {
  const seen = new Set<number>();
  return rows.filter((row) => {
    const id = readId(readMember(row, 'id'));
    if (id === null) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
