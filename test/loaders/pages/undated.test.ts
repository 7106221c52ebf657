import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { encodeDated } from '../../../src/loaders/pages/cursor.ts';
import { loadPage } from '../../../src/loaders/pages/load-page.ts';
import type { Listing, Page, PageArguments } from '../../../src/loaders/pages/page.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { SiteClock } from '../../../src/wordpress/site-clock.ts';
import { datedCollection } from '../../support/dated-collection.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';

const none = [
  undefined,
  null,
  '',
  '9 May 2010',
  '0000-05-00T00:00:00',
  '2024-99-99T00:00:00',
  '2024-02-30T00:00:00',
  7,
];

/** A site that shows such dates, by which it still orders. */
const siteOf = (dateOf: (id: number) => unknown) =>
  scriptedSite(({ route, query }) => {
    if (route !== '/wp/v2/posts' && route !== '/wp/v2/comments') return undefined;
    const size = Number(query.get('per_page') ?? 10);
    const start = Number(query.get('offset') ?? (Number(query.get('page') ?? 1) - 1) * size);
    const only = query.get('post')?.split(',').map(Number) ?? [0];
    const rows = only.flatMap((post) =>
      [5, 4, 3, 2, 1].map((id) => ({
        id: post * 10 + id,
        post,
        ...(dateOf(id) !== undefined && { date: dateOf(id) }),
      })),
    );
    if (query.get('order') === 'asc') rows.reverse();
    return list(rows.slice(start, start + size), rows.length);
  });

let graph: Graph | undefined;
afterEach(() => graph?.close());
const open = async (dateOf: (id: number) => unknown) => {
  graph = await openGraph(siteOf(dateOf), { logger: pino({ level: 'silent' }) });
  return graph;
};

/** Ids on pages of two, in the order in which they come, by cursors alone. */
async function walk({ data }: Graph, orderBy: string, backward = false): Promise<number[][]> {
  const pages: number[][] = [];
  let place = '';
  for (let page = 0; page < 5; page++) {
    const { posts } = await data(
      `{ posts(${backward ? 'last' : 'first'}: 2${place}, orderBy: ${orderBy}) {
           edges { cursor node { databaseId } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    );
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = posts.pageInfo;
    pages.push(posts.edges.map(({ node }: { node: { databaseId: number } }) => node.databaseId));
    expect([startCursor, endCursor]).toEqual([posts.edges[0].cursor, posts.edges.at(-1).cursor]);
    expect(backward ? hasNextPage : hasPreviousPage).toBe(page > 0);
    if (!(backward ? hasPreviousPage : hasNextPage)) return pages;
    place = backward ? `, before: "${startCursor}"` : `, after: "${endCursor}"`;
  }
  throw new Error('The walk does not end.');
}

describe.each(none)('documents of the date %j', (date) => {
  it('come a page at a time, as WordPress orders them', async () => {
    const site = await open(() => date);
    expect(await walk(site, '{ field: DATE }')).toEqual([[5, 4], [3, 2], [1]]);
    expect(await walk(site, '{ field: DATE, direction: ASC }')).toEqual([[1, 2], [3, 4], [5]]);
    expect(await walk(site, '{ field: DATE }', true)).toEqual([[2, 1], [4, 3], [5]]);
  });

  it('do so among others', async () => {
    const site = await open((id) => (id === 3 ? date : `2024-01-0${id}T00:00:00`));
    expect(await walk(site, '{ field: DATE }')).toEqual([[5, 4], [3, 2], [1]]);
  });

  it('are all there where the page takes them all', async () => {
    const { data } = await open(() => date);
    const { posts } = await data('{ posts(first: 10) { edges { cursor node { databaseId } } } }');
    expect(posts.edges).toHaveLength(5);
  });

  it('are gone on with after those that came with others', async () => {
    const { data } = await open(() => date);
    const query = (place: string) =>
      `{ posts(first: 1) { nodes { comments(first: 3${place}) { nodes { databaseId } pageInfo { hasNextPage endCursor } } } } }`;
    const [first] = (await data(query(''))).posts.nodes;
    const [next] = (await data(query(`, after: "${first.comments.pageInfo.endCursor}"`))).posts.nodes;
    const ids = [first, next].map(({ comments }) =>
      comments.nodes.map((node: { databaseId: number }) => node.databaseId),
    );
    expect(ids).toEqual([
      [55, 54, 53],
      [52, 51],
    ]);
  });
});

describe('dates that were never set, and those of the last year that there is', () => {
  const needs = {
    documents: Properties.of('id', 'date'),
    total: true,
    cursors: true,
    hasNextPage: true,
    hasPreviousPage: true,
  };
  const unset = '0000-00-00T00:00:00';
  const documents = [
    unset,
    unset,
    '2024-01-01T00:00:00',
    '2024-01-02T00:00:00',
    '9999-12-30T00:00:00',
    '9999-12-31T23:59:59',
  ];
  const shown = (time: string) => (time === unset ? '-0001-11-30T00:00:00' : time);
  const site = datedCollection(
    documents.map((date, index) => ({ id: index + 1, date })),
    (id) => -id,
    (time) => shown(time),
  );

  async function walk(direction: 'asc' | 'desc', size: number, backward: boolean): Promise<number[]> {
    const order = { orderby: 'date', direction, dated: 'date' } as const;
    const listing: Listing = { route: '/wp/v2/posts', query: {}, order, clock: new SiteClock('Europe/Berlin') };
    const ids: number[] = [];
    let page: Page | undefined;
    for (let turn = 0; turn < 10; turn++) {
      const cursor = (backward ? page?.entries[0] : page?.entries.at(-1))?.cursor;
      const place: PageArguments = cursor === undefined ? {} : backward ? { before: cursor } : { after: cursor };
      page = await loadPage(
        site.upstream,
        listing,
        { ...(backward ? { last: size } : { first: size }), ...place },
        needs,
      );
      const found = page.entries.map(({ document }) => document.id);
      if (backward) ids.unshift(...found);
      else ids.push(...found);
      if (!(backward ? page.hasPreviousPage : page.hasNextPage)) return ids;
    }
    throw new Error('The walk does not end.');
  }

  it.each([1, 2, 3, 5, 6, 7])('have their place, in pages of %i', async (size) => {
    for (const backward of [false, true]) {
      expect(await walk('asc', size, backward)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(await walk('desc', size, backward)).toEqual([6, 5, 4, 3, 2, 1]);
    }
  });
});

describe('a cursor whose date is none', () => {
  it('is the mistake of who made it up', async () => {
    const { run } = await open(() => '2024-05-16T16:00:28');
    for (const argument of ['first: 2, after', 'last: 2, before']) {
      const cursor = encodeDated('date', { date: '2024-99-99T00:00:00', id: 1 });
      const { errors } = await run(`{ posts(${argument}: "${cursor}") { edges { cursor } } }`);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(errors?.[0]?.message).toContain(argument.split(' ').at(-1));
    }
  });
});
