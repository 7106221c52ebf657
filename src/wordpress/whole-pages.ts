/**
 * Pages as large as they were asked for, of sites that make them smaller: themes set the size of their own pages for every
 * query, those of the REST API among them. WordPress then counts pages of its size, and tells so.
 */
import type { RestAnswer, RestGet, RestRequest } from './http/client.ts';
import { isPastTheEnd } from './http/failure.ts';
import type { PageLimits } from './page-limits.ts';
import { readId, readList, readMember } from './values.ts';

/**
 * Asks for the rest where a site gives less than a page, and counts more pages than there are of the size asked for.
 * @param limits say whether a route passes over rows; one that does not is read by the pages that it makes
 */
export function wholePages(get: RestGet, limits: Pick<PageLimits, 'canSkip'>): RestGet {
  return async (request) => {
    const answer = await get(request);
    const { page = 1, per_page: size, offset } = request.query ?? {};
    const { total, totalPages } = answer;
    const rows = readList(answer.body);
    if (typeof size !== 'number' || total === undefined || totalPages === undefined || !rows) return answer;
    const pages = Math.ceil(total / size);
    if (totalPages <= pages || rows.length >= size) return answer;
    const start = typeof offset === 'number' ? offset : (Number(page) - 1) * size;
    const count = Math.min(size, total - start);
    if (!limits.canSkip(request.route)) {
      return { ...(await ofSmallerPages(get, request, answer, start, count)), totalPages: pages };
    }
    // The second page of a smaller size begins elsewhere.
    const first = offset === undefined && page !== 1 ? { ...answer, body: [], bytes: 0 } : answer;
    const whole = await filled(get, request, first, start, count);
    return { ...whole, totalPages: pages };
  };
}

/** Rows of a list from one place on, out of the pages that the site makes of it. */
async function ofSmallerPages(
  get: RestGet,
  request: RestRequest,
  answer: RestAnswer,
  start: number,
  count: number,
): Promise<RestAnswer> {
  const { page: asked = 1, ...others } = request.query ?? {};
  const known = new Map<number, RestAnswer>([[Number(asked), answer]]);
  let { bytes } = answer;
  const rowsOf = async (page: number) => {
    const found = known.get(page) ?? (await followingRows(get, { ...request, query: { ...others, ...at(page) } }));
    if (found && !known.has(page)) bytes += found.bytes;
    if (found) known.set(page, found);
    return readList(found?.body) ?? [];
  };
  // Only a page that others follow tells how many rows one has.
  const isLast = Number(asked) >= (answer.totalPages ?? 1);
  const size = (isLast ? await rowsOf(1) : (readList(answer.body) ?? [])).length;
  const rows: unknown[] = [];
  const seen = new Set<number>();
  if (size > 0) {
    const ahead = start % size;
    for (let page = 1 + (start - ahead) / size; rows.length < ahead + count; page++) {
      const following = await rowsOf(page);
      // A site that shows the same again has no more to give.
      const isOld = following.every((row) => seen.has(idOf(row) ?? Number.NaN));
      if (isOld) break;
      for (const id of following.map(idOf)) if (id !== null) seen.add(id);
      rows.push(...following);
      if (following.length < size) break;
    }
    rows.splice(0, ahead);
  }
  return { ...answer, body: rows.slice(0, count), bytes };
}

function at(page: number): { readonly page?: number } {
  return page > 1 ? { page } : {};
}

/** An answer with the rows that follow it, up to a number, or as many as come. */
async function filled(
  get: RestGet,
  request: RestRequest,
  first: RestAnswer,
  start: number,
  count: number,
): Promise<RestAnswer> {
  const { page: _, ...others } = request.query ?? {};
  const rows = [...(readList(first.body) ?? [])];
  const seen = new Set(rows.map(idOf));
  let { bytes } = first;
  for (let passed = rows.length; passed < count; ) {
    const query = { ...others, offset: start + passed, per_page: count - passed };
    const answer = await followingRows(get, { ...request, query });
    const following = readList(answer?.body) ?? [];
    // What is published meanwhile moves others on; a site that shows the same again has no more to give.
    const added = following.filter((row) => !seen.has(idOf(row)));
    if (added.length === 0) break;
    for (const row of added) seen.add(idOf(row));
    rows.push(...added);
    passed += following.length;
    bytes += answer?.bytes ?? 0;
  }
  return { ...first, body: rows, bytes };
}

function idOf(row: unknown): number | null {
  return readId(readMember(row, 'id'));
}

/** What follows rows that have gone since is nothing. */
async function followingRows(get: RestGet, request: RestRequest): Promise<RestAnswer | undefined> {
  try {
    return await get(request);
  } catch (error) {
    if (isPastTheEnd(error)) return undefined;
    throw error;
  }
}
