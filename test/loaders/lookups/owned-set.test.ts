import { describe, expect, it } from 'vitest';
import { enoughFor, idsAt, pageOfSet, setsOf } from '../../../src/loaders/lookups/owned-set.ts';
import type { Order } from '../../../src/loaders/pages/order.ts';
import type { PageNeeds } from '../../../src/loaders/pages/page.ts';
import { learned } from '../../../src/store/known-document.ts';
import type { RestDocument } from '../../../src/wordpress/documents.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { SiteClock } from '../../../src/wordpress/site-clock.ts';

const clock = new SiteClock();
const newestFirst: Order = { orderby: 'date', direction: 'desc', dated: 'date' };
const properties = Properties.of('id', 'date', 'categories');
const nodes: PageNeeds = {
  documents: properties,
  total: false,
  cursors: false,
  hasNextPage: false,
  hasPreviousPage: false,
};

/** Rows of a common page: id, seconds after midnight, and the terms that it has. */
function pageOf(rows: readonly (readonly [number, number, readonly number[]])[], total: number) {
  const documents = rows.map(([id, second, categories]) => {
    const date = new Date(Date.UTC(2024, 0, 1, 0, 0, second)).toISOString().slice(0, 19);
    return learned({ id, date, categories } as unknown as RestDocument, properties, 1_000) as never;
  });
  return { documents, total, totalPages: undefined };
}

// Term 1 has two documents ahead of the last second and two in it, term 2 one in it.
const rows = pageOf(
  [
    [40, 9, [1]],
    [39, 8, [1]],
    [20, 5, [1, 2]],
    [30, 5, [1]],
  ],
  100,
);
const categoriesOf = (document: RestDocument) => idsAt(document, 'categories');
const sets = setsOf(rows, false, [1, 2, 3], categoriesOf, newestFirst, clock);
const idsOf = (owner: number, first: number, needs: Partial<PageNeeds> = {}) => {
  const set = sets.get(owner);
  const page = set && pageOfSet(set, newestFirst, clock, { first }, { ...nodes, ...needs });
  return page?.entries.map(({ document }) => document.id);
};

describe('what a common page says of one owner', () => {
  it('is sure ahead of the second that it ends within', () => {
    expect(idsOf(1, 2)).toEqual([40, 39]);
    expect(idsOf(1, 2, { cursors: true })).toEqual([40, 39]);
  });

  it('is enough where it ends within that second, unless a cursor is given out: others may stand before them', () => {
    expect(idsOf(1, 3)).toEqual([40, 39, 30]);
    expect(idsOf(1, 3, { hasNextPage: true })).toEqual([40, 39, 30]);
    expect(idsOf(1, 3, { cursors: true })).toBeUndefined();
    expect(idsOf(2, 1)).toEqual([20]);
  });

  it('is not enough where it shows too few, or nothing: there may be more, and how many', () => {
    expect(idsOf(1, 5)).toBeUndefined();
    expect(idsOf(1, 4, { hasNextPage: true })).toBeUndefined();
    expect(idsOf(3, 1)).toBeUndefined();
    expect(idsOf(1, 2, { total: true })).toBeUndefined();
    expect(enoughFor({ first: 2 }, { ...nodes, total: true })).toBe(Number.POSITIVE_INFINITY);
  });

  it('is all where the page holds all', () => {
    const whole = setsOf(pageOf([[7, 5, [1]]], 1), true, [1, 3], categoriesOf, newestFirst, clock);
    const pages = [1, 3].map((owner) => {
      const set = whole.get(owner);
      return set && pageOfSet(set, newestFirst, clock, { first: 5 }, { ...nodes, total: true, cursors: true });
    });
    expect(pages.map((page) => page?.total)).toEqual([1, 0]);
    expect(pages.map((page) => page?.hasNextPage)).toEqual([false, false]);
  });
});

describe('a common page that ends where dates do not tell what was cut off', () => {
  const found = (dates: readonly string[], zone?: string) => {
    const documents = dates.map((date, index) => ({ id: index + 1, date, categories: [1] }) as unknown as RestDocument);
    const rows = { documents: documents.map((document) => learned(document, properties, 1_000) as never), total: 100 };
    const clock = new SiteClock(zone);
    const set = setsOf({ ...rows, totalPages: undefined }, false, [1], categoriesOf, newestFirst, clock).get(1);
    const ids = (first: number) => {
      const page = set && pageOfSet(set, newestFirst, clock, { first }, nodes);
      return page?.entries.map(({ document }) => document.id);
    };
    return { one: ids(1), two: ids(2) };
  };
  const [four, ten, moved] = ['2017-03-26T04:00:00', '2017-03-26T03:10:00', '2017-03-26T03:30:00'];

  it('is sure ahead of the stretch around a change of clocks', () => {
    expect(found([four, ten, moved], 'Europe/Berlin')).toEqual({ one: [1], two: undefined });
  });

  it('is not sure of anything in an order of the site\u2019s own', () => {
    expect(found([ten, four, '2017-01-01T00:00:00'])).toEqual({ one: undefined, two: undefined });
    expect(found([four, '9 May 2010'])).toEqual({ one: undefined, two: undefined });
  });

  it('is in that order where it is all', () => {
    const undated = [3, 1, 2].map((id) => learned({ id } as RestDocument, properties, 1_000) as never);
    const set = { documents: undated, whole: true };
    const page = pageOfSet(set, newestFirst, clock, { first: 2 }, { ...nodes, cursors: true });
    expect(page?.entries.map(({ document }) => document.id)).toEqual([3, 1]);
    const after = page?.entries[1]?.cursor ?? '';
    const next = pageOfSet(set, newestFirst, clock, { first: 2, after }, nodes);
    expect(next?.entries.map(({ document }) => document.id)).toEqual([2]);
  });
});
