import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createGateway, type GatewayConfig } from '../../src/gateway.ts';
import { listen } from '../../src/server/http/listen.ts';
import { createTransport } from '../../src/wordpress/http/transport.ts';
import { type Graph, openGraph, type RunOptions } from '../support/graph.ts';
import { isSample, list, type Script, scriptedSite, text } from '../support/scripted-site.ts';

const open: Graph[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

async function graphOn(script: Script, config: Partial<GatewayConfig> = {}): Promise<Graph> {
  const graph = await openGraph(scriptedSite(script), config);
  open.push(graph);
  return graph;
}

const post = (id: number, more: object = {}) => ({ id, date: '2026-01-01T00:00:00', type: 'post', ...more });

describe('links that lead elsewhere', () => {
  it('are not followed: the host that they name hears nothing', async () => {
    const heard: string[] = [];
    const listener = createServer((request, response) => {
      heard.push(request.url ?? '');
      response.end('{"id":1}');
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const elsewhere = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
    const evil = (path: string) => [{ href: `${elsewhere}${path}`, embeddable: true }];
    const document = post(1, {
      author: 1,
      categories: [],
      _links: {
        self: evil('/wp/v2/posts/1'),
        author: evil('/steal/wp-json/wp/v2/users/1'),
        replies: evil('/comments?post=1'),
        'wp:featuredmedia': evil('/wp/v2/media/1'),
        up: evil('/wp/v2/posts/1'),
      },
    });
    const transport = createTransport({ connections: 1, timeout: 2_000, retries: 0, maxResponseBytes: 1_000 });
    const site = scriptedSite(({ route, query }) => {
      if (route === '/wp/v2/posts') return list([document]);
      if (route === '/wp/v2/comments')
        return list([{ id: 5, post: 1, date: '2026-01-01T00:00:00', _links: { up: evil('/wp/v2/posts/1') } }]);
      if (route === '/wp/v2/users' && query.get('include')) return list([{ id: 1, name: 'Ada' }]);
      return undefined;
    });
    // What is not for the site goes out through a real transport, so that a leak would be heard.
    const graph = await openGraph({
      url: site.url,
      send: (request) => (request.url.startsWith('https://site.test/') ? site.send(request) : transport.send(request)),
    });
    open.push(graph);
    const { data } = await graph.run(
      '{ posts { nodes { author { name } comments { nodes { post { id } } } featuredMedia { sourceUrl } restUrl } } }',
      { headers: { authorization: 'Basic c2VjcmV0' } },
    );
    expect(data.posts.nodes[0].author).toEqual({ name: 'Ada' });
    // The id beside the link is the site's own.
    expect(data.posts.nodes[0].comments.nodes).toEqual([{ post: { id: expect.any(String) } }]);
    expect(heard).toEqual([]);
    await transport.close();
    await new Promise((resolve) => listener.close(resolve));
  });
});

describe('a branch that fails', () => {
  it('is null with a coded error; the rest of the query stands', async () => {
    const graph = await graphOn(({ route }) => {
      if (route === '/wp/v2/posts')
        return list([
          post(1, { title: { rendered: 'One' }, author: 1, categories: [7], tags: [8], featured_media: 9 }),
        ]);
      if (route === '/wp/v2/users') return text('<html>Are you human?</html>');
      if (route === '/wp/v2/categories') return { json: { code: 'wp_die', message: 'down' }, status: 503 };
      if (route === '/wp/v2/tags') return { json: { not: 'a list' } };
      if (route === '/wp/v2/media') return list([{ id: 9, source_url: 'https://site.test/a.jpg' }]);
      return undefined;
    });
    const { data, errors } = await graph.run(
      '{ posts { nodes { title author { name } categories { name } tags { name } featuredMedia { sourceUrl } } } }',
    );
    expect(data.posts.nodes).toEqual([
      {
        title: 'One',
        author: null,
        categories: null,
        tags: null,
        featuredMedia: { sourceUrl: 'https://site.test/a.jpg' },
      },
    ]);
    expect(errors?.map(({ path, extensions }) => [path?.at(-1), extensions?.code, extensions?.route]).sort()).toEqual([
      ['author', 'UPSTREAM_BAD_RESPONSE', '/wp/v2/users'],
      ['categories', 'UPSTREAM_UNAVAILABLE', '/wp/v2/categories'],
      ['tags', 'UPSTREAM_BAD_RESPONSE', '/wp/v2/tags'],
    ]);
  });

  it('says nothing of what went wrong inside', async () => {
    let started = false;
    const graph = await graphOn(({ route }) => {
      if (started && route === '/wp/v2/posts') throw new Error('password=hunter2 at /srv/secret.ts');
      return undefined;
    });
    started = true;
    const { errors } = await graph.run('{ posts { nodes { id } } }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(JSON.stringify(errors)).not.toMatch(/hunter2|secret|\.ts/);
  });

  it('is logged where the site is at fault, and not where the client is', async () => {
    const lines: Record<string, unknown>[] = [];
    const logger = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
    const down: Script = ({ route, query }) =>
      route === '/wp/v2/posts' && !isSample(query) ? { json: {}, status: 500 } : undefined;
    const graph = await graphOn(down, { logger });
    expect((await graph.run('{ posts(first: 101) { nodes { title } } }')).errors).toHaveLength(1);
    expect((await graph.run('{ nonsense }')).errors).toHaveLength(1);
    expect(lines).toEqual([]);
    expect((await graph.run('{ posts { nodes { title } } }')).errors).toHaveLength(1);
    expect(lines).toMatchObject([{ level: 40, code: 'UPSTREAM_UNAVAILABLE', route: '/wp/v2/posts', status: 500 }]);
  });

  it('is logged once, however many fields it leaves empty', async () => {
    const lines: Record<string, unknown>[] = [];
    const logger = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
    const posts = Array.from({ length: 20 }, (_, index) => post(index + 1, { author: index + 1 }));
    const graph = await graphOn(
      ({ route, query }) => {
        if (isSample(query)) return undefined;
        if (route === '/wp/v2/posts') return list(posts);
        return route === '/wp/v2/users' ? { json: {}, status: 500 } : undefined;
      },
      { logger },
    );
    expect((await graph.run('{ posts(first: 20) { nodes { author { name } } } }')).errors).toHaveLength(20);
    expect(lines).toMatchObject([{ level: 40, route: '/wp/v2/users' }]);
  });

  it('whose cause only looks like a client that has gone is masked and logged', async () => {
    const lines: Record<string, unknown>[] = [];
    const logger = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
    const graph = await graphOn(
      ({ route, query }) => {
        if (route !== '/wp/v2/posts' || isSample(query)) return undefined;
        throw new DOMException('A transport of its own gave up.', 'AbortError');
      },
      { logger },
    );
    const { errors } = await graph.run('{ posts { nodes { title } } }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(lines).toMatchObject([{ level: 50 }]);
  });

  it.each([
    ['abort', undefined],
    ['timeout', new DOMException('The operation was aborted due to timeout', 'TimeoutError')],
  ])('is none where a client has gone: its requests end with it (%s)', async (_how, reason) => {
    const lines: string[] = [];
    const logger = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
    const client = new AbortController();
    const ended: unknown[] = [];
    const graph = await graphOn(
      ({ route, query, request: { signal } }) => {
        if (route !== '/wp/v2/posts' || isSample(query)) return undefined;
        queueMicrotask(() => client.abort(reason));
        return new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            ended.push(signal.reason);
            reject(signal.reason);
          });
        });
      },
      { logger },
    );
    const request = new Request('http://gateway.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Basic c2VjcmV0' },
      body: JSON.stringify({ query: '{ posts { nodes { title } } }' }),
      signal: client.signal,
    });
    await graph.fetch(request);
    expect(ended).toHaveLength(1);
    expect(lines).toEqual([]);
  });

  it.each(['destroy', 'resetAndDestroy'] as const)('is none where a connection has gone (%s)', async (how) => {
    const scripted = scriptedSite();
    let [reached, left] = [() => {}, () => {}];
    const waiting = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const ended = new Promise<void>((resolve) => {
      left = resolve;
    });
    const upstream = createServer(async (request, response) => {
      const url = new URL(request.url ?? '', 'http://site.test');
      if (url.pathname.endsWith('/posts') && !isSample(url.searchParams) && request.method !== 'OPTIONS') {
        response.on('close', left);
        return reached();
      }
      const { status, headers, body } = await scripted.send({
        method: request.method === 'OPTIONS' ? 'OPTIONS' : 'GET',
        url: `https://site.test${request.url}`,
        headers: {},
      });
      response.writeHead(status, { ...headers }).end(body);
    });
    await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
    const lines: string[] = [];
    const logger = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
    const site = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}/wp-json/`;
    const gateway = await createGateway({ site, logger, settings: { pollInterval: 0 } });
    const server = await listen(gateway, { host: '127.0.0.1', port: 0, shutdownTimeout: 0 });
    const client = connect(Number(new URL(server.url).port), '127.0.0.1');
    const body = JSON.stringify({ query: '{ posts { nodes { title author { name } } } }' });
    const head = ['POST /graphql HTTP/1.1', 'host: gateway.test', 'content-type: application/json'];
    client.write([...head, 'authorization: Basic eDp5', `content-length: ${body.length}`, '', body].join('\r\n'));
    await waiting;
    client[how]();
    await ended;
    // What would be written now is written after the answer that nobody reads has been made.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(lines).toEqual([]);
    await server.close();
    await gateway.close();
    upstream.closeAllConnections();
    await new Promise((resolve) => upstream.close(resolve));
  });

  it('users that a site hides are no authors, without an error', async () => {
    const graph = await graphOn(({ route }) => {
      if (route === '/wp/v2/posts') return list([post(1, { author: 1 }), post(2, { author: 2 })]);
      if (route === '/wp/v2/users')
        return { json: { code: 'rest_user_cannot_view', message: 'No.', data: { status: 401 } }, status: 401 };
      return undefined;
    });
    const { data, errors } = await graph.run('{ posts { nodes { author { name } } } }');
    expect(errors).toBeUndefined();
    expect(data.posts.nodes).toEqual([{ author: null }, { author: null }]);
  });

  it('credentials that are refused are an error, not an absence', async () => {
    const graph = await graphOn(({ route, request }) =>
      request.headers.authorization && route === '/wp/v2/posts'
        ? { json: { code: 'incorrect_password', message: 'Wrong.', data: { status: 401 } }, status: 401 }
        : undefined,
    );
    const { data, errors } = await graph.run('{ post(by: { databaseId: 1 }) { title } }', {
      headers: { authorization: 'Basic x' },
    });
    expect(data.post).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', wordpressCode: 'incorrect_password' });
  });
});

describe('the transport', () => {
  async function server(answer: (response: import('node:http').ServerResponse, turn: number) => void) {
    let turns = 0;
    const listener = createServer((_request, response) => answer(response, ++turns));
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`;
    return {
      url,
      turns: () => turns,
      close: () => {
        listener.closeAllConnections();
        return new Promise((resolve) => listener.close(resolve));
      },
    };
  }
  const request = (url: string) => ({ method: 'GET' as const, url, headers: {} });
  const options = { connections: 2, timeout: 20_000, retries: 0, maxResponseBytes: 1_000 };
  const impatient = { ...options, timeout: 300 };

  it('gives up on a site that does not answer', async () => {
    const site = await server(() => {});
    const transport = createTransport(impatient);
    await expect(transport.send(request(site.url))).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    await transport.close();
    await site.close();
  });

  it('gives up on an answer that never ends, and on one that is too large', async () => {
    const dripping = await server((response) => void response.write('['));
    const large = await server((response) => void response.end('x'.repeat(5_000)));
    const [brief, patient] = [createTransport(impatient), createTransport(options)];
    await expect(brief.send(request(dripping.url))).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    await expect(patient.send(request(large.url))).rejects.toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE' });
    await Promise.all([brief.close(), patient.close()]);
    await Promise.all([dripping.close(), large.close()]);
  });

  it('takes compressed answers, and refuses one that unpacks to too much', async () => {
    const accepted: unknown[] = [];
    const answering = (body: string) =>
      createServer((request, response) => {
        accepted.push(request.headers['accept-encoding']);
        response.writeHead(200, { 'content-encoding': 'gzip' });
        response.end(gzipSync(body));
      });
    const [fair, bomb] = [answering('[1]'), answering(' '.repeat(1_000_000))];
    const addresses = await Promise.all(
      [fair, bomb].map(async (listener) => {
        await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
        return `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`;
      }),
    );
    const transport = createTransport(options);
    const { body } = await transport.send(request(addresses[0] ?? ''));
    expect(Buffer.from(body).toString()).toBe('[1]');
    await expect(transport.send(request(addresses[1] ?? ''))).rejects.toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE' });
    expect(accepted[0]).toContain('gzip');
    const generous = createTransport({ ...options, maxResponseBytes: 1_000_000 });
    expect((await generous.send(request(addresses[1] ?? ''))).body).toHaveLength(1_000_000);
    await Promise.all([transport.close(), generous.close()]);
    await Promise.all([fair, bomb].map((listener) => new Promise((resolve) => listener.close(resolve))));
  });

  it('asks again and again over the same connection', async () => {
    let connections = 0;
    const listener = createServer((_request, response) => void response.end('[]'));
    listener.on('connection', () => connections++);
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`;
    const transport = createTransport({ ...options, connections: 1 });
    for (let turn = 0; turn < 5; turn++) await transport.send(request(url));
    expect(connections).toBe(1);
    await transport.close();
    await new Promise((resolve) => listener.close(resolve));
  });

  it('tries again when the site is busy, and gives its last word when it stays so', async () => {
    const busyOnce = await server((response, turn) => {
      response.statusCode = turn === 1 ? 503 : 200;
      response.end('[]');
    });
    const busy = await server((response) => {
      response.statusCode = 503;
      response.end('{"code":"wp_die"}');
    });
    const transport = createTransport({ ...options, retries: 1 });
    expect(await transport.send(request(busyOnce.url))).toMatchObject({ status: 200 });
    expect(busyOnce.turns()).toBe(2);
    expect(await transport.send(request(busy.url))).toMatchObject({ status: 503 });
    expect(busy.turns()).toBe(2);
    await transport.close();
    await Promise.all([busyOnce.close(), busy.close()]);
  });

  it('says that a site which is not there cannot be reached', async () => {
    const gone = await server(() => {});
    await gone.close();
    const transport = createTransport(options);
    await expect(transport.send(request(gone.url))).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    await transport.close();
  });
});

describe('viewers', () => {
  it('an Authorization goes upstream as it came, and an anonymous request carries none', async () => {
    const graph = await graphOn(({ route }) => (route === '/wp/v2/posts' ? list([post(1, { author: 3 })]) : undefined));
    await graph.run('{ posts { nodes { author { name } } } }', { headers: { authorization: 'Basic abc' } });
    expect(graph.requests.length).toBeGreaterThan(1);
    expect(new Set(graph.requests.map(({ authorization }) => authorization))).toEqual(new Set(['Basic abc']));
    await graph.run('{ posts { nodes { author { name } } } }', { headers: { cookie: 'wordpress_logged_in=1' } });
    expect(new Set(graph.requests.map(({ authorization }) => authorization))).toEqual(new Set([undefined]));
  });

  it('share nothing: each gets what WordPress says to it, at the same time too', async () => {
    const graph = await graphOn(({ route, request }) =>
      route === '/wp/v2/posts'
        ? list([post(1, { title: { rendered: `for ${request.headers.authorization ?? 'anyone'}` } })])
        : undefined,
    );
    const ask = async (options: RunOptions) =>
      (await graph.data('{ post(by: { databaseId: 1 }) { title } }', options)).post.title;
    const titles = await Promise.all([
      ask({ headers: { authorization: 'Basic a' } }),
      ask({}),
      ask({ headers: { authorization: 'Basic b' } }),
      ask({}),
    ]);
    expect(titles).toEqual(['for Basic a', 'for anyone', 'for Basic b', 'for anyone']);
  });
});

describe('limits', () => {
  const nested = (depth: number): string => (depth === 0 ? 'name' : `parent { ${nested(depth - 1)} }`);

  it.each([
    ['depth', `{ category(by: { databaseId: 1 }) { ${nested(30)} } }`],
    ['aliases', `{ ${Array.from({ length: 60 }, (_, index) => `a${index}: site { name }`).join(' ')} }`],
    ['tokens', `{ ${'site { name } '.repeat(1_000)} }`],
    ['directives', `{ site { ${'name @include(if: true) '.repeat(60)} } }`],
  ])('of %s are kept before anything is asked of the site', async (_what, query) => {
    const graph = await graphOn(() => undefined);
    const { data, errors } = await graph.run(query);
    expect(data ?? null).toBeNull();
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['OPERATION_TOO_LARGE']);
    expect(graph.requests).toEqual([]);
  });

  it('of the request body are kept, whether or not its length is told', async () => {
    const graph = await graphOn(() => undefined, { settings: { maxRequestBytes: 500 } });
    const body = JSON.stringify({ query: `{ site { name } } # ${'x'.repeat(1_000)}` });
    const told = await graph.fetch(
      new Request('http://gateway.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
        body,
      }),
    );
    expect(told.status).toBe(413);
    const untold = await graph.fetch(
      new Request('http://gateway.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: new Blob([body]).stream(),
        duplex: 'half',
      } as RequestInit),
    );
    expect(untold.status).toBe(413);
  });

  it('of upstream requests end the branch that needs more', async () => {
    const graph = await graphOn(
      ({ route }) => {
        if (route === '/wp/v2/posts') return list([post(1, { author: 1, categories: [1] })]);
        return ['/wp/v2/users', '/wp/v2/categories'].includes(route) ? list([{ id: 1, name: 'x' }]) : undefined;
      },
      { settings: { maxUpstreamRequests: 2 } },
    );
    const { errors } = await graph.run('{ posts { nodes { author { name } categories { name } } } }');
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BUDGET_EXCEEDED']);
    expect(graph.requests).toHaveLength(2);
  });

  it('leave the introspection of GraphiQL alone', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const graph = await graphOn(() => undefined);
    const { __schema: schema } = await graph.data(getIntrospectionQuery());
    expect(schema.queryType.name).toBe('Query');
  });
});

describe('HTTP', () => {
  it('answers in the order of the query', async () => {
    const graph = await graphOn(({ route }) => {
      if (route === '/wp/v2/posts') return list([post(1, { author: 1, featured_media: 0 })]);
      return route === '/wp/v2/users' ? list([{ id: 1, name: 'Ada' }]) : undefined;
    });
    const { data } = await graph.run('{ posts { nodes { author { name } featuredMedia { altText } date } } }');
    expect(Object.keys(data.posts.nodes[0])).toEqual(['author', 'featuredMedia', 'date']);
  });

  it('answers GET, says that it is alive, and refuses a wrong content type', async () => {
    const graph = await graphOn(() => undefined);
    const got = await graph.fetch(
      new Request('http://gateway.test/graphql?query={site{name}}', { headers: { accept: 'application/json' } }),
    );
    expect(await got.json()).toEqual({ data: { site: { name: 'Scripted' } } });
    expect((await graph.fetch(new Request('http://gateway.test/health'))).status).toBe(200);
    const wrong = await graph.fetch(
      new Request('http://gateway.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: '{"query":"{site{name}}"}',
      }),
    );
    expect(wrong.status).toBe(415);
  });
});
