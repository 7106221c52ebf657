import { describe, expect, it } from 'vitest';
import { loadPage } from '../../../src/loaders/pages/load-page.ts';
import type { Listing, PageArguments, PageNeeds } from '../../../src/loaders/pages/page.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { SiteClock } from '../../../src/wordpress/site-clock.ts';
import { type DatedCollectionFake, type DatedDocument, datedCollection } from '../../support/dated-collection.ts';

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
  clock: new SiteClock(),
  order: { orderby: 'date', direction: 'desc', dated: 'date' },
};
const oldestFirst: Listing = { ...newestFirst, order: { ...newestFirst.order, direction: 'asc' } };

/** The second of a number: `at(0)` is the oldest. */
function at(second: number): string {
  return new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString().slice(0, 19);
}

/** Documents with ids in no order of time; `seconds` says how many share each second. */
function documentsAt(seconds: readonly number[]): DatedDocument[] {
  let made = 0;
  return seconds.flatMap((count, second) =>
    Array.from({ length: count }, () => ({ id: ((++made * 7919) % 9973) + 1, date: at(second) })),
  );
}

/** A hash, so that the fake's order of ties has nothing to do with ids. */
const scrambled = (id: number) => (id * 2654435761) % 4294967296;

const load = (fake: DatedCollectionFake, listing: Listing, page: PageArguments) =>
  loadPage(fake.upstream, listing, page, needs);

/** All pages, one after the other, in the order of the connection. */
async function walk(fake: DatedCollectionFake, listing: Listing, size: number, backward = false): Promise<number[]> {
  const ids: number[] = [];
  let cursor: string | undefined;
  for (let turn = 0; turn < 1_000; turn++) {
    const place = backward ? { before: cursor } : { after: cursor };
    const page = await load(fake, listing, {
      ...(backward ? { last: size } : { first: size }),
      ...(cursor === undefined ? {} : (place as PageArguments)),
    });
    const pageIds = page.entries.map(({ document }) => document.id);
    if (backward) ids.unshift(...pageIds);
    else ids.push(...pageIds);
    if (!(backward ? page.hasPreviousPage : page.hasNextPage)) return ids;
    expect(page.entries).toHaveLength(size);
    cursor = (backward ? page.entries[0] : page.entries.at(-1))?.cursor;
  }
  throw new Error('The walk does not end.');
}

const sorted = (documents: readonly DatedDocument[], direction: 'asc' | 'desc') =>
  [...documents]
    .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : one.id - other.id))
    .map(({ id }) => id)
    [direction === 'asc' ? 'slice' : 'reverse']();

const shapes: Record<string, readonly number[]> = {
  'all at different seconds': Array.from({ length: 37 }, () => 1),
  'a few that share seconds': [1, 3, 1, 2, 2, 1, 5, 1, 1, 4, 1, 1, 1, 2],
  'all in the same second': [260],
  'one crowded second among others': [1, 1, 1, 130, 1, 1, 1],
  'none at all': [],
};

describe.each(Object.entries(shapes))('a collection with %s', (_name, seconds) => {
  describe.each([1, 2, 5, 10, 99, 100])('in pages of %i', (size) => {
    it('shows each document once, walking forward', async () => {
      const fake = datedCollection(documentsAt(seconds), scrambled);
      const ids = await walk(fake, newestFirst, size);
      expect([...ids].sort()).toEqual(fake.documents.map(({ id }) => id).sort());
    });

    it('shows each document once, walking backward', async () => {
      const fake = datedCollection(documentsAt(seconds), scrambled);
      const ids = await walk(fake, newestFirst, size, true);
      expect([...ids].sort()).toEqual(fake.documents.map(({ id }) => id).sort());
    });

    it('orders by date, and by id within a second, unless a page of 100 cannot know better', async () => {
      const fake = datedCollection(documentsAt(seconds), scrambled);
      if (size === 100) return expect(await walk(fake, newestFirst, size)).toHaveLength(fake.documents.length);
      expect(await walk(fake, newestFirst, size)).toEqual(sorted(fake.documents, 'desc'));
      expect(await walk(fake, newestFirst, size, true)).toEqual(sorted(fake.documents, 'desc'));
      expect(await walk(fake, oldestFirst, size)).toEqual(sorted(fake.documents, 'asc'));
    });
  });
});

describe('between two pages', () => {
  it('a newer document neither repeats nor hides another', async () => {
    const fake = datedCollection(documentsAt(Array.from({ length: 20 }, () => 1)), scrambled);
    const before = sorted(fake.documents, 'desc');
    const first = await load(fake, newestFirst, { first: 5 });
    fake.documents.push({ id: 50_000, date: at(99) });
    const second = await load(fake, newestFirst, { first: 5, after: first.entries.at(-1)?.cursor ?? '' });
    const shown = [...first.entries, ...second.entries].map(({ document }) => document.id);
    expect(shown).toEqual(before.slice(0, 10));
  });

  it('the removal of the very document that the cursor names does no harm', async () => {
    const fake = datedCollection(documentsAt(Array.from({ length: 20 }, () => 1)), scrambled);
    const before = sorted(fake.documents, 'desc');
    const first = await load(fake, newestFirst, { first: 5 });
    const last = first.entries.at(-1);
    fake.documents.splice(
      fake.documents.findIndex(({ id }) => id === last?.document.id),
      1,
    );
    const second = await load(fake, newestFirst, { first: 5, after: last?.cursor ?? '' });
    expect(second.entries.map(({ document }) => document.id)).toEqual(before.slice(5, 10));
  });

  it('documents added to and removed from a crowded second leave the others alone', async () => {
    const fake = datedCollection(documentsAt([1, 40, 1]), scrambled);
    const stable = sorted(fake.documents, 'desc');
    const shown: number[] = [];
    let cursor: string | undefined;
    for (let turn = 0; turn < 20; turn++) {
      const page = await load(fake, newestFirst, { first: 7, ...(cursor !== undefined && { after: cursor }) });
      shown.push(...page.entries.map(({ document }) => document.id));
      cursor = page.entries.at(-1)?.cursor;
      if (!page.hasNextPage) break;
      fake.documents.push({ id: 20_000 + turn, date: at(1) });
    }
    expect(shown.filter((id) => id < 20_000)).toEqual(stable);
    expect(new Set(shown).size).toBe(shown.length);
  });
});

describe('page info', () => {
  it('is honest at both ends, in both directions', async () => {
    const fake = datedCollection(documentsAt(Array.from({ length: 10 }, () => 1)), scrambled);
    const first = await load(fake, newestFirst, { first: 4 });
    expect(first).toMatchObject({ hasNextPage: true, hasPreviousPage: false, total: 10 });
    const middle = await load(fake, newestFirst, { first: 4, after: first.entries[3]?.cursor ?? '' });
    expect(middle).toMatchObject({ hasNextPage: true, hasPreviousPage: true, total: 10 });
    const back = await load(fake, newestFirst, { last: 4, before: middle.entries[0]?.cursor ?? '' });
    expect(back).toMatchObject({ hasNextPage: true, hasPreviousPage: false, total: 10 });
    expect(back.entries.map(({ document }) => document.id)).toEqual(first.entries.map(({ document }) => document.id));
    const last = await load(fake, newestFirst, { last: 4 });
    expect(last).toMatchObject({ hasNextPage: false, hasPreviousPage: true, total: 10 });
  });

  it('says that nothing precedes a cursor when all that did was removed', async () => {
    const fake = datedCollection(documentsAt([1, 1, 1]), scrambled);
    const first = await load(fake, newestFirst, { first: 1 });
    fake.documents.splice(
      fake.documents.findIndex(({ id }) => id === first.entries[0]?.document.id),
      1,
    );
    const second = await load(fake, newestFirst, { first: 1, after: first.entries[0]?.cursor ?? '' });
    expect(second).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it('says that nothing follows the last of a crowded second', async () => {
    const fake = datedCollection(documentsAt([6]), scrambled);
    const all = (await load(fake, newestFirst, { first: 20 })).entries;
    const last = await load(fake, newestFirst, { first: 1, after: all[4]?.cursor ?? '' });
    expect(last.entries.map(({ document }) => document.id)).toEqual([all[5]?.document.id]);
    expect(last.hasNextPage).toBe(false);
  });

  it('cuts a window between two cursors', async () => {
    const fake = datedCollection(documentsAt([1, 1, 3, 1, 1, 1]), scrambled);
    const all = (await load(fake, newestFirst, { first: 20 })).entries;
    const [after, before] = [all[1]?.cursor ?? '', all[6]?.cursor ?? ''];
    const window = await load(fake, newestFirst, { first: 10, after, before });
    expect(window.entries.map(({ document }) => document.id)).toEqual(
      all.slice(2, 6).map(({ document }) => document.id),
    );
    expect(window.hasNextPage).toBe(false);
    const fromTheEnd = await load(fake, newestFirst, { last: 2, after, before });
    expect(fromTheEnd.entries.map(({ document }) => document.id)).toEqual(
      all.slice(4, 6).map(({ document }) => document.id),
    );
    expect(fromTheEnd.hasPreviousPage).toBe(true);
  });
});

describe('requests', () => {
  it('a page of 100 takes two requests: the largest page cannot look beyond itself', async () => {
    const fake = datedCollection(documentsAt(Array.from({ length: 300 }, () => 1)), scrambled);
    const page = await load(fake, newestFirst, { first: 100 });
    expect(page.entries).toHaveLength(100);
    expect(page.hasNextPage).toBe(true);
    expect(fake.queries).toHaveLength(2);
  });

  it('a page of 10 takes one request, unless it ends within a shared second', async () => {
    const fake = datedCollection(documentsAt(Array.from({ length: 30 }, () => 1)), scrambled);
    await load(fake, newestFirst, { first: 10 });
    expect(fake.queries).toHaveLength(1);
    const crowded = datedCollection(
      documentsAt([...Array.from({ length: 10 }, () => 1), 4, ...Array.from({ length: 8 }, () => 1)]),
      scrambled,
    );
    await load(crowded, newestFirst, { first: 10 });
    expect(crowded.queries).toHaveLength(2);
  });
});
