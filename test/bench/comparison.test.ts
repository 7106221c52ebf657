import { describe, expect, it } from 'vitest';
import { comparisonTable, ratioCell } from '../../bench/comparison.ts';
import { medianBounds } from '../../bench/statistics.ts';

const count = (length: number) => Array.from({ length }, (_none, index) => index + 1);
const ones = count(21).map(() => 1);

describe('the bounds of a median', () => {
  // From the table of the sign test at 5 %.
  it.each([
    [6, 1, 6],
    [9, 2, 8],
    [10, 2, 9],
    [21, 6, 16],
    [41, 14, 28],
  ])('of %i values are the %i. and the %i.', (length, least, most) => {
    expect(medianBounds(count(length).reverse())).toEqual([least, most]);
  });

  it('are not told by a few values', () => {
    expect(medianBounds(count(5))).toBeUndefined();
  });
});

describe('a ratio', () => {
  const words = ['within', 'beyond'] as const;

  it.each<[string, readonly number[], string]>([
    ['within', ones, '1.00 (1.00-1.00): within'],
    ['beyond', ones.map((one) => one * 1.05), '1.05 (1.05-1.05): beyond'],
    [
      'open where some rounds say this and some that',
      count(21).map((round) => 0.9 + round / 100),
      '1.01 (0.960-1.06): open',
    ],
    ['open after too few rounds', [1, 1, 1], '1.00: open'],
  ])('is %s', (_which, values, cell) => {
    expect(ratioCell(values, ones, words)).toBe(cell);
  });

  it('is taken within a round: a slow round is slow for all', () => {
    const slow = count(21).map((round) => round * 10);
    expect(ratioCell(slow, slow, words)).toBe('1.00 (1.00-1.00): within');
  });
});

it('tells what is slower than before, and what would be slower without a mechanism', () => {
  const variant = { folder: '', settings: {}, createGateway: async () => Promise.reject(new Error('unused')) };
  const milliseconds = new Map([
    ['now', ones.map(() => 2)],
    ['before', ones],
    ['without ahead', ones.map(() => 3)],
  ]);
  const { columns, rows } = comparisonTable(
    'cold',
    [{ what: 'a list', milliseconds }],
    [
      { ...variant, name: 'now', isEarlier: false },
      { ...variant, name: 'before', isEarlier: true },
      { ...variant, name: 'without ahead', isEarlier: false },
    ],
  );
  expect(columns).toEqual(['', 'now', 'now / before', 'without ahead / now', 'rounds']);
  expect(rows).toEqual([
    ['a list', '2.00 (2.00-2.00)', '2.00 (2.00-2.00): **missed**', '1.50 (1.50-1.50): earns its room', '21'],
  ]);
});
