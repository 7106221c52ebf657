import { createServer, type Server } from 'node:net';
import { inspect } from 'node:util';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRestGet } from '../../../src/wordpress/http/client.ts';
import { createRestRoot } from '../../../src/wordpress/http/rest-root.ts';
import { createTransport, type Transport } from '../../../src/wordpress/http/transport.ts';

const body = '[{"id":1}]';
const answer = (headers = '', text = body) =>
  `HTTP/1.1 200 OK\r\n${headers}Content-Length: ${text.length}\r\n\r\n${text}`;
const hints = 'HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n';
const packed = gzipSync(body);
const packedAnswer = (coding: string, bytes: Buffer = packed) =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Encoding: ${coding}\r\nContent-Length: ${bytes.length}\r\n\r\n`),
    bytes,
  ]);

describe('what a server puts on the wire', () => {
  let server: Server;
  let transport: Transport;
  let written: readonly (string | Buffer)[];
  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      // In pieces of their own, as a server that is slow to answer sends them.
      socket.once('data', () => {
        const next = (index: number) => {
          const piece = written[index];
          if (piece === undefined) socket.end();
          else socket.write(piece, () => setImmediate(next, index + 1));
        };
        next(0);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    transport = createTransport({ connections: 2, timeout: 5_000, retries: 1, maxResponseBytes: 10_000 });
  });
  afterAll(async () => {
    await transport.close();
    server.close();
  });

  const get = async (...pieces: readonly (string | Buffer)[]) => {
    written = pieces;
    const { port } = server.address() as { port: number };
    return createRestGet(createRestRoot(`http://127.0.0.1:${port}/wp-json/`), transport.send)({ route: '/x' });
  };

  it.each([
    ['an answer', [answer()]],
    ['early hints ahead of it', [hints, answer()]],
    ['early hints ahead of it, at once', [hints + answer()]],
    ['several hints', [hints, hints, 'HTTP/1.1 102 Processing\r\n\r\n', answer()]],
    ['no content type', [answer('')]],
    ['a content type of another kind, twice', [answer('Content-Type: text/html\r\nContent-Type: x\r\nDate: x\r\n')]],
    ['a coding in capitals', [packedAnswer('GZIP')]],
    ['a coding by its old name', [packedAnswer('x-gzip')]],
    ['deflate', [packedAnswer('deflate', deflateSync(body))]],
    ['deflate as some servers write it', [packedAnswer('deflate', deflateRawSync(body))]],
    ['packed twice', [packedAnswer('gzip, GZIP', gzipSync(packed))]],
    ['packed twice, said in two headers', [packedAnswer('gzip\r\nContent-Encoding: br', brotliCompressSync(packed))]],
    ['packed once, said twice', [packedAnswer('gzip, gzip')]],
    ['not packed, said as such', [packedAnswer('identity, ', Buffer.from(body))]],
    ['no length', [`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${body}`]],
  ])('is read: %s', async (_what, pieces) => {
    expect((await get(...pieces)).body).toEqual([{ id: 1 }]);
  });

  it.each([
    ['204 without a body', ['HTTP/1.1 204 No Content\r\n\r\n'], 'UPSTREAM_BAD_RESPONSE'],
    ['205 without a body', ['HTTP/1.1 205 Reset\r\nContent-Length: 0\r\n\r\n'], 'UPSTREAM_BAD_RESPONSE'],
    ['304', ['HTTP/1.1 304 Not Modified\r\n\r\n'], 'UPSTREAM_BAD_RESPONSE'],
    ['an empty body', [answer('', '')], 'UPSTREAM_BAD_RESPONSE'],
    ['a body longer than it says', [`HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n${body}`], 'UPSTREAM_BAD_RESPONSE'],
    ['two encodings', [answer('Content-Encoding: gzip\r\nContent-Encoding: br\r\n')], 'UPSTREAM_BAD_RESPONSE'],
    ['many encodings', [packedAnswer('gzip, gzip, gzip, gzip')], 'UPSTREAM_BAD_RESPONSE'],
    ['an encoding that nobody has', [packedAnswer('compress')], 'UPSTREAM_BAD_RESPONSE'],
    ['an encoding that is none', [answer('Content-Encoding: gzip\r\n')], 'UPSTREAM_BAD_RESPONSE'],
    [
      'half of what is packed',
      [`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 15\r\n\r\n`, packed.subarray(0, 15)],
      'UPSTREAM_BAD_RESPONSE',
    ],
    ['a body cut short', [`HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n${body}`], 'UPSTREAM_UNAVAILABLE'],
    ['a chunk cut short', [`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[{"`], 'UPSTREAM_UNAVAILABLE'],
    ['a chunk that is none', [`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`], 'UPSTREAM_UNAVAILABLE'],
    [
      'two lengths',
      [`HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 10\r\n\r\n${body}`],
      'UPSTREAM_UNAVAILABLE',
    ],
    ['hints and nothing else', [hints], 'UPSTREAM_UNAVAILABLE'],
    [
      'another protocol',
      ['HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'],
      'UPSTREAM_UNAVAILABLE',
    ],
    ['words', ['lorem ipsum\r\n\r\n'], 'UPSTREAM_UNAVAILABLE'],
    ['nothing', [], 'UPSTREAM_UNAVAILABLE'],
    ['a header without end', [`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}`], 'UPSTREAM_UNAVAILABLE'],
    ['a status that is none', ['HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n'], 'UPSTREAM_UNAVAILABLE'],
    ['hints ahead of a refusal', [hints, 'HTTP/1.1 406 No\r\nContent-Length: 0\r\n\r\n'], 'UPSTREAM_BAD_RESPONSE'],
  ])('is a coded error: %s', async (_what, pieces, code) => {
    await expect(get(...pieces)).rejects.toMatchObject({ code, route: '/x' });
  });
});

it('what a server sends back that is no HTTP is in no error: it may be what was sent', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (request) => socket.end(request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const transport = createTransport({ connections: 1, timeout: 5_000, retries: 0, maxResponseBytes: 1_000 });
  const { port } = server.address() as { port: number };
  const headers = { authorization: 'Basic hunter2' };
  const failure: unknown = await transport
    .send({ method: 'GET', url: `http://127.0.0.1:${port}/`, headers })
    .catch((error) => error);
  expect(failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: { name: 'HTTPParserError' } });
  expect(inspect(failure, { depth: 10, showHidden: true })).not.toContain('hunter2');
  await transport.close();
  server.close();
});

describe('an answer that is cut', () => {
  const [whole, cut] = [answer(), answer().slice(0, -5)];
  const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
  const untilTheEnd = 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n';
  const firstAnswers: [string, readonly (string | Buffer)[]][] = [
    ['within its body', [cut]],
    ['within its body, after an entity tag', [cut.replace('200 OK', '200 OK\r\nETag: "a"\r\nAccept-Ranges: bytes')]],
    ['within its head', ['HTTP/1.1 200 OK\r\nContent-Le']],
    ['within a chunk', [`${chunked}a\r\n[{"id"`]],
    ['between chunks', [`${chunked}5\r\n[{"id\r\n`]],
    ['within what is packed, with a length', [packedAnswer('gzip').subarray(0, -5)]],
    ['within what is packed, without one', [untilTheEnd, packed.subarray(0, -5)]],
    [
      'within what is packed another way',
      [untilTheEnd.replace('gzip', 'br'), brotliCompressSync(body).subarray(0, -3)],
    ],
    ['ahead of all', []],
  ];

  /** Answers each request on a connection of its own with what is next in the list, the last again and again. */
  async function cuttingServer(answers: readonly (readonly (string | Buffer)[])[], reset: boolean) {
    const asked: string[] = [];
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (request) => {
        asked.push(request.toString());
        const pieces = answers[Math.min(asked.length, answers.length) - 1] ?? [];
        const part = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
        if (reset && asked.length < answers.length) socket.write(part, () => socket.resetAndDestroy());
        else socket.end(part);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const root = createRestRoot(`http://127.0.0.1:${port}/wp-json/`);
    return { asked, root, close: () => new Promise((resolve) => server.close(resolve)) };
  }

  describe.each([
    ['closed', false],
    ['reset', true],
  ])('by a connection that is %s', (_how, reset) => {
    it.each(firstAnswers)('%s is asked for again, whole', async (_where, pieces) => {
      const { asked, root, close } = await cuttingServer([pieces, [whole]], reset);
      const transport = createTransport({ connections: 2, timeout: 5_000, retries: 1, maxResponseBytes: 10_000 });
      expect((await createRestGet(root, transport.send)({ route: '/x' })).body).toEqual([{ id: 1 }]);
      expect(asked).toHaveLength(2);
      expect(asked[1]).toBe(asked[0]);
      await Promise.all([transport.close(), close()]);
    });
  });

  it('again and again is asked for as often as is configured, and then an error', async () => {
    const { asked, root, close } = await cuttingServer([[cut]], false);
    const transport = createTransport({ connections: 2, timeout: 5_000, retries: 2, maxResponseBytes: 10_000 });
    await expect(createRestGet(root, transport.send)({ route: '/x' })).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      route: '/x',
    });
    expect(asked).toHaveLength(3);
    await Promise.all([transport.close(), close()]);
  });

  it('is not asked for again beyond the time that there is', async () => {
    const { asked, root, close } = await cuttingServer([[cut]], false);
    const transport = createTransport({ connections: 2, timeout: 1_400, retries: 10, maxResponseBytes: 10_000 });
    await expect(createRestGet(root, transport.send)({ route: '/x' })).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
    });
    // After pauses of 100, 200 and 400 milliseconds there is no time for one of 800.
    expect(asked.length).toBeLessThanOrEqual(4);
    await Promise.all([transport.close(), close()]);
  });
});

it('where no time is left for a further try, what the site said last is the answer', async () => {
  let asked = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => {
      asked++;
      socket.write('HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const transport = createTransport({ connections: 1, timeout: 1_400, retries: 10, maxResponseBytes: 1_000 });
  const { port } = server.address() as { port: number };
  const answered = transport.send({ method: 'GET', url: `http://127.0.0.1:${port}/`, headers: {} });
  await expect(answered).resolves.toMatchObject({ status: 503 });
  expect(asked).toBeGreaterThan(1);
  await transport.close();
  server.close();
});
