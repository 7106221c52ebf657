import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fc } from '../support/chance.ts';
import { type Graph, openGraph } from '../support/graph.ts';
import { list, scriptedSite } from '../support/scripted-site.ts';

/**
 * Queries at random times over a site whose every text says when it was told, so that an answer tells itself how old its parts
 * are: however it came about, it must not be given out as fresher than they are.
 */

/** Seconds; each kind has a life of its own. */
const fresh = { content: 10, terms: 25, users: 7, comments: 4, site: 15, missing: 3 };
const staleFor = 30;
type Told = keyof typeof fresh;

type Row = Readonly<Record<string, unknown>>;

const dateOf = (id: number) => `2024-01-01T00:00:${10 + id}`;
const rendered = (text: string) => ({ rendered: text, protected: false });

/** Rows of each collection, whose texts are `now`. */
const collections: Readonly<Record<string, (now: (kind: Told) => string) => readonly Row[]>> = {
  posts: (now) =>
    [1, 2, 3, 4].map((id) => ({
      id,
      slug: `post-${id}`,
      date: dateOf(id),
      author: (id % 2) + 1,
      categories: [id % 3, 4].filter((category) => category > 0),
      title: rendered(now('content')),
      content: rendered(now('content')),
      excerpt: rendered(now('content')),
    })),
  users: (now) => [1, 2].map((id) => ({ id, slug: `user-${id}`, name: now('users'), description: now('users') })),
  categories: (now) =>
    [1, 2, 3, 4].map((id) => ({
      id,
      slug: `category-${id}`,
      parent: id === 4 ? 0 : id + 1,
      count: 2,
      name: now('terms'),
      description: now('terms'),
    })),
  comments: (now) =>
    [11, 12, 13, 14].map((id) => ({
      id,
      post: (id % 3) + 1,
      date: dateOf(id),
      author_name: now('comments'),
      content: rendered(now('comments')),
    })),
};

/** Arguments that choose rows, with the property that each of them looks at. */
const filters = {
  include: 'id',
  slug: 'slug',
  post: 'post',
  parent: 'parent',
  categories: 'categories',
  author: 'author',
};

function tellingSite(isDown: () => boolean) {
  return scriptedSite(({ route, query, request }) => {
    if (isDown()) return { json: { code: 'wp_die', message: 'down' }, status: 503 };
    // Whoever asks with credentials is told something of its own.
    const mark = request.headers.authorization ? 'own' : 'at';
    const now = (kind: Told) => `${kind} ${mark} ${Date.now()}`;
    const index = { name: now('site'), description: now('site'), url: 'https://site.test', namespaces: ['wp/v2'] };
    if (route === '/') return { json: index };
    const rows = collections[route.replace('/wp/v2/', '')]?.(now);
    if (!rows) return undefined;
    const found = rows.filter((row) =>
      Object.entries(filters).every(([argument, property]) => {
        const wanted = query.get(argument)?.split(',');
        return !wanted || [row[property]].flat().some((value) => wanted.includes(String(value)));
      }),
    );
    const [start, size] = [Number(query.get('offset') ?? 0), Number(query.get('per_page') ?? 10)];
    const names =
      query
        .get('_fields')
        ?.split(',')
        .map((path) => path.split('.')[0] ?? '') ?? [];
    const page = found.slice(start, start + size);
    return list(
      page.map((row) => Object.fromEntries(names.map((name) => [name, row[name]]))),
      found.length,
    );
  });
}

const queries = [
  '{ posts(first: 2) { nodes { title } } }',
  '{ posts(first: 2) { nodes { title content author { name } categories { name } } } }',
  '{ posts(first: 3) { nodes { excerpt comments(first: 1) { nodes { authorName } } } } post(by: { databaseId: 4 }) { content } }',
  '{ comments(first: 3) { nodes { authorName post { excerpt } } } posts(first: 2) { nodes { title } } }',
  '{ posts(first: 2) { nodes { title comments(first: 2) { totalCount nodes { post { excerpt } } } } } }',
  '{ post(by: { slug: "post-4" }) { title } other: post(by: { slug: "post-1" }) { content author { description } } }',
  '{ post(by: { slug: "post-4" }) { excerpt } missing: post(by: { slug: "nothing" }) { title } }',
  '{ post(by: { databaseId: 3 }) { content } other: post(by: { databaseId: 9 }) { title } author(by: { databaseId: 1 }) { name } }',
  '{ categories(first: 4) { nodes { name posts(first: 1) { nodes { title } } } } }',
  '{ category(by: { databaseId: 1 }) { ancestors { description } parent { name children(first: 2) { nodes { name } } } } }',
  '{ categories(first: 4) { nodes { name parent { description } } } }',
  '{ category(by: { slug: "category-1" }) { name parent { name parent { description } } } categories(first: 3) { nodes { name } } }',
  '{ site { name } comments(first: 3) { nodes { authorName post { title } } } }',
  '{ site { description } posts(first: 1) { totalCount } }',
];

type Step =
  | { readonly do: 'ask'; readonly queries: readonly string[]; readonly own: boolean }
  | { readonly do: 'wait'; readonly milliseconds: number }
  | { readonly do: 'fail'; readonly isDown: boolean };

/** In several spellings, so that what is known of one answer is not always all that is known. */
const spelled = (some: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...some), fc.constantFrom('a', 'b', 'c'))
    .map(([query, spelling]) => `query ${spelling} ${query}`);

const stepOf = (some: readonly string[]): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('ask' as const),
        queries: fc.array(spelled(some), { minLength: 1, maxLength: 3 }),
        own: fc.constantFrom(false, false, false, false, true),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        milliseconds: fc.constantFrom(700, 1_900, 4_100, 6_300, 11_000, 25_000, 60_000),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), isDown: fc.boolean() }) },
  );

/** Few queries, many times: what they have in common grows old at different times. */
const sequence = fc
  .uniqueArray(fc.constantFrom(...queries), { minLength: 1, maxLength: 3 })
  .chain((some) => fc.array(stepOf(some), { minLength: 4, maxLength: 24, size: 'max' }));

describe('an answer', () => {
  let isDown = false;
  let requests = 0;
  let graph: Graph;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000_000 });
    const freshFor = Object.entries(fresh).map(([kind, life]) => (kind === 'content' ? life : `${kind}=${life}`));
    const site = tellingSite(() => {
      requests++;
      return isDown;
    });
    graph = await openGraph(site, {
      settings: { freshFor: freshFor.join(','), staleFor: `${staleFor},missing=0`, upstreamRetries: 0 },
      logger: pino({ level: 'silent' }),
    });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await graph.close();
  });

  async function settled(): Promise<void> {
    for (let [quiet, seen] = [0, requests]; quiet < 6; quiet++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (seen !== requests) [quiet, seen] = [0, requests];
    }
  }

  /** Whether caches may have it. */
  async function ask(query: string, own: boolean): Promise<boolean> {
    const headers = { accept: 'application/json', ...(own && { authorization: 'Basic b3duOm93bg==' }) };
    const url = `http://gateway.test/graphql?query=${encodeURIComponent(query)}`;
    const response = await graph.fetch(new Request(url, { headers }));
    const body = await response.text();
    const control = response.headers.get('cache-control') ?? '';
    const parts = [...body.matchAll(/(\w+) (at|own) (\d+)/g)];
    const sharedFor = /s-maxage=(\d+)/.exec(control)?.[1];
    for (const [, kind, mark, at] of parts) {
      const end = Number(at) + 1_000 * fresh[kind as Told];
      expect(mark, body).toBe(own ? 'own' : 'at');
      if (own) expect(Number(at), `what a viewer of its own is told: ${body}`).toBe(Date.now());
      if (sharedFor === undefined) continue;
      const message = `${control} at ${Date.now()}: ${body}`;
      expect(Date.now() + 1_000 * Number(sharedFor), message).toBeLessThanOrEqual(Math.max(end, Date.now()));
      expect(Date.now(), message).toBeLessThan(end + 1_000 * staleFor);
    }
    return sharedFor !== undefined && parts.length > 0;
  }

  it('is no fresher than the oldest of its parts, whoever else has asked for them', { timeout: 60_000 }, async () => {
    let shared = 0;
    const sequences = fc.asyncProperty(sequence, async (steps) => {
      vi.setSystemTime(1_000_000_000);
      graph.purge();
      isDown = false;
      for (const one of steps) {
        if (one.do === 'wait') vi.setSystemTime(Date.now() + one.milliseconds);
        else if (one.do === 'fail') isDown = one.isDown;
        else shared += (await Promise.all(one.queries.map((query) => ask(query, one.own)))).filter(Boolean).length;
        await settled();
      }
    });
    await fc.assert(sequences, { numRuns: 100, unbiased: true });
    expect(shared).toBeGreaterThan(500);
  });
});
