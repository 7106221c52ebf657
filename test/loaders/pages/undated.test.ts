import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { encodeDated } from '../../../src/loaders/pages/cursor.ts';
import { openGraph } from '../../support/graph.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';

const none = [
  undefined,
  null,
  '',
  '9 May 2010',
  '0000-00-00T00:00:00',
  '-0001-11-30T00:00:00',
  '2024-99-99T00:00:00',
  7,
];

/** A site that gives its posts such a date. */
const siteOf = (date: unknown) =>
  scriptedSite(({ route, query }) => {
    if (route !== '/wp/v2/posts') return undefined;
    const size = Number(query.get('per_page') ?? 10);
    const rows = [5, 4, 3, 2, 1].map((id) => ({ id, ...(date !== undefined && { date }) }));
    return list(rows.slice(0, size), rows.length);
  });

describe.each(none)('documents of the date %j', (date) => {
  const open = () => openGraph(siteOf(date), { logger: pino({ level: 'silent' }) });

  it.each(['DESC', 'ASC'])('come a page at a time, as WordPress orders them (%s)', async (direction) => {
    const graph = await open();
    const { posts } = await graph.data(
      `{ posts(first: 2, orderBy: { field: DATE, direction: ${direction} }) {
           edges { cursor node { databaseId } } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(posts.edges).toHaveLength(2);
    expect(posts.pageInfo).toEqual({ hasNextPage: true, endCursor: posts.edges[1].cursor });
    const after = await graph.run(`{ posts(first: 2, after: "${posts.pageInfo.endCursor}") { nodes { databaseId } } }`);
    expect(after).toMatchObject({
      data: { posts: null },
      errors: [{ path: ['posts'], extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }],
    });
    expect(after.errors?.[0]?.message).toContain('has no date');
    await graph.close();
  });

  it('are all there where the page takes them all', async () => {
    const graph = await open();
    const { posts } = await graph.data('{ posts(first: 10) { edges { cursor node { databaseId } } } }');
    expect(posts.edges).toHaveLength(5);
    await graph.close();
  });
});

describe('a cursor whose date is none', () => {
  it('is the mistake of who made it up', async () => {
    const graph = await openGraph(siteOf('2024-05-16T16:00:28'));
    for (const argument of ['first: 2, after', 'last: 2, before']) {
      const cursor = encodeDated('date', { date: '2024-99-99T00:00:00', id: 1 });
      const { errors } = await graph.run(`{ posts(${argument}: "${cursor}") { edges { cursor } } }`);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(errors?.[0]?.message).toContain(argument.split(' ').at(-1));
    }
    await graph.close();
  });
});
