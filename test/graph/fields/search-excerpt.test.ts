import { describe, expect, it } from 'vitest';
import { excerptAround } from '../../../src/graph/fields/search-excerpt.ts';

const text = 'One two three four five six seven eight nine ten eleven twelve.';

describe('the excerpt of a text', () => {
  it.each([
    ['seven', 6, '…five six seven eight nine ten…'],
    ['SEVEN', 3, '…six seven eight…'],
    ['one', 3, 'One two three…'],
    ['twelve', 3, '…eleven twelve.'],
    ['nowhere', 2, 'One two…'],
    ['nine "two three"', 3, '…two three four…'.replace('…two', 'One two').replace(' four', '')],
    ['-one eight', 1, '…eight…'],
    ['(', 2, 'One two…'],
    ['saw-mill eight', 1, '…eight…'],
    ['one', 50, text],
  ])('around %s, in %i words, is %s', (query, words, excerpt) => {
    expect(excerptAround(text, query, words)).toBe(excerpt);
  });

  it('parts words that are written without spaces', () => {
    const found = excerptAround('私は昨日の朝に港へ行きました。とても寒かったです。', '港', 3);
    expect(found).toMatch(/港/);
    expect(found.length).toBeLessThan(12);
  });

  it('is on one line, and keeps what cannot be seen', () => {
    expect(excerptAround('a\n\nb\u200bc  d', 'b', 9)).toBe('a b\u200bc d');
  });

  it('parts no character of two units', () => {
    for (const words of [1, 2, 3]) {
      expect(() => encodeURIComponent(excerptAround(`a${'😀'.repeat(1_000)}`, 'nowhere', words))).not.toThrow();
      expect(excerptAround(`${'😀'.repeat(1_000)} needle`, 'needle', words)).not.toMatch(/^…[\uDC00-\uDFFF]/);
    }
  });

  it('of nothing is empty', () => {
    expect(excerptAround('', 'x', 5)).toBe('');
  });

  it('takes no longer for a long text than its length', () => {
    const long = `${'word '.repeat(200_000)}needle ${'word '.repeat(1_000)}`;
    const began = performance.now();
    expect(excerptAround(long, 'needle', 5)).toBe('…word needle word word word…');
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
