import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { createGateway, type Gateway, type GatewayConfig } from '../../../src/gateway.ts';
import { listen } from '../../../src/server/http/listen.ts';
import { changingSite } from '../../support/changing-site.ts';
import { type HeldSite, heldSite } from '../../support/held-site.ts';
import { rawClient } from '../../support/raw-client.ts';
import { soon } from '../../support/soon.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((close) => close()));
});

async function gatewayOn(site: HeldSite, settings: GatewayConfig['settings'] = {}): Promise<Gateway> {
  const gateway = await createGateway({ site: site.url, send: site.send, settings: { pollInterval: 0, ...settings } });
  open.push(async () => {
    await gateway.close();
    while (site.underWay > 0) await site.answer();
  });
  return gateway;
}

interface Asked {
  readonly signal?: AbortSignal;
  readonly headers?: Record<string, string>;
}

function ask(gateway: Gateway, query: string, { signal, headers }: Asked = {}): Promise<Response> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  const body = JSON.stringify({ query });
  return gateway.fetch(new Request('http://gateway.test/graphql', { ...init, body, ...(signal && { signal }) }));
}

/** So many searches in one operation, no two of them alike. */
const searches = (who: string, count: number) => {
  const each = Array.from({ length: count }, (_, turn) => `a${turn}: posts(where: { search: "${who}-${turn}" })`);
  return `{ ${each.map((field) => `${field} { nodes { title } }`).join(' ')} }`;
};
const visit = '{ posts(first: 3) { nodes { title author { name } } } }';
const codesOf = async (response: Response) =>
  ((await response.json()) as { errors?: { extensions: { code: string } }[] }).errors?.map(
    ({ extensions: { code } }) => code,
  );

describe('a visitor among fifty clients that ask thirty searches each', () => {
  it.each([0, 100, 700])('has both rounds of its query before long (after %i answers)', async (before) => {
    const site = heldSite();
    const gateway = await gatewayOn(site);
    for (let client = 0; client < 50; client++) void ask(gateway, searches(`c${client}`, 30));
    await site.answerUntil(Promise.resolve());
    for (let count = 0; count < before; count++) await site.answer();
    expect(site.underWay).toBe(8);
    const visited = ask(gateway, visit);
    // In each round it waits for those that are under way.
    expect(await site.answerUntil(visited)).toBeLessThan(20);
    expect(await (await visited).json()).toEqual({
      data: { posts: { nodes: [{ title: 'One', author: { name: 'Ada' } }] } },
    });
  });

  it.each(['posts(where: { search: "crowd-28" }) { nodes { title } }', 'author(by: { databaseId: 1 }) { name }'])(
    'does not wait with one of them for what both want: %s',
    async (wanted) => {
      const site = heldSite();
      const gateway = await gatewayOn(site);
      void ask(gateway, searches('crowd', 29).replace(/}$/, 'author(by: { databaseId: 1 }) { name } }'));
      await site.answer();
      expect(await site.answerUntil(ask(gateway, `query Visit { ${wanted} }`))).toBeLessThan(15);
    },
  );
});

describe('more than may wait', () => {
  const few = { upstreamConnections: 1, upstreamQueue: 10 };

  it('is refused by its code, by the status of HTTP, and kept by nobody', async () => {
    const site = heldSite();
    const gateway = await gatewayOn(site, few);
    for (let client = 0; client < 11; client++) void ask(gateway, searches(`c${client}`, 1));
    const refused = await ask(gateway, searches('late', 1));
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('cache-control')]).toEqual([
      503,
      '1',
      'no-store',
    ]);
    const { errors } = (await refused.json()) as { errors: { message: string; extensions: object }[] };
    expect(errors).toMatchObject([{ extensions: { code: 'OVERLOADED', route: '/wp/v2/posts' } }]);
    expect(errors[0]?.message).toContain('More than 10 requests wait');
    expect(Object.keys(errors[0]?.extensions ?? {})).toEqual(['code', 'route']);
    const again = ask(gateway, searches('late', 1));
    await site.answerUntil(again);
    expect((await again).status).toBe(503);
  });

  it('is what the operation wants that wants most: no one can fill the queue alone', async () => {
    const site = heldSite();
    const gateway = await gatewayOn(site, few);
    const greedy = ask(gateway, searches('greedy', 30));
    const visited = ask(gateway, visit);
    expect(await site.answerUntil(visited)).toBeLessThan(6);
    expect((await visited).status).toBe(200);
    await site.answerUntil(greedy);
    const codes = await codesOf(await greedy);
    expect(codes?.length).toBeGreaterThanOrEqual(19);
    expect(new Set(codes)).toEqual(new Set(['OVERLOADED']));
  });

  it('does not keep what is known from who asks for it, even past its time', async () => {
    const site = heldSite();
    const settings = { ...few, freshFor: 60, staleFor: 0, staleIfError: 600, responseCacheBytes: 0 };
    const gateway = await gatewayOn(site, settings);
    await site.answerUntil(ask(gateway, visit));
    for (let client = 0; client < 11; client++) void ask(gateway, searches(`c${client}`, 1));
    expect((await ask(gateway, visit)).status).toBe(200);
    vi.useFakeTimers({ now: Date.now() + 90_000, toFake: ['Date'] });
    const spare = await ask(gateway, visit);
    expect([spare.status, await codesOf(spare)]).toEqual([200, undefined]);
  });
});

describe('a client that leaves', () => {
  const one = { upstreamConnections: 1 };

  it.each([{}, { authorization: 'Basic c2VjcmV0' }])('takes along what waits for it alone (%o)', async (headers) => {
    const site = heldSite();
    const gateway = await gatewayOn(site, one);
    const client = new AbortController();
    const left = ask(gateway, searches('left', 20), {
      signal: client.signal,
      headers: headers as Record<string, string>,
    });
    await site.answerUntil(Promise.resolve());
    client.abort();
    await site.answerUntil(Promise.race([left, ask(gateway, visit)]));
    await site.answerUntil(ask(gateway, visit));
    expect(site.asked.filter((search) => search.includes('left'))).toHaveLength(1);
  });

  it('takes it along over HTTP too', async () => {
    const site = heldSite();
    const gateway = await gatewayOn(site, one);
    const server = await listen(gateway, { port: 0, shutdownTimeout: 0 });
    open.push(() => server.close());
    const body = JSON.stringify({ query: searches('left', 20) });
    const { write, socket } = await rawClient(server.url);
    const head = ['POST /graphql HTTP/1.1', 'host: x', 'content-type: application/json'];
    write([...head, `content-length: ${body.length}`, '', body].join('\r\n'));
    await soon(() => expect(site.underWay).toBe(1));
    socket.destroy();
    // What comes after it on the way is answered at the same place: the server has heard of the end then.
    await fetch(`${server.url}/health`);
    await site.answerUntil(ask(gateway, visit));
    expect(site.asked.filter((search) => search.includes('left'))).toHaveLength(1);
  });

  it('leaves what others wait for: equal queries, and equal needs of different ones', async () => {
    const site = heldSite();
    const gateway = await gatewayOn(site, one);
    const [first, second] = [new AbortController(), new AbortController()];
    void ask(gateway, searches('first', 1));
    void ask(gateway, visit, { signal: first.signal });
    const same = ask(gateway, visit);
    void ask(gateway, '{ author(by: { databaseId: 1 }) { name } }', { signal: second.signal });
    const other = ask(gateway, 'query Other { author(by: { databaseId: 1 }) { name } }');
    await site.answerUntil(Promise.resolve());
    first.abort();
    second.abort();
    await site.answerUntil(Promise.all([same, other]));
    expect(await (await same).json()).not.toHaveProperty('errors');
    expect(await (await other).json()).toEqual({ data: { author: { name: 'Ada' } } });
  });

  it('is not waited with by one that asks the same afterwards', async () => {
    const site = heldSite();
    const gateway = await gatewayOn(site, one);
    void ask(gateway, searches('first', 1));
    const client = new AbortController();
    const left = ask(gateway, visit, { signal: client.signal });
    await site.answerUntil(Promise.resolve());
    client.abort();
    const next = ask(gateway, visit);
    await site.answerUntil(Promise.all([left, next]));
    expect(await (await next).json()).not.toHaveProperty('errors');
  });
});

describe('an operation that is over', () => {
  const one = { upstreamConnections: 1 };

  it('asks for nothing of what waits: its time is over', async () => {
    const site = heldSite();
    const gateway = await gatewayOn(site, { ...one, operationTimeout: 50 });
    // By this clock: on a machine that is busy the time may be over ahead of the first request.
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    const late = ask(gateway, searches('late', 20));
    while (site.underWay === 0) await new Promise(setImmediate);
    vi.advanceTimersByTime(51);
    expect(new Set(await codesOf(await late))).toEqual(new Set(['BUDGET_EXCEEDED']));
    while (site.underWay > 0) await site.answer();
    expect(site.asked).toEqual(['/wp/v2/posts?late-0']);
  });

  it('asks for nothing of what waits: its answer is too large. Others that wait for the same have it', async () => {
    const site = heldSite();
    const gateway = await gatewayOn(site, { ...one, maxAnswerBytes: 1_000 });
    // A field's name is part of the answer.
    const named = `{ nodes { ${'long'.repeat(250)}: title } }`;
    const large = ask(gateway, searches('large', 20).replace('{ nodes { title } }', named));
    await site.answerUntil(Promise.resolve());
    const same = ask(gateway, '{ posts(where: { search: "large-7" }) { nodes { title } } }');
    await site.answerUntil(large);
    expect(await codesOf(await large)).toEqual(['OPERATION_TOO_LARGE']);
    await site.answerUntil(same);
    expect(await (await same).json()).toEqual({ data: { posts: { nodes: [{ title: 'One' }] } } });
    while (site.underWay > 0) await site.answer();
    expect(site.asked).toEqual(['/wp/v2/posts?large-0', '/wp/v2/posts?large-7']);
  });
});

describe('a site that wants to be left alone', () => {
  it('is, while what is known is served', async () => {
    const site = changingSite();
    const lines: { msg: string }[] = [];
    let isClosed = false;
    const gateway = await createGateway({
      site: site.url,
      settings: { pollInterval: 0, freshFor: 60, staleFor: 0, staleIfError: 86_400, responseCacheBytes: 0 },
      logger: pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) }),
      send: async (request) => {
        const answer = await site.send(request);
        return isClosed ? { ...answer, status: 429, headers: { 'retry-after': '3600' } } : answer;
      },
    });
    open.push(() => gateway.close());
    await ask(gateway, visit);
    isClosed = true;
    const asked = site.requests.length;
    const failed = (await (await ask(gateway, searches('one', 1))).json()) as { errors: { message: string }[] };
    expect(failed.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', status: 429 } }]);
    expect(failed.errors[0]?.message).toContain('3600 more seconds');
    const now = Date.now();
    vi.useFakeTimers({ now: now + 1_800_000, toFake: ['Date'] });
    expect((await ask(gateway, searches('two', 1))).status).toBe(200);
    await gateway.look();
    expect(await codesOf(await ask(gateway, visit))).toBeUndefined();
    expect(site.requests).toHaveLength(asked + 1);
    expect(lines.filter(({ msg }) => msg.endsWith('for a while'))).toMatchObject([{ status: 429, seconds: 3_600 }]);
    isClosed = false;
    vi.setSystemTime(now + 3_601_000);
    expect(await codesOf(await ask(gateway, searches('three', 1)))).toBeUndefined();
  });
});
