import { describe, expect, it } from 'vitest';
import { cutAfter, isLongerThan, wordEnds } from '../../../src/graph/fields/words.ts';
import { fc } from '../../support/chance.ts';

const count = (text: string) => [...wordEnds(text)].length;

describe('words', () => {
  it.each([
    ['nothing', '', 0],
    ['white space', ' \n\u00a0\u3000\u200b ', 0],
    ['words and signs', 'A bend — in the river, at 3.14 km/h & more: don’t!', 10],
    ['what is joined', 'well-known co\u00adoperation می\u200cخواهم', 3],
    ['words parted by what does not break', '10\u00a0km', 2],
    ['Korean, which has blanks', '강이 굽이치는 곳', 3],
    ['Chinese', '我们在河边散步。', 5],
    ['Japanese and Latin', 'iPhoneを買いました', 5],
    ['Thai', 'ฉันไปตลาด', 3],
    ['Khmer, parted by what is not seen', 'ខ្ញុំ\u200bទៅ\u200bផ្សារ', 3],
    ['signs of two halves', '𠮷野家', 2],
    ['pictures alone', '🎉 🎉', 0],
  ])('are counted in %s', (_what, text, words) => {
    expect(count(text)).toBe(words);
  });

  it('are as many in a run that goes on and on, however long it is', () => {
    expect(count('朋友'.repeat(20_000))).toBe(20_000);
    // At a thousand characters in a row a word may be cut in two.
    expect(count(`${'a'.repeat(500_000)}${'ตลาด'.repeat(2_000)}`)).toBeGreaterThanOrEqual(1_990);
  });

  it.each([
    ['One two three', 2, 'One two…'],
    ['One two three', 3, 'One two three'],
    ['One two —', 2, 'One two —'],
    ['One, “two.” Three', 2, 'One, “two.”…'],
    ['我们在河边散步。', 2, '我们在…'],
    ['Donau\u00addampf\u200bschiff fahrt', 2, 'Donau\u00addampf\u200bschiff…'],
    ['', 3, ''],
  ])('end where a text is cut: %s', (text, words, cut) => {
    expect(cutAfter(text, words)).toBe(cut);
    expect(isLongerThan(text, words)).toBe(cut !== text);
  });

  it('are never cut in two, nor more than asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 10 }), (text, words) => {
        const cut = cutAfter(text, words);
        if (cut === text) return count(text) <= words;
        const start = cut.slice(0, -1);
        return cut.endsWith('…') && text.startsWith(start) && [...wordEnds(text)][words - 1] === start.length;
      }),
    );
  });
});
