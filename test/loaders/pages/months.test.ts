import { describe, expect, it } from 'vitest';
import { countMonths } from '../../../src/loaders/pages/months.ts';
import type { Upstream } from '../../../src/loaders/source/operation-source.ts';
import { writtenDate } from '../../../src/wordpress/archive-dates.ts';
import { shifted } from '../../../src/wordpress/seconds.ts';
import { SiteClock } from '../../../src/wordpress/site-clock.ts';
import { type DatedDocument, datedCollection } from '../../support/dated-collection.ts';

/** So many documents, one every so many hours. */
const every = (hours: number, count: number): DatedDocument[] =>
  Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    date: shifted('2020-01-01T00:00:00', index * hours * 3600),
  }));

async function read(documents: DatedDocument[], change: (upstream: Upstream) => Upstream = (same) => same) {
  const { upstream, queries } = datedCollection(documents, (id) => -id);
  const months = await countMonths(change(upstream), { route: '/wp/v2/posts', query: {}, clock: new SiteClock() });
  return { months: months.map(({ date, count }) => [writtenDate(date), count]), requests: queries.length };
}

function expected(documents: DatedDocument[]) {
  const counts = new Map<string, number>();
  for (const { date } of documents) counts.set(date.slice(0, 7), (counts.get(date.slice(0, 7)) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => (one < other ? 1 : -1));
}

describe('months', () => {
  it.each([
    ['none', every(1, 0), 1],
    ['as many as a page', every(20, 100), 1],
    ['a few pages', every(20, 250), 3],
    ['many in few months, which are counted', every(1, 3000), 2 + 4],
    ['few a month, which are read', every(200, 900), 1 + 1 + 8],
  ])('of %s are told with as few requests as that takes', async (_what, documents, requests) => {
    expect(await read(documents)).toEqual({ months: expected(documents), requests });
  });

  it('are counted where many are of one second', async () => {
    const documents = every(1, 700).map(({ id, date }) => ({ id, date: `${date.slice(0, 8)}01T00:00:00` }));
    expect((await read(documents)).months).toEqual(expected(documents));
  });

  it('are all read where a site orders in a way of its own', async () => {
    const documents = every(2, 2000);
    const { upstream } = datedCollection(
      documents,
      (id) => -id,
      undefined,
      (id) => (id * 7919) % 2003,
    );
    const months = await countMonths(upstream, { route: '/wp/v2/posts', query: {}, clock: new SiteClock() });
    expect(months.map(({ date, count }) => [writtenDate(date), count])).toEqual(expected(documents));
  });

  it('are read to the end where the site hides how many there are', async () => {
    const documents = every(24, 450);
    const { months, requests } = await read(documents, (upstream) => ({
      ...upstream,
      rows: async (...asked) => ({ ...(await upstream.rows(...asked)), total: undefined }),
    }));
    expect([months, requests]).toEqual([expected(documents), 6]);
  });

  it('have none of what was never dated', async () => {
    const documents = [...every(24, 40), { id: 99, date: '0000-00-00T00:00:00' }];
    expect((await read(documents)).months).toEqual(expected(documents.slice(0, -1)));
  });

  it('of more pages than may be asked for fail as soon as that shows, whatever number of them the site tells', async () => {
    const { upstream } = datedCollection(every(24, 40), (id) => -id);
    let asked = 0;
    const limited: Upstream = {
      ...upstream,
      async rows(...request) {
        if (asked++ >= 50) throw new Error('No more.');
        const list = await upstream.rows(...request);
        return { ...list, documents: [...list.documents].reverse(), total: 2 ** 31 - 1 };
      },
    };
    const counting = countMonths(limited, { route: '/wp/v2/posts', query: {}, clock: new SiteClock() });
    await expect(counting).rejects.toThrow('No more.');
    expect(asked).toBeLessThan(200);
  });
});
