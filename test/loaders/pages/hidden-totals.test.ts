import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type Answer, type Script, scriptedSite } from '../../support/scripted-site.ts';

/** What hides the numbers of rows and pages: a proxy that takes the headers out or makes them unreadable, WordPress kept from counting. */
const headers: readonly Record<string, string>[] = [
  {},
  { 'x-wp-total': '1e18', 'x-wp-totalpages': '-1' },
  { 'x-wp-total': '0', 'x-wp-totalpages': '0' },
];

const two = (number: number) => String(number).padStart(2, '0');
const posts = [5, 4, 3, 2, 1].map((id) => ({ id, date: `2024-01-0${id}T00:00:00`, slug: `p${id}` }));
const each = 24;
const comments = posts.flatMap(({ id: post }) =>
  Array.from({ length: each }, (_, index) => ({
    id: post * 100 + each - index,
    post,
    date: `2024-02-0${post}T00:00:${two(each - index)}`,
    content: { rendered: 'Hm.' },
  })),
);
const root = { id: 1, name: 'News', slug: 'news', parent: 0 };
const terms = [
  root,
  ...Array.from({ length: 230 }, (_, index) => ({ id: index + 2, name: `T${index}`, parent: 1, slug: `t${index}` })),
];
const collections: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  '/wp/v2/posts': posts,
  '/wp/v2/comments': comments,
  '/wp/v2/categories': terms,
};

interface Oddities {
  /** What stands in the place of the others is none. */
  readonly isDocument?: (id: unknown) => boolean;
  /** The others are taken out of a page after it was cut, as what a viewer may not see. */
  readonly isShown?: (id: unknown) => boolean;
}

const hiding =
  (sent: Record<string, string>, { isDocument = () => true, isShown = () => true }: Oddities = {}): Script =>
  ({ route, query }) => {
    const isWanted = (row: Record<string, unknown>) =>
      ['include', 'post', 'parent', 'slug'].every((name) => {
        const value = row[name === 'include' ? 'id' : name];
        return !query.has(name) || query.get(name)?.split(',').includes(String(value));
      }) && !query.get('exclude')?.split(',').includes(String(row.id));
    const [after, before] = ['after', 'before'].map((name) => query.get(name));
    const isWithin = ({ date }: Record<string, unknown>) =>
      (!after || String(date) > after) && (!before || String(date) < before);
    const rows = collections[route]?.filter(isWanted).filter(isWithin);
    if (!rows) return undefined;
    if (query.get('order') === 'asc' && route === '/wp/v2/posts') rows.reverse();
    const size = Number(query.get('per_page') ?? 10);
    const start = Number(query.get('offset') ?? (Number(query.get('page') ?? 1) - 1) * size);
    if (route === '/wp/v2/posts' && query.has('page') && start > 0 && start >= rows.length) return pastTheEnd;
    const page = rows.slice(start, start + size).filter(({ id }) => isShown(id));
    return { json: page.map((row) => (isDocument(row.id) ? row : { code: 'error' })), headers: sent };
  };

const pastTheEnd: Answer = {
  json: { code: 'rest_post_invalid_page_number', message: 'No.', data: { status: 400 } },
  status: 400,
};

let graph: Graph | undefined;
afterEach(() => graph?.close());

describe.each(headers)('a site that hides how many there are (%o)', (sent) => {
  async function open(oddities?: Oddities) {
    graph = await openGraph(scriptedSite(hiding(sent, oddities)), { logger: pino({ level: 'silent' }) });
    return graph;
  }

  it.each(['totalCount', 'totalCount nodes { slug }', 'totalCount edges { cursor }'])(
    'has no number that is told with `%s`',
    async (fields) => {
      const { run } = await open();
      for (const place of ['', '(first: 2)', '(first: 2, offset: 1)', '(first: 0)']) {
        const { data, errors } = await run(`{ posts${place} { ${fields} } categories${place} { ${fields} } }`);
        expect([place, errors, data.posts.totalCount, data.categories.totalCount]).toEqual([
          place,
          undefined,
          null,
          null,
        ]);
      }
    },
  );

  it('is counted from the end that its pages show', async () => {
    const { run, data: read, to } = await open();
    const last = await read(
      '{ categories(last: 3) { nodes { name } pageInfo { hasNextPage hasPreviousPage } } posts(last: 2) { nodes { slug } } }',
    );
    expect(last.categories).toEqual({
      nodes: [{ name: 'T227' }, { name: 'T228' }, { name: 'T229' }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    expect(last.posts).toEqual({ nodes: [{ slug: 'p2' }, { slug: 'p1' }] });
    expect(to('/wp/v2/categories').length).toBeLessThan(10);
    const { data: first } = await run('{ categories(first: 3) { pageInfo { endCursor } } }');
    const place = `last: 2, before: "${first.categories.pageInfo.endCursor}"`;
    const { data: behind } = await run(`{ categories(${place}) { nodes { name } pageInfo { hasNextPage } } }`);
    expect(behind.categories).toEqual({ nodes: [{ name: 'News' }, { name: 'T0' }], pageInfo: { hasNextPage: true } });
  });

  it.each([
    ['posts(first: 2)', true],
    ['posts(first: 4)', true],
    ['posts(first: 5)', false],
    ['posts(first: 6)', false],
    ['posts(first: 2, offset: 2)', true],
    ['posts(first: 2, offset: 3)', false],
    ['posts(first: 2, offset: 9)', false],
    ['posts(first: 0)', true],
    ['posts(first: 2, orderBy: { field: TITLE })', true],
    ['posts(first: 5, orderBy: { field: TITLE })', false],
    ['categories(first: 100)', true],
    ['categories(first: 77, offset: 153)', true],
    ['categories(first: 77, offset: 154)', false],
    ['categories(first: 30, offset: 180)', true],
    ['categories(first: 30, offset: 210)', false],
  ])('has the next page that there is: %s, %s', async (field, expected) => {
    const { data } = await open();
    const { page } = await data(`{ page: ${field} { nodes { id } pageInfo { hasNextPage } } }`);
    expect(page.pageInfo.hasNextPage).toBe(expected);
  });

  it('is asked for no row more where nobody reads of a next page', async () => {
    const { data, to } = await open();
    await data('{ posts(first: 2) { nodes { slug } } }');
    expect(to('/wp/v2/posts')).toHaveLength(1);
  });

  it.each([
    ['content', 'bodies, of which fewer than a whole page are asked for'],
    ['date', 'dates'],
  ])('shows of each owner its first few, and no number that is none: %s', async (field) => {
    const { data } = await open();
    const { posts: found } = await data(
      `{ posts { nodes { databaseId comments(first: 1) { totalCount pageInfo { hasNextPage } nodes { databaseId ${field} } } } } }`,
    );
    expect(found.nodes).toHaveLength(5);
    for (const { databaseId, comments: own } of found.nodes) {
      expect(own).toMatchObject({ totalCount: null, pageInfo: { hasNextPage: true } });
      expect(own.nodes).toMatchObject([{ databaseId: databaseId * 100 + each }]);
    }
  });

  it('cannot be counted from an end that it hides: an error says so', async () => {
    const { run } = await open({ isShown: (id) => id !== 2 });
    const { errors: refused } = await run('{ posts(last: 2, orderBy: { field: TITLE }) { nodes { slug } } }');
    expect(refused).toMatchObject([{ path: ['posts'], extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }]);
    expect(refused?.[0]?.message).toContain('hides how many there are of /wp/v2/posts');
  });

  it('is not at its end where some rows of a page are left out', async () => {
    const { data } = await open({ isShown: (id) => id !== 4 });
    for (const order of ['', ', orderBy: { field: TITLE }']) {
      const { posts: page } = await data(`{ posts(first: 3${order}) { pageInfo { hasNextPage } } }`);
      expect([order, page.pageInfo.hasNextPage]).toEqual([order, true]);
    }
  });

  it('shows of each owner its first few where some rows of a common page are left out', async () => {
    const { data } = await open({ isShown: (id) => id !== 524 && id !== 523 });
    const { posts: found } = await data(
      '{ posts { nodes { databaseId comments(first: 23) { nodes { databaseId } } } } }',
    );
    for (const { databaseId, comments: own } of found.nodes) {
      expect(own.nodes).toHaveLength(databaseId === 5 ? 22 : 23);
      expect(own.nodes.at(-1).databaseId).toBe(databaseId * 100 + (databaseId === 5 ? 1 : 2));
    }
  });

  it('shows of each owner its first few where not all rows are documents', async () => {
    const { data } = await open({ isDocument: (id) => id !== 524 });
    const { posts: found } = await data(
      '{ posts { nodes { databaseId comments(first: 1) { nodes { databaseId } } } } }',
    );
    const last = found.nodes.find(({ databaseId }: { databaseId: number }) => databaseId === 1);
    expect(last.comments.nodes).toEqual([{ databaseId: 124 }]);
    // Nor when it is known.
    const again = await graph?.data('{ post(by: { databaseId: 1 }) { comments { totalCount } } }', { warm: true });
    expect(again.post.comments.totalCount).toBeNull();
  });

  it('shows all children of one term, and of several', async () => {
    const { data } = await open();
    const one = await data('{ category(by: { slug: "news" }) { children(first: 1) { totalCount } } }');
    expect(one.category.children.totalCount).toBe(230);
    const several = await data(
      '{ categories(first: 5) { nodes { children(first: 1) { totalCount nodes { children { totalCount } } } } } }',
    );
    expect(several.categories.nodes[0].children.totalCount).toBe(230);
    expect(several.categories.nodes[1].children.totalCount).toBe(0);
    // Only a page that is empty is past the end.
    expect(graph?.to('/wp/v2/categories')).toHaveLength(6);
  });
});
