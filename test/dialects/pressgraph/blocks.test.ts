import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, type Script, scriptedSite } from '../../support/scripted-site.ts';

let graph: Graph;
afterEach(() => graph.close());

const stored =
  '<!-- wp:group {"layout":{"type":"flex"}} -->\n<div class="wp-block-group"><!-- wp:paragraph {"acme":"secret"} -->\n<p>a</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:group -->\n\n<!-- wp:latest-posts /-->\n\nold text';
const rendered = '<div class="wp-block-group">\n<p>a</p>\n</div>\n<ul class="wp-block-latest-posts"></ul>\nold text';
const headers = { authorization: 'Bearer editor' };
const query =
  '{ posts(first: 3) { nodes { databaseId blocks { source nodes(flat: true) { name attributes html path } } } } }';

interface Bodies {
  readonly id: number;
  readonly raw?: string;
  readonly rendered?: string;
  readonly isProtected?: boolean;
}

/** @param answer to who asks as an editor does, if he may not */
const siteWith =
  (bodies: readonly Bodies[], answer?: ReturnType<Script>): Script =>
  ({ route, query, request }) => {
    const isEditing = query.get('context') === 'edit';
    if (isEditing && answer) return answer;
    if (route !== '/wp/v2/posts') return undefined;
    const content = ({ raw, rendered = '', isProtected = false }: Bodies) => ({
      rendered,
      protected: isProtected,
      ...(isEditing && request.headers.authorization && { raw }),
    });
    return list(bodies.map((body) => ({ id: body.id, type: 'post', status: 'publish', content: content(body) })));
  };

describe('blocks of stored texts', () => {
  it('are read for who may edit, those of a list with one request', async () => {
    graph = await openGraph(scriptedSite(siteWith([1, 2, 3].map((id) => ({ id, raw: stored, rendered })))));
    const { posts } = await graph.data(query, { headers });
    expect(posts.nodes).toHaveLength(3);
    for (const { blocks } of posts.nodes) {
      expect(blocks).toEqual({
        source: 'STORED',
        nodes: [
          {
            name: 'core/group',
            attributes: { layout: { type: 'flex' } },
            html: '\n<div class="wp-block-group">\n<p>a</p>\n</div>\n',
            path: '0',
          },
          { name: 'core/paragraph', attributes: { acme: 'secret' }, html: '\n<p>a</p>\n', path: '0.0' },
          { name: 'core/latest-posts', attributes: {}, html: null, path: '1' },
          { name: 'core/freeform', attributes: {}, html: '\n\nold text', path: '2' },
        ],
      });
    }
    expect(graph.to('/wp/v2/posts').filter((request) => request.query.context === 'edit')).toHaveLength(1);
  });

  it('are not for visitors, whoever asked before', async () => {
    graph = await openGraph(scriptedSite(siteWith([{ id: 1, raw: stored, rendered }])));
    const visitor = await graph.data(query);
    expect(visitor.posts.nodes[0].blocks).toMatchObject({ source: 'RENDERED' });
    expect(JSON.stringify(visitor)).not.toContain('secret');
    await graph.data(query, { headers, warm: true });
    expect(await graph.data(query, { warm: true })).toEqual(visitor);
  });

  it('are those of the rendered HTML for who may not edit', async () => {
    const refused = { json: { code: 'rest_forbidden_context', message: 'No.', data: { status: 403 } }, status: 403 };
    graph = await openGraph(scriptedSite(siteWith([{ id: 1, raw: stored, rendered }], refused)));
    const { posts } = await graph.data(query, { headers });
    expect(posts.nodes[0].blocks.source).toBe('RENDERED');
    expect(posts.nodes[0].blocks.nodes.map(({ name }: { name: string }) => name)).toEqual([
      'core/group',
      'core/paragraph',
      'core/latest-posts',
      'core/freeform',
    ]);
  });

  it('fail where the site fails, and are not taken from elsewhere', async () => {
    const failing = { json: { code: 'down', message: 'No.', data: { status: 503 } }, status: 503 };
    graph = await openGraph(scriptedSite(siteWith([{ id: 1, raw: stored, rendered }], failing)));
    const { data, errors } = await graph.run(query, { headers });
    expect(data.posts.nodes).toEqual([{ databaseId: 1, blocks: null }]);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });

  it('are not there where a password is needed, for who may edit as well', async () => {
    graph = await openGraph(scriptedSite(siteWith([{ id: 1, raw: stored, isProtected: true }])));
    expect((await graph.data(query, { headers })).posts.nodes).toEqual([{ databaseId: 1, blocks: null }]);
  });

  it('that are nested deeper than anybody would are those of the rendered HTML', async () => {
    graph = await openGraph(scriptedSite(siteWith([{ id: 1, raw: '<!-- wp:a -->'.repeat(60), rendered }])));
    const { posts } = await graph.data(query, { headers });
    expect(posts.nodes[0].blocks.source).toBe('RENDERED');
  });

  it.each([null, 7, '', [], { rendered: null }, { rendered: ['<p>'] }])(
    'of a body that is %j are no error',
    async (content) => {
      graph = await openGraph(
        scriptedSite(({ route }) => (route === '/wp/v2/posts' ? list([{ id: 1, content }]) : undefined)),
      );
      const { data, errors } = await graph.run(query);
      expect(errors).toBeUndefined();
      expect(data.posts.nodes[0].blocks?.nodes ?? []).toEqual(expect.any(Array));
    },
  );
});
