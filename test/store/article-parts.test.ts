import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSampleSite } from '../../src/sample/sample-site.ts';
import { type Graph, openGraph } from '../support/graph.ts';

/** Documents are learned in parts, and parts of one property apart: whatever was asked before, the answer is the same. */
describe('an article whose parts are learned one after the other', () => {
  let graph: Graph;
  beforeAll(async () => {
    const site = await createSampleSite('http://magazine.test');
    graph = await openGraph(site, { settings: { responseCacheBytes: 0 } });
  });
  afterAll(() => graph.close());

  const article = (fields: string) => `{ post(by: { slug: "octobers-last-plum" }) { ${fields} } }`;
  const body = article('title content');
  const comments = article('commentStatus comments(first: 5) { nodes { authorName } }');

  it('keeps its body when its comments are asked for', async () => {
    const before = await graph.data(body);
    expect(before.post.content).toContain('<p');
    await graph.data(comments, { warm: true });
    expect(await graph.data(body, { warm: true })).toEqual(before);
    expect(graph.requests).toEqual([]);
  });

  const queries = [
    body,
    comments,
    article('isProtected excerpt'),
    article('restUrl allowedMethods'),
    article('revisionCount title(format: TEXT)'),
    article('content(format: TEXT) author { name } isProtected restUrl'),
    '{ posts(first: 5) { nodes { title content author { name } } } }',
    '{ posts(first: 5) { nodes { excerpt categories { name } isProtected revisionCount comments(first: 1) { totalCount } } } }',
    '{ posts(first: 5) { nodes { title content excerpt restUrl featuredMedia { sourceUrl } } } }',
  ];

  it('answers the same in any order, and in one operation', async () => {
    const cold = new Map<string, unknown>();
    for (const query of queries) cold.set(query, await graph.data(query));
    for (const first of queries) {
      await graph.data(first);
      for (const next of [...queries, ...[...queries].reverse()]) {
        expect(await graph.data(next, { warm: true }), `${next} after ${first}`).toEqual(cold.get(next));
      }
    }
    const all = queries.map((query, index) => query.slice(1, -1).replace(/(post|posts)\(/, `field${index}: $1(`));
    const together = await graph.data(`{ ${all.join('\n')} }`);
    for (const [index, query] of queries.entries()) {
      expect({ [/posts?(?=\()/.exec(query)?.[0] ?? '']: together[`field${index}`] }).toEqual(cold.get(query));
    }
  });
});
