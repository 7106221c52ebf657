import { describe, expect, it } from 'vitest';
import type { RestAnswer, RestGet } from '../../src/wordpress/http/client.ts';
import { failureOf } from '../../src/wordpress/http/failure.ts';
import type { Query } from '../../src/wordpress/http/rest-root.ts';
import { askForPage } from '../../src/wordpress/joined-pages.ts';
import { PageLimits } from '../../src/wordpress/page-limits.ts';
import { coreSite, type Resource } from '../../src/wordpress/resources.ts';
import { fc } from '../support/chance.ts';

const route = '/wp/v2/posts';

interface List {
  readonly total: number;
  /** The most that one request may ask for. */
  readonly most: number;
  readonly skips: boolean;
  readonly counts: 'both' | 'pages' | 'none' | 'zero';
}

/** A list of rows 1, 2, 3 and so on, as a site gives it: with `offset` or without, with its length or without. */
function siteOf({ total, most, skips, counts }: List) {
  const asked: Query[] = [];
  const get: RestGet = async ({ query = {} }) => {
    asked.push(query);
    const size = Number(query.per_page);
    if (size > most) throw tooLarge(`per_page muss zwischen 1 (inklusive) und ${most} (inklusive) liegen`);
    const start = skips && query.offset !== undefined ? Number(query.offset) : (Number(query.page ?? 1) - 1) * size;
    const body = Array.from({ length: Math.max(0, Math.min(size, total - start)) }, (_, index) => ({
      id: start + index + 1,
    }));
    const pages = Math.ceil(total / size);
    const told = {
      both: { total, totalPages: pages },
      pages: { total: undefined, totalPages: pages },
      none: { total: undefined, totalPages: undefined },
      zero: { total: 0, totalPages: 0 },
    }[counts];
    return { body, bytes: body.length, date: 0, ...told };
  };
  return { get, asked };
}

function tooLarge(reason: string) {
  const body = { code: 'rest_invalid_param', message: 'Nein.', data: { status: 400, params: { per_page: reason } } };
  return failureOf(route, 400, body);
}

const [posts] = coreSite.resources as [Resource, ...Resource[]];
const limitsOf = ({ most, skips }: Pick<List, 'most' | 'skips'>) =>
  new PageLimits([{ ...posts, largestPage: Math.min(100, most), skips }]);

const idsIn = ({ body }: RestAnswer) => (body as { id: number }[]).map(({ id }) => id);
const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index + 1);

describe('a page of more rows than a site gives at a time', () => {
  const anyList = fc.record({
    total: fc.nat(260),
    most: fc.constantFrom(1, 7, 20, 30, 50, 99, 100, 500),
    skips: fc.boolean(),
    counts: fc.constantFrom('both', 'pages', 'none', 'zero'),
  } as const);

  it('is as one that it would give at once, whatever it says of its length', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyList,
        fc.constantFrom(1, 10, 37, 100),
        fc.oneof(fc.record({ page: fc.integer({ min: 1, max: 4 }) }), fc.record({ offset: fc.nat(150) })),
        async (list, size, place: { page?: number; offset?: number }) => {
          // Whoever asks for an offset knows that it is taken.
          if (place.offset !== undefined && !list.skips) return;
          const { get, asked } = siteOf(list);
          const request = { route, query: { per_page: size, ...place } };
          const answer = await askForPage(get, limitsOf(list), request);
          const start = place.offset ?? ((place.page ?? 1) - 1) * size;
          expect(idsIn(answer)).toEqual(range(start, Math.min(start + size, list.total)));
          const limit = Math.min(100, list.most);
          expect(asked.length).toBeLessThanOrEqual(Math.ceil(size / limit) + 1);
          if (size <= limit) expect(asked).toEqual([request.query]);
          if (list.counts === 'both') {
            // Past the end nobody is sure.
            if (start < list.total || start === 0) expect(answer.total).toBe(list.total);
            else expect([list.total, undefined]).toContain(answer.total);
          }
          if (list.counts === 'zero' && idsIn(answer).length > 0) expect(answer.total).toBeUndefined();
        },
      ),
      { numRuns: 400 },
    );
  });

  it('takes no request more than its rows need, all but the first at once', async () => {
    let underWay = 0;
    let most = 0;
    const { get, asked } = siteOf({ total: 250, most: 20, skips: true, counts: 'both' });
    const counting: RestGet = async (request) => {
      most = Math.max(most, ++underWay);
      await Promise.resolve();
      const answer = await get(request);
      underWay--;
      return answer;
    };
    const limits = limitsOf({ most: 20, skips: true });
    const answer = await askForPage(counting, limits, { route, query: { per_page: 100, page: 3 } });
    expect(idsIn(answer)).toEqual(range(200, 250));
    expect(asked).toEqual([
      { per_page: 20, offset: 200 },
      { per_page: 20, offset: 220 },
      { per_page: 20, offset: 240 },
    ]);
    expect(most).toBe(2);
    expect(answer).toMatchObject({ total: 250, totalPages: 3, bytes: 50 });
  });

  it('shows a row once that a new one has pushed into the next request', async () => {
    const pages = [[1, 2], [2, 3], [4]].map((ids) => ids.map((id) => ({ id })));
    let number = 0;
    const get: RestGet = async () => ({ body: pages[number++], total: 5, totalPages: 3, bytes: 1, date: 0 });
    const limits = limitsOf({ most: 2, skips: true });
    expect(idsIn(await askForPage(get, limits, { route, query: { per_page: 5 } }))).toEqual([1, 2, 3, 4]);
  });

  it('ends where WordPress says that a further page is past the end', async () => {
    const get: RestGet = async ({ query = {} }) => {
      if (query.page === undefined)
        return { body: [{ id: 1 }], total: undefined, totalPages: undefined, bytes: 1, date: 0 };
      throw failureOf(route, 400, { code: 'rest_post_invalid_page_number', message: 'No.' });
    };
    const limits = limitsOf({ most: 20, skips: false });
    expect(idsIn(await askForPage(get, limits, { route, query: { per_page: 100 } }))).toEqual([1]);
  });
});

describe('a limit that nobody has told', () => {
  it('is learned from the refusal, in any language, and kept', async () => {
    const { get, asked } = siteOf({ total: 50, most: 20, skips: true, counts: 'both' });
    const limits = new PageLimits();
    const request = { route, query: { per_page: 100 } };
    expect(idsIn(await askForPage(get, limits, request))).toEqual(range(0, 50));
    expect(asked).toHaveLength(4);
    expect(limits.largestPage(route)).toBe(20);
    await askForPage(get, limits, request);
    expect(asked).toHaveLength(7);
    expect(limits.largestPage('/wp/v2/pages')).toBe(100);
  });

  it.each(['per_page is not welcome here', 'per_page must be between 1 (inclusive) and 100 (inclusive)', 'at most 0'])(
    'is not looked for in what names no smaller one, which is no fault of the client: %s',
    async (reason) => {
      let requests = 0;
      const get: RestGet = async () => {
        requests++;
        throw tooLarge(reason);
      };
      const asking = askForPage(get, new PageLimits(), { route, query: { per_page: 100 } });
      await expect(asking).rejects.toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE', route, status: 400 });
      expect(requests).toBe(1);
    },
  );
});

describe('an argument that a site has taken away', () => {
  const limits = new PageLimits([{ ...posts, batches: { include: false, slug: false } }]);

  it.each([{ include: [1, 2] }, { slug: ['hello'] }])('is not asked by: others would come (%o)', async (query) => {
    const { get, asked } = siteOf({ total: 50, most: 100, skips: true, counts: 'both' });
    const asking = askForPage(get, limits, { route, query: { per_page: 2, ...query } });
    await expect(asking).rejects.toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE', route });
    expect(asked).toEqual([]);
  });
});
