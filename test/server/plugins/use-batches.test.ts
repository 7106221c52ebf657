import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGateway, type Gateway, type GatewayConfig } from '../../../src/gateway.ts';
import { changingSite } from '../../support/changing-site.ts';
import type { TestSite } from '../../support/graph.ts';
import { list, type Script, scriptedSite } from '../../support/scripted-site.ts';
import { soon } from '../../support/soon.ts';

const open: Gateway[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((gateway) => gateway.close()));
});

async function gatewayOn(site: TestSite, settings: GatewayConfig['settings'] = {}) {
  const gateway = await createGateway({
    site: site.url,
    send: site.send,
    settings: { pollInterval: 0, upstreamRetries: 0, ...settings },
  });
  open.push(gateway);
  return gateway;
}

async function changing(settings: GatewayConfig['settings'] = {}) {
  const site = changingSite();
  const gateway = await gatewayOn(site, settings);
  site.requests.length = 0;
  return { site, gateway };
}

interface Result {
  // biome-ignore lint/suspicious/noExplicitAny: tests name the shape where they look at it.
  readonly data?: any;
  readonly errors?: { message: string; extensions: { code: string } }[];
  readonly extensions?: { pressgraph: { upstream: { route: string; shared: boolean }[] } };
}

const posted = (body: unknown, headers: Record<string, string> = {}) =>
  new Request('http://gateway.test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function batch(gateway: Gateway, operations: unknown, headers: Record<string, string> = {}): Promise<Result[]> {
  const response = await gateway.fetch(posted(operations, headers));
  expect(response.status).toBe(200);
  return (await response.json()) as Result[];
}

const codeOf = ({ errors }: Result) => errors?.[0]?.extensions.code;
const first = (count: number) => ({ query: `{ posts(first: ${count}) { nodes { slug } } }` });
const single = (id: number) => ({ query: `{ post(by: { databaseId: ${id} }) { title } }` });

describe('a batch', () => {
  it('is answered by what its operations would be answered by alone, in their order', async () => {
    const { gateway } = await changing();
    const operations = [
      first(2),
      { query: 'query($id: Int!) { post(by: { databaseId: $id }) { title } }', variables: { id: 3 } },
      { query: 'query A { site { name } } query B { post(by: { databaseId: 99 }) { title } }', operationName: 'B' },
      single(4),
    ];
    const answers = await batch(gateway, operations);
    expect(answers.map(({ data }) => data)).toEqual([
      { posts: { nodes: [{ slug: 'post-12' }, { slug: 'post-11' }] } },
      { post: { title: 'Post 3' } },
      { post: null },
      { post: { title: 'Post 4' } },
    ]);
    for (const [index, operation] of operations.entries()) {
      expect(await (await gateway.fetch(posted(operation))).json()).toEqual(answers[index]);
    }
    expect(await batch(gateway, operations, { accept: 'application/graphql-response+json' })).toEqual(answers);
  });

  it('asks the site for what its operations need at one moment together', async () => {
    const { gateway, site } = await changing({ responseCacheBytes: 0 });
    await batch(gateway, [1, 2, 3, 4, 5].map(single));
    expect(site.requests).toHaveLength(1);
    expect(site.requests[0]).toContain('include=1,2,3,4,5');
  });

  it('asks the site together for a viewer with credentials as well, and never for two', async () => {
    const asked: [string | undefined, string | null][] = [];
    const script: Script = ({ route, query, request }) => {
      if (route !== '/wp/v2/posts') return undefined;
      const rendered = request.headers.authorization ?? 'public';
      asked.push([rendered, query.get('include')]);
      return list([1, 2, 3].map((id) => ({ id, title: { rendered } })));
    };
    const gateway = await gatewayOn(scriptedSite(script));
    asked.length = 0;
    const viewers = ['Basic b25l', 'Basic b3RoZXI=', 'public'];
    const answers = await Promise.all(
      viewers.map((viewer) =>
        batch(gateway, [1, 2, 3].map(single), viewer === 'public' ? {} : { authorization: viewer }),
      ),
    );
    expect(answers.map((parts) => new Set(parts.map(({ data }) => data.post.title)))).toEqual(
      viewers.map((viewer) => new Set([viewer])),
    );
    expect(new Map(asked)).toEqual(new Map(viewers.map((viewer) => [viewer, '1,2,3'])));
    expect(asked).toHaveLength(3);
  });

  it('has a part that fails leave the others', async () => {
    const { gateway } = await changing({ maxDepth: 3 });
    const parts: [unknown, string | undefined][] = [
      [{ query: '{ posts { nodes { slug } } }' }, undefined],
      [{ query: '{' }, 'GRAPHQL_PARSE_FAILED'],
      [{ query: '{ pots }' }, 'GRAPHQL_VALIDATION_FAILED'],
      [{ query: '{ posts { nodes { author { name } } } }' }, 'OPERATION_TOO_LARGE'],
      [{}, 'BAD_REQUEST'],
      [null, 'BAD_REQUEST'],
      [7, 'BAD_REQUEST'],
      [[single(3)], 'BAD_REQUEST'],
      ['{ site { name } }', 'BAD_REQUEST'],
      [single(3), undefined],
    ];
    const answers = await batch(
      gateway,
      parts.map(([part]) => part),
    );
    expect(answers.map(codeOf)).toEqual(parts.map(([, code]) => code));
    expect(answers.map(({ errors }) => errors?.[0]?.message)).toEqual(
      parts.map(([, code]) => (code ? expect.stringMatching(/./) : undefined)),
    );
    expect(answers.at(-1)?.data).toEqual({ post: { title: 'Post 3' } });
  });

  it.each([
    ['that is empty', [], {}, 400, 'BAD_REQUEST', /empty/],
    ['of more than it may have', Array.from({ length: 11 }, () => first(1)), {}, 413, 'OPERATION_TOO_LARGE', /11.*10/],
    ['of more than a setting says', [first(1), first(1)], { maxBatch: 1 }, 413, 'OPERATION_TOO_LARGE', /2.*1/],
    ['where none is taken', [first(1)], { maxBatch: 0 }, 400, 'BAD_REQUEST', /object/],
  ])('%s is refused as a whole', async (_what, operations, settings, status, code, message) => {
    const { gateway, site } = await changing(settings);
    const response = await gateway.fetch(posted(operations));
    expect([response.status, response.headers.get('cache-control')]).toEqual([status, 'no-store']);
    const { errors } = (await response.json()) as Result;
    expect(errors).toEqual([{ message: expect.stringMatching(message), extensions: { code } }]);
    expect(site.requests).toEqual([]);
  });

  it('holds persisted queries, known and unknown ones', async () => {
    const { gateway } = await changing();
    const hashed = ({ query }: { query: string }) => ({
      extensions: { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } },
    });
    const [known, unknown] = [single(3), single(4)];
    await batch(gateway, [{ ...known, ...hashed(known) }]);
    const answers = await batch(gateway, [hashed(known), hashed(unknown)]);
    expect(answers[0]).toEqual({ data: { post: { title: 'Post 3' } } });
    expect(answers[1]?.errors?.[0]).toMatchObject({ message: 'PersistedQueryNotFound' });
    await batch(gateway, [{ ...unknown, ...hashed(unknown) }]);
    expect(await batch(gateway, [hashed(known), hashed(unknown)])).toEqual([
      { data: { post: { title: 'Post 3' } } },
      { data: { post: { title: 'Post 4' } } },
    ]);
  });
});

describe('the answer to a batch', () => {
  it('is kept, until a change of whatever any of its operations has read', async () => {
    const { gateway, site } = await changing();
    const operations = [single(3), single(4)];
    await batch(gateway, operations);
    await batch(gateway, operations);
    expect(site.requests).toHaveLength(1);
    await gateway.look();
    for (const id of [4, 3]) {
      site.edit(id, `Edited ${id}`);
      vi.useFakeTimers({ now: Date.now() + 2_000, toFake: ['Date'] });
      await gateway.look();
      const titles = (await batch(gateway, operations)).map(({ data }) => data.post.title);
      expect(titles[id - 3]).toBe(`Edited ${id}`);
    }
  });

  it.each([0, 1, 2])('is not kept where operation %i of it has an error', async (failing) => {
    let isDown = true;
    const script: Script = ({ route, query }) => {
      if (route === '/wp/v2/tags' && isDown) return { json: { code: 'x', message: 'down' }, status: 500 };
      if (route === '/wp/v2/tags') return list([{ id: 1, name: 'Back' }]);
      return route === '/wp/v2/posts' ? list([{ id: 1, slug: `by-${query.get('per_page')}` }]) : undefined;
    };
    const gateway = await gatewayOn(scriptedSite(script));
    const operations: { query: string }[] = [first(1), first(2)];
    operations.splice(failing, 0, { query: '{ tags(first: 1) { nodes { name } } }' });
    const failed = await batch(gateway, operations);
    expect(failed.map((result) => result.errors !== undefined)).toEqual([0, 1, 2].map((index) => index === failing));
    isDown = false;
    const [answer] = (await batch(gateway, operations)).slice(failing);
    expect(answer).toEqual({ data: { tags: { nodes: [{ name: 'Back' }] } } });
  });

  it('is not kept where an operation of it was never executed, nor for a viewer with credentials', async () => {
    const { gateway, site } = await changing({ storeBytes: 0 });
    for (const [operations, headers] of [
      [[single(3), { query: '{' }], {}],
      [[{ query: '{' }, single(3)], {}],
      [[single(3)], { authorization: 'Basic Zm9vOmJhcg==' }],
    ] as const) {
      site.requests.length = 0;
      await batch(gateway, operations, headers);
      await batch(gateway, operations, headers);
      expect(site.requests).toHaveLength(2);
    }
  });

  it('tells with a trace what each of its operations cost', async () => {
    const { gateway } = await changing();
    const response = await gateway.fetch(posted([single(3), single(4)], { 'x-pressgraph-trace': '1' }));
    const answers = (await response.json()) as Result[];
    const asked = { route: '/wp/v2/posts', shared: true };
    for (const { extensions } of answers) expect(extensions?.pressgraph.upstream).toMatchObject([asked]);
    expect(response.headers.get('server-timing')).toMatch(/^total;dur=[\d.]+$/);
  });
});

const titles = (length: number, count = 10): Script => {
  const title = { rendered: 'x'.repeat(length) };
  const posts = Array.from({ length: count }, (_, index) => ({ id: index + 1, title }));
  return ({ route }) => (route === '/wp/v2/posts' ? list(posts) : undefined);
};
/** Operations that differ, so that nothing of one is kept for another. */
const alike = (query: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ query: `${query}#${index}` }));

describe('what a batch may cost', () => {
  it('is what one operation may: documents that are asked for', async () => {
    const gateway = await gatewayOn(scriptedSite(titles(10)), { maxDocuments: 25 });
    const answers = await batch(gateway, alike('{ posts(first: 10) { nodes { title } } }', 3));
    expect(answers.map(codeOf)).toEqual([undefined, undefined, 'OPERATION_TOO_LARGE']);
    expect(answers[2]?.errors?.[0]?.message).toMatch(/^The batch asks for up to 30 documents.*\b25\b/);
    const [, , , small] = await batch(gateway, [
      ...alike('{ posts(first: 10) { nodes { title } } }', 3),
      { query: '{ posts(first: 5) { nodes { title } } }' },
    ]);
    expect(small?.errors).toBeUndefined();
  });

  it('is what one operation may: bytes that are given out, however they are spread', async () => {
    const gateway = await gatewayOn(scriptedSite(titles(1_000)), { maxAnswerBytes: 35_000 });
    const query = '{ posts(first: 10) { nodes { title } } }';
    const answers = await batch(gateway, alike(query, 5));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(3);
    const failed = answers.filter(({ errors }) => errors);
    expect(failed.map(codeOf)).toEqual(['OPERATION_TOO_LARGE', 'OPERATION_TOO_LARGE']);
    expect(failed[0]?.errors?.[0]?.message).toContain('35000 bytes');
  });

  it('is counted in the bytes that are written', async () => {
    const script: Script = ({ route }) =>
      route === '/wp/v2/posts' ? list([{ id: 1, title: { rendered: 'ä'.repeat(150_000) } }]) : undefined;
    const gateway = await gatewayOn(scriptedSite(script), { maxAnswerBytes: 1_000_000 });
    const answers = await batch(gateway, alike('{ posts { nodes { title } } }', 5));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(3);
    expect(new Set(answers.map(codeOf))).toEqual(new Set([undefined, 'OPERATION_TOO_LARGE']));
  });

  it('is what one operation may: requests, of which those that operations share count once', async () => {
    const { gateway, site } = await changing({ maxUpstreamRequests: 3 });
    const operations = [first(2), ...[1, 2, 3, 4, 5, 6].map(single)];
    expect((await batch(gateway, operations)).map(codeOf)).toEqual(operations.map(() => undefined));
    expect(site.requests.length).toBeLessThanOrEqual(3);
    gateway.purge();
    site.requests.length = 0;
    site.delay = 5;
    const same = alike('{ posts(first: 3) { nodes { slug } } }', 8);
    expect((await batch(gateway, same)).map(codeOf)).toEqual(same.map(() => undefined));
    expect(site.requests).toHaveLength(1);
    gateway.purge();
    const many = [1, 2, 3, 4, 5, 6, 7, 8].map(first);
    const answers = await batch(gateway, many);
    expect(new Set(answers.map(codeOf))).toEqual(new Set([undefined, 'BUDGET_EXCEEDED']));
    expect(answers.find(({ errors }) => errors)?.errors?.[0]?.message).toMatch(/^This batch needs more than the 3 /);
    expect((await Promise.all(many.map((one) => batch(gateway, [one])))).flat().map(codeOf)).toEqual(
      many.map(() => undefined),
    );
  });

  it('is the time of one operation, since all are executed at once', async () => {
    const { gateway, site } = await changing({ upstreamConnections: 10 });
    const release = site.hold();
    const answering = batch(gateway, [1, 2, 3, 4, 5].map(first));
    await soon(() => expect(site.requests).toHaveLength(5));
    release();
    const answers = await answering;
    expect(answers.map(codeOf)).toEqual(answers.map(() => undefined));
    const { gateway: hasty, site: silent } = await changing({ operationTimeout: 300 });
    const end = silent.hold();
    const overdue = await batch(hasty, [{ query: '{ __typename }' }, first(6)]);
    expect(overdue.map(codeOf)).toEqual([undefined, 'BUDGET_EXCEEDED']);
    end();
  });
});
