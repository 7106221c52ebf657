import { describe, expect, it } from 'vitest';
import { readBatching } from '../../../src/wordpress/discovery/batching.ts';
import type { RestGet } from '../../../src/wordpress/http/client.ts';

const posts = '/wp/v2/posts';
const all = { per_page: { maximum: 100 }, include: {}, slug: {}, offset: {} };
const usual = { largestPage: 100, batches: { include: true, slug: true }, skips: true };

/** What a site's index says of a route. */
async function read(args: unknown, methods: unknown = ['GET'], route = posts) {
  const get: RestGet = async () => {
    const body = { routes: { [route]: { endpoints: { 0: { methods, args } } } } };
    return { body, total: undefined, totalPages: undefined, bytes: 1, date: 0 };
  };
  return (await readBatching(get, [{ route }])).get(route);
}

describe('what a site’s index says of a collection', () => {
  it.each([
    [all, usual],
    [
      { ...all, per_page: { maximum: 20 } },
      { ...usual, largestPage: 20 },
    ],
    [
      { ...all, per_page: { maximum: '50' } },
      { ...usual, largestPage: 50 },
    ],
    // More than core's hundred at a time is not asked for.
    [{ ...all, per_page: { maximum: 500 } }, usual],
    [{ ...all, per_page: {} }, usual],
    [
      { ...all, per_page: { maximum: 0 } },
      { ...usual, largestPage: 1 },
    ],
    [
      { ...all, include: undefined },
      { ...usual, batches: { include: false, slug: true } },
    ],
    [{ per_page: { maximum: 5 } }, { largestPage: 5, batches: { include: false, slug: false }, skips: false }],
  ])('is how much of it one request may ask for: %o', async (args, expected) => {
    expect(await read(JSON.parse(JSON.stringify(args)))).toEqual(expected);
  });

  it.each([
    ['names no arguments', [], ['GET']],
    ['names some other ones', { context: {} }, ['GET']],
    ['has another endpoint first', all, ['POST']],
    ['says nothing readable', 'none', null],
  ])('is nothing where it %s', async (_what, args, methods) => {
    expect(await read(args, methods)).toBeUndefined();
  });

  it('is nothing where the index is refused', async () => {
    const get: RestGet = async () => {
      throw new Error('No.');
    };
    expect(await readBatching(get, [{ route: posts }])).toEqual(new Map());
  });

  it('is asked for in addresses that servers take, without names that would be taken for paths', async () => {
    const asked: string[] = [];
    const get: RestGet = async ({ query }) => {
      asked.push(String(query?._fields));
      return { body: { routes: {} }, total: undefined, totalPages: undefined, bytes: 1, date: 0 };
    };
    const routes = Array.from({ length: 45 }, (_, index) => ({ route: `/wp/v2/a-type-of-content-${index}` }));
    await readBatching(get, [...routes, { route: '/wp/v2/my.things' }]);
    expect(asked).toHaveLength(3);
    for (const fields of asked) expect(fields.length).toBeLessThan(7_000);
    expect(asked.join()).not.toContain('my.things');
  });
});
