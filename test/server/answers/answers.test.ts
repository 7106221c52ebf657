import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGateway, type Gateway, type GatewayConfig } from '../../../src/gateway.ts';
import { type ListeningServer, listen } from '../../../src/server/http/listen.ts';
import { type ChangingSite, changingSite } from '../../support/changing-site.ts';
import { soon } from '../../support/soon.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of open.splice(0).reverse()) await close();
});

const query = '{ posts(first: 20) { nodes { title excerpt author { name } } } }';
const path = `/graphql?query=${encodeURIComponent(query)}`;

async function serving(site: ChangingSite, settings: GatewayConfig['settings'] = {}) {
  const gateway = await createGateway({
    site: site.url,
    send: site.send,
    settings: { pollInterval: 0, upstreamRetries: 0, ...settings },
  });
  const server = await listen(gateway, { host: '127.0.0.1', port: 0, shutdownTimeout: 0 });
  open.push(
    () => gateway.close(),
    () => server.close(),
  );
  site.requests.length = 0;
  return { gateway, server };
}

const get = ({ url }: ListeningServer, headers: Record<string, string> = {}, at = path) =>
  fetch(`${url}${at}`, { headers });
const post = ({ url }: ListeningServer, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('a repeated anonymous query', () => {
  it('is answered by the same bytes, by GET and by POST, over HTTP and by the library', async () => {
    const site = changingSite();
    const { gateway, server } = await serving(site);
    const first = await (await post(server, { query })).text();
    const asked = site.requests.length;
    for (const answer of [await post(server, { query }), await get(server), await get(server)]) {
      expect(await answer.text()).toBe(first);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    }
    const request = new Request('http://gateway.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(await (await gateway.fetch(request)).text()).toBe(first);
    expect(site.requests).toHaveLength(asked);
  });

  it('is told apart by everything that determines its answer', async () => {
    const site = changingSite();
    const { server } = await serving(site);
    const text =
      'query A($n: Int) { posts(first: $n) { nodes { slug } } } query B { posts(first: 1) { nodes { title } } }';
    const answers = [
      await (await post(server, { query: text, operationName: 'A', variables: { n: 1 } })).text(),
      await (await post(server, { query: text, operationName: 'A', variables: { n: 2 } })).text(),
      await (await post(server, { query: text, operationName: 'B' })).text(),
    ];
    expect(new Set(answers).size).toBe(3);
    const types = await Promise.all(
      ['application/json', 'application/graphql-response+json'].map(async (accept) =>
        (await post(server, { query }, { accept })).headers.get('content-type'),
      ),
    );
    expect(types).toEqual(['application/json; charset=utf-8', 'application/graphql-response+json; charset=utf-8']);
    expect((await post(server, `${JSON.stringify({ query })}x`)).status).toBe(400);
  });

  it('carries a validator and what a cache on the way may do', async () => {
    const site = changingSite();
    const { server } = await serving(site, { freshFor: 60, staleFor: 600 });
    const answer = await get(server);
    const etag = answer.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    expect(answer.headers.get('cache-control')).toMatch(
      /^public, max-age=0, s-maxage=(5\d|60), stale-while-revalidate=60$/,
    );
    expect(answer.headers.get('vary')).toBe('Accept, Accept-Encoding, Authorization');
    for (const tags of [etag, `"other", ${etag}`, '*', etag.slice(2)]) {
      const unchanged = await get(server, { 'if-none-match': tags });
      expect([unchanged.status, await unchanged.text(), unchanged.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await get(server, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await post(server, { query }, { 'if-none-match': '*' })).status).toBe(200);
  });

  it('tells what is left of its time, second by second', async () => {
    const { server } = await serving(changingSite(), { freshFor: 60, staleFor: 10 });
    await get(server);
    const start = Date.now();
    vi.useFakeTimers({ now: start, toFake: ['Date'] });
    const left = async (milliseconds: number) => {
      vi.setSystemTime(start + milliseconds);
      const cacheControl = (await get(server)).headers.get('cache-control') ?? '';
      return /s-maxage=(\d+), stale-while-revalidate=(\d+)/.exec(cacheControl)?.slice(1).map(Number);
    };
    const [first = [], second = [], third = []] = [await left(0), await left(1_000), await left(30_000)];
    expect(first[0]).toBeGreaterThan(50);
    expect(second).toEqual([Number(first[0]) - 1, 10]);
    expect(third).toEqual([Number(first[0]) - 30, 10]);
    // A clock that is put back is believed.
    expect(await left(1_000)).toEqual(second);
    expect((await left(65_000))?.[0]).toBe(0);
  });

  it('has headers of its own each time', async () => {
    const { gateway } = await serving(changingSite());
    const asked = () => gateway.fetch(new Request(`http://gateway.test${path}`));
    await asked();
    const first = await asked();
    first.headers.set('x-request-id', '1');
    first.headers.delete('etag');
    const second = await asked();
    expect(second.headers.get('x-request-id')).toBeNull();
    expect(second.headers.get('etag')).toMatch(/^W/);
  });

  it('is compressed for who takes it', async () => {
    const site = changingSite(40);
    const { server } = await serving(site);
    const plain = await (await get(server, { 'accept-encoding': 'identity' })).text();
    for (const encoding of ['gzip', 'br']) {
      await soon(async () => {
        const answer = await get(server, { 'accept-encoding': encoding });
        expect(answer.headers.get('content-encoding')).toBe(encoding);
        expect(await answer.text()).toBe(plain);
      });
    }
    const refused = await get(server, { 'accept-encoding': 'gzip;q=0, br;q=0' });
    expect(refused.headers.get('content-encoding')).toBeNull();
  });

  it('is made anew in the background when it is stale', async () => {
    const site = changingSite();
    const { server } = await serving(site, { freshFor: 60, staleFor: 60 });
    await get(server);
    site.edit(12, 'Edited');
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] });
    site.delay = 20;
    const titleOf = async () =>
      ((await (await get(server)).json()) as { data: { posts: { nodes: { title: string }[] } } }).data.posts.nodes[0]
        ?.title;
    expect(await titleOf()).toBe('Post 12');
    await soon(async () => expect(await titleOf()).toBe('Edited'));
  });
});

describe('an answer that says of something that it is not there', () => {
  const lookUp = (by: string, name = 'LookUp') =>
    `/graphql?query=${encodeURIComponent(`query ${name} { post(by: { ${by} }) { title categories { name } } }`)}`;
  const lifeOf = async (server: ListeningServer, at: string) => {
    const answer = await get(server, {}, at);
    const life = Number(/s-maxage=(\d+)/.exec(answer.headers.get('cache-control') ?? '')?.[1]);
    return { life, data: ((await answer.json()) as { data: unknown }).data };
  };

  it.each(['databaseId: 99', 'slug: "post-99"'])(
    'lives briefly, made just now or from the store: %s',
    async (which) => {
      const site = changingSite();
      const { server } = await serving(site);
      const askedAfter: number[] = [];
      for (const name of ['First', 'Second']) {
        const { life, data } = await lifeOf(server, lookUp(which, name));
        expect(data).toEqual({ post: null });
        expect(life).toBeLessThanOrEqual(10);
        askedAfter.push(site.requests.length);
      }
      expect(askedAfter).toEqual([1, 1]);
    },
  );

  it('is not meant by an empty list, which the next new document ends', async () => {
    const { server } = await serving(changingSite());
    for (const name of ['First', 'Second']) {
      const text = `query ${name} { post(by: { databaseId: 3 }) { comments(first: 3) { nodes { id } } } }`;
      const { life, data } = await lifeOf(server, `/graphql?query=${encodeURIComponent(text)}`);
      expect(data).toEqual({ post: { comments: { nodes: [] } } });
      expect(life).toBeGreaterThan(40);
    }
  });

  it.each([
    ['databaseId: 99', 'databaseId: 3'],
    ['slug: "post-99"', 'slug: "post-3"'],
  ])('does not shorten the life of one that shares its request: %s, %s', async (absent, there) => {
    const site = changingSite();
    const { gateway } = await serving(site);
    site.delay = 50;
    const lifeFrom = async (by: string) => {
      const answer = await gateway.fetch(new Request(`http://gateway.test${lookUp(by)}`));
      return Number(/s-maxage=(\d+)/.exec(answer.headers.get('cache-control') ?? '')?.[1]);
    };
    const [missing, found] = await Promise.all([lifeFrom(absent), lifeFrom(there)]);
    expect(site.requests.filter((request) => request.includes('/posts?'))).toHaveLength(1);
    expect(missing).toBeLessThanOrEqual(10);
    expect(found).toBeGreaterThan(40);
  });
});

describe("an answer that is nobody else's", () => {
  it('is made for each request with credentials, and kept by nobody on the way', async () => {
    const site = changingSite();
    const { server } = await serving(site);
    await get(server);
    const asked = site.requests.length;
    for (const headers of [{ authorization: 'Basic abc' }, { Authorization: 'Basic def' }]) {
      const answer = await get(server, headers as Record<string, string>);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('etag')).toBeNull();
    }
    expect(site.requests).toHaveLength(3 * asked);
    await get(server);
    expect(site.requests).toHaveLength(3 * asked);
  });

  it('holds errors, and the next one asks again', async () => {
    const site = changingSite();
    const { server } = await serving(site);
    site.isDown = true;
    const failed = await get(server, { origin: 'https://front.test' });
    expect(failed.headers.get('cache-control')).toBe('no-store');
    expect(failed.headers.get('access-control-allow-origin')).toBe('*');
    expect(((await failed.json()) as { errors?: unknown }).errors).toBeDefined();
    site.isDown = false;
    expect(((await (await get(server)).json()) as { errors?: unknown }).errors).toBeUndefined();
    for (const bad of ['{ nothing }', '{', '']) {
      const refused = await post(server, { query: bad });
      expect(refused.headers.get('cache-control')).toBe('no-store');
      expect(refused.headers.get('etag')).toBeNull();
    }
  });

  it('is not kept where nothing is to be kept', async () => {
    const site = changingSite();
    const { server } = await serving(site, { responseCacheBytes: 0, storeBytes: 0 });
    await post(server, { query });
    const asked = site.requests.length;
    await post(server, { query });
    expect(site.requests).toHaveLength(2 * asked);
  });
});

describe('a body', () => {
  it('that is too large is refused on the short way too', async () => {
    const { server } = await serving(changingSite(), { maxRequestBytes: 1_000 });
    expect((await post(server, { query: `{ posts { nodes { title } } } #${'x'.repeat(2_000)}` })).status).toBe(413);
  });

  it('that comes in pieces is put together', async () => {
    const { server } = await serving(changingSite());
    const pieces = JSON.stringify({ query }).match(/.{1,10}/g) ?? [];
    for (let turn = 0; turn < 2; turn++) {
      const body = new ReadableStream({
        async start(controller) {
          for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
          controller.close();
        },
      });
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' };
      const answer = await fetch(`${server.url}/graphql`, init as RequestInit);
      expect(((await answer.json()) as { data: { posts: { nodes: unknown[] } } }).data.posts.nodes).toHaveLength(12);
    }
  });
});

describe('a trace', () => {
  const headers = { 'x-pressgraph-trace': '1' };
  interface Traced {
    readonly extensions?: {
      readonly pressgraph: {
        readonly upstream: { route: string; milliseconds: number; bytes: number; shared: boolean }[];
        readonly hits: number;
      };
    };
  }
  const traceOf = async (gateway: Gateway, more: Record<string, string> = headers) => {
    const request = new Request('http://gateway.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...more },
      body: JSON.stringify({ query }),
    });
    const response = await gateway.fetch(request);
    return {
      ...((await response.json()) as Traced),
      timing: response.headers.get('server-timing'),
      kept: response.headers.get('etag'),
    };
  };

  it('tells what an operation cost: requests with route, time and size, and what was known', async () => {
    const { gateway } = await serving(changingSite());
    const cold = await traceOf(gateway);
    expect(cold.extensions?.pressgraph.upstream.map(({ route }) => route)).toEqual([
      '/wp/v2/posts',
      '/wp/v2/posts',
      '/wp/v2/users',
    ]);
    for (const { bytes, milliseconds, shared } of cold.extensions?.pressgraph.upstream ?? []) {
      expect(bytes).toBeGreaterThan(10);
      expect(milliseconds).toBeGreaterThanOrEqual(0);
      expect(shared).toBe(false);
    }
    expect(cold.timing).toMatch(/^total;dur=[\d.]+, wordpress;dur=[\d.]+;desc="3 requests", store;desc="0 hits"$/);
    const warm = await traceOf(gateway);
    expect(warm.extensions?.pressgraph.upstream).toEqual([]);
    expect(warm.extensions?.pressgraph.hits).toBeGreaterThan(1);
    expect(warm.kept).toBeNull();
  });

  it('is given to nobody who does not ask, and to nobody where it is turned off', async () => {
    const { gateway } = await serving(changingSite());
    expect(await traceOf(gateway, {})).not.toHaveProperty('extensions');
    const { gateway: silent } = await serving(changingSite(), { trace: false });
    const { extensions, timing } = await traceOf(silent);
    expect([extensions, timing]).toEqual([undefined, null]);
  });
});
