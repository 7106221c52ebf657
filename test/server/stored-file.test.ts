import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Stored, StoredFile } from '../../src/server/stored-file.ts';

const text = 'the quick brown fox '.repeat(100);

function stored(encoding: Stored['encoding'], bytes: Uint8Array) {
  let loads = 0;
  const load = async () => {
    loads += 1;
    if (loads === 1) return bytes;
    throw new Error('It was loaded before.');
  };
  return { file: new StoredFile({ encoding, load }), loads: () => loads };
}

describe.each([
  ['br', brotliCompressSync(text)],
  ['identity', Buffer.from(text)],
] as const)('a file that is stored as %s', (encoding, bytes) => {
  it('is given in each encoding, and loaded and encoded once', async () => {
    const { file, loads } = stored(encoding, bytes);
    const [br, gzip, identity] = await Promise.all([file.in('br'), file.in('gzip'), file.in('identity')]);
    expect(brotliDecompressSync(br).toString()).toBe(text);
    expect(gunzipSync(gzip).toString()).toBe(text);
    expect(Buffer.from(identity).toString()).toBe(text);
    expect(await file.in('gzip')).toBe(gzip);
    expect(loads()).toBe(1);
  });
});

describe('a file that cannot be loaded', () => {
  it('is tried again by who asks next', async () => {
    let isThere = false;
    const load = async () => {
      if (!isThere) throw new Error('Not yet.');
      return Buffer.from(text);
    };
    const file = new StoredFile({ encoding: 'identity', load });
    await expect(file.in('gzip')).rejects.toThrow('Not yet.');
    isThere = true;
    expect(gunzipSync(await file.in('gzip')).toString()).toBe(text);
  });
});
