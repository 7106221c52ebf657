import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type Answer, list, type Script, scriptedSite } from '../../support/scripted-site.ts';

let graph: Graph;
afterEach(() => graph.close());

const open = async (script: Script) => {
  graph = await openGraph(scriptedSite(script));
};
const missing = (code: string): Answer => ({ json: { code, message: 'No.', data: { status: 404 } }, status: 404 });
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const nodes = (type: string, ids: readonly number[], fields: string) => {
  const encoded = ids.map((id) => Buffer.from(`${type}:${id}`).toString('base64'));
  return `{ nodes(ids: ${JSON.stringify(encoded)}) { ... on ${type} { ${fields} } } }`;
};

describe('documents that an answer lacks', () => {
  it('are asked for again where the site has pages of its own size and counts more', async () => {
    await open(({ route, query }) => {
      if (route !== '/wp/v2/media') return undefined;
      const all = (query.get('include') ?? '').split(',').map((id) => ({ id: Number(id), slug: `m${id}` }));
      return list(all.slice(0, 12), all.length);
    });
    const { nodes: found } = await graph.data(nodes('Media', upTo(30), 'slug'));
    expect(found).toEqual(upTo(30).map((id) => ({ slug: `m${id}` })));
    expect(graph.requests.map(({ query }) => query.include?.split(',').length)).toEqual([30, 18, 6]);
  });

  it('are asked for again as long as any come, where the site hides how many there are', async () => {
    await open(({ route, query }) => {
      if (route !== '/wp/v2/media') return undefined;
      const there = (query.get('include') ?? '')
        .split(',')
        .map(Number)
        .filter((id) => id < 30);
      return { json: there.slice(0, 12).map((id) => ({ id, slug: `m${id}` })) };
    });
    const { nodes: found } = await graph.data(nodes('Media', upTo(32), 'slug'));
    expect(found).toEqual(upTo(32).map((id) => (id < 30 ? { slug: `m${id}` } : null)));
    expect(graph.requests.map(({ query }) => query.include?.split(',').length)).toEqual([32, 20, 8, 3]);
  });

  it('are asked for by themselves where the site lists what it likes', async () => {
    await open(({ route }) => {
      const id = Number(/^\/wp\/v2\/tags\/(\d+)$/.exec(route)?.[1]);
      if (id) return id === 9 ? missing('rest_term_invalid') : { json: { id, name: `Tag ${id}` } };
      return route === '/wp/v2/tags' ? list([{ id: 70, name: 'Sticky' }], 3) : undefined;
    });
    expect((await graph.data(nodes('Tag', [7, 8, 9], 'name'))).nodes).toEqual([
      { name: 'Tag 7' },
      { name: 'Tag 8' },
      null,
    ]);
    await graph.data(nodes('Tag', [7, 9], 'name'), { warm: true });
    expect(graph.requests).toEqual([]);
  });

  it('are null with an error where no more may be asked, and all others come', async () => {
    await open(({ route, query }) => {
      if (route !== '/wp/v2/comments')
        return /^\/wp\/v2\/comments\/\d+$/.test(route) ? missing('rest_comment_invalid_id') : undefined;
      const asked = (query.get('include') ?? '').split(',').map(Number);
      return list(asked.filter((id) => id < 3).map((id) => ({ id, type: 'comment' })));
    });
    // Two requests for others, one for all hundred, and one for each that is not listed: one more than may be made.
    const { data, errors } = await graph.run(
      `{ pages { totalCount } tags { totalCount } ${nodes('Comment', upTo(100), 'type').slice(1)}`,
    );
    expect(data.nodes.slice(0, 3)).toEqual([{ type: 'comment' }, { type: 'comment' }, null]);
    expect(errors).toMatchObject([{ path: ['nodes', 99], extensions: { code: 'BUDGET_EXCEEDED' } }]);
  });

  it('are not there where it counts no more, which one request tells', async () => {
    await open(({ route }) => (route === '/wp/v2/tags' ? list([{ id: 7, name: 'Tag 7' }]) : undefined));
    expect((await graph.data(nodes('Tag', [7, 8, 9], 'name'))).nodes).toEqual([{ name: 'Tag 7' }, null, null]);
    expect(graph.requests).toHaveLength(1);
  });
});

describe('comments of other types', () => {
  const comments: Script = ({ route, query }) => {
    const pingback = { id: 30, type: 'pingback', author_name: 'Elsewhere', parent: 0 };
    if (route === '/wp/v2/comments/30') return { json: pingback };
    if (route.startsWith('/wp/v2/comments/')) return missing('rest_comment_invalid_id');
    const listed = [{ id: 31, type: 'comment', parent: 30 }];
    if (route !== '/wp/v2/comments') return undefined;
    const include = query.get('include')?.split(',');
    return list(listed.filter(({ id }) => !include || include.includes(String(id))));
  };

  it('are found by their ids, and as what others reply to', async () => {
    await open(comments);
    const query =
      '{ comment(by: { databaseId: 30 }) { type authorName } reply: comment(by: { databaseId: 31 }) { parent { type } } }';
    expect(await graph.data(query)).toEqual({
      comment: { type: 'pingback', authorName: 'Elsewhere' },
      reply: { parent: { type: 'pingback' } },
    });
    expect(await graph.data(query, { warm: true })).toMatchObject({ comment: { type: 'pingback' } });
    expect(graph.requests).toEqual([]);
  });

  it('that are not there are asked for once more, and then known to be missing', async () => {
    await open(comments);
    const query = '{ comment(by: { databaseId: 99 }) { type } }';
    expect(await graph.data(query)).toEqual({ comment: null });
    expect(graph.requests.map(({ route }) => route)).toEqual(['/wp/v2/comments', '/wp/v2/comments/99']);
    await graph.data(query, { warm: true });
    expect(graph.requests).toEqual([]);
  });
});
