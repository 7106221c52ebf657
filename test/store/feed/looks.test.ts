import { describe, expect, it } from 'vitest';
import { createChanges } from '../../../src/store/changes.ts';
import { lookByDate } from '../../../src/store/feed/by-date.ts';
import { lookByRows } from '../../../src/store/feed/by-rows.ts';
import type { Sight } from '../../../src/store/feed/sight.ts';
import type { RestGet } from '../../../src/wordpress/http/client.ts';
import { failureOf } from '../../../src/wordpress/http/failure.ts';
import { PageLimits } from '../../../src/wordpress/page-limits.ts';
import { coreSite } from '../../../src/wordpress/resources.ts';

const route = '/wp/v2/posts';
const now = Date.UTC(2026, 0, 10);
const date = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 19);

interface Row {
  readonly id: number;
  /** Seconds ago. */
  readonly modified?: number;
  readonly name?: string;
  readonly parent?: number;
}

interface Oddities {
  /** The site says neither how many there are nor how many pages. */
  readonly isHidden?: boolean;
  /** The most rows that it gives at a time. */
  readonly most?: number;
}

/** Sources over a collection of these rows, of which some documents are known. */
function sourcesOf(rows: readonly Row[], known: readonly number[] = [], { isHidden, most = 100 }: Oddities = {}) {
  const asked: string[] = [];
  const learned: number[] = [];
  const get: RestGet = async ({ query = {} }) => {
    asked.push(JSON.stringify(query));
    const {
      include,
      per_page,
      page = 1,
      offset = (page - 1) * per_page,
    } = query as {
      include?: number[];
      per_page: number;
      page?: number;
      offset?: number;
    };
    const documents = rows
      .map(({ id, modified = 0, ...others }) => ({ id, modified_gmt: date(now - modified * 1_000), ...others }))
      .filter(({ id }) => !include || include.includes(id))
      .sort((one, other) => (one.modified_gmt < other.modified_gmt ? 1 : -1));
    if (per_page > most) throw failureOf(route, 400, tooMany(most));
    const body = documents.slice(offset, offset + per_page);
    const isPastTheEnd = page > 1 && body.length === 0;
    if (isPastTheEnd) throw failureOf(route, 400, { code: 'rest_post_invalid_page_number' });
    const total = documents.length;
    const counts = isHidden ? [undefined, undefined] : [total, Math.ceil(total / per_page)];
    return { body, total: counts[0], totalPages: counts[1], bytes: 100, date: now };
  };
  const changes = createChanges();
  const cache = {
    asOf: changes.now,
    ids: async () => known,
    recallDocuments: async () => ({ asOf: changes.now, find: () => undefined }),
    learnUnasked: (_route: string, found: readonly { document: { id: number } }[]) =>
      void learned.push(...found.map(({ document }) => document.id)),
  };
  return { get, limits: new PageLimits(), cache, asked, learned };
}

const tooMany = (most: number) => ({
  code: 'rest_invalid_param',
  data: { status: 400, params: { per_page: `per_page must be between 1 (inclusive) and ${most} (inclusive)` } },
});

const ago = (seconds: number, total: number): Sight => ({ total, date: now - seconds * 1_000 });

describe('a look at a collection that tells when its documents changed', () => {
  const rows = Array.from({ length: 30 }, (_, index) => ({ id: index + 1, modified: (index + 1) * 100 }));
  const look = (sources: ReturnType<typeof sourcesOf>, before?: Sight) =>
    lookByDate(sources, { route, dated: 'modified_gmt', identifying: [], leadHere: [] }, before);

  it('takes one request and finds nothing where nothing has changed', async () => {
    const sources = sourcesOf(rows, [1, 2, 3]);
    expect(await look(sources, ago(50, 30))).toEqual({ sight: { total: 30, date: now }, changes: [] });
    expect(sources.asked).toHaveLength(1);
  });

  it('names what has changed since, and what changed in the two seconds before', async () => {
    expect((await look(sourcesOf(rows, [1, 2, 3]), ago(199, 30))).changes).toEqual([{ route, ids: [1, 2] }]);
  });

  it('says which of the known ones are left where the total is another, or where one is new', async () => {
    const gone = { route, ids: [], kept: [1, 2] };
    expect((await look(sourcesOf(rows, [1, 2, 99]), ago(50, 31))).changes).toEqual([gone]);
    const replaced = { route, ids: [1], kept: [2] };
    expect((await look(sourcesOf(rows, [2, 99]), ago(150, 30))).changes).toEqual([replaced]);
  });

  it('forgets all of a tree from which one has gone: what was below it lies elsewhere now', async () => {
    const [sources, before] = [sourcesOf(rows.slice(1), [1, 2, 3]), ago(50, 30)];
    const pages = { route, dated: 'modified_gmt', identifying: [], leadHere: [route] } as const;
    expect((await lookByDate(sources, pages, before)).changes).toContainEqual({ route });
  });

  it('goes on to further pages where more has changed than the first holds', async () => {
    const sources = sourcesOf(
      rows,
      rows.map(({ id }) => id),
    );
    const [change] = (await look(sources, ago(2_000, 30))).changes;
    expect(change?.ids).toHaveLength(20);
  });

  it.each([{ isHidden: true }, { most: 7 }, { isHidden: true, most: 7 }])(
    'goes on where the site hides how many there are, or gives few at a time: %o',
    async (oddities) => {
      const known = rows.map(({ id }) => id);
      const { changes } = await look(sourcesOf(rows, known, oddities), ago(10_000, 30));
      expect(changes).toMatchObject([{ ids: known }]);
      const [some] = (await look(sourcesOf(rows, [1, 2, 99], { ...oddities, isHidden: false }), ago(50, 31))).changes;
      expect(some).toEqual({ route, ids: [], kept: [1, 2] });
    },
  );

  it('forgets the whole collection where it cannot ask which are left', async () => {
    const sources = sourcesOf(rows, [1, 2, 99]);
    const [posts] = coreSite.resources;
    const limits = new PageLimits(posts && [{ ...posts, batches: { include: false, slug: true } }]);
    expect((await look({ ...sources, limits }, ago(50, 31))).changes).toEqual([{ route }]);
  });

  it('forgets the whole collection where too much has changed, or too much is known', async () => {
    const many = Array.from({ length: 600 }, (_, index) => ({ id: index + 1 }));
    expect((await look(sourcesOf(many, [1]), ago(50, 600))).changes).toEqual([{ route }]);
    const known = Array.from({ length: 2_001 }, (_, index) => index + 1);
    expect((await look(sourcesOf(rows, known), ago(50, 31))).changes).toEqual([{ route }]);
  });

  it('believes nothing of what was known before the first look', async () => {
    expect((await look(sourcesOf(rows, []))).changes).toEqual([]);
    expect((await look(sourcesOf(rows, [1, 99]))).changes).toEqual([{ route, ids: [], kept: [1] }]);
  });
});

describe('a look at a collection whose rows are compared', () => {
  const rows = [
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Bob' },
  ];
  const look = (sources: ReturnType<typeof sourcesOf>, before?: Sight, keepsRows = true) =>
    lookByRows({ ...sources, keepsRows }, { route, leadHere: ['/wp/v2/books'] }, before);

  it('finds nothing at first, and keeps what it has read, unless it is not to', async () => {
    const sources = sourcesOf(rows);
    expect((await look(sources)).changes).toEqual([]);
    expect(sources.learned.sort()).toEqual([1, 2]);
    const other = sourcesOf(rows);
    await look(other, undefined, false);
    expect(other.learned).toEqual([]);
  });

  it('names what is another, new or gone', async () => {
    const { sight } = await look(sourcesOf(rows));
    const later = [
      { id: 1, name: 'Ada Lovelace' },
      { id: 3, name: 'Cy' },
    ];
    const [change] = (await look(sourcesOf(later), sight)).changes;
    expect([...(change?.ids ?? [])].sort()).toEqual([1, 2, 3]);
    expect((await look(sourcesOf(rows), sight)).changes).toEqual([]);
  });

  it('forgets what leads to one that has gone or lies elsewhere now, and else nothing', async () => {
    const { sight } = await look(sourcesOf(rows));
    const routes = async (later: readonly Row[]) =>
      (await look(sourcesOf(later), sight)).changes.map((change) => change.route);
    expect(await routes([{ id: 1, name: 'Ada' }])).toEqual([route, '/wp/v2/books']);
    expect(
      await routes([
        { id: 1, name: 'Ada' },
        { id: 2, name: 'Bob', parent: 1 },
      ]),
    ).toEqual([route, '/wp/v2/books']);
    expect(await routes([...rows, { id: 3, name: 'Cy' }])).toEqual([route]);
    expect(
      await routes([
        { id: 1, name: 'Ada Lovelace' },
        { id: 2, name: 'Bob' },
      ]),
    ).toEqual([route]);
  });

  it('forgets the same where it is too large to be compared and has become smaller', async () => {
    const many = Array.from({ length: 600 }, (_, index) => ({ id: index + 1 }));
    const { sight } = await look(sourcesOf(many));
    const { changes } = await look(sourcesOf(many.slice(1)), sight);
    expect(changes).toEqual([{ route }, { route: '/wp/v2/books' }]);
  });

  it('forgets the whole collection where something was known before anybody looked', async () => {
    expect((await look(sourcesOf(rows, [1]))).changes).toEqual([{ route }]);
  });

  it.each([{ isHidden: true }, { most: 20 }, { isHidden: true, most: 20 }])(
    'reads them all where the site hides how many there are, or gives few at a time: %o',
    async (oddities) => {
      const many = Array.from({ length: 150 }, (_, index) => ({ id: index + 1, name: 'Same' }));
      const sources = sourcesOf(many, [], oddities);
      expect(Object.keys((await look(sources)).sight.rows ?? {})).toHaveLength(150);
      expect(sources.learned).toHaveLength(150);
      const more = sourcesOf([...many, ...many, ...many, ...many], [], oddities);
      expect((await look(more)).sight.rows).toBeUndefined();
      expect(more.asked.length).toBeLessThan(40);
    },
  );

  it('leaves a collection that is too large to its lifetime', async () => {
    const many = Array.from({ length: 501 }, (_, index) => ({ id: index + 1 }));
    const sources = sourcesOf(many, [1]);
    expect(await look(sources)).toEqual({ sight: { total: 501, date: now }, changes: [] });
    expect([sources.asked.length, sources.learned]).toEqual([1, []]);
  });
});
