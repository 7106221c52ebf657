import { describe, expect, it } from 'vitest';
import { date, dateGmt, modified, modifiedGmt } from '../../../src/graph/fields/dates.ts';

describe('a date', () => {
  it.each([
    ['2024-05-16T09:30:00', '2024-05-16T09:30:00'],
    ['2024-02-29T00:00:00', '2024-02-29T00:00:00'],
    ['0000-00-00T00:00:00', null],
    ['2023-02-29T00:00:00', null],
    ['2024-13-01T00:00:00', null],
    ['2024-05-16T25:00:00', null],
    ['tomorrow', null],
    ['', null],
    [false, null],
    [null, null],
    [undefined, null],
    [0, null],
    [[], null],
    [{}, null],
  ])('%j is %j by the site’s clock, and with a Z by UTC', (given, local) => {
    const document = { id: 1, date: given, date_gmt: given, modified: given, modified_gmt: given };
    const read = ({ value }: typeof date) => value({ document } as never, {} as never, {} as never, {} as never);
    expect([date, modified].map(read)).toEqual([local, local]);
    expect([dateGmt, modifiedGmt].map(read)).toEqual(Array(2).fill(local && `${local}Z`));
  });
});
