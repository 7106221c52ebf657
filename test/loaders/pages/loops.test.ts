import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGateway } from '../../../src/gateway.ts';
import { encodeDated } from '../../../src/loaders/pages/cursor.ts';
import type { RestDocument } from '../../../src/wordpress/documents.ts';
import { type Graph, openGraph, type RunOptions } from '../../support/graph.ts';
import { type Answer, type Script, scriptedSite } from '../../support/scripted-site.ts';

/** Upstreams that never advance. What ends is to end by itself: the budget of an operation is out of reach here. */
const settings = { maxUpstreamRequests: 100_000 };
const second = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString().slice(0, 19);
const post = (id: number, date = second(id)) => ({ id, date, modified: date, title: { rendered: `Post ${id}` } });

const collection = /^\/wp\/v2\/(posts|pages|media|comments|users|categories|tags)$/;

function counted(rows: readonly unknown[], total: number, pages = Math.ceil(total / 100)): Answer {
  return { json: rows, headers: { 'x-wp-total': String(total), 'x-wp-totalpages': String(pages) } };
}

let graph: Graph | undefined;
afterEach(() => graph?.close());

async function ask(script: Script, query: string, options: RunOptions = {}) {
  graph = await openGraph(scriptedSite(script), { settings, logger: pino({ level: 'silent' }) });
  const { data, errors } = await graph.run(query, options);
  return { data, codes: errors?.map(({ extensions }) => extensions?.code), requests: graph.requests.length };
}

const posts =
  (answer: (query: URLSearchParams) => Answer): Script =>
  ({ route, query }) =>
    route === '/wp/v2/posts' ? answer(query) : undefined;

const after = encodeDated('date', { date: second(50), id: 50 });
const page = 'nodes { title } pageInfo { hasNextPage hasPreviousPage endCursor }';

describe.each([
  ['newest first', `after: "${after}"`],
  ['oldest first', `after: "${after}", orderBy: { field: DATE, direction: ASC }`],
  ['backwards', `last: 3, before: "${after}"`],
])('a walk by date, %s', (_name, place) => {
  const query = `{ posts(${place.includes('last') ? '' : 'first: 3, '}${place}) { ${page} } }`;

  it('fails where every bound brings the same documents', async () => {
    const same = [91, 92, 93, 94].map((id) => post(id, second(50)));
    const { codes, requests } = await ask(
      posts((asked) => (asked.has('include') ? counted([], 0) : counted(same.slice(0, 1), 1_000))),
      query,
    );
    expect(codes).toEqual(['UPSTREAM_BAD_RESPONSE']);
    expect(requests).toBeLessThan(30);
  });

  it('ends where nothing comes of a thousand million', async () => {
    const { data, codes, requests } = await ask(
      posts(() => counted([], 1_000_000_000)),
      query,
    );
    expect({ nodes: data.posts.nodes, codes }).toEqual({ nodes: [], codes: undefined });
    expect(requests).toBeLessThan(20);
  });

  it('ends where nothing comes, and each time there are more', async () => {
    let total = 1_000;
    const { data, requests } = await ask(
      posts(() => {
        total += 1_000;
        return counted([], total);
      }),
      query,
    );
    expect(data.posts.nodes).toEqual([]);
    expect(requests).toBeLessThan(20);
  });

  it('ends in a second whose pages are all the same', async () => {
    const crowd = Array.from({ length: 100 }, (_, index) => post(1_000 + index, second(50)));
    const { requests } = await ask(
      posts((asked) => counted(crowd.slice(0, Number(asked.get('per_page') ?? 10)), 1_000_000_000)),
      query,
    );
    expect(requests).toBeLessThan(30);
  });
});

describe('a client that goes from page to page', () => {
  it('does not come by the same page again where WordPress leaves the bounds out of account', async () => {
    const newest = [60, 59, 58, 57, 56, 55, 54].map((id) => post(id));
    const { codes } = await ask(
      posts((asked) => counted(newest.slice(0, Number(asked.get('per_page') ?? 10)), 1_000)),
      `{ posts(first: 3, after: "${after}") { ${page} } }`,
    );
    expect(codes).toEqual(['UPSTREAM_BAD_RESPONSE']);
  });
});

describe('a day on which the clocks of the site skip an hour', () => {
  /** As WordPress reads and shows a local time in Europe/Berlin: of 2017-03-26 there is no hour from two to three. */
  const onTheClock = (time: string) => time.replace('2017-03-26T02:', '2017-03-26T03:');
  const stored = ['01:00:00', '03:10:00', '03:10:00', '04:00:00', '02:30:00', '02:30:00'].map((time, index) => ({
    id: index + 1,
    at: `2017-03-26T${time}`,
  }));
  const script = posts((query) => {
    const [from, to] = ['after', 'before'].map((name) => query.get(name) && onTheClock(query.get(name) ?? ''));
    const left = (query.get('exclude') ?? '').split(',');
    const sign = query.get('order') === 'asc' ? 1 : -1;
    const only = query.get('include')?.split(',');
    const matching = stored
      .filter(({ id, at }) => (!from || at > from) && (!to || at < to) && !left.includes(String(id)))
      .filter(({ id }) => !only || only.includes(String(id)))
      .sort((one, other) => {
        if (query.get('orderby') !== 'id' && one.at !== other.at) return one.at < other.at ? -sign : sign;
        return (one.id - other.id) * sign;
      });
    const size = Number(query.get('per_page') ?? 10);
    const start = (Number(query.get('page') ?? 1) - 1) * size;
    const rows = matching.slice(start, start + size).map(({ id, at }) => post(id, onTheClock(at)));
    return counted(rows, matching.length, Math.ceil(matching.length / size));
  });

  it.each([
    [1, ''],
    [2, ''],
    [3, ''],
    [1, ', orderBy: { field: DATE, direction: ASC }'],
    [2, ', orderBy: { field: DATE, direction: ASC }'],
    [3, ', orderBy: { field: DATE, direction: ASC }'],
  ])('is walked in pages of %i%s to an end, if only to an error', async (size, order) => {
    graph = await openGraph(scriptedSite(script), { settings, logger: pino({ level: 'silent' }) });
    let cursor = '';
    for (let turn = 0; turn < 10; turn++) {
      const { data, errors } = await graph.run(`{ posts(first: ${size}${cursor}${order}) { ${page} } }`);
      expect(graph.requests.length).toBeLessThan(20);
      if (errors) return expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }]);
      if (!data.posts.pageInfo.hasNextPage) return;
      cursor = `, after: "${data.posts.pageInfo.endCursor}"`;
    }
    throw new Error('The walk does not end.');
  });
});

describe('terms', () => {
  const tree = (rows: (query: URLSearchParams) => Answer): Script => {
    return ({ route, query }) => {
      if (route !== '/wp/v2/categories') return undefined;
      if (query.has('slug')) return counted([{ id: 1, slug: 'news', parent: 0 }], 1);
      return rows(query);
    };
  };
  const query = '{ category(by: { slug: "news" }) { children(first: 5) { nodes { name } } } }';

  it('whose pages are all the same end', async () => {
    const children = [{ id: 2, name: 'Child', parent: 1 }];
    const { data, requests } = await ask(
      tree(() => counted(children, 1_000_000_000, 1_000_000_000)),
      query,
    );
    expect(data.category.children.nodes).toEqual([{ name: 'Child' }]);
    expect(requests).toBeLessThan(30);
  });

  it('whose pages are all empty end', async () => {
    const { data, requests } = await ask(
      tree(() => counted([], 1_000_000_000, 1_000_000_000)),
      query,
    );
    expect(data.category.children.nodes).toEqual([]);
    expect(requests).toBeLessThan(10);
  });
});

describe('what is read to its end', () => {
  const same: Script = ({ route }) =>
    route === '/wp/v2/posts'
      ? {
          json: Array.from({ length: 100 }, (_, index) => ({
            ...post(index + 1),
            link: `https://site.test/${index}/`,
          })),
        }
      : undefined;

  it.each([['{ archives(type: "post") { count } }'], ['{ paths(types: ["post"], first: 1000) { nodes { uri } } }']])(
    'ends where a site that does not count shows the same page again: %s',
    async (query) => {
      const { data, codes, requests } = await ask(same, query);
      expect(codes).toBeUndefined();
      const [{ count }] = data.archives ?? [{ count: data.paths?.nodes.length }];
      expect(count).toBe(100);
      expect(requests).toBeLessThan(10);
    },
  );
});

describe('a way up', () => {
  const pages =
    (parentOf: (id: number) => number): Script =>
    ({ route, query }) => {
      if (route !== '/wp/v2/pages') return undefined;
      const ids = (query.get('include') ?? '').split(',').map(Number);
      return counted(
        ids.map((id) => ({ id, parent: parentOf(id) })),
        ids.length,
      );
    };
  const query = '{ page(by: { databaseId: 1 }) { ancestors { databaseId } } }';

  it('that goes round in a circle ends', async () => {
    const { data, requests } = await ask(
      pages((id) => (id % 3) + 1),
      query,
    );
    expect(data.page.ancestors).toEqual([{ databaseId: 2 }, { databaseId: 3 }]);
    expect(requests).toBeLessThan(5);
  });

  it('that never ends is ended by what one operation may ask for', async () => {
    graph = await openGraph(scriptedSite(pages((id) => id + 1)));
    const { errors } = await graph.run(query);
    expect(errors).toMatchObject([{ extensions: { code: 'BUDGET_EXCEEDED' } }]);
    expect(graph.requests).toHaveLength(100);
  });

  it('that is known, however long, lets others have their turn', async () => {
    const { ancestorsOf } = await import('../../../src/loaders/lookups/term-tree.ts');
    let turns = 0;
    const count = () => {
      turns++;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    const long = 2_000;
    const found = await ancestorsOf({ id: 1, parent: 2 }, (id) => ({
      document: { id, parent: id < long ? id + 1 : 0 } as RestDocument,
    }));
    clearImmediate(timer);
    expect(found).toHaveLength(long - 1);
    expect(turns).toBeGreaterThan(10);
  });
});

describe('related documents', () => {
  it('that WordPress refuses for any set of owners take two requests an owner at most', async () => {
    const owners = Array.from({ length: 100 }, (_, index) => post(index + 1));
    const { data, requests } = await ask(({ route }) => {
      if (route === '/wp/v2/posts') return counted(owners, 100);
      if (route !== '/wp/v2/comments') return undefined;
      return { json: { code: 'rest_forbidden', message: 'No.' }, status: 401 };
    }, '{ posts(first: 100) { nodes { comments(first: 2) { nodes { authorName } } } } }');
    expect(data.posts.nodes).toHaveLength(100);
    expect(requests).toBeLessThanOrEqual(200);
  });
});

describe('numbered pages', () => {
  it.each([
    ['posts', 'last: 100, orderBy: { field: TITLE }'],
    ['posts', 'first: 100, offset: 2147483647'],
    ['categories', 'last: 100'],
    ['categories', 'first: 77, offset: 2147483647'],
  ])('of %s(%s) take a few requests, whatever WordPress counts', async (field, place) => {
    const { requests } = await ask(
      ({ route }) => (collection.test(route) ? counted([], 1e15) : undefined),
      `{ connection: ${field}(${place}) { ${page} totalCount } }`,
    );
    expect(requests).toBeLessThan(10);
  });
});

describe('looks for changes', () => {
  it('end, whatever the lists say of themselves', async () => {
    let requests = 0;
    const site = scriptedSite(({ route, query }) => {
      if (!collection.test(route)) return undefined;
      requests++;
      const now = new Date().toISOString().slice(0, 19);
      const rows = Array.from({ length: Number(query.get('per_page') ?? 10) }, (_, index) => ({
        id: index + 1,
        modified_gmt: now,
        date_gmt: now,
      }));
      return counted(rows, 1_000_000_000 + requests, 1_000_000_000);
    });
    const gateway = await createGateway({ site: site.url, send: site.send, settings: { pollInterval: 0 } });
    await gateway.look();
    requests = 0;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
    await gateway.look();
    vi.useRealTimers();
    expect(requests).toBeGreaterThan(20);
    expect(requests).toBeLessThan(60);
    await gateway.close();
  });
});

describe('the start', () => {
  it.each([
    ['redirects in a circle', 'https://site.test/a', () => ({ json: {}, status: 302, headers: { location: '/a' } })],
    ['has thousands of folders in its address', `https://site.test/${'a/'.repeat(5_000)}`, () => ({ json: {} })],
  ])('fails at a site that %s', async (_what, site, answer: () => Answer) => {
    let requests = 0;
    const { send } = scriptedSite(() => {
      requests++;
      return answer();
    });
    await expect(createGateway({ site, send })).rejects.toThrow(/redirects more than|not a WordPress site/);
    expect(requests).toBeLessThan(50);
  });
});
