import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGraphiql } from '../../src/server/graphiql.ts';
import { ReadRequest } from '../../src/server/http/read-request.ts';
import { RequestHead } from '../../src/server/http/request-head.ts';
import { openGraph } from '../support/graph.ts';
import { scriptedSite } from '../support/scripted-site.ts';

const browserAccepts = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

const files = {
  'graphiql.js': 'graphiql.0a.js',
  'graphiql.css': 'graphiql.0b.css',
  'editor.worker.js': 'editor.worker.0c.js',
  'graphql.worker.js': 'graphql.worker.0d.js',
  'json.worker.js': 'json.worker.0e.js',
};

/** Without a browser: what is served where, from files as `npm run build` leaves them. */
describe('GraphiQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pressgraph-graphiql-'));
  beforeAll(() => {
    for (const name of Object.values(files)) {
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(`text of ${name}`));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(`text of ${name}`));
    }
    writeFileSync(join(folder, 'files.json'), JSON.stringify(files));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const server = (...folders: string[]) => {
    const places = folders.map((path) => pathToFileURL(`${path}/`));
    const route = createGraphiql('/graphql', places);
    const fetch = async (request: Request) => {
      const head = RequestHead.ofFetch(request);
      if (route.takes(head)) return (await route.answer(new ReadRequest(head, ''), request.signal)) as Response;
      return Response.json({ data: { __typename: 'Query' } });
    };
    return { fetch };
  };
  const get = async (path: string, headers: Record<string, string> = {}, from = server(folder)) =>
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

  it('loads its own files and no others', async () => {
    const text = await (await get('/graphql', browserAccepts)).text();
    const loaded = [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => String(address));
    const workers = [...(await (await get('/graphiql/start.js')).text()).matchAll(/"(\/graphiql\/[^"]*)"/g)].map(
      ([, address]) => String(address),
    );
    expect(workers).toHaveLength(3);
    for (const address of [...loaded, ...workers]) {
      expect(address).toMatch(/^\/graphiql\//);
      expect((await get(address)).status).toBe(200);
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
    const file = await get('/graphiql/graphiql.0a.js', accepted ? { 'accept-encoding': accepted } : {});
    expect(file.headers.get('content-encoding')).toBe(encoding);
    expect(file.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('vary')).toBe('accept-encoding');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(decode(Buffer.from(await file.arrayBuffer())).toString()).toBe('text of graphiql.0a.js');
  });

  it('knows what its files are, and asks anew for those whose names stay', async () => {
    expect((await get('/graphiql/graphiql.0b.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
    const icon = await get('/graphiql/favicon.svg');
    expect(icon.headers.get('content-type')).toBe('image/svg+xml');
    expect(icon.headers.get('cache-control')).toBe('no-cache');
    expect((await get('/graphiql/start.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['nothing.js', 'files.json', 'graphiql.0a.js.br', '..%2f..%2fpackage.json', ''])(
    'has no file %s',
    async (name) => {
      expect((await get(`/graphiql/${name}`)).status).toBe(404);
    },
  );

  it('takes the first folder that has the files', async () => {
    expect((await get('/graphql', browserAccepts, server(join(folder, 'none'), folder))).status).toBe(200);
  });

  it('says how it is built when it is not, while the graph answers', async () => {
    const unbuilt = server(join(folder, 'none'));
    const page = await get('/graphql', browserAccepts, unbuilt);
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('npm run build');
    expect((await get('/graphiql/start.js', {}, unbuilt)).status).toBe(503);
    const answer = await get('/graphql?query=%7B__typename%7D', {}, unbuilt);
    expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  });
});

describe('GraphiQL of a gateway', () => {
  const ask = async (graphiql: boolean) => {
    const graph = await openGraph(scriptedSite(), { settings: { graphiql } });
    const answer = await graph.fetch(new Request('http://gateway.test/graphql', { headers: browserAccepts }));
    const icon = await graph.fetch(new Request('http://gateway.test/graphiql/favicon.svg'));
    await graph.close();
    return { type: answer.headers.get('content-type') ?? '', icon: icon.status };
  };

  it('is there unless it is switched off', async () => {
    expect(await ask(true)).toEqual({ type: expect.stringContaining('text/html'), icon: 200 });
    const off = await ask(false);
    expect(off.type).not.toContain('text/html');
    expect(off.icon).toBe(404);
  });
});
