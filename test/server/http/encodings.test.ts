import { describe, expect, it } from 'vitest';
import { Encodings, encodingFor } from '../../../src/server/http/encodings.ts';

describe('the encoding of an answer', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['identity', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP;Q=1, x', 'gzip'],
    ['*', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.0, gzip;q=0', 'identity'],
    ['br ; q=0.1', 'br'],
    [`gzip${' '.repeat(10_000)}`, 'gzip'],
  ] as const)('is one that the client takes: %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
    const encodings = new Encodings();
    expect([encodings.for(accepted), encodings.for(accepted)]).toEqual([encoding, encoding]);
  });

  it('is found for any number of different values', () => {
    const encodings = new Encodings();
    for (let index = 0; index < 1_000; index++) expect(encodings.for(`br;q=0.${index + 1}`)).toBe('br');
    expect(encodings.for('gzip')).toBe('gzip');
  });
});
