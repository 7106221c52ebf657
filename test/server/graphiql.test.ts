import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../support/graph.ts';
import { scriptedSite } from '../support/scripted-site.ts';

/** Without a browser: what is served where. Whether it was built decides which page a browser gets. */
describe('GraphiQL', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openGraph(scriptedSite());
  });
  afterAll(() => graph.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    graph.fetch(new Request(`http://gateway.test${path}`, { headers }));
  const html = { accept: 'text/html,application/xhtml+xml' };

  it('is a page for browsers that allows nothing from elsewhere', async () => {
    const page = await get('/graphql', html);
    const text = await page.text();
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toMatch(/https?:\/\//);
    if (page.status === 503) expect(text).toContain('npm run build');
    else expect(text).toContain('<div id="root">');
  });

  it('is not what a program gets', async () => {
    const answer = await get('/graphql?query={site{name}}', { ...html, accept: 'application/json' });
    expect(await answer.json()).toEqual({ data: { site: { name: 'Scripted' } } });
  });

  it('hands its files out compressed, and for good', async () => {
    const text = await (await get('/graphql', html)).text();
    const script = /src="(\/graphiql\/graphiql\.\w+\.js)"/.exec(text)?.[1];
    // From sources that were never built there are no files, and nothing pretends that there are.
    if (!script) return expect((await get('/graphiql/graphiql.js')).status).toBe(503);
    for (const encoding of ['br', 'gzip']) {
      const file = await get(script, { 'accept-encoding': `${encoding};q=1, x` });
      expect(file.headers.get('content-encoding')).toBe(encoding);
      expect(file.headers.get('cache-control')).toContain('immutable');
      expect(file.headers.get('content-type')).toContain('text/javascript');
    }
    const plain = await get(script);
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect((await plain.text()).length).toBeGreaterThan(1_000_000);
    expect((await get('/graphiql/..%2f..%2fpackage.json')).status).toBe(404);
    expect((await get('/graphiql/nothing.js')).status).toBe(404);
  });

  it('can be switched off', async () => {
    const closed = await openGraph(scriptedSite(), { settings: { graphiql: false } });
    const answer = await closed.fetch(new Request('http://gateway.test/graphql', { headers: html }));
    expect(await answer.text()).not.toContain('root');
    await closed.close();
  });
});
