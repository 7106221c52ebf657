import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createSampleSite } from '../../src/sample/sample-site.ts';
import { type Graph, openGraph, type TestSite } from '../support/graph.ts';
import { list, type Script, scriptedSite } from '../support/scripted-site.ts';

const sample = await createSampleSite('http://magazine.test');
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The magazine, as a host or a plugin limits it (`rest_{type}_collection_params`): no more rows at a time than these.
 * @param tells whether it says so of itself
 */
function limited(most: number, tells: boolean): TestSite {
  return {
    url: sample.url,
    async send(request) {
      const { pathname, searchParams } = new URL(request.url);
      const isOfItself = /\/wp-json\/$/.test(pathname) || request.method === 'OPTIONS';
      if (Number(searchParams.get('per_page') ?? 0) > most) {
        const reason = `per_page must be between 1 (inclusive) and ${most} (inclusive)`;
        const body = {
          code: 'rest_invalid_param',
          message: 'Invalid parameter(s): per_page',
          data: { status: 400, params: { per_page: reason } },
        };
        return {
          status: 400,
          headers: { 'content-type': 'application/json' },
          body: encoder.encode(JSON.stringify(body)),
        };
      }
      const answer = await sample.send(request);
      if (!isOfItself || !tells) return answer;
      const changed = decoder.decode(answer.body).replaceAll('"maximum":100', `"maximum":${most}`);
      return { ...answer, body: encoder.encode(changed) };
    },
  };
}

const page = 'nodes { databaseId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount';
/** What takes more than a few rows at a time, each in its own way. */
const queries = [
  `{ posts(first: 100) { ${page} } }`,
  '{ posts(first: 100) { nodes { title author { name } categories { name } tags { name } featuredImage { altText } } } }',
  `{ posts(first: 60, orderBy: { field: TITLE }) { ${page} } }`,
  `{ posts(first: 50, offset: 7) { ${page} } }`,
  `{ posts(last: 45) { ${page} } }`,
  `{ comments(first: 90) { ${page} } }`,
  `{ categories(first: 30) { ${page} } tags(last: 30) { ${page} } }`,
  `{ categories(first: 9, offset: 5) { ${page} } authors(first: 30) { ${page} } }`,
  '{ categories(first: 30) { nodes { name parent { name } children(first: 50) { nodes { name } } ancestors { name } } } }',
  '{ posts(first: 40) { nodes { comments(first: 3) { totalCount nodes { databaseId } } } } }',
  '{ categories(first: 10) { nodes { posts(first: 2) { nodes { slug } } } } }',
  '{ pages(first: 50) { nodes { uri children(first: 20) { nodes { uri } } } } }',
];

let graph: Graph | undefined;
afterEach(() => graph?.close());

async function answersOf(site: TestSite) {
  graph = await openGraph(site, { settings: { maxUpstreamRequests: 1_000 }, logger: pino({ level: 'silent' }) });
  const answers: unknown[] = [];
  for (const query of queries) {
    const { data, errors } = await graph.run(query);
    answers.push({ query, data, errors });
  }
  await graph.close();
  return answers;
}

describe.each([
  [20, 'says so of itself', true],
  [20, 'says so only by refusing more', false],
  [7, 'says so of itself', true],
  [3, 'says so of itself', true],
])('a site that gives %i rows at a time and %s', (most, _says, tells) => {
  it('has the same graph as any other', async () => {
    expect(await answersOf(limited(most, tells))).toEqual(await answersOf(sample));
  });
});

describe('a site that gives twenty rows at a time', () => {
  it('is told that it does so by no client, and refuses none of what it is asked for', async () => {
    let refused = 0;
    const site = limited(20, true);
    const send: TestSite['send'] = async (request) => {
      const answer = await site.send(request);
      if (answer.status === 400) refused++;
      return answer;
    };
    await answersOf({ ...site, send });
    expect(refused).toBe(0);
  });

  it('is found changed all the same', async () => {
    const failures: unknown[] = [];
    const observer = {
      look: (event: object) => 'failures' in event && failures.push(...(event.failures as unknown[])),
    };
    graph = await openGraph(limited(20, true), { observer });
    await graph.look();
    expect(failures).toEqual([]);
  });

  it('is asked for no more than an operation may, each request counted', async () => {
    graph = await openGraph(limited(20, true), { settings: { maxUpstreamRequests: 2 } });
    const { errors } = await graph.run('{ posts(first: 60, orderBy: { field: TITLE }) { nodes { slug } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BUDGET_EXCEEDED' } }]);
    expect(graph.requests).toHaveLength(2);
  });
});

describe('a site that has taken arguments away', () => {
  const documents = [3, 2, 1].map((id) => ({ id, slug: `p${id}`, title: { rendered: `Post ${id}` } }));
  /** What it does not know it leaves out of account. */
  const script: Script = ({ route, request }) => {
    if (request.method === 'OPTIONS') {
      const args = { per_page: { maximum: 100 }, offset: {} };
      return { json: { endpoints: [{ methods: ['GET'], args }], schema: { properties: { id: {} } } } };
    }
    if (route === '/wp/v2/posts') return list(documents);
    const id = Number(/^\/wp\/v2\/posts\/(\d+)$/.exec(route)?.[1]);
    if (!id) return undefined;
    const found = documents.find((document) => document.id === id);
    return found ? { json: found } : { json: { code: 'rest_post_invalid_id', data: { status: 404 } }, status: 404 };
  };
  const site = scriptedSite(script, '/wp-json', false);

  it('is asked for each document by itself where it knows no `include`', async () => {
    graph = await openGraph(site);
    const query = '{ a: post(by: { databaseId: 1 }) { title } b: post(by: { databaseId: 9 }) { title } }';
    expect(await graph.data(query)).toEqual({ a: { title: 'Post 1' }, b: null });
    expect(graph.requests.map(({ route }) => route).sort()).toEqual(['/wp/v2/posts/1', '/wp/v2/posts/9']);
    // Both are known from here on, the absent one as well.
    expect(await graph.data(query, { warm: true })).toEqual({ a: { title: 'Post 1' }, b: null });
    expect(graph.requests).toEqual([]);
  });

  it('finds nothing by its slug, which is its own fault: another document is not what was asked for', async () => {
    graph = await openGraph(site, { logger: pino({ level: 'silent' }) });
    const { data, errors } = await graph.run('{ post(by: { slug: "p2" }) { title } }');
    expect(data).toEqual({ post: null });
    expect(errors).toMatchObject([{ path: ['post'], extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }]);
    expect(graph.to('/wp/v2/posts')).toEqual([]);
  });
});
