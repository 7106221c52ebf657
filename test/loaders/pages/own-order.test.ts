import { describe, expect, it } from 'vitest';
import { loadPage } from '../../../src/loaders/pages/load-page.ts';
import type { Listing, Page, PageArguments, PageNeeds } from '../../../src/loaders/pages/page.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { shifted } from '../../../src/wordpress/seconds.ts';
import { SiteClock } from '../../../src/wordpress/site-clock.ts';
import { fc } from '../../support/chance.ts';
import { type DatedCollectionFake, datedCollection } from '../../support/dated-collection.ts';

const needs: PageNeeds = {
  documents: Properties.of('id', 'date'),
  total: true,
  cursors: true,
  hasNextPage: true,
  hasPreviousPage: true,
};
const newestFirst: Listing = {
  route: '/wp/v2/posts',
  query: {},
  order: { orderby: 'date', direction: 'desc', dated: 'date' },
  clock: new SiteClock(),
};

/** Documents of as many seconds, the newest first in number. */
const documentsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, date: shifted('2026-01-01T00:00:00', -index) }));

/** Puts those ahead of all others. */
const stickyFirst = (count: number, sticky: readonly number[]) =>
  datedCollection(
    documentsOf(count),
    (id) => id,
    undefined,
    (id) => (sticky.includes(id) ? 0 : 1),
  );

/** Pages in the order in which they were read. */
async function walk(fake: DatedCollectionFake, listing: Listing, size: number, backward = false): Promise<Page[]> {
  const pages: Page[] = [];
  let cursor: string | undefined;
  for (let turn = 0; turn <= fake.documents.length; turn++) {
    const count: PageArguments = backward ? { last: size } : { first: size };
    const place: PageArguments = cursor === undefined ? {} : backward ? { before: cursor } : { after: cursor };
    const page = await loadPage(fake.upstream, listing, { ...count, ...place }, needs);
    pages.push(page);
    if (!(backward ? page.hasPreviousPage : page.hasNextPage)) return pages;
    cursor = (backward ? page.entries[0] : page.entries.at(-1))?.cursor;
  }
  throw new Error('The walk does not end.');
}

const idsOf = (pages: readonly Page[]) => pages.map(({ entries }) => entries.map(({ document }) => document.id));
const queriesFor = async (fake: DatedCollectionFake, page: PageArguments) => {
  fake.queries.length = 0;
  const loaded = await loadPage(fake.upstream, newestFirst, page, needs);
  return { loaded, queries: fake.queries.length };
};

describe('a site that puts some documents first', () => {
  it.each([1, 2, 3, 4, 7])('shows each once, in its own order, in pages of %i', async (size) => {
    const pages = await walk(stickyFirst(20, [12, 15, 18]), newestFirst, size);
    const others = documentsOf(20)
      .map(({ id }) => id)
      .filter((id) => ![12, 15, 18].includes(id));
    expect(idsOf(pages).flat()).toEqual([12, 15, 18, ...others]);
    expect(pages.map(({ hasPreviousPage }) => hasPreviousPage)).toEqual(pages.map((_, index) => index > 0));
    expect(pages.slice(0, -1).every(({ entries }) => entries.length === size)).toBe(true);
  });

  it('is gone through backward from an index', async () => {
    const fake = stickyFirst(20, [12, 15, 18]);
    const forward = await walk(fake, newestFirst, 4);
    const before = forward.at(-1)?.entries[0]?.cursor ?? '';
    const page = await loadPage(fake.upstream, newestFirst, { last: 4, before }, needs);
    expect(idsOf([page])).toEqual(idsOf(forward.slice(-2, -1)));
    expect(page).toMatchObject({ hasNextPage: true, hasPreviousPage: true, total: 20 });
  });

  it('says so where it was gone through from its end, and no page has told', async () => {
    await expect(walk(stickyFirst(20, [12, 15, 18]), newestFirst, 2, true)).rejects.toMatchObject({
      code: 'UPSTREAM_BAD_RESPONSE',
      route: '/wp/v2/posts',
    });
  });

  it('gives what it gives where no cursor is read', async () => {
    const fake = stickyFirst(20, [12, 15, 18]);
    const page = await loadPage(fake.upstream, newestFirst, { first: 5 }, { ...needs, cursors: false });
    expect(idsOf([page])).toEqual([[12, 15, 18, 1, 2]]);
    expect(fake.queries).toHaveLength(1);
  });
});

it('each document comes once, whatever the site orders by, or an error says that it may not', async () => {
  const chosen = fc.record({
    count: fc.integer({ min: 0, max: 16 }),
    ranks: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 17, maxLength: 17 }),
    size: fc.integer({ min: 1, max: 5 }),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
    backward: fc.boolean(),
  });
  const property = fc.asyncProperty(chosen, async ({ count, ranks, size, direction, backward }) => {
    const fake = datedCollection(
      documentsOf(count),
      (id) => id,
      undefined,
      (id) => ranks[id] ?? 0,
    );
    const listing = { ...newestFirst, order: { ...newestFirst.order, direction } };
    const pages = await walk(fake, listing, size, backward).catch((error: unknown) => {
      expect([backward, error]).toMatchObject([true, { code: 'UPSTREAM_BAD_RESPONSE' }]);
    });
    if (!pages) return;
    const ids = idsOf(pages).flat();
    expect([...ids].sort((one, other) => one - other)).toEqual(documentsOf(count).map(({ id }) => id));
    expect(pages.slice(0, -1).every(({ entries }) => entries.length === size)).toBe(true);
  });
  await fc.assert(property, { numRuns: 1_000 });
});

describe('a regular site', () => {
  it('is asked for no row more because of what is noticed, while nothing goes', async () => {
    const fake = stickyFirst(20, []);
    const { loaded, queries } = await queriesFor(fake, { first: 3 });
    expect(queries).toBe(1);
    fake.documents.push({ id: 99, date: '2026-02-01T00:00:00' });
    const next = await queriesFor(fake, { first: 3, after: loaded.entries[2]?.cursor ?? '' });
    // Its own row, the total of all, and whether anything precedes.
    expect([idsOf([next.loaded]), next.queries]).toEqual([[[4, 5, 6]], 3]);
  });

  it('is gone on with by date where documents have gone, or moved ahead', async () => {
    for (const change of ['removed', 'moved ahead'] as const) {
      const fake = stickyFirst(20, []);
      const { loaded } = await queriesFor(fake, { first: 3 });
      const [gone] = fake.documents.splice(9, 2);
      if (change === 'moved ahead' && gone) fake.documents.push({ ...gone, date: '2026-02-01T00:00:00' });
      const { loaded: next, queries } = await queriesFor(fake, { first: 3, after: loaded.entries[2]?.cursor ?? '' });
      expect([idsOf([next]), queries]).toEqual([[[4, 5, 6]], 4]);
      expect(Buffer.from(next.entries[0]?.cursor ?? '', 'base64url').toString()).toContain('2025-12-31');
    }
  });

  it('is gone on with by date where the document of the cursor has moved', async () => {
    const fake = stickyFirst(20, []);
    const { loaded } = await queriesFor(fake, { first: 3 });
    const [moved] = fake.documents.splice(2, 1);
    fake.documents.splice(9, 1);
    if (moved) fake.documents.push({ ...moved, date: '2026-02-01T00:00:00' });
    const { loaded: next } = await queriesFor(fake, { first: 3, after: loaded.entries[2]?.cursor ?? '' });
    expect(idsOf([next])).toEqual([[4, 5, 6]]);
  });
});
