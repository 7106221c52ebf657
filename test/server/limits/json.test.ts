import { describe, expect, it } from 'vitest';
import { ClientGone } from '../../../src/errors.ts';
import { EventLoop } from '../../../src/event-loop.ts';
import { jsonLength, writeJson } from '../../../src/server/limits/json.ts';

const staying = { isDeserted: false };

const values: unknown[] = [
  null,
  true,
  0,
  -1.5,
  'text with "quotes" and ä',
  [],
  {},
  [1, [2, [3]], { a: null }],
  { a: { b: { c: [] } }, 'key "quoted"': undefined, d: [undefined, 1] },
  { at: new Date(0), list: [new Date(1)] },
  Array.from({ length: 20_000 }, (_, index) => ({ id: index, nested: { text: 'x'.repeat(20) } })),
];

describe('JSON that is written a slice at a time', () => {
  it('is what JSON.stringify writes', async () => {
    for (const value of values) {
      expect((await writeJson(value, 10_000_000, new EventLoop(), staying))?.toString()).toBe(JSON.stringify(value));
    }
  });

  it('is none beyond its limit, counted in bytes', async () => {
    const text = 'ä'.repeat(100_000);
    expect(await writeJson([text], 200_003, new EventLoop(), staying)).toBeUndefined();
    expect(await writeJson([text], 200_004, new EventLoop(), staying)).toHaveLength(200_004);
  });

  it('ends where its reader has left', async () => {
    const reader = { isDeserted: false };
    const rows = Array.from({ length: 100_000 }, (_, id) => ({ id, nested: { id } }));
    const written = writeJson(rows, 100_000_000, new EventLoop(), reader);
    reader.isDeserted = true;
    await expect(written).rejects.toThrow(ClientGone);
  });

  it('lets others have their turn', async () => {
    // Each takes a millisecond to write, on whatever machine.
    const toJSON = () => {
      const end = performance.now() + 1;
      while (performance.now() < end);
      return 'x'.repeat(64_000);
    };
    let turns = 0;
    const interval = setInterval(() => turns++, 1);
    await writeJson(Array(100).fill({ toJSON }), 100_000_000, new EventLoop(), staying);
    clearInterval(interval);
    expect(turns).toBeGreaterThan(0);
  });
});

describe('the length of JSON', () => {
  it('is at least told as it is, but for escapes, and no more than about that', () => {
    for (const value of values) {
      const length = JSON.stringify(value).length;
      expect(jsonLength(value, 10_000_000)).toBeLessThan(2 * length + 20);
      expect(jsonLength(value, 10_000_000)).toBeGreaterThan(length / 2 - 20);
    }
  });

  it('is looked for no further than has to be known, however deep or long the value is', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 200_000; level++) deep = [deep];
    expect(jsonLength(deep, 1_000)).toBeGreaterThan(1_000);
    expect(jsonLength(deep, 10_000_000)).toBeLessThan(1_000_000);
    const endless: unknown[] = [];
    endless.push(endless, endless);
    expect(jsonLength(endless, 1_000)).toBeLessThan(1_100);
  });
});
