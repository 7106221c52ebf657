import { describe, expect, it } from 'vitest';
import { decodePlace, encodeDated, encodeIndex } from '../../../src/loaders/pages/cursor.ts';
import type { Order } from '../../../src/loaders/pages/order.ts';

const encoded = (...parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const refusal = 'Argument "after": is not a cursor of this connection in this order';
const date = '2024-05-16T16:00:28';

const byDate: Order = { orderby: 'date', direction: 'desc', dated: 'date' };
const byTitle: Order = { orderby: 'title', direction: 'asc' };
const decode = (cursor: string, order = byDate) => decodePlace('after', cursor, order);

describe('a cursor', () => {
  it.each([date, '2024-02-29T00:00:00', '9999-12-31T23:59:59', '-0001-11-30T00:00:00', '0000-00-00T00:00:00'])(
    'of the date %s comes back as it was given out',
    (each) => {
      expect(decode(encodeDated('date', { date: each, id: 7 }))).toEqual({ date: each, id: 7 });
    },
  );

  it.each([byDate, byTitle])('of an index comes back as it was given out, by $orderby', (order) => {
    expect(decode(encodeIndex(order, 12), order)).toBe(12);
    expect(decode(encodeIndex(order, 0), order)).toBe(0);
  });

  it.each([
    ['a month and a day that are none', '2024-99-99T00:00:00'],
    ['a day that the month has not', '2024-02-30T00:00:00'],
    ['an hour that is none', '2024-05-16T24:00:00'],
    ['the year 0', '0000-01-01T00:00:00'],
    ['a year before Christ', '-0044-03-15T00:00:00'],
    ['words', '9 May 2010'],
    ['a fraction of a second', '2024-05-16T16:00:28.5'],
    ['two lines', `${date}\n`],
    ['none', ''],
    ['a number', 7],
    ['nothing', null],
  ])('with %s for its date is refused', (_what, wrong) => {
    expect(() => decode(encoded('date', wrong, 7))).toThrow(refusal);
  });

  it.each([0, -1, 1.5, 2 ** 53, '7', null, [7], { id: 7 }])('with %j for an id is refused', (wrong) => {
    expect(() => decode(encoded('date', date, wrong))).toThrow(refusal);
  });

  it.each([-1, 1.5, 2 ** 31, '7', null, [7]])('with %j for an index is refused', (wrong) => {
    expect(() => decode(encoded(wrong), byTitle)).toThrow(refusal);
    expect(() => decode(encoded('date', wrong))).toThrow(refusal);
  });

  it('of another order, or of none, is refused', () => {
    expect(() => decode(encoded('modified', date, 7))).toThrow(refusal);
    expect(() => decode(encoded('modified', 7))).toThrow(refusal);
    expect(() => decode(encoded('date', date, 7, 8))).toThrow(refusal);
    expect(() => decode(encodeIndex(byTitle, 7))).toThrow(refusal);
    expect(() => decode(encodeIndex(byDate, 7), byTitle)).toThrow(refusal);
    expect(() => decode(encodeDated('date', { date, id: 7 }), byTitle)).toThrow(refusal);
    for (const text of ['', 'x', encoded(1, 2), encoded(), Buffer.from('{"0":"date"}').toString('base64url')]) {
      expect(() => decode(text)).toThrow(refusal);
      expect(() => decode(text, byTitle)).toThrow(refusal);
    }
  });
});
