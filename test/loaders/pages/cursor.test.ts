import { describe, expect, it } from 'vitest';
import { decodeDated, decodeIndex, encodeDated, encodeIndex } from '../../../src/loaders/pages/cursor.ts';

const encoded = (...parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const refusal = 'Argument "after": is not a cursor of this connection in this order';
const date = '2024-05-16T16:00:28';

describe('a cursor', () => {
  it('comes back as it was given out', () => {
    for (const place of [
      { date, id: 7 },
      { date: '', id: 7 },
    ]) {
      expect(decodeDated('after', encodeDated('date', place), 'date')).toEqual(place);
    }
    expect(decodeIndex('after', encodeIndex(12))).toBe(12);
  });

  it.each([
    ['a month and a day that are none', '2024-99-99T00:00:00'],
    ['a day that the month has not', '2024-02-30T00:00:00'],
    ['an hour that is none', '2024-05-16T24:00:00'],
    ['the year 0', '0000-01-01T00:00:00'],
    ['a year whose next one has five digits', '9999-12-31T23:59:59'],
    ['a year before Christ', '-0001-11-30T00:00:00'],
    ['words', '9 May 2010'],
    ['a fraction of a second', '2024-05-16T16:00:28.5'],
    ['two lines', `${date}\n`],
    ['a number', 7],
    ['nothing', null],
  ])('with %s for its date is refused', (_what, wrong) => {
    expect(() => decodeDated('after', encoded('date', wrong, 7), 'date')).toThrow(refusal);
  });

  it.each([0, -1, 1.5, 2 ** 53, '7', null, [7], { id: 7 }])('with %j for an id is refused', (wrong) => {
    expect(() => decodeDated('after', encoded('date', date, wrong), 'date')).toThrow(refusal);
  });

  it.each([-1, 1.5, 2 ** 31, '7', null, [7]])('with %j for an index is refused', (wrong) => {
    expect(() => decodeIndex('after', encoded(wrong))).toThrow(refusal);
  });

  it('of another order, or of none, is refused', () => {
    expect(() => decodeDated('after', encoded('modified', date, 7), 'date')).toThrow(refusal);
    expect(() => decodeDated('after', encoded('date', date, 7, 8), 'date')).toThrow(refusal);
    expect(() => decodeIndex('after', encoded(1, 2))).toThrow(refusal);
    for (const text of ['', 'x', encodeIndex(1), Buffer.from('{"0":"date"}').toString('base64url')]) {
      expect(() => decodeDated('after', text, 'date')).toThrow(refusal);
    }
  });
});
