/**
 * Lists of several types in one, held to a simple model: all of their documents by date, then id, each once.
 */
import { describe, expect, it } from 'vitest';
import { loadPage } from '../../../src/loaders/pages/load-page.ts';
import type { Part } from '../../../src/loaders/pages/merged-entries.ts';
import { type MergedPage, mergePages } from '../../../src/loaders/pages/merged-page.ts';
import type { DatedOrder } from '../../../src/loaders/pages/order.ts';
import type { Listing, Page, PageArguments, PageNeeds } from '../../../src/loaders/pages/page.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { shifted } from '../../../src/wordpress/seconds.ts';
import { SiteClock } from '../../../src/wordpress/site-clock.ts';
import { fc } from '../../support/chance.ts';
import { type DatedCollectionFake, type DatedDocument, datedCollection } from '../../support/dated-collection.ts';

const allNeeds: PageNeeds = {
  documents: Properties.of('id', 'date'),
  total: true,
  cursors: true,
  hasNextPage: true,
  hasPreviousPage: true,
};
const newestFirst: DatedOrder = { orderby: 'date', direction: 'desc', dated: 'date' };
const oldestFirst: DatedOrder = { ...newestFirst, direction: 'asc' };
const clock = new SiteClock();

const names = ['post', 'book', 'film'];
const at = (second: number) => shifted('2026-01-01T00:00:00', second);
/** A hash, so that the order of ties has nothing to do with ids. */
const scrambled = (id: number) => (id * 2654435761) % 4294967296;

/** A site whose types hold these documents: each is a second and a type, its id tells the place in this list. */
function siteOf(documents: readonly (readonly [second: number, type: number])[]): DatedCollectionFake[] {
  const ids = documents.map((_, index) => ((index * 37) % 101) + 1);
  return names.map((_, type) =>
    datedCollection(
      documents.flatMap(([second, of], index) => (of === type ? [{ id: ids[index] ?? 0, date: at(second) }] : [])),
      scrambled,
    ),
  );
}

const listingOf = (type: number, order: DatedOrder): Listing => ({
  route: `/wp/v2/${names[type]}`,
  query: {},
  order,
  clock,
});

const partsOf = (fakes: readonly DatedCollectionFake[], order: DatedOrder): Part[] =>
  fakes.map(({ upstream }, index) => ({
    name: names[index] ?? '',
    load: (page) => loadPage(upstream, listingOf(index, order), page, allNeeds),
  }));

const idsOf = ({ entries }: Page) => entries.map(({ document }) => document.id);

function modelOf(fakes: readonly DatedCollectionFake[], { direction }: DatedOrder): number[] {
  const all: DatedDocument[] = fakes.flatMap(({ documents }) => documents);
  const sorted = all.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : one.id - other.id));
  return (direction === 'asc' ? sorted : sorted.reverse()).map(({ id }) => id);
}

interface Steps {
  readonly order?: DatedOrder;
  readonly size: number;
  readonly backward?: boolean;
  /** Done between two pages. */
  readonly between?: (turn: number) => void;
}

/** All pages, in the order in which they were read. */
async function walk(fakes: readonly DatedCollectionFake[], { order = newestFirst, size, backward, between }: Steps) {
  const pages: MergedPage[] = [];
  let cursor: string | undefined;
  for (let turn = 0; turn < 500; turn++) {
    const count: PageArguments = backward ? { last: size } : { first: size };
    const place: PageArguments = cursor === undefined ? {} : backward ? { before: cursor } : { after: cursor };
    const page = await mergePages(partsOf(fakes, order), order, { ...count, ...place });
    expect(page.failures).toEqual([]);
    pages.push(page);
    if (!(backward ? page.hasPreviousPage : page.hasNextPage)) return pages;
    expect(page.entries).toHaveLength(size);
    cursor = (backward ? page.entries[0] : page.entries.at(-1))?.cursor;
    between?.(turn);
  }
  throw new Error('The walk does not end.');
}

const walked = (pages: readonly Page[], backward?: boolean) =>
  (backward ? [...pages].reverse() : pages).flatMap((page) => idsOf(page));

/** Few seconds, so that many documents share one, over types and within them. */
const documents = fc.array(fc.tuple(fc.nat(9), fc.nat(2)), { maxLength: 40 });
const steps = fc.record({
  order: fc.constantFrom(newestFirst, oldestFirst),
  size: fc.constantFrom(1, 2, 3, 5, 8),
  backward: fc.boolean(),
});

describe('lists of several types in one', () => {
  it('give all documents by date, then id, each once, forward and backward', async () => {
    const property = fc.asyncProperty(documents, steps, async (made, chosen) => {
      const fakes = siteOf(made);
      const model = modelOf(fakes, chosen.order);
      const pages = await walk(fakes, chosen);
      expect(walked(pages, chosen.backward)).toEqual(model);
      for (const [index, page] of pages.entries()) {
        const [start, end] = chosen.backward ? ['hasNextPage', 'hasPreviousPage'] : ['hasPreviousPage', 'hasNextPage'];
        expect(page).toMatchObject({
          [start as string]: index > 0 && model.length > 0,
          [end as string]: index < pages.length - 1,
          total: model.length,
        });
      }
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('begin and end at any cursor that any of their pages has given out, in any direction', async () => {
    const chosen = fc.record({
      made: documents,
      steps,
      one: fc.nat(),
      other: fc.nat(),
      count: fc.nat(6),
      last: fc.boolean(),
    });
    const property = fc.asyncProperty(chosen, async ({ made, steps, one, other, count, last }) => {
      const fakes = siteOf(made);
      const { order } = steps;
      const model = modelOf(fakes, order);
      if (model.length === 0) return;
      const entries = (await walk(fakes, steps)).flatMap(({ entries }) => entries);
      const cursorOf = (index: number) => {
        const id = model[index];
        return entries.find(({ document }) => document.id === id)?.cursor ?? '';
      };
      const [after = 0, before = 0] = [one % model.length, other % model.length].sort((a, b) => a - b);
      const window = { after: cursorOf(after), before: cursorOf(before) };
      const page = await mergePages(partsOf(fakes, order), order, {
        ...(last ? { last: count } : { first: count }),
        ...window,
      });
      const between = model.slice(after + 1, before);
      expect(idsOf(page)).toEqual(last ? between.slice(Math.max(0, between.length - count)) : between.slice(0, count));
      const back = await mergePages(partsOf(fakes, order), order, { last: count, before: window.before });
      expect(idsOf(back)).toEqual(model.slice(Math.max(0, before - count), before));
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('neither repeat nor hide a document where others are published or removed between two pages', async () => {
    const changes = fc.array(fc.tuple(fc.nat(12), fc.nat(2), fc.boolean()), { minLength: 1, maxLength: 12 });
    const property = fc.asyncProperty(documents, steps, changes, async (made, chosen, changing) => {
      const fakes = siteOf(made);
      const before = modelOf(fakes, chosen.order);
      const gone = new Set<number>();
      const between = (turn: number) => {
        const [second = 0, type = 0, isRemoved = false] = changing[turn] ?? [];
        const { documents = [] } = fakes[type] ?? {};
        if (turn >= changing.length) return;
        if (!isRemoved) documents.push({ id: 1_000 + turn, date: at(second) });
        else for (const { id } of documents.splice(second % Math.max(1, documents.length), 1)) gone.add(id);
      };
      const pages: Page[] = [];
      let cursor: string | undefined;
      for (let turn = 0; turn < 500; turn++) {
        const place: PageArguments =
          cursor === undefined ? {} : chosen.backward ? { before: cursor } : { after: cursor };
        const count: PageArguments = chosen.backward ? { last: chosen.size } : { first: chosen.size };
        const page = await mergePages(partsOf(fakes, chosen.order), chosen.order, { ...count, ...place });
        pages.push(page);
        if (!(chosen.backward ? page.hasPreviousPage : page.hasNextPage)) break;
        cursor = (chosen.backward ? page.entries[0] : page.entries.at(-1))?.cursor;
        between(turn);
      }
      const shown = walked(pages, chosen.backward);
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.filter((id) => id < 1_000 && !gone.has(id))).toEqual(before.filter((id) => !gone.has(id)));
      const dates = new Map(fakes.flatMap(({ documents }) => documents.map(({ id, date }) => [id, date] as const)));
      const told = shown.flatMap((id) => dates.get(id) ?? []);
      expect(told).toEqual(chosen.order.direction === 'asc' ? [...told].sort() : [...told].sort().reverse());
    });
    await fc.assert(property, { numRuns: 500 });
  });
});

describe('a list that the site orders in a way of its own', () => {
  it('keeps that order among its own, and each document comes once, or an error says that it may not', async () => {
    const chosen = fc.record({
      // What is equal in its date would stand anywhere among its own.
      made: fc.uniqueArray(fc.tuple(fc.nat(40), fc.nat(2)), { selector: ([second]) => second, maxLength: 40 }),
      ranks: fc.array(fc.nat(3), { minLength: 102, maxLength: 102 }),
      size: fc.constantFrom(1, 2, 3, 5),
      backward: fc.boolean(),
    });
    const property = fc.asyncProperty(chosen, async ({ made, ranks, size, backward }) => {
      const [posts, books, films] = siteOf(made);
      const own = datedCollection(books?.documents ?? [], scrambled, undefined, (id) => ranks[id] ?? 0);
      const fakes = [posts, own, films].filter((fake) => fake !== undefined);
      const pages = await walk(fakes, { size, backward }).catch((error: unknown) => {
        expect(backward, String(error)).toBe(true);
      });
      if (!pages) return;
      const shown = walked(pages, backward);
      expect([...shown].sort()).toEqual(modelOf(fakes, newestFirst).sort());
      const others = modelOf(
        [posts, films].filter((fake) => fake !== undefined),
        newestFirst,
      );
      expect(shown.filter((id) => others.includes(id))).toEqual(others);
    });
    await fc.assert(property, { numRuns: 500 });
  });
});

describe('a list that fails', () => {
  const down = new Error('down');
  const size = { first: 4 };
  /** Ten documents of two types in turn, the newest of which are films. */
  const made = Array.from({ length: 10 }, (_, index): [number, number] => [index, 1 + (index % 2)]);

  it('is left out, its total with it, and goes on from where it was left once it is there again', async () => {
    const fakes = siteOf(made);
    const parts = partsOf(fakes, newestFirst);
    const without = parts.map((part) => (part.name === 'book' ? { ...part, load: () => Promise.reject(down) } : part));
    const first = await mergePages(parts, newestFirst, size);
    const after = first.entries.at(-1)?.cursor ?? '';
    const second = await mergePages(without, newestFirst, { first: 1, after });
    expect(second).toMatchObject({ failures: [down], total: undefined, hasNextPage: true });
    const asked: PageArguments[] = [];
    const watched = parts.map((part) => ({
      ...part,
      load(page: PageArguments) {
        if (part.name === 'book') asked.push(page);
        return part.load(page);
      },
    }));
    const third = await mergePages(watched, newestFirst, { ...size, after: second.entries.at(-1)?.cursor ?? '' });
    const lastBook = first.entries.findLast(({ part }) => part.name === 'book')?.document.id;
    expect(asked.map(({ after }) => Buffer.from(after ?? '', 'base64url').toString())).toEqual([
      expect.stringContaining(`,${lastBook},`),
    ]);
    const model = modelOf(fakes, newestFirst);
    expect([idsOf(first), idsOf(second), idsOf(third)]).toEqual([model.slice(0, 4), [model[4]], model.slice(5, 9)]);
  });

  it('is the failure of all where none can be had', async () => {
    const parts = names.map((name) => ({ name, load: () => Promise.reject(down) }));
    await expect(mergePages(parts, newestFirst, size)).rejects.toBe(down);
    expect(await mergePages([], newestFirst, size)).toMatchObject({ entries: [], total: 0, hasNextPage: false });
  });

  it('at one of its documents holds up what comes after the others that its page has', async () => {
    const fakes = siteOf(made);
    const lost = new Error('one of them');
    // WordPress can render one book of each page.
    const parts = partsOf(fakes, newestFirst).map((part) => {
      const load = async (page: PageArguments) => {
        const { entries, ...others } = await part.load(page);
        return { ...others, entries: entries.slice(0, 1), lost };
      };
      return part.name === 'book' ? { ...part, load } : part;
    });
    const page = await mergePages(parts, newestFirst, size);
    const model = modelOf(fakes, newestFirst);
    expect(idsOf(page)).toEqual(model.slice(0, 2));
    expect(page).toMatchObject({ hasNextPage: true, failures: [lost] });
  });
});

describe('requests', () => {
  it('are one for each list and page, whatever has come ahead of the place meanwhile', async () => {
    const fakes = siteOf(Array.from({ length: 30 }, (_, index) => [index, index < 10 ? 0 : 1]));
    const needs = { total: false, hasPreviousPage: false };
    const load = (page: PageArguments) => {
      for (const { queries } of fakes) queries.length = 0;
      const parts = fakes.map(({ upstream }, index) => ({
        name: names[index] ?? '',
        load: (cut: PageArguments) => loadPage(upstream, listingOf(index, newestFirst), cut, { ...allNeeds, ...needs }),
      }));
      return mergePages(parts, newestFirst, page);
    };
    const counts = () => fakes.map(({ queries }) => queries.length);
    const first = await load({ first: 3 });
    expect(counts()).toEqual([1, 1, 1]);
    const second = await load({ first: 3, after: first.entries.at(-1)?.cursor ?? '' });
    expect(counts()).toEqual([1, 1, 1]);
    // Nothing of this list has been shown yet: what has just come is not to be shown after what is older.
    fakes[0]?.documents.push({ id: 5_000, date: at(99) });
    const third = await load({ first: 3, after: second.entries.at(-1)?.cursor ?? '' });
    expect(counts()).toEqual([2, 1, 1]);
    await load({ first: 3, after: third.entries.at(-1)?.cursor ?? '' });
    expect(counts()).toEqual([1, 1, 1]);
  });
});
