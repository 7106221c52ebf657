import { describe, expect, it } from 'vitest';
import { readArguments, readNamespace } from '../../../src/wordpress/discovery/indexes.ts';
import type { RestGet } from '../../../src/wordpress/http/client.ts';
import type { Query } from '../../../src/wordpress/http/rest-root.ts';

function indexOf(routes: object) {
  const asked: Query[] = [];
  const get: RestGet = async ({ query }) => {
    asked.push(query ?? {});
    return { body: { routes }, total: undefined, totalPages: undefined, bytes: 1, date: 0 };
  };
  return { get, asked };
}
const manyRoutes = (count: number) => Array.from({ length: count }, (_, index) => `/wp/v2/a-type-of-content-${index}`);
const posts = { endpoints: { 0: { methods: ['GET'], args: { per_page: { maximum: 20 } } } } };

describe.each([
  ['of a site', readArguments],
  ['of a namespace', (get: RestGet, routes: readonly string[]) => readNamespace(get, '/wp/v2', routes)],
] as const)('an index %s', (_what, read) => {
  it('says by route what it has of it', async () => {
    expect(await read(indexOf({ '/wp/v2/posts': posts }).get, ['/wp/v2/posts', '/wp/v2/pages'])).toEqual(
      new Map([['/wp/v2/posts', posts]]),
    );
  });

  it.each([[undefined], [7], [[]]])('says nothing where it has something else: %j', async (routes) => {
    expect(await read(indexOf(routes as never).get, ['/wp/v2/posts'])).toEqual(new Map());
  });

  it('says nothing where it is refused', async () => {
    const get: RestGet = async () => {
      throw new Error('No.');
    };
    expect(await read(get, ['/wp/v2/posts'])).toEqual(new Map());
  });

  it('is asked for in addresses that servers take', async () => {
    const { get, asked } = indexOf({});
    for (const count of [20, 45]) await read(get, manyRoutes(count));
    for (const { _fields: fields = '' } of asked) expect(String(fields).length).toBeLessThan(7_000);
  });
});

describe('of an index', () => {
  it('no more is asked for than the arguments of some routes, without names that would be taken for paths', async () => {
    const { get, asked } = indexOf({});
    await readArguments(get, [...manyRoutes(45), '/wp/v2/my.things']);
    expect(asked).toHaveLength(3);
    expect(JSON.stringify(asked)).not.toContain('my.things');
  });

  it('no more is asked for than some routes of a namespace, or all of them at once', async () => {
    const { get, asked } = indexOf({});
    await readNamespace(get, '/wp/v2', ['/wp/v2/posts']);
    await readNamespace(get, '/wp/v2', manyRoutes(45));
    await readNamespace(get, '/wp/v2', ['/wp/v2/my.things']);
    const members = ['schema.properties', 'endpoints.0.methods', 'endpoints.0.args'];
    expect(asked).toEqual([
      { context: 'help', _fields: members.map((member) => `routes./wp/v2/posts.${member}`).join() },
      { context: 'help' },
      { context: 'help' },
    ]);
  });
});
