import { expect, it } from 'vitest';
import { shortened } from '../../../../src/graph/fields/seo/shortened.ts';

it.each([
  ['Two\n\nlines\t of it', 'Two lines of it'],
  ['The start […]', 'The start…'],
  ['The start ...', 'The start…'],
  ['', ''],
  [`${'word '.repeat(40)}end`, `${'word '.repeat(31).trim()}…`],
  [`${'a'.repeat(153)}, bc`, `${'a'.repeat(153)}…`],
])('cuts %j to what search engines show', (text, cut) => {
  expect(shortened(text)).toBe(cut);
});

it('cuts within a text that has no words, and never within a character', () => {
  const cut = shortened('🌊'.repeat(200));
  expect([...cut]).toHaveLength(155);
  expect(cut.endsWith('🌊…')).toBe(true);
});

it('looks at no more of a long text than it shows', () => {
  expect(shortened(`${'word '.repeat(1_000_000)}end`)).toBe(shortened(`${'word '.repeat(40)}end`));
});

it('leaves a text as it is that fits', () => {
  const text = 'a'.repeat(155);
  expect(shortened(text)).toBe(text);
});
