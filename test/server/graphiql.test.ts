import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createGraphiql } from '../../src/server/graphiql.ts';
import { type GraphiqlFiles, loadGraphiqlFiles } from '../../src/server/graphiql-files.ts';
import { ReadRequest } from '../../src/server/http/read-request.ts';
import { RequestHead } from '../../src/server/http/request-head.ts';
import { openGraph } from '../support/graph.ts';
import { scriptedSite } from '../support/scripted-site.ts';

const browserAccepts = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

const file = (name: string, hash: string) => ({
  hash,
  encoding: 'br' as const,
  load: async () => brotliCompressSync(`text of ${name}`),
});

const files: GraphiqlFiles = {
  'graphiql.js': file('graphiql.js', '0a'),
  'graphiql.css': file('graphiql.css', '0b'),
  'editor.worker.js': file('editor.worker.js', '0c'),
  'graphql.worker.js': file('graphql.worker.js', '0d'),
  'json.worker.js': file('json.worker.js', '0e'),
};

/** Without a browser: what is served where, from files as a build holds them. */
describe('GraphiQL', () => {
  const server = (path = '/graphql', load = async () => files) => {
    const route = createGraphiql(path, () => '{ site { name } }', load);
    const fetch = async (request: Request) => {
      const head = RequestHead.ofFetch(request);
      if (route.takes(head)) return (await route.answer(new ReadRequest(head, ''), request.signal)) as Response;
      return Response.json({ data: { __typename: 'Query' } });
    };
    return { fetch };
  };
  const get = async (path: string, headers: Record<string, string> = {}, from = server()) =>
    from.fetch(new Request(`http://gateway.test${path}`, { headers }));

  it('is a page for browsers', async () => {
    const page = await get('/graphql', browserAccepts);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('vary')).toBe('accept');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await page.text()).toContain('<title>pressgraph</title>');
  });

  it('allows nothing from elsewhere, no script in the page and no eval', async () => {
    const page = await get('/graphql', browserAccepts);
    const policy = page.headers.get('content-security-policy')?.split('; ') ?? [];
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "worker-src 'self'", "connect-src 'self'"]),
    );
    expect(policy.join()).not.toMatch(/unsafe-eval|blob:|https?:|\*/);
  });

  it.each([
    ['/graphql', '/graphql'],
    ['/api/graphql', '/api/graphql'],
    // As a framework that writes addresses so has it.
    ['/graphql', '/graphql/'],
    // Behind a proxy that serves the graph elsewhere.
    ['/graphql', '/graphql', 'https://example.org/tools/wp-graph'],
  ])('loads its own files and no others, set to %s, at %s', async (path, at, seenAt = `http://gateway.test${at}`) => {
    const from = server(path);
    const text = await (await get(at, browserAccepts, from)).text();
    const loaded = [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => String(address));
    const start = await (await get(`${at}?graphiql=start.js`, {}, from)).text();
    const workers = [...start.matchAll(/"(\?graphiql=[^"]*)"/g)].map(([, address]) => String(address));
    expect(workers).toHaveLength(3);
    expect(loaded).toHaveLength(4);
    for (const address of [...loaded, ...workers]) {
      const asked = new URL(address, seenAt);
      // Whatever leads to the graph leads there.
      expect(asked.href).toMatch(new RegExp(`^${seenAt}\\?graphiql=`));
      expect((await get(`${at}${asked.search}`, {}, from)).status).toBe(200);
    }
    expect(text).not.toMatch(/<script(?![^>]*src)|https?:|"\/\//);
  });

  it('is the page again when the address has the query that was edited', async () => {
    const page = await get('/graphql?query=%7Bname%7D', browserAccepts);
    expect(await page.text()).toContain('<div id="root">');
  });

  it.each([
    'application/json',
    'application/graphql-response+json',
    'text/html, application/json',
    'application/graphql-response+json, text/html;q=0.5',
    '*/*',
  ])('is not what a program gets that accepts %s', async (accept) => {
    const answer = await get('/graphql?query=%7B__typename%7D', { accept });
    expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip;q=1, x', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['br; q=0.0, gzip;q=0', null, (text: Buffer) => text],
    ['', null, (text: Buffer) => text],
  ] as const)('hands its files out for good, for "%s" as %s', async (accepted, encoding, decode) => {
    const file = await get('/graphql?graphiql=graphiql.0a.js', accepted ? { 'accept-encoding': accepted } : {});
    expect(file.headers.get('content-encoding')).toBe(encoding);
    expect(file.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('vary')).toBe('accept-encoding');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(decode(Buffer.from(await file.arrayBuffer())).toString()).toBe('text of graphiql.js');
  });

  it('knows what its files are, and asks anew for those whose names stay', async () => {
    expect((await get('/graphql?graphiql=graphiql.0b.css')).headers.get('content-type')).toBe(
      'text/css; charset=utf-8',
    );
    const icon = await get('/graphql?graphiql=favicon.svg');
    expect(icon.headers.get('content-type')).toBe('image/svg+xml');
    expect(icon.headers.get('cache-control')).toBe('no-cache');
    expect((await get('/graphql?graphiql=start.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['nothing.js', 'graphiql.js', 'graphiql.0a.js.br', '..%2f..%2fpackage.json', ''])(
    'has no file %s',
    async (name) => {
      expect((await get(`/graphql?graphiql=${name}`)).status).toBe(404);
    },
  );

  it('says so where it is not there, while the graph answers', async () => {
    const without = server('/graphql', async () => {
      throw new Error('There is no such package.');
    });
    const page = await get('/graphql', browserAccepts, without);
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('npm ci');
    expect((await get('/graphql?graphiql=start.js', {}, without)).status).toBe(503);
    const answer = await get('/graphql?query=%7B__typename%7D', {}, without);
    expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('is made of the files of its package, each known by what is in it', async () => {
    const packaged = await loadGraphiqlFiles();
    expect(Object.keys(packaged).sort()).toEqual(Object.keys(files).sort());
    const all = Object.values(packaged);
    expect(new Set(all.map(({ hash }) => hash)).size).toBe(all.length);
    for (const { load } of all) expect((await load()).length).toBeGreaterThan(10_000);
  });
});

describe('GraphiQL of a gateway', () => {
  const ask = async (graphiql: boolean) => {
    const graph = await openGraph(scriptedSite(), { settings: { graphiql } });
    const answer = await graph.fetch(new Request('http://gateway.test/graphql', { headers: browserAccepts }));
    const icon = await graph.fetch(new Request('http://gateway.test/graphql?graphiql=favicon.svg'));
    await graph.close();
    return { type: answer.headers.get('content-type') ?? '', icon: icon.headers.get('content-type') };
  };

  it('is there unless it is switched off', async () => {
    expect(await ask(true)).toEqual({ type: expect.stringContaining('text/html'), icon: 'image/svg+xml' });
    const off = await ask(false);
    expect(off.type).not.toContain('text/html');
    expect(off.icon).toContain('json');
  });
});
