import { METHODS } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createGateway } from '../../../src/gateway.ts';
import type { FetchHandler } from '../../../src/server/http/answering.ts';
import { type ListeningServer, type ListenOptions, listen } from '../../../src/server/http/listen.ts';
import { type RawClient, rawClient } from '../../support/raw-client.ts';
import { scriptedSite } from '../../support/scripted-site.ts';
import { soon } from '../../support/soon.ts';

const open: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function serve(fetch: FetchHandler['fetch'], options: ListenOptions = {}): Promise<ListeningServer> {
  const server = await listen({ fetch }, { port: 0, shutdownTimeout: 0, ...options });
  open.push(() => server.close());
  return server;
}

async function gateway(options: ListenOptions = {}): Promise<ListeningServer> {
  const { url: site, send } = scriptedSite();
  const made = await createGateway({ site, send, settings: { pollInterval: 0, maxRequestBytes: 1_000 } });
  open.push(() => made.close());
  const server = await listen(made, { port: 0, shutdownTimeout: 0, ...options });
  open.push(() => server.close());
  return server;
}

async function client(server: ListeningServer): Promise<RawClient> {
  const made = await rawClient(server.url);
  open.push(() => made.socket.destroy());
  return made;
}

/** One request, on a connection of its own. */
async function sent(server: ListeningServer, ...lines: string[]): Promise<string> {
  const { write, until } = await client(server);
  write(lines.join('\r\n'));
  return until(/\r\n\r\n/);
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
const bodyOf = (answer: string) => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
const health = ['GET /health HTTP/1.1', 'host: gateway.test'];
const query = '{"query":"{site{name}}"}';
const post = ['POST /graphql HTTP/1.1', 'host: gateway.test', 'content-type: application/json'];
/** An answer that comes when it is told to. */
function held() {
  let release: (response: Response) => void = () => undefined;
  const answer = new Promise<Response>((resolve) => {
    release = resolve;
  });
  return { answer, release: () => release(new Response('done')) };
}

/** Answers with as many bytes as the path says, and knows when it was given up that a client takes them. */
function largeAnswers() {
  const all = new Map<string, { readonly up: Promise<unknown>; giveUp(): void }>();
  const given = (path: string) => {
    let giveUp = () => {};
    const up = new Promise<void>((resolve) => {
      giveUp = resolve;
    });
    const one = all.get(path) ?? { up, giveUp };
    all.set(path, one);
    return one;
  };
  const fetch: FetchHandler['fetch'] = async ({ url, signal }) => {
    const { pathname } = new URL(url);
    signal.addEventListener('abort', () => given(pathname).giveUp());
    return new Response('x'.repeat(Number(pathname.slice(1))));
  };
  return { fetch, given };
}

describe('a request that cannot be read', () => {
  it.each([
    ['an address that is none for a host', ['GET /graphql HTTP/1.1', 'host: ['], 400],
    ['a host with a path', ['GET /graphql HTTP/1.1', 'host: x/graphql?query={a}#'], 400],
    ['a host with credentials', ['GET /graphql HTTP/1.1', 'host: a:b@x'], 400],
    ['an empty host', ['GET /graphql HTTP/1.1', 'host:'], 400],
    ['no host', ['GET /graphql HTTP/1.1'], 400],
    ['no path', ['OPTIONS * HTTP/1.1', 'host: x'], 400],
    ["a proxy's address that is none", ['GET http://[/graphql HTTP/1.1', 'host: x'], 400],
    ['a control byte in a header', ['GET /health HTTP/1.1', 'host: x', 'x-y: a\u0001b'], 400],
    ['no version', ['GET /health'], 400],
    ['no HTTP', ['\u0016\u0003\u0001\u0002'], 400],
    ['a wrong length', ['POST /graphql HTTP/1.1', 'host: x', 'content-length: -1'], 400],
    ['two lengths', ['POST /graphql HTTP/1.1', 'host: x', 'content-length: 1', 'transfer-encoding: chunked'], 400],
    ['headers without end', ['GET /health HTTP/1.1', 'host: x', `x-y: ${'y'.repeat(20_000)}`], 431],
    ['the method of proxies', ['CONNECT x:443 HTTP/1.1', 'host: x'], 405],
  ])('is refused, and says why in JSON: %s', async (_what, lines, status) => {
    const { write, until } = await client(await gateway());
    write([...lines, '', ''].join('\r\n'));
    const answer = await until(/\}$/);
    expect(statusOf(answer)).toBe(status);
    const { errors } = bodyOf(answer);
    expect(errors).toEqual([{ message: expect.stringMatching(/^[A-Z].*\.$/), extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(answer).not.toMatch(/node_modules|\.ts|\.js|\bat /);
    expect(answer).toMatch(/access-control-allow-origin: \*/i);
  });

  it('may come from who hangs up at once: that ends nothing', async () => {
    const server = await gateway();
    for (let time = 0; time < 30; time++) {
      const { socket, write } = await client(server);
      write('CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n');
      await new Promise((resolve) => setImmediate(resolve));
      socket.resetAndDestroy();
    }
    expect(statusOf(await sent(server, ...health, '', ''))).toBe(200);
  });

  it.each([
    ['nothing is there', ['GET /nowhere HTTP/1.1', 'host: x']],
    ['it asks for no JSON', ['GET /graphql?query={a} HTTP/1.1', 'host: x', 'accept: text/event-stream']],
  ])('is refused at once with the length of what is told, where %s', async (_what, lines) => {
    const answer = await sent(await gateway(), ...lines, '', '');
    expect(answer).toMatch(/^HTTP\/1\.1 40[46] [\s\S]*content-length: \d+/i);
    expect(answer).not.toMatch(/transfer-encoding/i);
  });

  it('may expect what cannot be met', async () => {
    const answer = await sent(await gateway(), ...health, 'expect: miracles', '', '');
    expect(statusOf(answer)).toBe(417);
    expect(bodyOf(answer).errors[0].message).toContain('100-continue');
  });

  it.each(METHODS)('is none only for its method: %s is answered', async (method) => {
    const server = await gateway();
    const { write, closed, until } = await client(server);
    write([`${method} /graphql HTTP/1.1`, 'host: x', 'connection: close', '', ''].join('\r\n'));
    expect(statusOf(await Promise.race([closed, until(/\r\n\r\n/)]))).not.toBe(500);
  });

  it.each([
    ["a proxy's, with the whole address", ['GET http://gateway.test/health HTTP/1.1', 'host: other']],
    ['of HTTP/1.0, without a host', ['GET /health HTTP/1.0']],
    ['with a body that nobody asked for', [...health, 'content-length: 3', '', 'abc']],
    ['with an upgrade that nobody offers', [...health, 'connection: upgrade', 'upgrade: websocket']],
    ['with the host as an address', ['GET /health HTTP/1.1', 'host: [::1]:4000']],
  ])('is not one that is only unusual: %s', async (_what, lines) => {
    expect(statusOf(await sent(await gateway(), ...lines, '', ''))).toBe(200);
  });

  it.each(['/', '//', '/%', '/%00', '/graphql/..', '/\\', '/\u00e9', '/?a=[', '/graphql?query=%'])(
    'may have any path: %s',
    async (path) => {
      const answer = await sent(await gateway(), `GET ${path} HTTP/1.1`, 'host: x', '', '');
      expect([200, 400, 404, 405, 406]).toContain(statusOf(answer));
    },
  );
});

describe('a handler that fails', () => {
  it('is told to the operator, and to the client that it failed', async () => {
    const failures: unknown[] = [];
    const failure = new Error('password=hunter2');
    const server = await serve(() => Promise.reject(failure), { onFailure: (error) => failures.push(error) });
    const answer = await sent(server, ...health, '', '');
    expect(statusOf(answer)).toBe(500);
    expect(bodyOf(answer).errors[0].extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(answer).not.toMatch(/hunter2|\bat /);
    expect(failures).toEqual([failure]);
  });
});

describe('a body', () => {
  const chunked = [...post, 'transfer-encoding: chunked', '', ''];
  const chunk = (size: number) => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`;

  it.each([
    ['its length is told', [...post, 'content-length: 5000', '', 'x'.repeat(5_000)].join('\r\n')],
    ['its length is told, and it never comes', [...post, 'content-length: 5000', '', 'x'].join('\r\n')],
    ['it comes in chunks', `${chunked.join('\r\n')}${chunk(600)}${chunk(600)}0\r\n\r\n`],
    ['it comes in chunks without end', `${chunked.join('\r\n')}${chunk(600)}${chunk(600)}`],
    ['it asks before it sends', [...post, 'content-length: 5000', 'expect: 100-continue', '', ''].join('\r\n')],
    ['it is for nobody', `${chunked.join('\r\n').replace('/graphql', '/nowhere')}${chunk(2_000)}`],
  ])('that is too large is refused in words: %s', async (_how, text) => {
    const { write, until } = await client(await gateway());
    write(text);
    const answer = await until(/\}$/);
    expect(statusOf(answer)).toBe(413);
    expect(answer).toMatch(/access-control-allow-origin: \*/i);
    expect(bodyOf(answer).errors).toEqual([
      { message: 'The request is larger than 1000 bytes.', extensions: { code: 'OPERATION_TOO_LARGE' } },
    ]);
  });

  it('that is too large does not end the connection, if it ends itself', async () => {
    const { write, until } = await client(await gateway());
    write(`${chunked.join('\r\n')}${chunk(2_000)}`);
    await until(/ 413 [\s\S]*\}$/);
    write(`${chunk(100)}0\r\n\r\n${[...health, '', ''].join('\r\n')}`);
    await until(/ 200 OK/);
  });

  it('that is too large and has no end is cut off after a moment', async () => {
    const { write, closed } = await client(await gateway());
    write(`${chunked.join('\r\n')}${chunk(2_000)}`);
    expect(statusOf(await closed)).toBe(413);
  });

  it.each([
    ['in chunks', `${chunked.join('\r\n')}18\r\n${query}\r\n0\r\n\r\n`],
    ['after it was asked for', [...post, 'content-length: 24', 'expect: 100-continue', '', query].join('\r\n')],
  ])('is taken %s', async (how, text) => {
    const { write, until } = await client(await gateway());
    write(text);
    const answer = await until(/\}$/);
    if (how.startsWith('after')) expect(answer).toMatch(/^HTTP\/1\.1 100 Continue/);
    expect(answer).toContain('{"data":{"site":{"name":"Scripted"}}}');
  });

  it('whose client leaves in the middle is forgotten', async () => {
    const failures: unknown[] = [];
    const server = await gateway({ onFailure: (error) => failures.push(error) });
    for (const how of ['destroy', 'resetAndDestroy'] as const) {
      const leaving = await client(server);
      leaving.write([...post, 'content-length: 500', '', '{"query":'].join('\r\n'));
      await new Promise((resolve) => setImmediate(resolve));
      leaving.socket[how]();
      await leaving.closed;
    }
    expect(statusOf(await sent(server, ...health, '', ''))).toBe(200);
    expect(failures).toEqual([]);
  });

  it('is answered without one where only its head is wanted', async () => {
    const { write, closed } = await client(await gateway());
    write(['HEAD /health HTTP/1.1', 'host: x', 'connection: close', '', ''].join('\r\n'));
    expect((await closed).split('\r\n\r\n')[1]).toBe('');
  });
});

describe('a client that takes its time', () => {
  const brief = { clientTimeout: 200 };

  it.each([
    ['to say anything', ''],
    ['for its headers', 'GET /health HTTP/1.1\r\nhost: x\r\nx-slow: '],
    ['for its body', [...post, 'content-length: 500', '', '{'].join('\r\n')],
  ])('%s is sent away', async (_what, text) => {
    const { write, closed } = await client(await gateway(brief));
    write(text);
    const answer = await closed;
    expect(statusOf(answer)).toBe(408);
    expect(bodyOf(answer).errors[0].message).toBe('The request took too long to arrive.');
  });

  it('drop by drop is sent away too', async () => {
    const { write, closed } = await client(await gateway(brief));
    write('GET /health HTTP/1.1\r\nhost: x\r\n');
    const dripping = setInterval(() => write('x-a: b\r\n'), 20);
    expect(statusOf(await closed)).toBe(408);
    clearInterval(dripping);
  });

  it('to take its answer is cut off', async () => {
    const { fetch, given } = largeAnswers();
    const server = await serve(fetch, brief);
    const slow = await client(server);
    slow.socket.pause();
    slow.write(['GET /20000000 HTTP/1.1', 'host: x', '', ''].join('\r\n'));
    const cut = new Promise((resolve) => slow.socket.once('close', resolve));
    // It reads on only once the server has given up: all that had been sent until then is not nearly all.
    await given('/20000000').up;
    slow.socket.resume();
    await cut;
    expect(slow.received().length).toBeLessThan(19_000_000);
  });

  it('while its answer is made is not meant', async () => {
    const { answer, release } = held();
    let hear = () => {};
    const heard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    const clientTimeout = 1_000;
    const server = await serve(
      () => {
        hear();
        return answer;
      },
      { clientTimeout },
    );
    const waiting = await client(server);
    waiting.write([...health, '', ''].join('\r\n'));
    await heard;
    await new Promise((resolve) => setTimeout(resolve, 1.5 * clientTimeout));
    release();
    expect(await waiting.until(/done/)).toMatch(/^HTTP\/1\.1 200/);
  });
});

describe('connections', () => {
  it('beyond their number are refused', async () => {
    const server = await gateway({ maxConnections: 2 });
    const [first, second] = [await client(server), await client(server)];
    for (const one of [first, second]) {
      one.write([...health, '', ''].join('\r\n'));
      await one.until(/200 OK/);
    }
    const third = await client(server);
    expect(await third.closed).toBe('');
    first.socket.destroy();
    await first.closed;
    await soon(async () => expect(statusOf(await sent(server, ...health, '', ''))).toBe(200));
  });

  it('may have so many bytes under way, all together: who asks beyond them is told to come again', async () => {
    const { answer, release } = held();
    let heard = 0;
    const server = await serve(
      async () => {
        heard++;
        await answer;
        return new Response('done');
      },
      { maxPendingBytes: 1_000_000 },
    );
    const body = 'x'.repeat(90_000);
    const asking = [...post, `content-length: ${body.length}`, '', body].join('\r\n');
    const [first, second, third] = [await client(server), await client(server), await client(server)];
    for (const each of [first, second]) each.write(asking);
    await soon(() => expect(heard).toBe(2));
    third.write(asking);
    expect(await third.until(/\}$/)).toMatch(/^HTTP\/1\.1 503[\s\S]*retry-after: 1[\s\S]*OVERLOADED/i);
    release();
    await Promise.all([first.until(/done/), second.until(/done/)]);
    const fourth = await client(server);
    fourth.write(asking);
    await fourth.until(/done/);
  });

  it('that end hold nothing any more, not even for requests whose turn had not come', async () => {
    const { answer, release } = held();
    const [heard, left]: [string[], string[]] = [[], []];
    const server = await serve(
      async (request) => {
        const body = (await request.text()).slice(0, 1);
        heard.push(body);
        request.signal.addEventListener('abort', () => left.push(body));
        await answer;
        return new Response('done');
      },
      { maxPendingBytes: 1_000_000 },
    );
    const asking = (name: string) => [...post, 'content-length: 90000', '', name.repeat(90_000)].join('\r\n');
    const leaving = await client(server);
    leaving.write(asking('a') + asking('b'));
    await soon(() => expect(heard).toEqual(['a', 'b']));
    const third = await client(server);
    third.write(asking('c'));
    await third.until(/503/);
    leaving.socket.destroy();
    await soon(() => expect(left.sort()).toEqual(['a', 'b']));
    const [fourth, fifth] = [await client(server), await client(server)];
    for (const each of [fourth, fifth]) each.write(asking('d'));
    release();
    await Promise.all([fourth.until(/done/), fifth.until(/done/)]);
  });

  it('that take no answers are cut off where too much waits for them, the heaviest first', async () => {
    const { fetch, given } = largeAnswers();
    const server = await serve(fetch, { maxPendingBytes: 30_000_000 });
    const asking = (bytes: number) => `GET /${bytes} HTTP/1.1\r\nhost: x\r\n\r\n`;
    const [heavy, light] = [await client(server), await client(server)];
    for (const each of [heavy, light]) each.socket.pause();
    light.write(asking(15_000_000));
    heavy.write(asking(40_000_000));
    const cut = new Promise((resolve) => heavy.socket.once('close', resolve));
    await given('/40000000').up;
    for (const each of [heavy, light]) each.socket.resume();
    await cut;
    expect(heavy.received().length).toBeLessThan(39_000_000);
    await soon(() => expect(light.received().length).toBeGreaterThan(15_000_000));
  });

  it('answer in order to who does not wait, and not to more than twenty at once', async () => {
    const { answer, release } = held();
    let heard = 0;
    const server = await serve(async () => {
      const turn = ++heard;
      if (turn === 1) await answer;
      return new Response(`answer ${turn};`);
    });
    const { write, until } = await client(server);
    write(Array.from({ length: 25 }, () => [...health, '', ''].join('\r\n')).join(''));
    await soon(() => expect(heard).toBe(20));
    release();
    const answers = await until(/(OVERLOADED[\s\S]*){5}\}$/);
    expect(answers.match(/answer \d+/g)).toEqual(Array.from({ length: 20 }, (_, turn) => `answer ${turn + 1}`));
    expect(answers.match(/HTTP\/1\.1 \d+/g)?.slice(20)).toEqual(Array(5).fill('HTTP/1.1 503'));
    write([...health, '', ''].join('\r\n'));
    await until(/answer 21/);
  });
});

describe('a server that is told to stop', () => {
  const patient = { shutdownTimeout: 10_000 };

  it('answers what is under way, and what comes on a connection that is kept, each as its last', async () => {
    const { answer, release } = held();
    const server = await serve(
      (request) => (request.url.endsWith('/slow') ? answer : Promise.resolve(new Response('fast'))),
      patient,
    );
    const [busy, kept] = [await client(server), await client(server)];
    busy.write(['GET /slow HTTP/1.1', 'host: x', '', ''].join('\r\n'));
    kept.write([...health, '', ''].join('\r\n'));
    expect(await kept.until(/fast/)).toMatch(/connection: keep-alive/i);
    const closed = server.close();
    await expect(rawClient(server.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    kept.write([...health, '', ''].join('\r\n'));
    expect(await kept.closed).toMatch(/fast[\s\S]*connection: close[\s\S]*fast/i);
    release();
    expect(await busy.closed).toMatch(/connection: close[\s\S]*done/i);
    await closed;
  });

  it('answers all that came on one connection, and says on the last that it is the last', async () => {
    const { answer, release } = held();
    let heard = 0;
    const server = await serve(async () => {
      heard++;
      await answer;
      return new Response('x');
    }, patient);
    const { write, closed } = await client(server);
    write([...health, '', ''].join('\r\n').repeat(2));
    await soon(() => expect(heard).toBe(2));
    const stopped = server.close();
    write([...health, '', ''].join('\r\n'));
    await soon(() => expect(heard).toBe(3));
    release();
    expect((await closed).match(/connection: [\w-]+/gi)).toEqual([
      'Connection: keep-alive',
      'Connection: keep-alive',
      'Connection: close',
    ]);
    await stopped;
  });

  it('lets go of a connection without a request after a moment', async () => {
    const server = await serve(async () => new Response('x'), patient);
    const [silent, kept] = [await client(server), await client(server)];
    kept.write([...health, '', ''].join('\r\n'));
    await kept.until(/\r\nx\r\n/);
    const start = performance.now();
    await server.close();
    const took = performance.now() - start;
    expect(took).toBeGreaterThan(900);
    expect(took).toBeLessThan(patient.shutdownTimeout - 1_000);
    await Promise.all([silent.closed, kept.closed]);
  });

  it('does not wait for ever for what is under way', async () => {
    let heard = () => {};
    const reached = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const server = await serve(
      () => {
        heard();
        return new Promise(() => undefined);
      },
      { shutdownTimeout: 200 },
    );
    const { write, closed } = await client(server);
    write([...health, '', ''].join('\r\n'));
    await reached;
    await Promise.all([server.close(), server.close()]);
    expect(await closed).toBe('');
  });
});
