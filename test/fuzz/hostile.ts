/**
 * Requests of a client who means harm: operations that multiply, documents that are hard to read, and HTTP that is none.
 */
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { randomOperation } from './operations.ts';
import { oddTexts, type Pools } from './pools.ts';
import type { Random } from './random.ts';
import { type ClientRequest, graphqlRequest } from './requests.ts';

/** Each a way to be hard on a server; the name goes into the report. */
const attacks: Readonly<Record<string, (chance: Random, schema: GraphQLSchema, pools: Pools) => ClientRequest[]>> = {
  nesting: (random, schema) => [graphqlRequest(nested(random, schema))],
  spreads: (random) => [graphqlRequest(spreads(random))],
  cyclicSpreads: () => [graphqlRequest('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')],
  introspection: (random) => [graphqlRequest(introspection(random))],
  aliases: (random) => [
    graphqlRequest(`{ ${Array.from({ length: random.int(10, 500) }, (_, i) => `a${i}: site { name }`).join(' ')} }`),
  ],
  sameField: (random) => [
    graphqlRequest(`{ posts(first: 2) { nodes { ${'title '.repeat(random.int(100, 1_900))} } } }`),
  ],
  directives: (random) => [graphqlRequest(`{ site { name ${'@include(if: true) '.repeat(random.int(2, 900))} } }`)],
  manySelections: (random) => [
    graphqlRequest(
      `{ posts(first: 100) { ${'nodes { id title categories { id name } } '.repeat(random.int(2, 150))} } }`,
    ),
  ],
  manyIds: (random, _schema, pools) => [
    graphqlRequest('query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Content { title: link } } }', {
      ids: Array.from({ length: random.int(2, 120) }, () =>
        random.chance(0.3) ? random.pick(oddTexts) : pools.pick('id', random),
      ),
    }),
  ],
  oddOperation: (random, schema, pools) => {
    const { query, variables } = randomOperation(schema, random, pools, { odd: 0.7, composites: 4 });
    return [graphqlRequest(query, variables)];
  },
  oddVariables: (random, schema, pools) => {
    const { query, variables } = randomOperation(schema, random, pools, { odd: 0, composites: 4 });
    const odd = Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, random.chance(0.5) ? value : oddJson(random)]),
    );
    return [graphqlRequest(query, odd)];
  },
  /** Documents that are all different, and large: what reads them may remember them. */
  largeDocuments: (random) =>
    Array.from({ length: 30 }, (_entry, index) => {
      const salt = `${random.int(0, 1e9)}${index}`;
      const fields = Array.from({ length: 900 }, (_, i) => (i % 2 === 0 ? 'name' : 'url')).join(' ');
      const comments = `# ${'x'.repeat(random.int(0, 1) * 80_000)}${salt}\n`;
      return graphqlRequest(`${comments}query Q${salt} { site { ${fields} } }`);
    }),
  deepVariables: (random) => {
    const depth = random.pick([50, 5_000, 40_000]);
    const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const body = `{"query":"query ($a: ID!) { node(id: $a) { id } }","variables":{"a":${deep}}}`;
    return [{ method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json' }, body }];
  },
  deepDocument: (random) => [
    graphqlRequest(`${'{ a '.repeat(random.pick([20, 400, 5_000]))}`),
    graphqlRequest(`{ node(id: ${'['.repeat(random.pick([20, 900]))}`),
    graphqlRequest(`query ($a: ${'['.repeat(900)}Int${']'.repeat(900)}) { site { name } }`),
  ],
  /** As many operations as one request may have and more, each as large as it may be. */
  batches: (random, schema, pools) => {
    const one = () =>
      random.chance(0.5)
        ? { query: nested(random, schema) }
        : randomOperation(schema, random, pools, { odd: 0.3, composites: 6 });
    const odd = () => random.pick([null, 7, 'x', [], [[]], {}, { query: 7 }, { query: '{' }]);
    return [
      post(JSON.stringify(Array.from({ length: random.int(1, 12) }, () => (random.chance(0.9) ? one() : odd())))),
    ];
  },
  /** Hashes that are none, or those of other queries. */
  persistedQueries: (random) => {
    const sha256Hash = random.pick([oddJson(random), 'x'.repeat(64), 'a'.repeat(64), `${random.int(0, 9)}`.repeat(64)]);
    const persistedQuery = random.pick([
      oddJson(random),
      { version: random.pick([1, 1, 1, 2, '1', null]), sha256Hash },
    ]);
    const extensions = random.chance(0.9) ? { persistedQuery } : oddJson(random);
    const query = random.pick([undefined, '', '{ site { name } }', '{', 7]);
    return [
      post(JSON.stringify({ query, extensions })),
      get(`/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`),
      post(JSON.stringify([{ query, extensions }, { query: '{ site { name } }' }])),
    ];
  },
  brokenHttp: (random) => {
    const request = random.pick(brokenRequests);
    return [request.raw !== undefined && random.chance(0.5) ? { ...request, resets: true } : request];
  },
};

/** Attacks in turn, so that each is tried equally often. */
export function hostileRequests(
  random: Random,
  schema: GraphQLSchema,
  pools: Pools,
): { name: string; requests: ClientRequest[] } {
  const [name, attack] = random.pick(Object.entries(attacks));
  return { name, requests: attack(random, schema, pools) };
}

function oddJson(random: Random): unknown {
  return random.pick<unknown>([
    null,
    true,
    -1,
    1.5,
    1e308,
    'x',
    random.pick(oddTexts),
    [],
    {},
    [null],
    [[[]]],
    { a: { b: [] } },
    { id: 'x', slug: 'y' },
    { id: '\ud800' },
    ['\ud800', 7],
  ]);
}

/** Lists below lists, each as long as it may be. */
function nested(random: Random, schema: GraphQLSchema): string {
  const query = schema.getQueryType();
  const depth = random.int(4, 16);
  return query ? `{ ${below(query, depth, random)} }` : '{ __typename }';
}

function below(type: GraphQLObjectType, depth: number, random: Random): string {
  const leads = (field: GraphQLField<unknown, unknown>) =>
    isObjectType(getNamedType(field.type)) && !field.args.some(isRequiredArgument);
  const fields = Object.values(type.getFields()).filter(leads);
  const lists = fields.filter(({ type: output, args }) => isList(output) || args.some(({ name }) => name === 'first'));
  // An edge or a page information leads nowhere; what lists leads on.
  const onward = lists.length > 0 ? lists : fields.filter(({ name }) => name !== 'pageInfo');
  if (depth === 0 || onward.length === 0) return '__typename';
  const field = random.pick(onward);
  const size = field.args.some(({ name }) => name === 'first') ? `(first: ${random.pick([100, 100, 50, 20])})` : '';
  const next = getNamedType(field.type) as GraphQLObjectType;
  return `${field.name}${size} { ${below(next, depth - 1, random)} }`;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** Fragments that spread the next one several times each. */
function spreads(random: Random): string {
  const levels = random.int(4, 40);
  const times = random.int(2, 9);
  const [type, leaf] = random.pick([
    ['Post', 'databaseId'],
    ['Query', 'site { name }'],
    ['PostConnection', 'totalCount'],
  ] as const);
  const field = random.pick(['', 'nodes', 'author', 'categories']);
  const spread = (level: number) =>
    type === 'Post' && field === 'author' && level % 2 === 0
      ? Array.from({ length: times }, (_, i) => `p${i}: author { posts(first: 1) { nodes { ...F${level} } } }`).join(
          ' ',
        )
      : `...F${level} `.repeat(times);
  const fragments = Array.from({ length: levels }, (_, level) => {
    const body = level === levels - 1 ? leaf : spread(level + 1);
    return `fragment F${level} on ${type} { ${body} }`;
  });
  const start =
    type === 'Query'
      ? '{ ...F0 }'
      : type === 'PostConnection'
        ? '{ posts(first: 2) { ...F0 } }'
        : '{ posts(first: 2) { nodes { ...F0 } } }';
  return [start, ...fragments].join('\n');
}

function introspection(random: Random): string {
  const steps = Array.from({ length: random.int(1, 9) }, () =>
    random.pick([
      'fields { type',
      'fields { args { type',
      'ofType { ofType',
      'possibleTypes { interfaces',
      'inputFields { type',
    ]),
  );
  const open = steps.join(' { ');
  const braces = (open.match(/\{/g) ?? []).length + (steps.length > 0 ? 1 : 0);
  return `{ __schema { types { ${open} { name ${'} '.repeat(braces)} } } }`;
}

const json = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = json): ClientRequest => ({
  method: 'POST',
  path: '/graphql',
  headers,
  body,
});
const get = (path: string, headers: Record<string, string> = {}): ClientRequest => ({ method: 'GET', path, headers });
const raw = (text: string): ClientRequest => ({ method: '', path: '', headers: {}, raw: text });
const form = 'multipart/form-data; boundary=b';
const part = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

const brokenRequests: readonly ClientRequest[] = [
  post(''),
  post('{'),
  post('null'),
  post('[]'),
  post('7'),
  post('"x"'),
  post('{"query":7}'),
  post('{"query":null}'),
  post('{"query":"{ site { name } }","variables":[]}'),
  post('{"query":"{ site { name } }","variables":"x"}'),
  post('{"query":"{ site { name } }","operationName":7}'),
  post('{"query":"{ site { name } }","operationName":"none"}'),
  post('{"query":"{ site { name } }","extensions":"x"}'),
  post('[{"query":"{ site { name } }"},{"query":"{ site { url } }"}]'),
  post('{"query":"mutation { x }"}'),
  post('{"query":"subscription { x }"}'),
  post('{"query":"query A { site { name } } query B { site { url } }"}'),
  post('{"query":"# nothing"}'),
  post('{ site { name } }', { 'content-type': 'application/graphql' }),
  post('query=%7Bsite%7Bname%7D%7D&variables=x', { 'content-type': 'application/x-www-form-urlencoded' }),
  post('x', { 'content-type': 'text/plain' }),
  post('x', {}),
  post('{"query":"{ site { name } }"}', { 'content-type': 'application/json; charset=nonsense' }),
  post('{"query":"{ site { name } }"}', { ...json, 'content-encoding': 'gzip' }),
  post('{"query":"{ site { name } }"}', { ...json, 'content-encoding': 'nonsense' }),
  post('{"query":"{ site { name } }"}', { ...json, accept: 'nonsense/*' }),
  post('{"query":"{ site { name } }"}', { ...json, accept: 'text/event-stream' }),
  post('{"query":"{ site { name } }"}', { ...json, accept: 'multipart/mixed' }),
  post(`${part('operations', '{"query":"{ site { name } }","variables":{"a":null}}')}${part('map', '{"0":5}')}--b--`, {
    'content-type': form,
  }),
  post(`${part('operations', '{')}--b--`, { 'content-type': form }),
  post(`${part('map', 'x')}--b--`, { 'content-type': form }),
  post('--b', { 'content-type': form }),
  post('x', { 'content-type': 'multipart/form-data' }),
  { ...post(`{"query":"${'x'.repeat(300_000)}"}`), chunked: true },
  post(`{"query":"${'x'.repeat(300_000)}"}`),
  get('/graphql'),
  get('/graphql?query='),
  get('/graphql?query=%7Bsite%7Bname%7D%7D&variables=foo'),
  get('/graphql?query=%7Bsite%7Bname%7D%7D&variables=%7B%22a'),
  get('/graphql?query=%7Bsite%7Bname%7D%7D&extensions=foo'),
  get('/graphql?query=%7Bsite%7Bname%7D%7D&operationName=%00'),
  get('/graphql?query=%E0%A4%A'),
  get('/graphql?query=%7Bsite%7Bname%7D%7D', { 'accept-encoding': 'x'.repeat(5_000) }),
  get('/graphql?query=%7Bsite%7Bname%7D%7D', { 'if-none-match': '"'.repeat(5_000) }),
  get(`/graphql?query=%7Bsite%7Bname%7D%7D&x=${'y'.repeat(9_000)}`),
  get('/%'),
  get('//'),
  get('/webhook'),
  { ...post('x'), path: '/webhook' },
  get('/graphql?graphiql=../package.json'),
  get('/graphql?graphiql=%2e%2e/%2e%2e/package.json'),
  get('/graphql?graphiql=constructor'),
  get('/graphql', { accept: 'text/html' }),
  { method: 'PUT', path: '/graphql', headers: json, body: '{}' },
  { method: 'OPTIONS', path: '/graphql', headers: { origin: 'x', 'access-control-request-method': 'POST' } },
  { method: 'HEAD', path: '/graphql?query=%7Bsite%7Bname%7D%7D', headers: {} },
  raw('GET /graphql?query={site{name}} HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n'),
  raw('GET /graphql?query=%7Bsite%7Bname%7D%7D HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n'),
  raw('GET /health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'),
  raw('GET http://x/graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
  raw('CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n'),
  raw('GET /health HTTP/1.1\r\nHost: a\r\nUpgrade: x\r\nConnection: upgrade, close\r\n\r\n'),
  raw('GET /health HTTP/1.1\r\nHost: a\r\nExpect: x\r\nConnection: close\r\n\r\n'),
  raw(
    'GET /graphql?query=%7Bsite%7Bname%7D%7D HTTP/1.1\r\nHost: x\r\nAuthorization: \u0001\r\nConnection: close\r\n\r\n',
  ),
  raw('OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
  raw('GET /graphql HTTP/1.0\r\n\r\n'),
  raw('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\nConnection: close\r\n\r\n'),
  raw('POST /graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n'),
  raw('\u0000\u0001\u0002\r\n\r\n'),
];
