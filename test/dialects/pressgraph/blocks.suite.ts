import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';

/** Bodies as blocks, for a visitor: of the HTML that the site renders. */
export function blocksSuite(site: () => TestSite): void {
  describe('blocks', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site());
    });
    afterAll(() => graph.close());

    it('are read of what a body shows, in a tree', async () => {
      const { post } = await graph.data(
        '{ post(by: { databaseId: 181 }) { blocks { source nodes { __typename name path html innerBlocks { name path attributes } } } } }',
      );
      expect(post.blocks.source).toBe('RENDERED');
      const gallery = post.blocks.nodes.find((block: { name: string }) => block.name === 'core/gallery');
      expect(gallery).toMatchObject({
        __typename: 'OtherBlock',
        // Before WordPress 6.2, its layout comes first.
        html: expect.stringMatching(/^<figure class="(?:[\w-]+ )*wp-block-gallery /),
      });
      expect(gallery.innerBlocks[0]).toEqual({
        name: 'core/image',
        path: `${gallery.path}.0`,
        attributes: expect.objectContaining({
          id: 312,
          alt: 'Fruit under a striped awning',
          url: expect.stringMatching(/market-stall/),
        }),
      });
    });

    it('are given in one list, and by name', async () => {
      const { post } = await graph.data(`{ post(by: { databaseId: 181 }) { blocks {
        tree: nodes { path innerBlocks { path } } flat: nodes(flat: true) { path }
        images: nodes(flat: true, names: ["image"]) { name } none: nodes(names: ["core/image"]) { name }
      } } }`);
      const { tree, flat, images, none } = post.blocks;
      const paths = tree.flatMap((block: { path: string; innerBlocks: { path: string }[] }) => [
        block.path,
        ...block.innerBlocks.map(({ path }) => path),
      ]);
      expect(flat.map(({ path }: { path: string }) => path)).toEqual(paths);
      expect(images.length).toBeGreaterThan(1);
      expect(new Set(images.map(({ name }: { name: string }) => name))).toEqual(new Set(['core/image']));
      expect(none).toEqual([]);
    });

    it('of many bodies cost no request more than the bodies', async () => {
      await graph.data('{ posts(first: 20) { nodes { content } } }');
      const asked = graph.requests.length;
      const query = '{ posts(first: 20) { nodes { blocks { nodes(flat: true) { name html attributes } } } } }';
      const cold = await graph.data(query);
      expect(graph.requests).toHaveLength(asked);
      expect(await graph.data(query, { warm: true })).toEqual(cold);
      expect(graph.requests).toHaveLength(0);
    });

    it('are not there where a password is needed, and of media', async () => {
      const found = await graph.data(
        '{ post(by: { databaseId: 142 }) { isProtected blocks { source } } media(by: { databaseId: 306 }) { blocks { source } } }',
      );
      expect(found).toEqual({ post: { isProtected: true, blocks: null }, media: { blocks: null } });
    });

    it('are asked for through an interface', async () => {
      const { page } = await graph.data(
        '{ page: node(id: "UGFnZTo0MDE=") { ... on Content { blocks { nodes(flat: true) { ... on OtherBlock { name html } } } } } }',
      );
      expect(page.blocks.nodes.length).toBeGreaterThan(2);
    });

    it('have names of blocks', async () => {
      const { errors } = await graph.run(
        '{ post(by: { databaseId: 181 }) { blocks { nodes(names: ["An image"]) { name } } } }',
      );
      expect(errors).toMatchObject([
        { message: expect.stringContaining('"An image"'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    });
  });
}
