import { describe, expect, it } from 'vitest';
import { readIndexOf } from '../../../src/wordpress/discovery/index-arguments.ts';
import type { RestGet } from '../../../src/wordpress/http/client.ts';

describe('what a site’s index says of its routes', () => {
  it('is by route', async () => {
    const posts = { endpoints: { 0: { methods: ['GET'], args: { per_page: { maximum: 20 } } } } };
    const get: RestGet = async () => {
      const body = { routes: { '/wp/v2/posts': posts } };
      return { body, total: undefined, totalPages: undefined, bytes: 1, date: 0 };
    };
    expect(await readIndexOf(get, ['/wp/v2/posts', '/wp/v2/pages'])).toEqual(
      new Map([
        ['/wp/v2/posts', posts],
        ['/wp/v2/pages', undefined],
      ]),
    );
  });

  it('is nothing where the index is refused', async () => {
    const get: RestGet = async () => {
      throw new Error('No.');
    };
    expect(await readIndexOf(get, ['/wp/v2/posts'])).toEqual(new Map([['/wp/v2/posts', undefined]]));
  });

  it('is asked for in addresses that servers take, without names that would be taken for paths', async () => {
    const asked: string[] = [];
    const get: RestGet = async ({ query }) => {
      asked.push(String(query?._fields));
      return { body: { routes: {} }, total: undefined, totalPages: undefined, bytes: 1, date: 0 };
    };
    const routes = Array.from({ length: 45 }, (_, index) => `/wp/v2/a-type-of-content-${index}`);
    await readIndexOf(get, [...routes, '/wp/v2/my.things']);
    expect(asked).toHaveLength(3);
    for (const fields of asked) expect(fields.length).toBeLessThan(7_000);
    expect(asked.join()).not.toContain('my.things');
  });
});
