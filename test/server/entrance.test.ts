import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { GatewayConfig } from '../../src/gateway.ts';
import { listen } from '../../src/server/http/listen.ts';
import { type Graph, openGraph } from '../support/graph.ts';
import { scriptedSite } from '../support/scripted-site.ts';

const secret = 'a secret of some length';
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

async function graphOn(settings: GatewayConfig['settings'] = {}): Promise<Graph> {
  const graph = await openGraph(scriptedSite(), {
    settings: { pollInterval: 0, webhookSecret: secret, maxRequestBytes: 1_000, ...settings },
  });
  open.push(() => graph.close());
  return graph;
}

/** A gateway as the library is asked, and as it is asked over HTTP. */
const ways: [string, (settings?: GatewayConfig['settings']) => Promise<Ask>][] = [
  [
    'by the library',
    async (settings) => {
      const { fetch: ask } = await graphOn(settings);
      return (path, init) => ask(new Request(`http://gateway.test${path}`, init));
    },
  ],
  [
    'over HTTP',
    async (settings) => {
      const server = await listen(await graphOn(settings), { port: 0, shutdownTimeout: 0 });
      open.push(() => server.close());
      return (path, init) => fetch(`${server.url}${path}`, init);
    },
  ],
];

const json = { 'content-type': 'application/json' };
const query = '{ site { name } }';
const announced = (body: string) => ({
  method: 'POST',
  headers: { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` },
  body,
});

describe.each(ways)('what is answered ahead of the graph, %s,', (_way, opened) => {
  it('is that the gateway is there', async () => {
    const ask = await opened();
    for (const [path, method] of [
      ['/health', 'GET'],
      ['/health?from=probe', 'GET'],
      ['/health', 'HEAD'],
    ] as const) {
      const answer = await ask(path, { method });
      expect([answer.status, await answer.text()]).toEqual([200, '']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    }
    for (const path of ['/healthy', '/no/health']) expect((await ask(path)).status).toBe(404);
  });

  it('is an announcement, up to a size of its own', async () => {
    const ask = await opened();
    const taken = await ask('/webhook', announced(`[${'1,'.repeat(2_000)}1]`));
    expect([taken.status, await taken.json()]).toEqual([202, { dropped: 0 }]);
    expect((await ask('/webhook', announced(' '.repeat(100_001)))).status).toBe(413);
  });

  it('is, without a secret, no announcement', async () => {
    const ask = await opened({ webhookSecret: '' });
    expect((await ask('/webhook', announced('{}'))).status).toBe(404);
  });

  it.each([
    ['a webhook that is no announcement', '/webhook', {}, 405, 'BAD_REQUEST'],
    ['an unsigned announcement', '/webhook', { method: 'POST', body: '{}' }, 401, 'BAD_REQUEST'],
    ['an announcement that is too large', '/webhook', announced('x'.repeat(200_000)), 413, 'OPERATION_TOO_LARGE'],
    ['no path', '/nowhere', {}, 404, 'BAD_REQUEST'],
    [
      'a query that is too large',
      '/graphql',
      { method: 'POST', headers: json, body: 'x'.repeat(2_000) },
      413,
      'OPERATION_TOO_LARGE',
    ],
    ['a form that is too large', '/graphql', { method: 'POST', body: 'x'.repeat(2_000) }, 413, 'OPERATION_TOO_LARGE'],
    ['no type that is offered', '/graphql', { headers: { accept: 'image/png' } }, 406, 'BAD_REQUEST'],
  ])('is refused in the form of all refusals: %s', async (_what, path, init, status, code) => {
    const ask = await opened();
    const answer = await ask(path, init);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({ errors: [{ message: expect.stringMatching(/\.$/), extensions: { code } }] });
  });
});

describe('an announcement by the library', () => {
  it('that is too large is not read to its end', async () => {
    const graph = await graphOn();
    let read = 0;
    const endless = new ReadableStream({
      pull(controller) {
        read += 10_000;
        controller.enqueue(new Uint8Array(10_000));
      },
    });
    const init = { method: 'POST', body: endless, duplex: 'half' };
    expect((await graph.fetch(new Request('http://gateway.test/webhook', init as RequestInit))).status).toBe(413);
    expect(read).toBeLessThan(200_000);
  });
});

describe.each(ways)('what is said of an answer to those on the way, %s,', (_way, opened) => {
  const cacheControlOf = async (headers: Record<string, string>, body: BodyInit = JSON.stringify({ query })) => {
    const ask = await opened();
    const answer = await ask('/graphql', { method: 'POST', headers: { ...json, ...headers }, body });
    return answer.headers.get('cache-control');
  };

  it('is that it is private only where it is made for credentials', async () => {
    expect(await cacheControlOf({ authorization: 'Basic abc' })).toBe('private, no-store');
    expect(await cacheControlOf({ 'content-encoding': 'identity' })).toBe('no-store');
    expect(await cacheControlOf({ 'x-pressgraph-trace': '1' })).toBe('no-store');
  });
});

describe('a gateway at a path of its own', () => {
  it.each(ways)('has the graph there and the rest beside it, %s', async (_way, opened) => {
    const ask = await opened({ path: '/api/graphql' });
    const asked = (path: string) =>
      ask(path, { method: 'POST', headers: json, body: JSON.stringify({ query: '{ __typename }' }) });
    expect(await (await asked('/api/graphql')).json()).toEqual({ data: { __typename: 'Query' } });
    const known = await ask('/api/graphql?query=%7B__typename%7D');
    expect(await known.json()).toEqual({ data: { __typename: 'Query' } });
    expect(known.headers.get('cache-control')).toContain('s-maxage');
    const page = await ask('/api/graphql', { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('<title>pressgraph</title>');
    expect((await ask('/api/health')).status).toBe(200);
    expect((await ask('/api/webhook', announced('{}'))).status).toBe(202);
    for (const path of ['/graphql', '/health', '/webhook']) expect((await asked(path)).status).toBe(404);
    expect(await (await asked('/graphql')).json()).toMatchObject({
      errors: [{ message: expect.stringContaining('/api/graphql') }],
    });
  });

  it.each(['', '/', 'graphql', '/graphql/', '/a b', '/a?b', '/../a', '//a', '/api/health', '/webhook'])(
    'is refused where it cannot be one: "%s"',
    async (path) => {
      await expect(graphOn({ path })).rejects.toThrow(/^path: must be a path as \/graphql/);
    },
  );
});

describe('the library in a framework', () => {
  const post = (init: RequestInit = {}) => ({
    method: 'POST',
    headers: json,
    body: JSON.stringify({ query }),
    ...init,
  });

  it.each([
    ['an answer', '/graphql', post(), 200],
    ['a known answer', '/graphql', post(), 200],
    ['a personal answer', '/graphql', post({ headers: { ...json, authorization: 'Basic abc' } }), 200],
    [
      'a document that is no GraphQL',
      '/graphql',
      post({ headers: { ...json, accept: 'application/graphql-response+json' }, body: '{"query":"{"}' }),
      400,
    ],
    ['a preflight', '/graphql', { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } }, 204],
    ['another path', '/nowhere', {}, 404],
    ['GraphiQL', '/graphql', { headers: { accept: 'text/html' } }, 200],
    ['health', '/health', {}, 200],
    ['a body that is too large', '/graphql', post({ body: 'x'.repeat(2_000) }), 413],
  ] as const)("is given the platform's own Response: %s", async (what, path, init, status) => {
    const graph = await graphOn();
    const request = () => new Request(`http://gateway.test${path}`, init as RequestInit);
    if (what === 'a known answer') await graph.fetch(request());
    const answer = await graph.fetch(request());
    expect(answer).toBeInstanceOf(Response);
    expect(answer.status).toBe(status);
    expect((await answer.clone().text()).length > 0).toBe(status !== 204 && what !== 'health');
    if (status === 200 && path === '/graphql' && what !== 'GraphiQL') {
      expect(answer.headers.get('content-type')).toMatch(/json/);
      expect(await answer.json()).toEqual({ data: { site: { name: expect.any(String) } } });
    }
  });

  it('takes a subclass of Request, as NextRequest is one, with a body that streams', async () => {
    class FrameworkRequest extends Request {
      readonly nextUrl = new URL(this.url);
    }
    const parts = JSON.stringify({ query }).match(/.{1,5}/g) ?? [];
    const body = new ReadableStream({
      async start(controller) {
        for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    });
    const request = new FrameworkRequest('http://gateway.test/graphql', {
      method: 'POST',
      headers: json,
      body,
      duplex: 'half',
    } as RequestInit);
    const graph = await graphOn();
    expect(await (await graph.fetch(request)).json()).toMatchObject({ data: { site: { name: expect.any(String) } } });
  });

  it.each([json, { ...json, authorization: 'Basic abc' }])(
    'waits for no body whose client has left: %o',
    async (headers) => {
      const graph = await graphOn();
      const [leaving, cancelled] = [new AbortController(), new AbortController()];
      const body = new ReadableStream({ cancel: () => cancelled.abort() });
      const { signal } = leaving;
      const init = { method: 'POST', headers, body, duplex: 'half', signal } as RequestInit;
      const answer = graph.fetch(new Request('http://gateway.test/graphql', init));
      leaving.abort();
      expect(await (await answer).json()).toMatchObject({ errors: [{ extensions: { code: 'CLIENT_GONE' } }] });
      expect(cancelled.signal.aborted).toBe(true);
    },
  );

  it('says of a request that was read already what to hand on instead', async () => {
    const graph = await graphOn();
    const request = new Request('http://gateway.test/graphql', post({ headers: json }));
    const unread = request.clone();
    await request.text();
    await expect(graph.fetch(request)).rejects.toThrow('has been read already; hand on a clone');
    expect((await graph.fetch(unread)).status).toBe(200);
  });

  it.each([{}, { authorization: 'Basic abc' }])('hears that a client has left before it asked: %o', async (headers) => {
    const graph = await graphOn();
    const request = new Request('http://gateway.test/graphql', {
      ...post({ headers: { ...json, ...headers } }),
      signal: AbortSignal.abort(),
    });
    const answer = await graph.fetch(request);
    expect(answer).toBeInstanceOf(Response);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'CLIENT_GONE' } }] });
  });
});
