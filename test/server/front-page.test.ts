import { afterEach, describe, expect, it } from 'vitest';
import { listen } from '../../src/server/http/listen.ts';
import { openGraph } from '../support/graph.ts';
import { scriptedSite } from '../support/scripted-site.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

async function serve(graphiql: boolean) {
  const graph = await openGraph(scriptedSite(), { settings: { graphiql } });
  const { url, close } = await listen(graph, { port: 0, shutdownTimeout: 0 });
  open.push(() => graph.close(), close);
  return (path: string, init: RequestInit = {}) => fetch(`${url}${path}`, { redirect: 'manual', ...init });
}

describe('the front page', () => {
  it('leads a browser to GraphiQL, also where a proxy has all of it in a folder', async () => {
    const ask = await serve(true);
    for (const path of ['/', '/?from=bookmark']) {
      const answer = await ask(path, { headers: browser });
      expect([answer.status, answer.headers.get('vary')]).toEqual([302, 'Accept']);
      const led = (base: string) => new URL(answer.headers.get('location') ?? '', base).pathname;
      expect([led('http://gateway.test/'), led('http://proxy.test/blog/')]).toEqual(['/graphql', '/blog/graphql']);
    }
  });

  it('says to everybody else where the graph is', async () => {
    const ask = await serve(true);
    for (const headers of [{}, { accept: 'application/json' }]) {
      const answer = await ask('/', { headers });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
      expect(await answer.json()).toEqual({ graph: '/graphql', graphiql: '/graphql', health: '/health' });
    }
    const head = await ask('/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('says so to browsers as well where GraphiQL is off', async () => {
    const answer = await (await serve(false))('/', { headers: browser });
    expect(await answer.json()).toEqual({ graph: '/graphql', health: '/health' });
  });

  it('is no place to ask: that is refused, and says where it is', async () => {
    const answer = await (await serve(true))('/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{site{name}}"}',
    });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({
      errors: [{ message: expect.stringContaining('the graph is at /graphql'), extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});
