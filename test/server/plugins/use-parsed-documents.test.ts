import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createParsedDocuments } from '../../../src/server/plugins/use-parsed-documents.ts';

const large = (index: number) => `{ ${'site { name } '.repeat(100)} a${index}: site { name } } # ${'x'.repeat(1_000)}`;

describe('parsed documents', () => {
  it('are kept within their bytes, however many are sent', () => {
    const kept = createParsedDocuments(1_000_000);
    for (let index = 0; index < 500; index++) {
      const text = large(index);
      kept.keep(text, parse(text));
      expect(kept.bytes).toBeLessThanOrEqual(1_000_000);
    }
    expect(kept.find(large(499))).toBeDefined();
    expect(kept.find(large(0))).toBeUndefined();
  });

  it('count their tokens, and comments, which are many in few characters', () => {
    const bytesOf = (text: string) => {
      const kept = createParsedDocuments(100_000_000);
      kept.keep(text, parse(text));
      return kept.bytes;
    };
    expect(bytesOf(`{ ${'a '.repeat(1_000)} }`)).toBeGreaterThan(510 * 1_000);
    expect(bytesOf(`{ a ${'#\n'.repeat(10_000)} }`)).toBeGreaterThan(90 * 10_000);
  });

  it('are none without memory for them', () => {
    const kept = createParsedDocuments(0);
    kept.keep('{ a }', parse('{ a }'));
    expect(kept.find('{ a }')).toBeUndefined();
  });
});
