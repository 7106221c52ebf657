import { describe, expect, it } from 'vitest';
import { meant } from '../../../src/loaders/pages/time-filters.ts';
import type { Query } from '../../../src/wordpress/http/rest-root.ts';
import { SiteClock } from '../../../src/wordpress/site-clock.ts';
import { clockOf, datedCollection } from '../../support/dated-collection.ts';

const zone = 'Europe/Berlin';
const times = ['01:59:59', '02:15:00', '03:00:00', '03:10:00', '03:15:00', '04:00:00'];
const site = datedCollection(
  times.map((time, index) => ({ id: index + 1, date: `2017-03-26T${time}`, modified: '2020-01-01T00:00:00' })),
  (id) => id,
  clockOf(zone),
);
const listing = (query: Query) => ({
  route: '/wp/v2/posts',
  query,
  order: { orderby: 'title', direction: 'asc' as const },
  clock: new SiteClock(zone),
});

describe('filters by time', () => {
  it('are WordPress\u2019 own on all other days, and ask for nothing', () => {
    for (const query of [
      {},
      { after: '2017-03-26T01:59:59', before: '2017-03-26T04:00:00' },
      { modified_after: '2017-03-27T02:30:00', search: 'x' },
      { after: '2017-10-29T02:30:00' },
      { after: 'yesterday' },
    ]) {
      const given = listing(query);
      expect(meant(site.upstream, given)).toBe(given);
    }
    expect(site.queries).toEqual([]);
  });

  it.each<[Query, Query]>([
    [{ after: '2017-03-26T02:30:00' }, { after: '2017-03-26T01:59:58', exclude: [1] }],
    [{ after: '2017-03-26T03:10:00' }, { after: '2017-03-26T01:59:58', exclude: [1, 3, 4] }],
    [{ before: '2017-03-26T03:15:00' }, { before: '2017-03-26T04:00:00', exclude: [2, 5] }],
    [
      { before: '2017-03-26T03:15:00', exclude: [7] },
      { before: '2017-03-26T04:00:00', exclude: [7, 2, 5] },
    ],
    [
      { before: '2017-03-26T03:15:00', include: [6, 5, 4] },
      { before: '2017-03-26T04:00:00', include: [6, 4] },
    ],
    [{ modified_after: '2017-03-26T02:30:00' }, { modified_after: '2017-03-26T01:59:58' }],
  ])('of %j ask for %j where clocks change', async (query, expected) => {
    expect((await meant(site.upstream, listing(query)))?.query).toEqual(expected);
  });

  it('find nothing among what is named, if all of it is shown on the wrong side', async () => {
    const query = { include: [2, 5], before: '2017-03-26T03:15:00' };
    expect(await meant(site.upstream, listing(query))).toBeNull();
  });
});
