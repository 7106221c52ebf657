import { afterEach, describe, expect, it, vi } from 'vitest';
import { StepsReader } from '../../../src/graph/fields/steps.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, type Script, scriptedSite } from '../../support/scripted-site.ts';

let graph: Graph;
afterEach(() => {
  vi.restoreAllMocks();
  return graph.close();
});

const stored =
  '<!-- wp:group {"layout":{"type":"flex"}} -->\n<div class="wp-block-group"><!-- wp:paragraph {"acme":"secret"} -->\n<p>a</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:group -->\n\n<!-- wp:latest-posts /-->\n\nold text';
const rendered = '<div class="wp-block-group">\n<p>a</p>\n</div>\n<ul class="wp-block-latest-posts"></ul>\nold text';
const headers = { authorization: 'Bearer editor' };
const query =
  '{ posts(first: 3) { nodes { databaseId blocks { source nodes(flat: true) { name attributes html path } } } } }';

interface Bodies {
  readonly id: number;
  readonly status?: string;
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
    const ids = query.get('include')?.split(',').map(Number);
    const asked = bodies.filter(({ id, status = 'publish' }) =>
      ids ? ids.includes(id) && status === 'publish' : true,
    );
    return list(asked.map((body) => ({ type: 'post', status: 'publish', ...body, content: content(body) })));
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

  it.each([
    ['stored', headers, 2],
    ['rendered', {}, 2],
  ])('are made once, and chosen once, by however many names they are asked for: %s', async (_what, headers, pieces) => {
    graph = await openGraph(scriptedSite(siteWith([{ id: 1, raw: stored, rendered }])));
    const made = vi.spyOn(StepsReader.prototype, 'readOn');
    const names = Array.from({ length: 28 }, (_, index) => index);
    const asked = names.map((name) => `a${name}: blocks { nodes(flat: true, names: ["group"]) { path } }`).join(' ');
    const { posts } = await graph.data(`{ posts { nodes { ${asked} } } }`, { headers });
    const [post] = posts.nodes;
    expect(Object.values(post)).toEqual(names.map(() => ({ nodes: [{ path: '0' }] })));
    expect(made).toHaveBeenCalledTimes(pieces);
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

  it('cost who may not edit one request for all of a list', async () => {
    const visible = [1, 2, 3].map((id) => ({ id, rendered }));
    graph = await openGraph(
      scriptedSite((place) =>
        place.query.get('context') === 'edit' && place.route === '/wp/v2/posts' ? list([]) : siteWith(visible)(place),
      ),
    );
    const { posts } = await graph.data(query, { headers });
    expect(new Set(posts.nodes.map(({ blocks }: { blocks: { source: string } }) => blocks.source))).toEqual(
      new Set(['RENDERED']),
    );
    expect(graph.requests.filter((request) => request.query.context === 'edit')).toHaveLength(1);
  });

  it('are read of a draft for who may edit it', async () => {
    const draft = { id: 7, status: 'draft', raw: stored, rendered };
    graph = await openGraph(
      scriptedSite((place) => {
        if (place.route !== '/wp/v2/posts/7') return siteWith([draft])(place);
        const { rendered } = draft;
        const content = { rendered, protected: false, ...(place.query.get('context') === 'edit' && { raw: stored }) };
        return { json: { ...draft, type: 'post', content } };
      }),
    );
    const { post } = await graph.data('{ post(by: { databaseId: 7 }) { status blocks { source } } }', { headers });
    expect(post).toEqual({ status: 'draft', blocks: { source: 'STORED' } });
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

describe('blocks that the service account opens', () => {
  const opened = { settings: { serviceAccount: 'editor:abcd EFGH', serviceAccountOpens: 'blocks' } };
  const account = `Basic ${Buffer.from('editor:abcd EFGH').toString('base64')}`;
  const byAccount = () => graph.requests.filter(({ authorization }) => authorization === account);

  it('are those of the stored text for everybody, with one request, and none when they are known', async () => {
    graph = await openGraph(scriptedSite(siteWith([1, 2, 3].map((id) => ({ id, raw: stored, rendered })))), opened);
    const cold = await graph.data(query);
    for (const { blocks } of cold.posts.nodes) expect(blocks.source).toBe('STORED');
    expect(byAccount()).toMatchObject([{ route: '/wp/v2/posts', query: { context: 'edit', include: '1,2,3' } }]);
    expect(await graph.data(query, { warm: true })).toEqual(cold);
    expect(graph.requests).toEqual([]);
  });

  it('open nothing else: neither the stored text as a whole nor a property of the document', async () => {
    graph = await openGraph(scriptedSite(siteWith([{ id: 1, raw: stored, rendered }])), opened);
    await graph.data(query);
    const { data, errors } = await graph.run(
      '{ post(by: { databaseId: 1 }) { content raw: content(format: RAW) rest(property: "content") } }',
      { warm: true },
    );
    expect(data.post).toEqual({ content: rendered, raw: null, rest: { rendered, protected: false } });
    expect(errors).toMatchObject([{ path: ['post', 'raw'], extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('are not those of a text that a password protects, or that is not published any more', async () => {
    graph = await openGraph(
      scriptedSite((place) => {
        const isEditing = place.query.get('context') === 'edit';
        const changed = isEditing ? { 1: { isProtected: true }, 2: { status: 'private' } } : {};
        return siteWith([1, 2].map((id) => ({ id, raw: stored, rendered, ...changed[id as 1 | 2] })))(place);
      }),
      opened,
    );
    const { posts } = await graph.data(query);
    expect(posts.nodes.map(({ blocks }: { blocks: { source: string } }) => blocks.source)).toEqual([
      'RENDERED',
      'RENDERED',
    ]);
    expect(JSON.stringify(posts)).not.toContain('secret');
  });

  it('are those of the rendered HTML where the site refuses the account', async () => {
    const refused = { json: { code: 'rest_forbidden_context', message: 'No.', data: { status: 401 } }, status: 401 };
    graph = await openGraph(scriptedSite(siteWith([{ id: 1, raw: stored, rendered }], refused)), opened);
    expect((await graph.data(query)).posts.nodes[0].blocks.source).toBe('RENDERED');
    await graph.data(query, { warm: true });
    expect(byAccount()).toEqual([]);
  });

  it('are not opened by an account that is told to open something else', async () => {
    const settings = { ...opened.settings, serviceAccountOpens: 'menus' };
    graph = await openGraph(scriptedSite(siteWith([{ id: 1, raw: stored, rendered }])), { settings });
    expect((await graph.data(query)).posts.nodes[0].blocks.source).toBe('RENDERED');
    expect(byAccount()).toEqual([]);
  });
});
