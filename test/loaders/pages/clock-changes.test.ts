import { describe, expect, it } from 'vitest';
import { loadPage } from '../../../src/loaders/pages/load-page.ts';
import type { Listing, PageArguments, PageNeeds } from '../../../src/loaders/pages/page.ts';
import { meant } from '../../../src/loaders/pages/time-filters.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { shifted } from '../../../src/wordpress/seconds.ts';
import { SiteClock } from '../../../src/wordpress/site-clock.ts';
import { fc } from '../../support/chance.ts';
import {
  clockOf,
  type DatedCollectionFake,
  type DatedDocument,
  datedCollection,
} from '../../support/dated-collection.ts';

const needs: PageNeeds = {
  documents: Properties.of('id', 'date', 'modified'),
  total: true,
  cursors: true,
  hasNextPage: true,
  hasPreviousPage: true,
};

/** When the clocks of a zone change, by the time that they showed until then, and by how many seconds. */
const changes = [
  ['Europe/Berlin', '2017-03-26T02:00:00', 3_600],
  ['America/New_York', '2017-03-12T02:00:00', 3_600],
  ['America/Sao_Paulo', '2017-10-15T00:00:00', 3_600],
  ['Australia/Lord_Howe', '2017-10-01T02:00:00', 1_800],
  ['Pacific/Apia', '2011-12-30T00:00:00', 86_400],
  ['Europe/Berlin', '2017-10-29T02:00:00', -3_600],
  ['America/New_York', '2017-11-05T01:00:00', -3_600],
  ['Australia/Lord_Howe', '2017-04-02T01:30:00', -1_800],
] as const;

/** All pages, one after the other, in the order of the connection. */
async function walk(fake: DatedCollectionFake, listing: Listing, size: number, backward: boolean): Promise<number[]> {
  const ids: number[] = [];
  let cursor: string | undefined;
  for (let turn = 0; turn <= fake.documents.length; turn++) {
    const count: PageArguments = backward ? { last: size } : { first: size };
    const place: PageArguments = cursor === undefined ? {} : backward ? { before: cursor } : { after: cursor };
    const page = await loadPage(fake.upstream, listing, { ...count, ...place }, needs);
    const shown = page.entries.map(({ document }) => document.id);
    if (backward) ids.unshift(...shown);
    else ids.push(...shown);
    const [more, passed] = backward
      ? [page.hasPreviousPage, page.hasNextPage]
      : [page.hasNextPage, page.hasPreviousPage];
    expect(passed).toBe(turn > 0);
    if (!more) return ids;
    expect(shown).toHaveLength(size);
    cursor = (backward ? page.entries[0] : page.entries.at(-1))?.cursor;
  }
  throw new Error('The walk does not end.');
}

/** Seconds at, in and around a change, many of them more than once. */
function times(around: string, length: number): fc.Arbitrary<string> {
  const units = Math.abs(length) / 4;
  const edges = fc.integer({ min: -4, max: 12 }).map((quarter) => quarter * units);
  const near = fc.tuple(edges, fc.integer({ min: -1, max: 1 })).map(([edge, second]) => edge + second);
  return near.map((seconds) => shifted(around, seconds));
}

const named = (column: 'date' | 'modified', bound: string) => (column === 'date' ? bound : `modified_${bound}`);

describe.each(changes)('around a change of the clocks in %s at %s by %i seconds', (zone, around, length) => {
  const [onTheClock, clock] = [clockOf(zone), new SiteClock(zone)];
  const documents = fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 14 })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) =>
          fc.record({ id: fc.constant(id), date: times(around, length), modified: times(around, length) }),
        ),
      ),
    );
  const listings = fc.record({
    size: fc.integer({ min: 1, max: 5 }),
    backward: fc.boolean(),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
    column: fc.constantFrom('date' as const, 'modified' as const),
    after: fc.option(times(around, length), { nil: undefined }),
    before: fc.option(times(around, length), { nil: undefined }),
    tie: fc.integer({ min: 1, max: 1_000_000 }),
  });

  it('each document comes once, in its place, and filters mean what is shown', async () => {
    const property = fc.asyncProperty(documents, listings, async (stored: DatedDocument[], chosen) => {
      const { column, direction, after, before, size, backward, tie } = chosen;
      const fake = datedCollection([...stored], (id) => (id * 2_654_435_761 * tie) % 4_294_967_296, onTheClock);
      const storedAt = (id: number) => stored.find((document) => document.id === id)?.[column] ?? '';
      const query = {
        ...(after !== undefined && { [named(column, 'after')]: after }),
        ...(before !== undefined && { [named(column, 'before')]: before }),
      };
      const order = { orderby: column, direction, dated: column };
      const listing = await meant(fake.upstream, { route: '/wp/v2/posts', query, order, clock });
      const shown = stored
        .map(({ id, [column]: time = '' }) => ({ id, time: onTheClock(time) }))
        .filter(({ time }) => (after === undefined || time > after) && (before === undefined || time < before))
        .sort((one, other) => (one.time === other.time ? one.id - other.id : one.time < other.time ? -1 : 1))
        .map(({ id }) => id);
      if (direction === 'desc') shown.reverse();
      expect(listing).not.toBeNull();
      if (!listing) return;
      expect(await walk(fake, listing, size, backward)).toEqual(shown);
      // Without cursors, any of those that are shown at the same time will do.
      const { entries, total } = await loadPage(fake.upstream, listing, { first: size }, { ...needs, cursors: false });
      const timesOf = (ids: readonly number[]) => ids.map((id) => onTheClock(storedAt(id)));
      expect(timesOf(entries.map(({ document }) => document.id))).toEqual(timesOf(shown.slice(0, size)));
      expect(total).toBe(shown.length);
    });
    await fc.assert(property, { numRuns: 150 });
  });
});
