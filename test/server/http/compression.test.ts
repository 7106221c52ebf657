import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createGateway, type Gateway, type GatewayConfig } from '../../../src/gateway.ts';
import { Compression } from '../../../src/server/http/compression.ts';
import { listen } from '../../../src/server/http/listen.ts';
import { changingSite } from '../../support/changing-site.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function serve(settings: GatewayConfig['settings'] = {}) {
  const site = changingSite(40);
  const gateway = await createGateway({ site: site.url, send: site.send, settings: { pollInterval: 0, ...settings } });
  const server = await listen(gateway, { port: 0, shutdownTimeout: 0 });
  open.push(
    () => gateway.close(),
    () => server.close(),
  );
  return { gateway, site, url: server.url };
}

interface Received {
  readonly encoding: string | undefined;
  readonly vary: string | undefined;
  /** As it came over the connection. */
  readonly bytes: Buffer;
  readonly text: string;
}

const unpack = { br: brotliDecompressSync, gzip: gunzipSync } as const;

/** Asks without a client that unpacks by itself. */
function ask(url: string, query: string, headers: Readonly<Record<string, string>> = {}): Promise<Received> {
  return new Promise((resolve, reject) => {
    const path = `/graphql?query=${encodeURIComponent(query)}`;
    request(`${url}${path}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const { 'content-encoding': encoding, 'content-length': length, vary } = response.headers;
        expect(Number(length)).toBe(bytes.length);
        const plain = encoding === undefined ? bytes : unpack[encoding as keyof typeof unpack](bytes);
        resolve({ encoding, vary, bytes, text: plain.toString() });
      });
    })
      .on('error', reject)
      .end();
  });
}

const query = '{ posts(first: 40) { nodes { id title excerpt } } }';
const personal = { authorization: 'Basic abc' };
const broken = '{ posts(first: 40) { nodes { id title } } post(by: { uri: "http://[" }) { id } }';

describe('a body', () => {
  it.each([
    ['the first answer', {}, query, {}],
    ['an answer that nobody keeps', { responseCacheBytes: 0 }, query, {}],
    ['a personal answer', {}, query, personal],
    ['an answer with an error', {}, broken, {}],
    ['an answer with a trace', {}, query, { 'x-pressgraph-trace': '1' }],
  ])('is packed as its client takes it: that of %s', async (_what, settings, text, headers) => {
    const { url } = await serve(settings);
    for (const [accepted, expected] of [
      ['br', 'br'],
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, *', 'gzip'],
    ] as const) {
      const packed = await ask(url, text, { ...headers, 'accept-encoding': accepted });
      expect(packed.encoding).toBe(expected);
      expect(packed.vary).toContain('Accept-Encoding');
      expect(JSON.parse(packed.text).data.posts.nodes).toHaveLength(40);
      expect(packed.bytes.length).toBeLessThan(packed.text.length / 2);
    }
    for (const accepted of ['', 'identity', 'br;q=0, gzip;q=0.0', 'zstd']) {
      const plain = await ask(url, text, { ...headers, 'accept-encoding': accepted });
      expect(plain.encoding).toBeUndefined();
      expect(plain.vary).toContain('Accept-Encoding');
      expect(JSON.parse(plain.text).data.posts.nodes).toHaveLength(40);
    }
  });

  it('is packed for all who wait for the first answer, whichever encoding each takes', async () => {
    const { url, site } = await serve();
    site.requests.length = 0;
    const answers = await Promise.all(
      ['br', 'gzip', 'br', 'gzip', ''].map((accepted) => ask(url, query, { 'accept-encoding': accepted })),
    );
    expect(answers.map(({ encoding }) => encoding)).toEqual(['br', 'gzip', 'br', 'gzip', undefined]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(site.requests).toHaveLength(1);
  });

  it('that is kept is given packed to the next who takes another encoding', async () => {
    const { url } = await serve();
    const plain = await ask(url, query);
    for (const accepted of ['gzip', 'br', 'gzip', 'br'] as const) {
      const packed = await ask(url, query, { 'accept-encoding': accepted });
      expect([packed.encoding, packed.text]).toEqual([accepted, plain.text]);
    }
  });

  it('that is small is given as it is', async () => {
    const { url } = await serve();
    for (const headers of [{}, personal]) {
      const answer = await ask(url, '{ posts(first: 2) { nodes { id } } }', { ...headers, 'accept-encoding': 'br' });
      expect([answer.encoding, answer.bytes.length < 1_000]).toEqual([undefined, true]);
    }
  });

  it('is given as it is by the library, to whoever reads or packs it: the first and the next', async () => {
    const { gateway } = await serve();
    const asked = async (headers: Readonly<Record<string, string>>) => fetched(gateway, headers);
    for (const headers of [{}, {}, personal]) {
      const answer = await asked({ ...headers, 'accept-encoding': 'gzip, br' });
      expect(answer.headers.get('content-encoding')).toBeNull();
      expect(((await answer.json()) as { data: { posts: { nodes: [] } } }).data.posts.nodes).toHaveLength(40);
    }
  });
});

describe('compression', () => {
  const large = randomBytes(9_000_000);
  const response = () => new Response(large, { headers: { 'content-length': String(large.length) } });

  it('leaves as it is what comes where much is being packed already, and holds nothing of it', async () => {
    const compression = new Compression();
    const [first, second] = [response(), response()];
    const packing = compression.encoded(first, 'gzip', Response);
    expect(compression.encoded(second, 'br', Response)).toBe(second);
    expect(compression.pack(large, 'gzip', 'again')).toBeUndefined();
    expect(gunzipSync(Buffer.from(await (await packing).arrayBuffer())).equals(large)).toBe(true);
    expect(await compression.encoded(response(), 'gzip', Response)).toMatchObject({ status: 200 });
  });

  it('has room again where a body could not be read', async () => {
    const compression = new Compression();
    const [cut, next] = [response(), response()];
    await cut.arrayBuffer();
    await expect(compression.encoded(cut, 'gzip', Response)).rejects.toThrow(TypeError);
    expect(compression.encoded(next, 'gzip', Response)).not.toBe(next);
  });

  it('has room for one body however large it is', async () => {
    const compression = new Compression();
    expect(await compression.pack(Buffer.alloc(40_000_000), 'gzip', 'once')).toBeInstanceOf(Buffer);
  });
});

function fetched({ fetch }: Gateway, headers: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(new Request(`http://gateway.test/graphql?query=${encodeURIComponent(query)}`, { headers }));
}
