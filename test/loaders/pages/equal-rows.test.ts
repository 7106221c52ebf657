import { afterEach, describe, expect, it } from 'vitest';
import { loadPage } from '../../../src/loaders/pages/load-page.ts';
import type { Order } from '../../../src/loaders/pages/order.ts';
import { type Listing, type PageArguments, type PageNeeds, pageOfList } from '../../../src/loaders/pages/page.ts';
import type { DocumentList } from '../../../src/loaders/source/document-list.ts';
import type { Upstream } from '../../../src/loaders/source/operation-source.ts';
import { learned } from '../../../src/store/known-document.ts';
import type { RestDocument } from '../../../src/wordpress/documents.ts';
import type { Query } from '../../../src/wordpress/http/rest-root.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { fc } from '../../support/chance.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type Answer, scriptedSite } from '../../support/scripted-site.ts';

const route = '/wp/v2/things';

interface Thing {
  readonly id: number;
  readonly key: number;
}

/** Takes rows out of each page after it was cut, as what a viewer may not see. */
function hiding({ rows, ...others }: Upstream, isHidden: (id: number) => boolean): Upstream {
  return {
    ...others,
    async rows(...asked) {
      const list = await rows(...asked);
      return { ...list, documents: list.documents.filter(({ document }) => !isHidden(document.id)) };
    },
  };
}

/**
 * A collection ordered by one column, as a database has it: what is equal in it comes in another order for each page, and in the
 * same order each time for the same page. Asked for whole pages only, or by `offset` as well.
 */
function collection(things: readonly Thing[], skips: boolean) {
  const asked: Query[] = [];
  const rows = async (_route: string, query: Query): Promise<DocumentList> => {
    asked.push(query);
    const { include, orderby, order, per_page, page = 1, offset } = query;
    const size = Number(per_page);
    const start = skips && offset !== undefined ? Number(offset) : (Number(page) - 1) * size;
    const rank = ({ id }: Thing) => (id * 7_919 + start * 104_729 + size * 31) % 1_009;
    const sign = order === 'desc' ? -1 : 1;
    const matching = things
      .filter(({ id }) => !Array.isArray(include) || include.includes(id))
      .sort((one, other) => {
        if (orderby === 'id') return (one.id - other.id) * sign;
        return (one.key - other.key) * sign || rank(one) - rank(other);
      });
    const documents = matching
      .slice(start, start + size)
      .map(({ id, key }) => learned({ id, author: key } as RestDocument, Properties.of('id', 'author'), 0) as never);
    return { documents, total: matching.length, totalPages: Math.ceil(matching.length / size) };
  };
  const upstream: Upstream = { rows, largestPage: () => 100 };
  return { upstream, asked };
}

const needs: PageNeeds = {
  documents: Properties.of('id'),
  total: true,
  cursors: true,
  hasNextPage: true,
  hasPreviousPage: true,
};

const bodies: PageNeeds = { ...needs, documents: Properties.of('id', 'content') };

async function walk(upstream: Upstream, listing: Listing, size: number, isBackward: boolean, wanted = needs) {
  const pages: number[][] = [];
  for (let page: PageArguments = isBackward ? { last: size } : { first: size }; ; ) {
    const { entries, hasNextPage, hasPreviousPage } = await loadPage(upstream, listing, page, wanted);
    pages.push(entries.map(({ document }) => document.id));
    if (!(isBackward ? hasPreviousPage : hasNextPage)) break;
    page = isBackward
      ? { last: size, before: entries[0]?.cursor ?? '' }
      : { first: size, after: entries.at(-1)?.cursor ?? '' };
  }
  return (isBackward ? pages.reverse() : pages).flat();
}

/** Things of which so many are equal at most. */
const thingsOf = (most: number, keys: number) =>
  fc
    .array(fc.integer({ min: 1, max: most }), { minLength: 1, maxLength: keys })
    .map((counts) => counts.flatMap((count, key) => Array.from({ length: count }, () => key)))
    .chain((list) =>
      fc
        .shuffledSubarray(
          list.map((_, index) => index + 1),
          { minLength: list.length },
        )
        .map((ids) => list.map((key, index) => ({ id: ids[index] ?? 0, key }))),
    );

const direction = fc.constantFrom('asc' as const, 'desc' as const);
const size = fc.constantFrom(1, 3, 10, 50, 99, 100);
const ids = (things: readonly Thing[]) => things.map(({ id }) => id).sort((one, other) => one - other);

describe('terms and users of which some are equal in the order', () => {
  it('are each on one page of a walk, in that order', async () => {
    await fc.assert(
      fc.asyncProperty(
        thingsOf(15, 30),
        size,
        direction,
        fc.boolean(),
        fc.boolean(),
        async (things, size, direction, skips, isBackward) => {
          fc.pre(size > 1 || things.length < 130);
          const { upstream, asked } = collection(things, skips);
          const order: Order = { orderby: 'name', direction };
          const listing = { route, query: {}, order, pagedOnly: !skips, isLight: true };
          const found = await walk(upstream, listing, size, isBackward);
          const titled = { ...listing, order: { ...order, orderby: 'title' }, isLight: false };
          expect(await walk(upstream, titled, size, isBackward)).toEqual(found);
          expect(await walk(upstream, titled, size, isBackward, bodies)).toEqual(found);
          expect([...found].sort((one, other) => one - other)).toEqual(ids(things));
          const keys = found.map((id) => things.find((thing) => thing.id === id)?.key ?? 0);
          expect(keys).toEqual([...keys].sort((one, other) => (one - other) * (direction === 'asc' ? 1 : -1)));
          // Whatever the size of the pages, the blocks are the same.
          const blocks = asked.filter(({ orderby }) => orderby === 'name').map((query) => JSON.stringify(query));
          expect(new Set(blocks).size).toBeLessThan(16);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are asked for as they are wanted where nobody can go on', async () => {
    const { upstream, asked } = collection([{ id: 1, key: 1 }], true);
    const listing: Listing = { route, query: {}, order: { orderby: 'name', direction: 'asc' }, isLight: true };
    await loadPage(upstream, listing, { first: 5 }, { ...needs, cursors: false });
    expect(asked).toEqual([{ orderby: 'name', order: 'asc', per_page: 5 }]);
  });
});

describe('content that is ordered by a number which many share', () => {
  const order = (direction: Order['direction']): Order => ({ orderby: 'author', direction, numbered: 'author' });

  it('is on one page of a walk, by number and id', async () => {
    await fc.assert(
      fc.asyncProperty(thingsOf(150, 3), size, direction, fc.boolean(), async (things, size, direction, isBackward) => {
        fc.pre(size > 1 || things.length < 130);
        const { upstream } = collection(things, true);
        const found = await walk(upstream, { route, query: {}, order: order(direction) }, size, isBackward);
        const sign = direction === 'asc' ? 1 : -1;
        const expected = [...things].sort((one, other) => (one.key - other.key || one.id - other.id) * sign);
        expect(found).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 100 },
    );
  });

  it('is asked for as WordPress orders it where there are more than a few hundred', async () => {
    const { upstream, asked } = collection(
      Array.from({ length: 501 }, (_, index) => ({ id: index + 1, key: 1 })),
      true,
    );
    await loadPage(upstream, { route, query: {}, order: order('asc') }, { first: 5 }, needs);
    expect(asked).toEqual([
      { orderby: 'id', order: 'asc', per_page: 100 },
      { orderby: 'author', order: 'asc', per_page: 5 },
    ]);
  });
});

describe('what costs as little of a hundred as of one', () => {
  const things = Array.from({ length: 90 }, (_, index) => ({ id: index + 1, key: 1 }));
  const name: Order = { orderby: 'name', direction: 'asc' };
  const number: Order = { orderby: 'author', direction: 'asc', numbered: 'author' };

  it.each([
    ['terms by name', name, true, ['name', 'count', 'description'], 1],
    ['content by number', number, false, ['title', 'link'], 1],
    ['content by title', { ...name, orderby: 'title' }, false, ['title', 'link'], 1],
    ['terms with what a plugin has added', name, true, ['acf'], 2],
    ['content with a body', number, false, ['content'], 2],
  ] as [string, Order, boolean, string[], number][])(
    'is asked for at once: %s',
    async (_what, order, isLight, properties, most) => {
      const { upstream, asked } = collection(things, true);
      const documents = Properties.of('id', ...properties);
      const { entries } = await loadPage(
        upstream,
        { route, query: {}, order, isLight },
        { first: 5 },
        { ...needs, documents },
      );
      expect(entries).toHaveLength(5);
      expect(asked).toHaveLength(most);
    },
  );

  it('is asked for by id where it stands on another page of numbers', async () => {
    const many = Array.from({ length: 150 }, (_, index) => ({ id: index + 1, key: 150 - index }));
    const { upstream, asked } = collection(many, true);
    const documents = Properties.of('id', 'title');
    await loadPage(upstream, { route, query: {}, order: number }, { first: 5 }, { ...needs, documents });
    expect(asked.map(({ include }) => include)).toEqual([undefined, undefined, [150, 149, 148, 147, 146]]);
  });
});

describe('a list of which a viewer may not see all rows', () => {
  const things = Array.from({ length: 230 }, (_, index) => ({ id: index + 1, key: index + 1 }));
  const isHidden = (id: number) => id % 20 === 4;

  it.each(['id', 'title'])('shows each of the others once in a walk by %s', async (orderby) => {
    const upstream = hiding(collection(things, true).upstream, isHidden);
    for (const size of [7, 100]) {
      for (const isBackward of [false, true]) {
        const listing: Listing = { route, query: {}, order: { orderby, direction: 'asc' } };
        const found = await walk(upstream, listing, size, isBackward);
        expect(found).toEqual(ids(things).filter((id) => !isHidden(id)));
      }
    }
  });
});

describe('a set that is known whole', () => {
  it('is ordered by number and id as its further pages are', () => {
    const documents = [3, 1, 2].map((id) => ({ document: { id, author: 7 } as RestDocument }));
    const { entries } = pageOfList(
      documents,
      { orderby: 'author', direction: 'desc', numbered: 'author' },
      { first: 2 },
    );
    expect(entries.map(({ document }) => document.id)).toEqual([3, 2]);
  });
});

describe('the children of a term', () => {
  let graph: Graph | undefined;
  afterEach(() => graph?.close());

  it('are all there where some that are equal stand between two pages', async () => {
    const things = Array.from({ length: 150 }, (_, index) => ({ id: index + 1, key: Math.floor(index / 15) }));
    const { upstream } = collection(things, false);
    const site = scriptedSite(async ({ route: asked, query }): Promise<Answer | undefined> => {
      if (asked !== '/wp/v2/categories') return undefined;
      const { include, ...others } = Object.fromEntries(query);
      const choice = include === undefined ? {} : { include: include.split(',').map(Number) };
      const { documents, total } = await upstream.rows(asked, { ...others, ...choice }, Properties.id);
      const json = documents.map(({ document: { id } }) => ({ id, parent: id === 1 ? 0 : 1, name: `Term ${id}` }));
      return { json, headers: { 'x-wp-total': String(total), 'x-wp-totalpages': '2' } };
    });
    graph = await openGraph(site);
    const { one, other } = await graph.data(`{
      one: category(by: { databaseId: 1 }) { children { totalCount } }
      other: category(by: { databaseId: 2 }) { children { totalCount } }
    }`);
    expect([one.children.totalCount, other.children.totalCount]).toEqual([149, 0]);
  });
});
