import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type Answer, isSample, list, type Script, scriptedSite, text } from '../../support/scripted-site.ts';

let graph: Graph;
afterEach(() => graph.close());

const refusal = (code: string, status: number): Answer => ({
  json: { code, message: 'No.', data: { status } },
  status,
});
const crash = refusal('internal_server_error', 500);
const idsIn = (query: URLSearchParams, name: string) => query.get(name)?.split(',').map(Number);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const globalIds = (type: string, ids: readonly number[]) =>
  JSON.stringify(ids.map((id) => Buffer.from(`${type}:${id}`).toString('base64')));

/** A site on which what `isBad` names cannot be rendered, nor anything that is asked for with it. */
async function open(isBad: (id: number) => boolean, failure: Answer = crash, more: Script = () => undefined) {
  graph = await openGraph(
    scriptedSite((place) => {
      const { route, query } = place;
      const own = more(place);
      if (own) return own;
      const asked = idsIn(query, 'include') ?? idsIn(query, 'post');
      if (asked?.some(isBad)) return failure;
      if (route === '/wp/v2/users') return list((asked ?? []).map((id) => ({ id, name: `User ${id}` })));
      if (route === '/wp/v2/comments')
        return list((asked ?? []).map((post) => ({ id: 1000 + post, post, date: '2026-01-01T00:00:00' })));
      if (route === '/wp/v2/posts')
        return list(
          upTo(40).map((id) => ({
            id,
            author: id,
            date: `2026-01-${String((id % 28) + 1).padStart(2, '0')}T00:00:00`,
          })),
        );
      return undefined;
    }),
  );
}

describe.each([
  ['an error of PHP', crash],
  ['a bad gateway', text('<html>502</html>', 502)],
  ['half a document', text('[{"id": 1, "na')],
  ['a refusal of the long address', text('<html>Too long</html>', 414)],
])('one that WordPress answers with %s', (_what, failure) => {
  it('is null with its error, and the others of its batch come', async () => {
    await open((id) => id === 23, failure);
    const { data, errors } = await graph.run(
      `{ nodes(ids: ${globalIds('Author', upTo(40))}) { ... on Author { name } } }`,
    );
    expect(data.nodes).toEqual(upTo(40).map((id) => (id === 23 ? null : { name: `User ${id}` })));
    expect(errors).toMatchObject([{ path: ['nodes', 22], extensions: { route: '/wp/v2/users' } }]);
    expect(graph.requests.length).toBeLessThanOrEqual(1 + 2 * 6);
  });

  it('is the only owner whose related documents fail', async () => {
    await open((id) => id === 7, failure);
    const { data, errors } = await graph.run(
      '{ posts(first: 40) { nodes { databaseId comments(first: 1) { nodes { databaseId } } } } }',
    );
    const failed = data.posts.nodes.filter(({ comments }: { comments: unknown }) => comments === null);
    expect(failed).toMatchObject([{ databaseId: 7 }]);
    expect(errors).toHaveLength(1);
    expect(data.posts.nodes.find(({ databaseId }: { databaseId: number }) => databaseId === 8).comments.nodes).toEqual([
      { databaseId: 1008 },
    ]);
  });
});

it('the other slugs of a batch come where one cannot be rendered', async () => {
  await open(
    () => false,
    crash,
    ({ route, query }) => {
      const slugs = query.get('slug')?.split(',');
      if (route !== '/wp/v2/posts' || !slugs) return undefined;
      return slugs.includes('bad') ? crash : list(slugs.map((slug, index) => ({ id: index + 1, slug })));
    },
  );
  const { data, errors } = await graph.run(`{
    a: post(by: { slug: "a" }) { slug } b: post(by: { slug: "b" }) { slug } bad: post(by: { slug: "bad" }) { slug }
  }`);
  expect(data).toEqual({ a: { slug: 'a' }, b: { slug: 'b' }, bad: null });
  expect(errors).toMatchObject([{ path: ['bad'] }]);
});

it('several that fail are found as well', async () => {
  await open((id) => id === 3 || id === 30);
  const { data, errors } = await graph.run(
    `{ nodes(ids: ${globalIds('Author', upTo(40))}) { ... on Author { name } } }`,
  );
  expect(data.nodes.flatMap((node: unknown, index: number) => (node === null ? [index + 1] : []))).toEqual([3, 30]);
  expect(errors).toHaveLength(2);
});

describe('a site that fails at all of them', () => {
  it('is asked a few times, not twice for each, and then for a while once', async () => {
    await open(() => true);
    const query = `{ nodes(ids: ${globalIds('Author', upTo(40))}) { id ... on Author { name } } }`;
    expect((await graph.run(query)).errors).toHaveLength(40);
    expect(graph.requests).toHaveLength(1 + 2 + 4);
    await graph.run(query);
    expect(graph.requests).toHaveLength(1);
  });

  it.each([
    ['says that it is busy', refusal('wp_die', 503)],
    ['stands behind a firewall', text('<html>No.</html>', 403)],
  ])('and %s is asked once', async (_what, failure) => {
    await open(() => true, failure);
    await graph.run(`{ nodes(ids: ${globalIds('Author', upTo(40))}) { ... on Author { name } } }`);
    expect(graph.requests).toHaveLength(1);
  });
});

describe('a route that is', () => {
  const comments = '{ posts(first: 40) { nodes { comments(first: 2) { totalCount } } } extensions: __typename }';
  const askComments = () => graph.run(comments);

  it('gone is asked once for all owners', async () => {
    await open(
      () => false,
      crash,
      ({ route }) => (route === '/wp/v2/comments' ? refusal('rest_no_route', 404) : undefined),
    );
    const { data, errors } = await askComments();
    expect(errors).toBeUndefined();
    expect(graph.to('/wp/v2/comments')).toHaveLength(1);
    expect(data.posts.nodes[0].comments).toEqual({ totalCount: null });
    const others = '{ posts(first: 40) { nodes { comments(first: 3) { nodes { databaseId } totalCount } } } }';
    const known = await graph.data(others, { warm: true });
    expect(known.posts.nodes[0].comments).toEqual({ nodes: [], totalCount: null });
    expect(graph.to('/wp/v2/comments')).toEqual([]);
  });

  it.each(['first: 2', 'last: 2'])('gone is empty for one owner: %s', async (args) => {
    await open(
      () => false,
      crash,
      ({ route, query }) => {
        if (route.startsWith('/wp/v2/comments')) return refusal('rest_no_route', 404);
        return route === '/wp/v2/posts' && query.has('include') ? list([{ id: 1 }]) : undefined;
      },
    );
    const query = `{ post(by: { databaseId: 1 }) { comments(${args}) {
      totalCount nodes { databaseId } pageInfo { hasNextPage hasPreviousPage } } } }`;
    const page = { totalCount: null, nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } };
    expect(await graph.run(query)).toEqual({ data: { post: { comments: page } } });
  });

  it('refused is asked for all owners, and for two halves of them', async () => {
    await open(
      () => false,
      crash,
      ({ route }) => (route === '/wp/v2/comments' ? refusal('rest_closed', 401) : undefined),
    );
    const { data } = await askComments();
    expect(graph.to('/wp/v2/comments')).toHaveLength(3);
    expect(data.posts.nodes[0].comments).toEqual({ totalCount: null });
  });

  it('gone is asked once for documents by their ids, with credentials too', async () => {
    await open(
      () => false,
      crash,
      ({ route }) => (route.startsWith('/wp/v2/users') ? refusal('rest_no_route', 404) : undefined),
    );
    const { data } = await graph.run(`{ nodes(ids: ${globalIds('Author', upTo(40))}) { id ... on Author { name } } }`, {
      headers: { authorization: 'Basic x' },
    });
    expect(data.nodes).toEqual(upTo(40).map(() => null));
    expect(graph.requests).toHaveLength(1);
  });

  it('refused because of one is asked until that one is found', async () => {
    await open((id) => id === 9, refusal('rest_cannot_read_post', 401));
    const { data, errors } = await graph.run(
      '{ posts(first: 40) { nodes { databaseId comments(first: 1) { nodes { databaseId } } } } }',
    );
    expect(errors).toBeUndefined();
    const empty = data.posts.nodes.filter(
      ({ comments }: { comments: { nodes: unknown[] } }) => comments.nodes.length === 0,
    );
    expect(empty).toMatchObject([{ databaseId: 9 }]);
  });
});

it('what fails is in the trace, each request of it', async () => {
  await open(() => true);
  const { extensions } = (await graph.run(`{ nodes(ids: ${globalIds('Author', [1, 2])}) { ... on Author { name } } }`, {
    headers: { 'x-pressgraph-trace': '1' },
  })) as { extensions?: { pressgraph?: { upstream: { route: string; code?: string }[] } } };
  expect(extensions?.pressgraph?.upstream).toMatchObject(
    Array.from({ length: 3 }, () => ({ route: '/wp/v2/users', code: 'UPSTREAM_UNAVAILABLE' })),
  );
});

it('one of the terms of a document is left out and told of, and the others stand', async () => {
  const cannotRender = (id: number) => id === 8;
  await open(cannotRender, crash, ({ route, query }) => {
    if (route === '/wp/v2/posts') return list([{ id: 1, categories: [7, 8, 9] }]);
    const asked = idsIn(query, 'include') ?? [];
    if (route !== '/wp/v2/categories' || asked.some(cannotRender)) return undefined;
    return list(asked.map((id) => ({ id, name: `Category ${id}` })));
  });
  const { data, errors } = await graph.run('{ posts { nodes { categories { name } } } }');
  expect(data.posts.nodes[0].categories).toEqual([{ name: 'Category 7' }, { name: 'Category 9' }]);
  expect(errors).toMatchObject([
    { path: ['posts', 'nodes', 0, 'categories'], extensions: { code: 'UPSTREAM_UNAVAILABLE', status: 500 } },
  ]);
});

it('the one body that cannot be rendered is null with its error, and the others of its list come', async () => {
  const [all, isBad] = [upTo(20), (id: number) => id === 7];
  await open(
    () => false,
    crash,
    ({ route, query }) => {
      if (route !== '/wp/v2/posts') return undefined;
      const shown = idsIn(query, 'include') ?? all;
      const fields = query.get('_fields')?.split(',') ?? [];
      if (fields.includes('content') && shown.some(isBad)) return crash;
      return list(shown.map((id) => ({ id, date: '2026-01-01T00:00:00', author: 1, content: { rendered: `${id}` } })));
    },
  );
  const { data, errors } = await graph.run('{ posts(first: 20) { nodes { databaseId author { name } content } } }');
  const contents = data.posts.nodes.map(({ content }: { content: string | null }) => content);
  expect(contents.sort()).toEqual([...all.filter((id) => !isBad(id)).map(String), null].sort());
  expect(errors).toMatchObject([
    {
      path: ['posts', 'nodes', expect.any(Number), 'content'],
      extensions: { code: 'UPSTREAM_UNAVAILABLE', status: 500 },
    },
  ]);
  expect(graph.to('/wp/v2/posts').length).toBeLessThanOrEqual(2 + 2 * 5);
});

describe('a list with one that cannot be rendered', () => {
  const isBad = (id: number) => id === 33;
  const day = (id: number) => `2026-0${1 + Math.floor(id / 28)}-${String((id % 28) + 1).padStart(2, '0')}T00:00:00`;
  const all = upTo(40).map((id) => ({ id, date: day(id) }));
  const posts: Script = ({ route, query }) => {
    if (route !== '/wp/v2/posts' || isSample(query)) return undefined;
    const [size, start, before] = [
      Number(query.get('per_page')),
      Number(query.get('offset') ?? 0),
      query.get('before'),
    ];
    const matching = all.filter(({ date }) => !before || date < before).reverse();
    const rows = matching.slice(start, start + size);
    return rows.some(({ id }) => isBad(id)) ? crash : list(rows, matching.length);
  };
  const ids = (nodes: readonly { databaseId: number }[]) => nodes.map(({ databaseId }) => databaseId);

  it.each(['nodes { databaseId }', 'nodes { databaseId } pageInfo { endCursor }'])(
    'gives out the others, and says that one is left out: %s',
    async (fields) => {
      await open(() => false, crash, posts);
      const { data, errors } = await graph.run(`{ posts(first: 10) { ${fields} totalCount } }`);
      expect(ids(data.posts.nodes)).toEqual([40, 39, 38, 37, 36, 35, 34, 32, 31, 30]);
      expect(data.posts.totalCount).toBe(40);
      expect(errors).toMatchObject([{ path: ['posts'], extensions: { code: 'UPSTREAM_UNAVAILABLE', status: 500 } }]);
      expect(graph.requests.length).toBeLessThanOrEqual(24);
    },
  );

  it('goes on behind it', async () => {
    await open(() => false, crash, posts);
    const seen: number[] = [];
    for (let after: string | null = null; seen.length < 39; ) {
      const cursor: string = after ? `, after: "${after}"` : '';
      const { data } = await graph.run(`{ posts(first: 7${cursor}) { nodes { databaseId } pageInfo { endCursor } } }`);
      seen.push(...ids(data.posts.nodes));
      expect(data.posts.pageInfo.endCursor).not.toBe(after);
      after = data.posts.pageInfo.endCursor;
    }
    expect(seen).toEqual(
      upTo(40)
        .filter((id) => !isBad(id))
        .reverse(),
    );
  });

  it('is an error of its own where WordPress fails at all of it', async () => {
    await open(
      () => false,
      crash,
      ({ route }) => (route === '/wp/v2/posts' ? crash : undefined),
    );
    const { data, errors } = await graph.run('{ posts(first: 10) { nodes { databaseId } } }');
    expect([data.posts, errors?.length]).toEqual([null, 1]);
    expect(graph.requests).toHaveLength(7);
  });
});

describe('a list in another order with one that cannot be rendered', () => {
  const all = upTo(40).map((id) => ({
    id,
    name: `N ${String(id).padStart(2, '0')}`,
    date: `2026-01-01T00:00:${id}`,
    author: id % 5,
    post: 1,
  }));
  const isBad = (id: number) => id === 18;
  /** As a database has them, but for categories without `offset`, as WordPress has these. */
  const shelf: Script = ({ route, query }) => {
    if (!/\/(posts|tags|categories|users|comments)$/.test(route) || isSample(query)) return undefined;
    const [size, page, include] = [
      Number(query.get('per_page')),
      Number(query.get('page') ?? 1),
      idsIn(query, 'include'),
    ];
    const skipped = route.endsWith('categories') ? null : query.get('offset');
    const start = skipped === null ? (page - 1) * size : Number(skipped);
    const matching = all.filter(({ id }) => include?.includes(id) ?? true);
    if (query.get('orderby') === 'author')
      matching.sort((one, other) => one.author - other.author || one.id - other.id);
    const rows = matching.slice(start, start + size);
    return rows.some(({ id }) => isBad(id)) ? crash : list(rows, matching.length);
  };
  const shown = (page: { edges: { node: { databaseId: number } }[] }) => page.edges.map(({ node }) => node.databaseId);

  it.each([
    ['posts', 'orderBy: { field: TITLE, direction: ASC }'],
    ['posts', 'orderBy: { field: SLUG, direction: ASC }'],
    ['tags', ''],
    ['categories', ''],
    ['authors', ''],
  ])('gives out the others in their places: %s(%s)', async (field, order) => {
    await open(() => false, crash, shelf);
    const page = (args: string) =>
      graph.run(`{ list: ${field}(${args} ${order}) {
        totalCount edges { cursor node { databaseId } } pageInfo { hasNextPage endCursor } } }`);
    const pages: number[][] = [];
    const told: unknown[] = [];
    let after = '';
    do {
      const { data, errors = [] } = await page(`first: 7 ${after}`);
      expect(data.list.totalCount).toBe(40);
      pages.push(shown(data.list));
      told.push(...errors);
      expect(graph.requests.length).toBeLessThanOrEqual(30);
      after = data.list.pageInfo.hasNextPage ? `after: "${data.list.pageInfo.endCursor}"` : '';
    } while (after !== '');
    expect(pages.map(({ length }) => length)).toEqual([7, 7, 6, 7, 7, 5]);
    expect(pages.flat()).toEqual(upTo(40).filter((id) => !isBad(id)));
    expect(told.at(0)).toMatchObject({ path: ['list'], extensions: { code: 'UPSTREAM_UNAVAILABLE', status: 500 } });
  });

  it('gives out all others in an order by number, wherever that one would stand', async () => {
    await open(() => false, crash, shelf);
    const seen: number[] = [];
    for (let after = ''; seen.length < 39; ) {
      const { data } = await graph.run(
        `{ posts(first: 7 ${after} orderBy: { field: AUTHOR, direction: ASC }) { nodes { databaseId } pageInfo { endCursor } } }`,
      );
      seen.push(...data.posts.nodes.map(({ databaseId }: { databaseId: number }) => databaseId));
      after = `after: "${data.posts.pageInfo.endCursor}"`;
    }
    expect(new Set(seen)).toEqual(new Set(upTo(40).filter((id) => !isBad(id))));
    expect(seen).toHaveLength(39);
  });

  it('gives out the others behind an offset', async () => {
    await open(() => false, crash, shelf);
    const { data, errors } = await graph.run(
      '{ posts(first: 5, offset: 15, orderBy: { field: DATE, direction: ASC }) { edges { node { databaseId } } } }',
    );
    expect(shown(data.posts)).toEqual([16, 17, 19, 20]);
    expect(errors).toHaveLength(1);
  });

  it('is an owner’s own as well, however often it is asked for', async () => {
    await open(() => false, crash, shelf);
    const query = '{ post(by: { databaseId: 1 }) { comments(first: 20) { nodes { databaseId } } } }';
    for (const warm of [false, true]) {
      const { data, errors } = await graph.run(query, { warm });
      expect(data.post.comments.nodes).toHaveLength(19);
      expect(errors).toMatchObject([{ path: ['post', 'comments'] }]);
    }
  });

  it('is that of one of several owners, which is asked by itself then', async () => {
    await open(
      () => false,
      crash,
      ({ route, query }) => {
        const owners = idsIn(query, 'post');
        if (route !== '/wp/v2/comments' || !owners) return undefined;
        const size = Number(query.get('per_page'));
        const start = Number(query.get('offset') ?? 0);
        const rows = owners
          .flatMap((post) => [3, 2, 1].map((id) => ({ id: 10 * post + id, post, date: `2026-01-0${id}T00:00:00` })))
          .slice(start, start + size);
        return rows.some(({ id }) => id === 72) ? crash : list(rows, 3 * owners.length);
      },
    );
    const { data, errors } = await graph.run(
      '{ posts(first: 40) { nodes { databaseId comments(first: 5) { nodes { databaseId } } } } }',
    );
    const comments = new Map<number, unknown>(
      data.posts.nodes.map(({ databaseId, comments }: { databaseId: number; comments: unknown }) => [
        databaseId,
        comments,
      ]),
    );
    expect(comments.get(7)).toEqual({ nodes: [{ databaseId: 73 }, { databaseId: 71 }] });
    expect(comments.get(8)).toEqual({ nodes: [{ databaseId: 83 }, { databaseId: 82 }, { databaseId: 81 }] });
    expect(errors).toMatchObject([{ path: ['posts', 'nodes', expect.any(Number), 'comments'] }]);
  });
});
