import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReadRequest } from '../../../src/server/http/read-request.ts';
import { RequestHead } from '../../../src/server/http/request-head.ts';
import { rawClient } from '../../support/raw-client.ts';

let heads: RequestHead[] = [];
const server = createServer((request: IncomingMessage, response) => {
  heads.push(RequestHead.ofNode(request));
  response.end();
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** The head of a request as it comes over a connection. */
async function received(...lines: string[]): Promise<RequestHead> {
  heads = [];
  const { write, until, socket } = await rawClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  write([...lines, 'host: gateway.test', '', ''].join('\r\n'));
  await until(/\r\n\r\n/);
  socket.destroy();
  return heads[0] as RequestHead;
}

/** The same request, as the library is given it. */
function given(line: string, ...headers: string[]): RequestHead {
  const [method = '', path] = line.split(' ');
  const pairs = headers.map((header) => header.split(/: */, 2) as [string, string]);
  return RequestHead.ofFetch(new Request(`http://gateway.test${path}`, { method, headers: pairs }));
}

const shown = (head: RequestHead) => ({ ...head, key: new ReadRequest(head, 'body').key });

describe('the head of a request', () => {
  it.each([
    ['a bare one', ['GET /graphql?query={a} HTTP/1.1']],
    [
      'all that says how it is answered, in any spelling',
      [
        'POST /graphql HTTP/1.1',
        'Accept: application/json',
        'ACCEPT-ENCODING: gzip',
        'Content-Type: application/json',
        'If-None-Match: "a"',
        'X-Pressgraph-Trace: 1',
      ],
    ],
    ['types that are accepted in two lines', ['GET /graphql HTTP/1.1', 'accept: text/html', 'accept: */*']],
    ['credentials', ['GET / HTTP/1.1', 'authorization: Basic abc']],
    ['a body that is encoded', ['POST / HTTP/1.1', 'content-encoding: gzip']],
  ])('is the same from a connection and from a Request: %s', async (_what, lines) => {
    const [first = '', ...headers] = lines;
    // What a Request accepts where nothing is said differs from platform to platform.
    expect(shown(await received(first, ...headers))).toEqual(shown(given(first, ...headers)));
  });

  it('tells what bypasses the cache, and what of that is private', () => {
    const told = (...headers: string[]) => {
      const { bypassesCache, hasCredentials } = given('POST /graphql HTTP/1.1', ...headers);
      return { bypassesCache, hasCredentials };
    };
    expect(told()).toEqual({ bypassesCache: false, hasCredentials: false });
    expect(told('content-encoding: gzip')).toEqual({ bypassesCache: true, hasCredentials: false });
    expect(told('authorization: Basic abc')).toEqual({ bypassesCache: true, hasCredentials: true });
  });

  it('knows its path apart from what is asked there', () => {
    expect(given('GET /graphql HTTP/1.1').isAt('/graphql')).toBe(true);
    expect(given('GET /graphql?a HTTP/1.1').isAt('/graphql')).toBe(true);
    expect(given('GET /graphqls HTTP/1.1').isAt('/graphql')).toBe(false);
    expect(given('GET /graph HTTP/1.1').isAt('/graphql')).toBe(false);
  });

  it('gives any other header', async () => {
    for (const head of [await received('GET / HTTP/1.1', 'X-Y: 1'), given('GET / HTTP/1.1', 'X-Y: 1')]) {
      expect([head.header('x-y'), head.header('x-z')]).toEqual(['1', undefined]);
    }
  });
});

describe('the key of a request', () => {
  it('is another one for whatever may change the answer, and for nothing else', () => {
    const keyOf = (line: string, body: string, ...headers: string[]) =>
      new ReadRequest(given(line, ...headers), body).key;
    const post = 'POST /graphql HTTP/1.1';
    const keys = [
      keyOf(post, 'a'),
      keyOf(post, 'b'),
      keyOf('POST /graphql?b HTTP/1.1', 'a'),
      keyOf('PUT /graphql HTTP/1.1', 'a'),
      keyOf(post, 'a', 'accept: text/html'),
      keyOf(post, 'a', 'content-type: application/json'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOf(post, 'a', 'accept-encoding: br', 'origin: https://front.test', 'user-agent: x')).toBe(keys[0]);
  });
});
