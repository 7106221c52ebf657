import { describe, expect, it } from 'vitest';
import { boundsOfDate, readArchiveDate, writtenDate } from '../../src/wordpress/archive-dates.ts';

describe('dates of archives', () => {
  it.each([
    ['2024', { after: '2023-12-31T23:59:59', before: '2025-01-01T00:00:00' }],
    ['2024-02', { after: '2024-01-31T23:59:59', before: '2024-03-01T00:00:00' }],
    ['2024-12', { after: '2024-11-30T23:59:59', before: '2025-01-01T00:00:00' }],
    ['2024-02-29', { after: '2024-02-28T23:59:59', before: '2024-03-01T00:00:00' }],
    ['0099-01', { after: '0098-12-31T23:59:59', before: '0099-02-01T00:00:00' }],
    ['9999-12', { after: '9999-11-30T23:59:59' }],
  ])('%s is read, lies between two seconds, and is written as it came', (text, bounds) => {
    const date = readArchiveDate(text);
    expect(date && boundsOfDate(date)).toEqual(bounds);
    expect(date && writtenDate(date)).toBe(text);
  });

  it.each(['', '24', '2024-13', '2023-02-29', '2024-05-16T00', '2024-5', '0000'])('"%s" is none', (text) => {
    expect(readArchiveDate(text)).toBeNull();
  });
});
