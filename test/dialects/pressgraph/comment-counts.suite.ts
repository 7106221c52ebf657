import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';

interface Commented {
  readonly commentCount: number | null;
  readonly isProtected: boolean;
  readonly comments: { readonly totalCount: number };
}

/** How many comments documents have, held to the lists of these. */
export function commentCountSuite(site: () => TestSite): void {
  describe('numbers of comments', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site(), { settings: { maxUpstreamRequests: 500 } });
    });
    afterAll(() => graph.close());

    it('are those of the comments that may be read, and none where a password is needed', async () => {
      const of = 'nodes { isProtected commentCount comments { totalCount } }';
      const { contents, mediaItems } = await graph.data(
        `{ contents(first: 100, where: { before: "2026-11-01T00:00:00" }) { ${of} } mediaItems(first: 5) { ${of} } }`,
      );
      const all: Commented[] = [...contents.nodes, ...mediaItems.nodes];
      for (const { commentCount, isProtected, comments } of all)
        expect(commentCount).toBe(isProtected ? null : comments.totalCount);
      expect(all.some(({ commentCount }) => (commentCount ?? 0) > 1)).toBe(true);
    });

    it('of a list cost as few requests as tell them, and none while they are known', async () => {
      const query = '{ posts(first: 20, where: { before: "2026-11-01T00:00:00" }) { nodes { title commentCount } } }';
      const cold = await graph.data(query);
      expect(graph.to('/wp/v2/comments').length).toBeLessThanOrEqual(2);
      expect(await graph.data(query, { warm: true })).toEqual(cold);
      expect(graph.requests).toEqual([]);
    });
  });
}
