import { describe, expect, it } from 'vitest';
import { document, element, optional, text } from '../../../src/server/publications/xml.ts';
import { readXml } from '../../support/xml.ts';

const read = (value: string) =>
  readXml(document(element('root', { value: value.replaceAll(/[\t\n\r]/g, ' ') }, text(value))));

describe('a text in XML', () => {
  it('is read as it was written, whatever it holds', () => {
    for (const value of ['<b>&amp;</b>', `"it's"`, ']]>', '港の朝 \u{200B}zero', '\u{1F41F}', 'a\tb\nc', '&#0;']) {
      const { text: found, attributes } = read(value);
      expect(found).toBe(value);
      expect(attributes.value).toBe(value.replaceAll(/[\t\n]/g, ' '));
    }
  });

  it('lacks what no document may hold', () => {
    for (const control of ['\u{0}', '\u{8}', '\u{B}', '\u{1F}', '\u{FFFE}', '\u{FFFF}', '\u{D800}', '\u{DFFF}']) {
      expect(read(`a${control}b`).text).toBe('ab');
    }
  });

  it('makes no element where there is none', () => {
    expect(element('a', { b: undefined }, optional('c', undefined), optional('d', ''))).toBe('<a><d/></a>');
  });
});
