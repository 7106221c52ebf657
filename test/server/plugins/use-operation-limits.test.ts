import { getIntrospectionQuery } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GatewayConfig } from '../../../src/gateway.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { isSample, list, type Script, scriptedSite } from '../../support/scripted-site.ts';
import type { Show } from '../../support/strict-record.ts';

const open: Graph[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

async function graphOn(script: Script, settings: GatewayConfig['settings'] = {}): Promise<Graph> {
  const graph = await openGraph(scriptedSite(script), { settings });
  open.push(graph);
  return graph;
}

const post = (id: number, more: object = {}) => ({ id, date: '2026-01-01T00:00:00', type: 'post', ...more });
const posts: Script = ({ route }) =>
  route === '/wp/v2/posts'
    ? list(
        Array.from({ length: 10 }, (_, index) =>
          post(index + 1, { title: { rendered: 'x'.repeat(1_000) }, author: 1 }),
        ),
      )
    : undefined;
const codes = (errors: Awaited<ReturnType<Graph['run']>>['errors']) =>
  errors?.map(({ extensions }) => extensions?.code);

describe('an operation', () => {
  it('that asks for more documents than it may is not executed; the message names limit and number', async () => {
    const graph = await graphOn(posts, { maxDocuments: 10 });
    const { data, errors } = await graph.run('{ posts { nodes { author { name } } } }');
    expect(data).toBeUndefined();
    expect(codes(errors)).toEqual(['OPERATION_TOO_LARGE']);
    expect(errors?.[0]?.message).toMatch(/\b20 documents.*\b10\b/);
    expect(graph.requests).toEqual([]);
    expect((await graph.run('{ posts { nodes { title } } }')).errors).toBeUndefined();
  });

  it('whose answer is larger than it may be has one error, which is not kept', async () => {
    const graph = await graphOn(posts, { maxAnswerBytes: 5_000 });
    const { data, errors } = await graph.run('{ posts { nodes { title } } }');
    expect(data).toBeNull();
    expect(codes(errors)).toEqual(['OPERATION_TOO_LARGE']);
    expect(errors?.[0]?.message).toContain('5000 bytes');
    expect((await graph.run('{ posts { nodes { title } } }', { warm: true })).errors).toHaveLength(1);
  });

  it('is measured by the bytes that are written, not by the characters that are read', async () => {
    const title = { rendered: 'ä'.repeat(150_000) };
    const script: Script = ({ route }) => (route === '/wp/v2/posts' ? list([post(1, { title })]) : undefined);
    const graph = await graphOn(script, { maxAnswerBytes: 299_000 });
    const query = '{ posts { nodes { title } } }';
    expect(codes((await graph.run(`{ a: posts { nodes { title } } ${query.slice(1)}`)).errors)).toEqual([
      'OPERATION_TOO_LARGE',
    ]);
    const generous = await graphOn(script, { maxAnswerBytes: 700_000 });
    const answer = await generous.data(`{ a: posts { nodes { title } } ${query.slice(1)}`);
    expect(answer).toEqual({
      a: { nodes: [{ title: title.rendered }] },
      posts: { nodes: [{ title: title.rendered }] },
    });
  });

  it('answers with what is there when its time is over, and asks for no more', async () => {
    let [answer, reach] = [() => {}, () => {}];
    const reached = new Promise<void>((resolve) => {
      reach = resolve;
    });
    const graph = await graphOn(
      ({ route, query }) => {
        if (isSample(query)) return undefined;
        if (route === '/wp/v2/posts') return list([post(1, { title: { rendered: 'One' }, author: 1 })]);
        if (route === '/wp/v2/comments') {
          reach();
          return new Promise((resolve) => {
            answer = () => resolve(list([{ id: 5, post: 1, author: 2, date: '2026-01-01T00:00:00' }]));
          });
        }
        return undefined;
      },
      { operationTimeout: 100 },
    );
    const query = '{ posts { nodes { title comments { nodes { author { name } } } } } }';
    // By this clock: on a machine that is busy the time may be over ahead of the first answer.
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    const answering = graph.run(query);
    await reached;
    vi.advanceTimersByTime(101);
    const { data, errors } = await answering;
    expect(data.posts.nodes).toEqual([{ title: 'One', comments: null }]);
    expect(codes(errors)).toEqual(['BUDGET_EXCEEDED']);
    expect(errors?.[0]).toMatchObject({ path: ['posts', 'nodes', 0, 'comments'] });
    expect(errors?.[0]?.message).toContain('100 milliseconds');
    const asked = graph.requests.length;
    answer();
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(graph.requests).toHaveLength(asked);
  });

  it.each(['GET', 'POST'])('with credentials has as little time as one without (%s)', async () => {
    const hangs: Script = ({ route, query }) =>
      route === '/wp/v2/posts' && !isSample(query) ? new Promise(() => undefined) : undefined;
    const graph = await graphOn(hangs, { operationTimeout: 50 });
    const { data, errors } = await graph.run('{ posts { nodes { id } } }', {
      headers: { authorization: 'Basic eDp5' },
    });
    expect(data).toEqual({ posts: null });
    expect(codes(errors)).toEqual(['BUDGET_EXCEEDED']);
  });
});

describe('an execution that lets others have their turn', () => {
  it('asks for what one list leads to together all the same', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => 40 - index);
    const site = scriptedSite(({ route, query }) => {
      const included = query.get('include')?.split(',').map(Number);
      if (route === '/wp/v2/posts') return list(ids.map((id) => post(id, { author: id, categories: [id, 100 - id] })));
      return included ? list(included.map((id) => ({ id, name: `n${id}` }))) : undefined;
    });
    // Each field takes a millisecond, so that there is a pause between any few of them.
    const show: Show =
      () =>
      <D>(document: D): D => {
        const end = performance.now() + 1;
        while (performance.now() < end);
        return document;
      };
    const graph = await openGraph(site, {}, show);
    open.push(graph);
    const { posts: page } = await graph.data('{ posts(first: 40) { nodes { author { name } categories { name } } } }');
    expect(page.nodes).toEqual(
      ids.map((id) => ({ author: { name: `n${id}` }, categories: [{ name: `n${id}` }, { name: `n${100 - id}` }] })),
    );
    expect(graph.requests.map(({ route }) => route).sort()).toEqual([
      '/wp/v2/categories',
      '/wp/v2/posts',
      '/wp/v2/users',
    ]);
  });
});

describe('fragments that spread each other twice, sixty deep', () => {
  it('are validated and executed as quickly as they are read once', async () => {
    const levels = 60;
    const chain = Array.from({ length: levels }, (_, index) => {
      const next = `...F${index + 1}`;
      return `fragment F${index} on Post { ${next} ... on Post { ${next} } }`;
    });
    const graph = await graphOn(posts);
    const query = `{ posts { nodes { ...F0 } } } ${chain.join(' ')} fragment F${levels} on Post { slug author { databaseId } }`;
    expect(await graph.data(query)).toEqual({
      posts: { nodes: Array.from({ length: 10 }, () => ({ slug: null, author: null })) },
    });
  });
});

describe('introspection', () => {
  const introspected = '{ __schema { queryType { name } } }';

  it('is refused where it is off, and so are suggestions', async () => {
    const graph = await graphOn(posts, { introspection: false });
    expect(codes((await graph.run(getIntrospectionQuery())).errors)).toContain('GRAPHQL_VALIDATION_FAILED');
    expect((await graph.run('{ pots { nodes { id } } }')).errors?.[0]?.message).not.toContain('Did you mean');
    const variables = { where: { serch: 'x' } };
    const misspelt = await graph.run('query($where: PostWhere) { posts(where: $where) { totalCount } }', { variables });
    expect(misspelt.errors?.[0]?.message).not.toContain('Did you mean');
    expect((await graph.run('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  it('is off in production unless a setting says otherwise, for the library as for the command', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    expect((await (await graphOn(posts)).run(introspected)).errors).toHaveLength(2);
    expect((await (await graphOn(posts, { introspection: true })).run(introspected)).errors).toBeUndefined();
    const page = new Request('http://gateway.test/graphql', { headers: { accept: 'text/html' } });
    expect((await (await graphOn(posts)).fetch(page)).status).not.toBe(200);
    const traced = { headers: { 'x-pressgraph-trace': '1' } };
    expect(await (await graphOn(posts)).run('{ site { name } }', traced)).not.toHaveProperty('extensions');
    expect(await (await graphOn(posts, { trace: true })).run('{ site { name } }', traced)).toHaveProperty('extensions');
  });

  it('is on elsewhere', async () => {
    expect((await (await graphOn(posts)).run(introspected)).errors).toBeUndefined();
  });
});

describe('errors of values', () => {
  it('of an argument say where it stands and what it is, and have a code', async () => {
    const graph = await graphOn(posts);
    const { errors } = await graph.run('{ posts(first: 101) { totalCount } }');
    expect(errors).toEqual([
      {
        message: 'Argument "first": must be between 0 and 100, not 101.',
        locations: [{ line: 1, column: 3 }],
        path: ['posts'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });
});
