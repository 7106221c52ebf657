import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/config-error.ts';
import type { GatewayConfig } from '../../../src/gateway.ts';
import { type ListeningServer, listen } from '../../../src/server/http/listen.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { rawClient } from '../../support/raw-client.ts';
import { scriptedSite } from '../../support/scripted-site.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

type Settings = GatewayConfig['settings'];
type Ask = (path: string, init?: RequestInit) => Promise<Response>;

async function graphOn(settings: Settings = {}): Promise<Graph> {
  const own = { pollInterval: 0, maxRequestBytes: 1_000, webhookSecret: 'a secret of some length', ...settings };
  const graph = await openGraph(scriptedSite(), { settings: own });
  open.push(() => graph.close());
  return graph;
}

async function serve(settings: Settings = {}): Promise<ListeningServer> {
  const server = await listen(await graphOn(settings), { port: 0, shutdownTimeout: 0, clientTimeout: 400 });
  open.push(() => server.close());
  return server;
}

const ways: [string, (settings?: Settings) => Promise<Ask>][] = [
  [
    'by the library',
    async (settings) => {
      const graph = await graphOn(settings);
      return (path, init) => graph.fetch(new Request(`http://gateway.test${path}`, init));
    },
  ],
  [
    'over HTTP',
    async (settings) => {
      const { url } = await serve(settings);
      return (path, init) => fetch(`${url}${path}`, init);
    },
  ],
];

const front = 'https://front.test';
const other = 'http://localhost:3000';
const exposed = 'ETag, Retry-After, Server-Timing';
const query = '/graphql?query={site{name}}';
const json = { 'content-type': 'application/json' };
const list = { corsOrigins: `${front},${other}` };

/** What a browser is told, and by what caches on the way tell answers apart. */
function told({ headers }: Response): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-') || name === 'vary'));
}
const variesByOrigin = ({ headers }: Response) => /\borigin\b/i.test(headers.get('vary') ?? '');
const from = (origin: string | undefined, init: RequestInit = {}): RequestInit =>
  origin === undefined ? init : { ...init, headers: { ...init.headers, origin } };

/** An answer of every kind, a second one that is kept, and refusals. */
const kinds: [string, string, RequestInit, number][] = [
  ['an answer', query, {}, 200],
  ['a kept answer', query, {}, 200],
  ['an answer that is known', query, { headers: { 'if-none-match': '*' } }, 304],
  ['a personal answer', query, { headers: { authorization: 'Basic abc' } }, 200],
  ['health', '/health', {}, 200],
  ['the front page', '/', {}, 200],
  ["GraphiQL's icon", '/graphql?graphiql=favicon.svg', {}, 200],
  ['no query that can be read', '/graphql?query={', {}, 200],
  ['no path', '/nowhere', {}, 404],
  ['another method', '/graphql', { method: 'PUT' }, 405],
  ['types that are not offered', '/graphql', { headers: { accept: 'image/png' } }, 406],
  ['a body that is too large', '/graphql', { method: 'POST', headers: json, body: 'x'.repeat(2_000) }, 413],
  ['another content type', '/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }, 415],
  ['an unsigned announcement', '/webhook', { method: 'POST', body: '{}' }, 401],
];

describe.each(ways)('a page from elsewhere, %s,', (_way, opened) => {
  it('may read every answer and every refusal, unless told otherwise, and caches need not tell pages apart', async () => {
    const ask = await opened();
    for (const [what, path, init, status] of kinds) {
      for (const origin of [front, undefined]) {
        const answer = await ask(path, from(origin, init));
        expect({ what, status: answer.status, ...told(answer) }).toMatchObject({
          what,
          status,
          'access-control-allow-origin': '*',
          'access-control-expose-headers': exposed,
        });
        expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
        expect(variesByOrigin(answer)).toBe(false);
      }
    }
  });

  it('may read them where its origin is on the list, each told apart by caches', async () => {
    const ask = await opened(list);
    for (const [what, path, init, status] of kinds) {
      for (const origin of [front, other]) {
        const answer = await ask(path, from(origin, init));
        expect({ what, status: answer.status, ...told(answer) }).toMatchObject({
          what,
          status,
          'access-control-allow-origin': origin,
          'access-control-expose-headers': exposed,
        });
        expect(variesByOrigin(answer)).toBe(true);
      }
      for (const origin of ['https://evil.test', `${front}.evil.test`, 'null', undefined]) {
        const answer = await ask(path, from(origin, init));
        expect({ what, status: answer.status }).toEqual({ what, status });
        expect(Object.keys(told(answer))).toEqual(['vary']);
        expect(variesByOrigin(answer)).toBe(true);
      }
    }
  });

  it('is told which one may where there is one, so that caches may give all the same', async () => {
    const ask = await opened({ corsOrigins: front });
    for (const origin of [front, other, undefined]) {
      const answer = await ask(query, from(origin));
      expect(told(answer)['access-control-allow-origin']).toBe(front);
      expect(variesByOrigin(answer)).toBe(false);
    }
  });

  it('may read nothing where that is switched off', async () => {
    const ask = await opened({ corsOrigins: 'none' });
    for (const [, path, init] of kinds) {
      const answer = await ask(path, from(front, init));
      expect(Object.keys(told(answer)).filter((name) => name !== 'vary')).toEqual([]);
      expect(variesByOrigin(answer)).toBe(false);
    }
  });

  it('may send cookies to a proxy in front where that is allowed, and only from an origin on the list', async () => {
    const ask = await opened({ ...list, corsCredentials: true });
    const preflight = { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } };
    for (const init of [{}, preflight]) {
      expect(told(await ask('/graphql', from(front, init)))['access-control-allow-credentials']).toBe('true');
      expect(told(await ask('/graphql', from('https://evil.test', init)))).not.toHaveProperty(
        'access-control-allow-credentials',
      );
    }
  });

  const asking = (headers: string): RequestInit => ({
    method: 'OPTIONS',
    headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': headers },
  });

  it.each(['/graphql', '/graphql?query={a}', '/health', '/webhook', '/', '/nowhere'])(
    'is told once a day what it may send: %s',
    async (path) => {
      const ask = await opened();
      const answer = await ask(path, from(front, asking('authorization,content-type,x-pressgraph-trace')));
      expect([answer.status, await answer.text()]).toEqual([204, '']);
      expect(told(answer)).toEqual({
        'access-control-allow-headers': 'authorization,content-type,x-pressgraph-trace',
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-origin': '*',
        'access-control-expose-headers': exposed,
        'access-control-max-age': '86400',
        vary: 'Access-Control-Request-Headers',
      });
    },
  );

  it('is told so of its own origin, and of no other', async () => {
    const ask = await opened(list);
    const vary = 'Access-Control-Request-Headers, Origin';
    expect(told(await ask('/graphql', from(front, asking('x-a'))))).toMatchObject({
      'access-control-allow-origin': front,
      'access-control-max-age': '86400',
      vary,
    });
    const answer = told(await ask('/graphql', from('https://evil.test', asking('x-a'))));
    expect(answer).not.toHaveProperty('access-control-allow-origin');
    expect(answer.vary).toBe(vary);
  });

  it('is told of no headers that are none', async () => {
    const ask = await opened();
    for (const headers of ['', 'a b;c', 'caf\u00e9', '"x"']) {
      const answer = told(await ask('/graphql', from(front, asking(headers))));
      expect(answer).not.toHaveProperty('access-control-allow-headers');
      expect(answer['access-control-max-age']).toBe('86400');
    }
  });

  it('is told of nothing that it may send where none may read, and who is none what there is', async () => {
    const answer = await (await opened({ corsOrigins: 'none' }))('/graphql', from(front, asking('x-a')));
    expect([answer.status, told(answer), answer.headers.get('allow')]).toEqual([204, {}, 'GET, POST, OPTIONS']);
  });
});

describe('what comes over a connection and is refused there', () => {
  const head = ['POST /graphql HTTP/1.1', 'host: x', `origin: ${front}`, 'content-type: application/json'];
  const broken: [string, string[], number][] = [
    ['a body that is too large', [...head, 'content-length: 5000', '', ''], 413],
    ['a body that never comes', [...head, 'content-length: 50', '', '{'], 408],
    ['an expectation that cannot be met', [...head, 'expect: miracles', '', ''], 417],
    ['a host that is none', ['GET /graphql HTTP/1.1', 'host: [', `origin: ${front}`, '', ''], 400],
  ];

  it.each(broken)('can be read by a page whose origin is on the list: %s', async (_what, lines, status) => {
    const { url } = await serve(list);
    const client = await rawClient(url);
    open.push(async () => void client.socket.destroy());
    client.write(lines.join('\r\n'));
    const answer = await client.until(/\}$/);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain(`access-control-allow-origin: ${front}`);
    expect(answer).toMatch(/^vary: .*Origin/im);
  });

  it('can be read where its head cannot, by pages of all origins where all may', async () => {
    const { url } = await serve();
    const client = await rawClient(url);
    client.write(`GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`);
    const answer = await client.closed;
    expect(answer).toMatch(/^HTTP\/1\.1 431 [\s\S]*access-control-allow-origin: \*/);
  });

  it('is told as the server is, for a handler that has no gateway', async () => {
    const handler = {
      fetch: async () => new Response('x', { headers: { 'access-control-allow-origin': 'https://own' } }),
    };
    const server = await listen(handler, { port: 0, shutdownTimeout: 0, maxRequestBytes: 100, ...list });
    open.push(() => server.close());
    const refused = await fetch(server.url, from(front, { method: 'POST', body: 'x'.repeat(200) }));
    expect([refused.status, told(refused)['access-control-allow-origin']]).toEqual([413, front]);
    expect(told(await fetch(server.url, from(front)))).toEqual({ 'access-control-allow-origin': 'https://own' });
  });
});

describe('the origins that may read', () => {
  it.each([
    ['*', '*'],
    ['none', 'none'],
    ['', 'none'],
    [front, front],
    [`${front}, ${other}`, `${front},${other}`],
    ['capacitor://localhost', 'capacitor://localhost'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('may be "%s"', async (corsOrigins, meant) => {
    const answer = await (await graphOn({ corsOrigins })).fetch(
      new Request(`http://x${query}`, from(meant.split(',')[0])),
    );
    expect(told(answer)['access-control-allow-origin']).toBe(meant === 'none' ? undefined : meant.split(',')[0]);
  });

  it.each([
    ['example.org', /^corsOrigins: must be \*, none, or origins .*, not "example.org"\.$/],
    ['https://example.org/', /\(browsers say https:\/\/example\.org\), not "https:\/\/example\.org\/"\.$/],
    ['https://Example.org', /browsers say https:\/\/example\.org/],
    ['https://example.org:443', /browsers say https:\/\/example\.org\)/],
    ['https://example.org/page', /browsers say https:\/\/example\.org/],
    [`${front},https://example.org/`, /browsers say https:\/\/example\.org\)/],
    [`*,${front}`, /must be \*, none, or origins/],
    [`${front},`, /must be \*, none, or origins/],
    ['https://*.example.org', /must be \*, none, or origins/],
    ['null', /must be \*, none, or origins/],
    ['https://user:hunter2@example.org', /^corsOrigins: (?!.*hunter2)/],
    [7, /must be \*, none, or origins/],
  ])('cannot be %s', async (corsOrigins, words) => {
    const error = await graphOn({ corsOrigins } as Settings).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as Error).message).toMatch(words);
  });

  it.each(['*', 'none'])('have to be named where cookies are to be sent: not %s', async (corsOrigins) => {
    await expect(graphOn({ corsOrigins, corsCredentials: true })).rejects.toThrow(
      /^corsCredentials, --cors-credentials: .*name them by corsOrigins, --cors-origins/,
    );
  });
});
