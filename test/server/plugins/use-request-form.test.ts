import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { scriptedSite } from '../../support/scripted-site.ts';

const url = 'http://gateway.test/graphql';
const lines: string[] = [];
let graph: Graph;
beforeAll(async () => {
  const logger = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
  graph = await openGraph(scriptedSite(), { logger });
});
afterAll(() => graph.close());

const posted = (body: string, contentType = 'application/json', headers: Record<string, string> = {}) =>
  new Request(url, { method: 'POST', headers: { 'content-type': contentType, ...headers }, body });
const json = (body: object) => posted(JSON.stringify(body));
const got = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  new Request(`${url}?${new URLSearchParams(parameters)}`, { headers });

function uploaded(): Request {
  const form = new FormData();
  form.set('operations', '{"query":"{ site { name } }"}');
  form.set('map', '{"0":5}');
  return new Request(url, { method: 'POST', body: form });
}

const query = '{ site { name } }';
const search = 'query($text: String) { posts(where: { search: $text }) { totalCount } }';
const byIds = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const count = 'query($n: Int!) { posts(first: $n) { totalCount } }';

/** What, what is sent, status, code, and what the message names. */
const mistakes: [string, () => Request, number, string, string][] = [
  ['variables that are no JSON', () => got({ query, variables: 'foo' }), 400, 'BAD_REQUEST', '"variables":'],
  ['variables that are cut off', () => got({ query, variables: '{"a":' }), 400, 'BAD_REQUEST', '"variables":'],
  [
    'variables that are encoded wrongly',
    () => new Request(`${url}?query=${query}&variables=%E0%A4%A`),
    400,
    'BAD_REQUEST',
    '"variables":',
  ],
  ['extensions that are no JSON', () => got({ query, extensions: 'foo' }), 400, 'BAD_REQUEST', '"extensions":'],
  ['variables that are no object', () => got({ query, variables: '5' }), 400, 'BAD_REQUEST', 'variables'],
  [
    'a form with such variables',
    () => posted('query={site{name}}&variables=foo', 'application/x-www-form-urlencoded'),
    400,
    'BAD_REQUEST',
    'variables',
  ],
  ['an upload', uploaded, 415, 'BAD_REQUEST', 'application/json'],
  [
    'a packed body',
    () => posted('x', 'application/json', { 'content-encoding': 'gzip' }),
    415,
    'BAD_REQUEST',
    'Content-Encoding',
  ],
  ['another content type', () => posted('x', 'text/plain'), 415, 'BAD_REQUEST', 'application/json'],
  [
    'no content type',
    () => new Request(url, { method: 'POST', body: new Uint8Array([1]) }),
    415,
    'BAD_REQUEST',
    'application/json',
  ],
  ['another method', () => new Request(url, { method: 'PUT' }), 405, 'BAD_REQUEST', 'GET and POST'],
  ['another path', () => new Request('http://gateway.test/elsewhere'), 404, 'BAD_REQUEST', '/graphql'],
  [
    'only types that are not offered',
    () => got({ query }, { accept: 'image/png' }),
    406,
    'BAD_REQUEST',
    'application/json',
  ],
  ['a stream of events', () => got({ query }, { accept: 'text/event-stream' }), 406, 'BAD_REQUEST', 'application/json'],
  [
    'the graph below another path',
    () => new Request('http://gateway.test/foo/graphql'),
    404,
    'BAD_REQUEST',
    '/graphql',
  ],
  ['no query', () => json({}), 200, 'BAD_REQUEST', 'query'],
  ['a query that is none', () => json({ query: 5 }), 400, 'BAD_REQUEST', 'query'],
  ['an empty body', () => posted(''), 400, 'BAD_REQUEST', 'JSON'],
  ['half a body', () => posted('{'), 400, 'BAD_REQUEST', 'JSON'],
  ['a body that is no object', () => posted('null'), 400, 'BAD_REQUEST', 'object'],
  ['an empty batch', () => posted('[]'), 400, 'BAD_REQUEST', 'empty'],
  ['an unknown parameter', () => json({ query, nonsense: 1 }), 400, 'BAD_REQUEST', 'nonsense'],
  ['a body that is too large', () => json({ query: `#${'x'.repeat(200_000)}` }), 413, 'OPERATION_TOO_LARGE', '100000'],
  ['too many tokens', () => json({ query: `{ ${'a '.repeat(3_000)} }` }), 200, 'OPERATION_TOO_LARGE', '2000'],
  ['a syntax error', () => json({ query: '{' }), 200, 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
  ['a field that there is not', () => json({ query: '{ pots }' }), 200, 'GRAPHQL_VALIDATION_FAILED', 'pots'],
  ['a mutation', () => json({ query: 'mutation { a }' }), 200, 'GRAPHQL_VALIDATION_FAILED', 'no mutations'],
  ['a mutation by GET', () => got({ query: 'mutation { a }' }), 405, 'BAD_REQUEST', 'mutation'],
  ['a subscription', () => json({ query: 'subscription { a }' }), 200, 'GRAPHQL_VALIDATION_FAILED', 'no subscriptions'],
  [
    'the name of no operation',
    () => json({ query, operationName: 'x' }),
    400,
    'OPERATION_RESOLUTION_FAILURE',
    'operation',
  ],
  ['a variable of another kind', () => json({ query: count, variables: { n: 'a' } }), 200, 'BAD_USER_INPUT', '"$n"'],
  ['no value for a variable', () => json({ query: count }), 200, 'BAD_USER_INPUT', '"$n"'],
  ['a huge number', () => posted(`{"query":"${count}","variables":{"n":1e400}}`), 200, 'BAD_USER_INPUT', '"$n"'],
  [
    'half a character in a variable',
    () => json({ query: search, variables: { text: '\ud800' } }),
    200,
    'BAD_USER_INPUT',
    '"$text"',
  ],
  [
    'half a character in a list',
    () => json({ query: byIds, variables: { ids: ['a', '\udc00'] } }),
    200,
    'BAD_USER_INPUT',
    '"$ids"',
  ],
  [
    'half a character by GET',
    () => got({ query: search, variables: '{"text":"\\ud800"}' }),
    200,
    'BAD_USER_INPUT',
    '"$text"',
  ],
  [
    'half a character in a document',
    () => json({ query: '{ posts(where: { search: "\ud800" }) { totalCount } }' }),
    200,
    'GRAPHQL_PARSE_FAILED',
    'U+D800',
  ],
  [
    'half a character, escaped',
    () => json({ query: '{ posts(where: { search: "\\ud800" }) { totalCount } }' }),
    200,
    'GRAPHQL_PARSE_FAILED',
    'Unicode',
  ],
  [
    'deep lists',
    () => posted(`{"query":"${byIds}","variables":{"ids":${'['.repeat(45_000)}${']'.repeat(45_000)}}}`),
    200,
    'BAD_USER_INPUT',
    '"$ids"',
  ],
  [
    'deep objects',
    () => posted(`{"query":"${search}","variables":{"text":${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}}}`),
    200,
    'BAD_USER_INPUT',
    '"$text"',
  ],
  [
    'an address that is none',
    () => json({ query: '{ post(by: { uri: "http://[" }) { id } }' }),
    200,
    'BAD_USER_INPUT',
    '"by.uri"',
  ],
];

describe("a client's mistake", () => {
  it.each(mistakes)('is told with a code: %s', async (_what, request, status, code, named) => {
    const response = await graph.fetch(request());
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect({ status: response.status, codes: [...new Set(errors.map(({ extensions }) => extensions.code))] }).toEqual({
      status,
      codes: [code],
    });
    expect(errors[0]?.message).toContain(named);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('in a variable is shown where the variable stands', async () => {
    const response = await graph.fetch(json({ query: search, variables: { text: '\ud800' } }));
    const { errors } = (await response.json()) as { errors: { locations?: unknown }[] };
    expect(errors[0]?.locations).toEqual([{ line: 1, column: 7 }]);
  });

  it('asks nothing of the site, and is not logged', () => {
    expect(graph.requests.filter(({ route }) => route !== '/wp/v2/posts')).toHaveLength(
      graph.requests.length - graph.to('/wp/v2/posts').length,
    );
    expect(lines).toEqual([]);
  });
});

describe('what only looks like a mistake', () => {
  it('is answered: NUL, forms, a document by itself', async () => {
    const requests = [
      json({ query: search, variables: { text: '\u0000' } }),
      posted('query={site{name}}', 'application/x-www-form-urlencoded'),
      posted(query, 'application/graphql'),
      json({ query: '{ post(by: { uri: "//[" }) { id } }' }),
      got({ query }),
    ];
    for (const request of requests) {
      const response = await graph.fetch(request);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await response.json()).not.toHaveProperty('errors');
    }
  });
});
