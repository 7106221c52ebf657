import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSampleSite } from '../../../src/sample/sample-site.ts';
import { everything } from '../../../src/store/change.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { renamedSite } from '../../support/renamed-site.ts';
import { lookUpSuite } from './lookups.suite.ts';

const renamed = await renamedSite();

describe('a site that renamed its types and taxonomies', () => {
  lookUpSuite(() => renamed);

  let graphs: readonly [Graph, Graph];
  beforeAll(async () => {
    graphs = [await openGraph(await createSampleSite('http://magazine.test')), await openGraph(renamed)];
  });
  afterAll(() => Promise.all(graphs.map((graph) => graph.close())));

  it.each([
    [
      'bodies and what they lead to',
      '{ posts(first: 20) { totalCount nodes { title content excerpt author { name } featuredMedia { sourceUrl } categories { name parent { name } } tags { name } } } }',
    ],
    ['bodies with terms', '{ posts(first: 20) { nodes { content tags { name } } } }'],
    [
      'one document',
      '{ post(by: { slug: "upper-path" }) { content author { name } categories { slug } tags { slug } } }',
    ],
    [
      'what carries a term',
      '{ categories(first: 30) { nodes { name count posts(first: 3) { nodes { title } totalCount } children { nodes { name } } ancestors { name } } } }',
    ],
    ['what carries a tag', '{ tags(first: 30) { nodes { name posts(first: 50) { nodes { title } } } } }'],
    ['what authors wrote', '{ authors { nodes { name posts(first: 3) { nodes { title } } } } }'],
    [
      'filters',
      `{ some: posts(where: { categories: { slugs: ["coast-sea"], includeChildren: true } }) { totalCount nodes { slug } }
        both: posts(where: { categories: { ids: [6, 7], operator: OR }, tags: { slugs: ["rope"] }, taxonomyRelation: OR }) { totalCount nodes { slug } }
        none: posts(where: { excludeCategories: { slugs: ["coast-sea"] }, excludeTags: { slugs: ["rope"] } }) { totalCount nodes { slug } }
        terms: tags(where: { post: 150 }) { nodes { name } } }`,
    ],
    [
      'comments, pages and media',
      '{ comments(first: 30) { nodes { post { __typename uri } } } pages { nodes { uri parent { uri } children { nodes { uri } } attachments { nodes { slug } } } } mediaItems(first: 20) { nodes { post { uri } } } }',
    ],
    ['taxonomies of terms', '{ categories(first: 2) { nodes { taxonomy { name contentTypes { name } } } } }'],
  ])('has %s as any other, for as many requests', async (_what, query) => {
    const [usual, own] = [await graphs[0].data(query), await graphs[1].data(query)];
    expect(own).toEqual(usual);
    expect(graphs[1].requests.length).toBe(graphs[0].requests.length);
  });

  it('is looked at where its documents are', async () => {
    await graphs[1].data('{ posts(first: 1) { nodes { title } } categories(first: 1) { nodes { name } } }');
    await graphs[1].look();
    const routes = graphs[1].requests.map(({ route }) => route);
    expect(routes).toEqual(expect.arrayContaining(['/acme/v1/articles', '/wp/v2/topics', '/wp/v2/labels/all']));
    expect(routes.filter((route) => /categories|tags|posts$/.test(route))).toEqual([]);
  });
});

it('an announcement of a type by its name drops its documents, wherever a site has them', async () => {
  const secret = 'a secret of many characters';
  const changes: unknown[] = [];
  const graph = await openGraph(renamed, {
    settings: { webhookSecret: secret },
    observer: { change: (change) => changes.push(change) },
  });
  const query =
    '{ post(by: { databaseId: 150 }) { title } category(by: { databaseId: 6 }) { name } tag(by: { databaseId: 30 }) { name } }';
  await graph.data(query);
  await graph.data(query, { warm: true });
  expect(graph.requests).toEqual([]);
  // The graph of a test begins with nothing known.
  expect(changes).toEqual([everything]);
  const body = JSON.stringify([
    { type: 'post', id: 150 },
    { type: 'category', id: 6 },
    { type: 'post_tag', id: 30 },
  ]);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const headers = { 'x-pressgraph-timestamp': timestamp, 'x-pressgraph-signature': `sha256=${signature}` };
  const answer = await graph.fetch(new Request('http://gateway.test/webhook', { method: 'POST', headers, body }));
  expect(await answer.json()).toEqual({ dropped: 3 });
  expect(changes.slice(1, 4)).toEqual([
    { route: '/acme/v1/articles', ids: [150] },
    { route: '/wp/v2/topics', ids: [6] },
    { route: '/wp/v2/labels/all', ids: [30] },
  ]);
  await graph.data(query, { warm: true });
  // The look that follows may have brought the terms.
  const asked = graph.requests.filter(({ query: { include } }) => include).map(({ route }) => route);
  expect(asked).toContain('/acme/v1/articles');
  await graph.close();
});

describe('a site that writes no links', () => {
  const bent = [
    ['takes them out', (row: object) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== '_links'))],
    ['empties them', (row: object) => ('_links' in row ? { ...row, _links: [] } : row)],
  ] as const;
  const query =
    '{ comments(first: 100) { nodes { databaseId post { __typename databaseId uri } } } posts(first: 5) { nodes { author { name } categories { name } tags { name } featuredMedia { altText } comments { nodes { databaseId } } } } }';

  it.each(bent)('tells what leads where by the ids beside them where it %s', async (_how, without) => {
    const usual = await openGraph(await createSampleSite('http://magazine.test'));
    const own = await openGraph(await renamedSite((_route, json) => (Array.isArray(json) ? json.map(without) : json)));
    const expected = await usual.data(query);
    expect(await own.data(query)).toEqual(expected);
    const kinds = new Set(expected.comments.nodes.map(({ post }: { post: { __typename: string } }) => post.__typename));
    expect(kinds).toEqual(new Set(['Post', 'Page', 'Book', 'Place']));
    // Those that are no posts are looked for among pages, which are asked for anyway, and media, all of them at once.
    expect(own.requests.length).toBe(usual.requests.length + 1);
    await Promise.all([usual.close(), own.close()]);
  });

  it('asks for each comment where its link leads as soon as there is one, whatever root that names', async () => {
    const elsewhere = (row: { post?: number; id: number }, type: string) => ({
      ...row,
      _links: { up: [{ href: `https://inside.test/rest/wp/v2/x/${row.post}`, post_type: type }] },
    });
    const routes = { post: '/acme/v1/articles', page: '/wp/v2/sheets' } as const;
    for (const [type, route] of Object.entries(routes)) {
      const own = await openGraph(
        await renamedSite((asked, json) =>
          asked === '/wp/v2/comments' && Array.isArray(json) ? json.map((row) => elsewhere(row, type)) : json,
        ),
      );
      const { comments } = await own.data('{ comments(first: 3) { nodes { post { __typename databaseId } } } }');
      // What is no page is none, though the link says so.
      expect(comments.nodes.map(({ post }: { post: { __typename: string } | null }) => post?.__typename)).toEqual(
        Array.from({ length: 3 }, () => (type === 'post' ? 'Post' : undefined)),
      );
      expect(own.requests.map((request) => request.route)).toEqual(['/wp/v2/comments', route]);
      await own.close();
    }
  });
});
