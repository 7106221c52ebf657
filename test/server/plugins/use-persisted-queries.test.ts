import { createHash } from 'node:crypto';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { resolveSettings } from '../../../src/config.ts';
import { EventLoop } from '../../../src/event-loop.ts';
import { createGateway, type Gateway, type GatewayConfig } from '../../../src/gateway.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { createGraphqlServer } from '../../../src/server/server.ts';
import { PersistedQueries } from '../../../src/store/persisted-queries.ts';
import { changingSite } from '../../support/changing-site.ts';
import { soon } from '../../support/soon.ts';

const open: Gateway[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((gateway) => gateway.close()));
});

async function gatewayWith(settings: GatewayConfig['settings'] = {}) {
  const site = changingSite();
  const gateway = await createGateway({ site: site.url, send: site.send, settings: { pollInterval: 0, ...settings } });
  open.push(gateway);
  site.requests.length = 0;
  return { gateway, site };
}

const url = 'http://gateway.test/graphql';
const query = '{ posts(first: 2) { nodes { slug } } }';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const named = (text: string, sha256Hash = hash(text)) => ({ persistedQuery: { version: 1, sha256Hash } });

const posted = (body: object, headers: Record<string, string> = {}) =>
  new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
function got({ query: text, ...others }: { query?: string; [name: string]: unknown }, headers: HeadersInit = {}) {
  const parameters = new URLSearchParams(text === undefined ? {} : { query: text });
  for (const [name, value] of Object.entries(others)) parameters.set(name, JSON.stringify(value));
  return new Request(`${url}?${parameters}`, { headers });
}

async function told(gateway: Pick<Gateway, 'fetch'>, request: Request) {
  const response = await gateway.fetch(request);
  const { data, errors = [] } = (await response.json()) as {
    data?: unknown;
    errors?: { message: string; extensions: { code: string } }[];
  };
  const [error] = errors;
  return {
    status: response.status,
    cacheControl: response.headers.get('cache-control'),
    data,
    ...(error && { message: error.message, code: error.extensions.code }),
  };
}

const notFound = { status: 200, message: 'PersistedQueryNotFound', code: 'PERSISTED_QUERY_NOT_FOUND' };
const answer = { posts: { nodes: [{ slug: 'post-12' }, { slug: 'post-11' }] } };
const forms = { POST: posted, GET: got } as const;

describe.each(Object.entries(forms))('a persisted query by %s', (method, asked) => {
  it('is wanted once where nobody knows it, and then answered by its hash alone', async () => {
    // What is left of the life of an answer is told by the second.
    vi.useFakeTimers({ toFake: ['Date'] });
    const { gateway, site } = await gatewayWith();
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const unknown = await told(gateway, asked({ extensions: named(query) }, { accept }));
      expect(unknown).toMatchObject({ ...notFound, data: undefined, cacheControl: 'no-store' });
    }
    expect(site.requests).toEqual([]);
    expect(await told(gateway, asked({ query, extensions: named(query) }))).toMatchObject({ data: answer });
    const known = await told(gateway, asked({ extensions: named(query) }));
    expect(known).toMatchObject({ status: 200, data: answer });
    const asks = site.requests.length;
    expect(await told(gateway, asked({ extensions: named(query) }))).toEqual(known);
    expect(site.requests).toHaveLength(asks);
    if (method === 'GET') expect(known.cacheControl).toMatch(/^public, max-age=0, s-maxage=/);
  });

  it('is executed with the variables and the operation that come with its hash', async () => {
    const { gateway } = await gatewayWith();
    const text = 'query A($n: Int!) { posts(first: $n) { nodes { slug } } } query B { site { name } }';
    const run = (variables: object, operationName: string) => {
      const request = asked({ variables, extensions: named(text) });
      if (method === 'GET') return told(gateway, new Request(`${request.url}&operationName=${operationName}`));
      return told(gateway, posted({ variables, operationName, extensions: named(text) }));
    };
    await told(gateway, posted({ query: text, operationName: 'B', extensions: named(text) }));
    expect(await run({ n: 1 }, 'A')).toMatchObject({ data: { posts: { nodes: [{ slug: 'post-12' }] } } });
    expect(await run({ n: 2 }, 'A')).toMatchObject({ data: answer });
    expect(await run({}, 'B')).toMatchObject({ data: { site: { name: 'Scripted' } } });
  });

  it('with a hash of another query is refused, and not kept under it', async () => {
    const { gateway } = await gatewayWith();
    const other = '{ site { name } }';
    expect(await told(gateway, asked({ query, extensions: named(other) }))).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
      message: expect.stringContaining('"extensions.persistedQuery.sha256Hash"'),
      data: undefined,
      cacheControl: 'no-store',
    });
    expect(await told(gateway, asked({ extensions: named(other) }))).toMatchObject(notFound);
    expect(await told(gateway, asked({ extensions: named(query) }))).toMatchObject(notFound);
  });

  it.each([
    ['another version', { version: 2, sha256Hash: hash(query) }, 'version'],
    ['no version', { sha256Hash: hash(query) }, 'version'],
    ['no object', 'x', 'version'],
    ['no hash', { version: 1 }, 'sha256Hash'],
    ['another kind of hash', { version: 1, sha256Hash: `sha256:${hash(query)}` }, 'sha256Hash'],
    ['half a hash', { version: 1, sha256Hash: hash(query).slice(32) }, 'sha256Hash'],
    ['a hash that is no text', { version: 1, sha256Hash: [hash(query)] }, 'sha256Hash'],
  ])('with %s is refused with words that say what is expected', async (_what, persistedQuery, member) => {
    const { gateway } = await gatewayWith();
    for (const more of [{}, { query }]) {
      expect(await told(gateway, asked({ ...more, extensions: { persistedQuery } }))).toMatchObject({
        status: 400,
        code: 'BAD_REQUEST',
        message: expect.stringMatching(new RegExp(`"extensions.persistedQuery.${member}": expected`)),
      });
    }
  });

  it('is found by its hash in capital letters, and beside an empty query', async () => {
    const { gateway } = await gatewayWith();
    await told(gateway, asked({ query, extensions: named(query, hash(query).toUpperCase()) }));
    expect(await told(gateway, asked({ query: '', extensions: named(query) }))).toMatchObject({ data: answer });
  });
});

describe('persisted queries', () => {
  it('are the queries that are valid: no others take memory', async () => {
    const { gateway } = await gatewayWith();
    const invalid = ['{', '{ pots }', `{ ${'a '.repeat(3_000)}}`, `#${'x'.repeat(200_000)}\n${query}`];
    for (const text of invalid) {
      expect(await told(gateway, posted({ query: text, extensions: named(text) }))).not.toMatchObject({ data: answer });
      expect(await told(gateway, posted({ extensions: named(text) }))).toMatchObject(notFound);
    }
  });

  it('are executed within the limits of any other query', async () => {
    const { gateway } = await gatewayWith({ maxDocuments: 5, maxDepth: 4 });
    for (const text of ['{ posts(first: 9) { nodes { slug } } }', '{ posts { nodes { author { name } } } }']) {
      const whole = await told(gateway, posted({ query: text }));
      expect(whole.code).toBe('OPERATION_TOO_LARGE');
      expect(await told(gateway, posted({ query: text, extensions: named(text) }))).toEqual(whole);
      expect(await told(gateway, posted({ extensions: named(text) }))).toEqual(whole);
    }
  });

  it('serve a viewer with credentials, whose answer is kept for nobody', async () => {
    const { gateway, site } = await gatewayWith();
    const headers = { authorization: 'Basic Zm9vOmJhcg==' };
    for (const more of [{}, { query }, {}]) {
      const personal = await told(gateway, got({ ...more, extensions: named(query) }, headers));
      expect(personal.cacheControl).toBe('private, no-store');
    }
    const asks = site.requests.length;
    expect(await told(gateway, got({ extensions: named(query) }))).toMatchObject({ data: answer });
    expect(site.requests.length).toBeGreaterThan(asks);
  });

  it('are traced as others are', async () => {
    const { gateway } = await gatewayWith();
    await told(gateway, posted({ query, extensions: named(query) }));
    const traced = await gateway.fetch(posted({ extensions: named(query) }, { 'x-pressgraph-trace': '1' }));
    expect(await traced.json()).toEqual({ data: answer, extensions: { pressgraph: expect.any(Object) } });
  });

  it('outlive what is known of the site, and are asked for anew in the background', async () => {
    const { gateway, site } = await gatewayWith({ freshFor: 1, staleFor: 600 });
    await told(gateway, posted({ query, extensions: named(query) }));
    gateway.purge();
    expect(await told(gateway, got({ extensions: named(query) }))).toMatchObject({ data: answer });
    site.publish('Newest');
    vi.useFakeTimers({ now: Date.now() + 10_000, toFake: ['Date'] });
    expect(await told(gateway, got({ extensions: named(query) }))).toMatchObject({ data: answer });
    await soon(async () => {
      const { data } = await told(gateway, got({ extensions: named(query) }));
      expect(data).toEqual({ posts: { nodes: [{ slug: 'post-13' }, { slug: 'post-12' }] } });
    });
  });

  it('are none where they are switched off: clients are told to send whole queries', async () => {
    const { gateway } = await gatewayWith({ persistedQueryBytes: 0 });
    for (const asked of [posted, got]) {
      for (let turn = 0; turn < 2; turn++) {
        expect(await told(gateway, asked({ extensions: named(query) }))).toMatchObject({
          status: 200,
          message: 'PersistedQueryNotSupported',
          code: 'PERSISTED_QUERY_NOT_SUPPORTED',
          cacheControl: 'no-store',
        });
        expect(await told(gateway, asked({ query, extensions: named(query) }))).toMatchObject({ data: answer });
      }
    }
  });

  it('that are mutations are executed by POST only', async () => {
    const name = { type: GraphQLString, resolve: () => 'done' };
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { name } }),
      mutation: new GraphQLObjectType({ name: 'Mutation', fields: { name } }),
    });
    const server = createGraphqlServer({
      schema,
      settings: resolveSettings(),
      logger: pino({ level: 'silent' }),
      observer: {},
      loadersFor: () => undefined as never,
      eventLoop: new EventLoop(),
      queries: new PersistedQueries(1_000_000),
    });
    const fetch = async (request: Request) =>
      server.handleRequest(request, { operation: new Operation({ maxRequests: 1 }) });
    const mutation = 'mutation { name }';
    expect(await told({ fetch }, posted({ query: mutation, extensions: named(mutation) }))).toMatchObject({
      data: { name: 'done' },
    });
    expect(await told({ fetch }, posted({ extensions: named(mutation) }))).toMatchObject({ data: { name: 'done' } });
    expect(await told({ fetch }, got({ extensions: named(mutation) }))).toMatchObject({
      status: 405,
      code: 'BAD_REQUEST',
      data: undefined,
    });
  });
});
