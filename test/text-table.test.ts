import { describe, expect, it } from 'vitest';
import { cut, tableLines } from '../src/text-table.ts';

describe('a table of text', () => {
  const rows = [
    ['NAME', 'KIND', 'PLACE'],
    ['a', 'taxonomy', '/a'],
    ['longer', 'type', ''],
  ];

  it('has columns as wide as what is in them', () => {
    expect(tableLines(rows, Number.POSITIVE_INFINITY)).toEqual([
      'NAME    KIND      PLACE',
      'a       taxonomy  /a',
      'longer  type',
    ]);
  });

  it('is not wider than a terminal', () => {
    expect(tableLines(rows, 12)).toEqual(['NAME    KIN…', 'a       tax…', 'longer  type']);
    expect(cut('🎉🎉🎉', 2)).toBe('🎉…');
  });

  it('may be empty', () => {
    expect(tableLines([], 80)).toEqual([]);
  });
});
