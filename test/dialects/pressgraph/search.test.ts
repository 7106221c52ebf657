/**
 * Search: what it costs, what it keeps and until when, and sites that have closed it.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { createDialect } from '../../../src/dialects/pressgraph/schema.ts';
import { type Layers, openLayers } from '../../../src/layers.ts';
import { serveGraph } from '../../../src/served-schemas.ts';
import { type Answer, byId, list, scriptedSite } from '../../support/scripted-site.ts';

let layers: Layers | undefined;
afterEach(() => layers?.close());
let requests: string[] = [];

const posts = [1, 2, 3, 4, 5].map((id) => ({
  id,
  title: { rendered: `Post ${id}` },
  content: { rendered: `<p>a word ${id}</p>` },
}));
const categories = [
  { id: 1, name: 'One' },
  { id: 2, name: 'Two' },
];
const found = {
  post: posts.map(({ id }) => ({
    id,
    title: `R&amp;D <em>${id}</em>`,
    url: `https://site.test/p${id}/`,
    subtype: 'post',
  })),
  // Of the same ids as posts: they are counted apart.
  term: [1, 2].map((id) => ({ id, title: `Term ${id}`, url: `https://site.test/t${id}/`, type: 'category' })),
  'post-format': [{ id: 'aside', title: 'Aside', url: 'https://site.test/type/aside/', type: 'post-format' }],
};

async function open({ answer, isCounted = true }: { answer?: Answer; isCounted?: boolean } = {}) {
  const site = scriptedSite(({ route, query }) => {
    requests.push(route);
    if (route === '/wp/v2/posts') return byId(...posts)(query);
    if (route === '/wp/v2/categories') return byId(...categories)(query);
    if (route !== '/wp/v2/search') return undefined;
    if (answer) return answer;
    const rows = found[query.get('type') as keyof typeof found];
    const size = Number(query.get('per_page') ?? 10);
    const start = (Number(query.get('page') ?? 1) - 1) * size;
    if (start > 0 && start >= rows.length) {
      const refusal = { code: 'rest_search_invalid_page_number', message: 'No.', data: { status: 400 } };
      return { json: refusal, status: 400 };
    }
    return isCounted ? list(rows.slice(start, start + size), rows.length) : { json: rows.slice(start, start + size) };
  });
  const opened = await openLayers({
    site: site.url,
    send: site.send,
    settings: { pollInterval: 0, responseCacheBytes: 0 },
  });
  layers = opened;
  const { schema } = createDialect().build(opened.site);
  const entrance = serveGraph(opened, schema);
  return async (query: string) => {
    requests = [];
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query });
    const response = await entrance.fetch(
      new Request('http://gateway.test/graphql', { method: 'POST', headers, body }),
    );
    // biome-ignore lint/suspicious/noExplicitAny: tests name the shape where they look at it.
    return (await response.json()) as { data: any; errors?: { extensions: { code: string } }[] };
  };
}

const all = 'types: ["post", "category", "post_format"]';

describe('search', () => {
  it('gives posts, then terms, then formats, with what is read of them', async () => {
    const run = await open();
    const query = `{ search(query: "a", ${all}, first: 10) {
      totalCount pageInfo { hasNextPage }
      nodes { title type uri excerpt node { __typename ... on Post { title } ... on Category { name } } }
    } }`;
    const { data, errors } = await run(query);
    expect(errors).toBeUndefined();
    const { nodes, ...others } = data.search;
    expect(others).toEqual({ totalCount: 8, pageInfo: { hasNextPage: false } });
    expect(nodes[0]).toEqual({
      title: 'R&D 1',
      type: 'post',
      uri: '/p1/',
      excerpt: 'a word 1',
      node: { __typename: 'Post', title: 'Post 1' },
    });
    expect(nodes[5]).toMatchObject({
      title: 'Term 1',
      type: 'category',
      node: { __typename: 'Category', name: 'One' },
    });
    expect(nodes[7]).toMatchObject({ title: 'Aside', type: 'post_format', uri: '/type/aside/', excerpt: null });
    const search = requests.filter((route) => route === '/wp/v2/search');
    expect([search.length, requests.length]).toEqual([3, 5]);
    // Terms and posts that have the same ids are kept apart.
    expect([(await run(query)).data, requests]).toEqual([data, []]);
  });

  it.each([1, 2, 3, 8])('is gone through in pages of %i from kind to kind', async (size) => {
    const run = await open();
    const titles: string[] = [];
    for (let after = ''; titles.length < 20; ) {
      const { data } = await run(
        `{ search(query: "a", ${all}, first: ${size}${after}) { nodes { title } pageInfo { hasNextPage endCursor } } }`,
      );
      titles.push(...data.search.nodes.map(({ title }: { title: string }) => title));
      if (!data.search.pageInfo.hasNextPage) break;
      after = `, after: "${data.search.pageInfo.endCursor}"`;
    }
    expect(titles).toEqual(['R&D 1', 'R&D 2', 'R&D 3', 'R&D 4', 'R&D 5', 'Term 1', 'Term 2', 'Aside']);
  });

  it('is empty past the end, and keeps its total', async () => {
    const run = await open();
    const after = Buffer.from('["post",90]').toString('base64url');
    const { data } = await run(
      `{ search(query: "a", first: 3, after: "${after}") { totalCount nodes { title } pageInfo { hasNextPage hasPreviousPage } } }`,
    );
    expect(data.search).toEqual({
      totalCount: 5,
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
  });

  it('is gone through where the site hides how many there are', async () => {
    const run = await open({ isCounted: false });
    const { data } = await run(
      '{ search(query: "a", first: 3) { totalCount nodes { title } pageInfo { hasNextPage } } }',
    );
    expect(data.search).toMatchObject({ totalCount: null, pageInfo: { hasNextPage: true } });
    expect(data.search.nodes).toHaveLength(3);
  });

  it('is known until something that it finds has changed', async () => {
    const run = await open();
    const query = '{ search(query: "a", types: ["post"], first: 2) { nodes { title } } }';
    const announce = async (route: string) => {
      layers?.changes.announce({ route, ids: [1] });
      await new Promise(setImmediate);
    };
    await run(query);
    await run(query);
    expect(requests).toEqual([]);
    await announce('/wp/v2/comments');
    await run(query);
    expect(requests).toEqual([]);
    await announce('/wp/v2/posts');
    await run(query);
    expect(requests).toEqual(['/wp/v2/search']);
  });

  it('finds post formats that posts have had since they were asked for, without an announcement of their own', async () => {
    const run = await open();
    const query = '{ site { postFormats { slug } } search(query: "aside", types: ["post_format"]) { totalCount } }';
    const formats = found['post-format'];
    const change = async (route: string) => {
      layers?.changes.announce({ route, ids: [1] });
      await new Promise(setImmediate);
    };
    const before = await run(query);
    expect(before.data).toEqual({ site: { postFormats: [{ slug: 'aside' }] }, search: { totalCount: 1 } });
    found['post-format'] = [];
    try {
      await change('/wp/v2/categories');
      expect(await run(query)).toEqual(before);
      expect(requests).toEqual([]);
      await change('/wp/v2/posts');
      expect((await run(query)).data).toEqual({ site: { postFormats: [] }, search: { totalCount: 0 } });
      expect(requests).toEqual(['/wp/v2/search']);
    } finally {
      found['post-format'] = formats;
    }
  });

  it.each([
    [401, 'rest_forbidden', 'UNAUTHENTICATED'],
    [404, 'rest_no_route', 'FORBIDDEN'],
  ])('that a site has closed with %i is an error of the field', async (status, code, told) => {
    const run = await open({ answer: { json: { code, message: 'No.', data: { status } }, status } });
    const { data, errors } = await run('{ search(query: "a") { nodes { title } } }');
    expect(data).toEqual({ search: null });
    expect(errors).toMatchObject([{ path: ['search'], extensions: { code: told, route: '/wp/v2/search' } }]);
  });
});
