import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSampleSite } from '../../src/sample/sample-site.ts';
import { type Graph, openGraph } from '../support/graph.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await openGraph(await createSampleSite('http://magazine.test'));
});
afterAll(() => graph.close());

/** The errors of an operation, as they come over HTTP. */
async function errorsOf(query: string, variables?: unknown) {
  const request = new Request('http://gateway.test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return ((await (await graph.fetch(request)).json()) as { errors?: unknown[] }).errors;
}

const posts = (variables: string, args: string) => `query (${variables}) { posts(${args}) { nodes { id } } }`;

describe('what GraphQL itself refuses', () => {
  it.each([
    ['a variable that is not given', posts('$n: Int!', 'first: $n'), {}],
    ['null for one that must be', posts('$n: Int!', 'first: $n'), { n: null }],
    ['a text for a number', posts('$n: Int', 'first: $n'), { n: 'a' }],
    ['a number that is too large', posts('$n: Int', 'first: $n'), { n: 3_000_000_000 }],
    ['a number for a text', 'query ($s: String!) { post(by: { slug: $s }) { id } }', { s: 7 }],
    ['a date that is none', posts('$t: LocalDateTime', 'where: { after: $t }'), { t: 'yesterday' }],
    ['a map for a date', posts('$t: LocalDateTime', 'where: { after: $t }'), { t: {} }],
    ['a name that an enum has not', posts('$o: PostOrderBy', 'orderBy: $o'), { o: { field: 'X' } }],
    ['an input without what it needs', posts('$o: PostOrderBy', 'orderBy: $o'), { o: {} }],
    ['an input with more than it has', posts('$w: PostWhere', 'where: $w'), { w: { nope: 1 } }],
    ['two ways to look up', 'query ($by: PostBy!) { post(by: $by) { id } }', { by: { slug: 'a', uri: '/' } }],
    ['none', 'query ($by: PostBy!) { post(by: $by) { id } }', { by: {} }],
    ['a null in a list', 'query ($i: [ID!]!) { nodes(ids: $i) { id } }', { i: [null] }],
    [
      'more than it counts',
      'query ($i: [ID!]!) { nodes(ids: $i) { id } }',
      { i: Array.from({ length: 80 }, () => null) },
    ],
  ])('of variables has a code and says where it is declared: %s', async (_what, query, variables) => {
    const errors = await errorsOf(query, variables);
    expect(errors?.length).toBeGreaterThan(0);
    for (const error of errors ?? []) {
      expect(error).toMatchObject({
        message: expect.stringMatching(/variable/i),
        extensions: { code: 'BAD_USER_INPUT' },
      });
      expect(error).not.toHaveProperty('path');
    }
    expect(errors?.[0]).toMatchObject({ locations: [{ line: 1, column: 8 }] });
  });

  it.each([
    ['query ($s: String) { post(by: { slug: $s }) { id } }', {}, ['post']],
    ['query ($b: Boolean = true) { site { name @include(if: $b) } }', { b: null }, ['site']],
    ['query ($n: Int = 3) { authors { nodes { avatar(size: $n) } } }', { n: null }, ['authors', 'nodes', 0, 'avatar']],
    ['query ($f: TextFormat = HTML) { pages { nodes { title(format: $f) } } }', { f: null }, ['pages']],
    ['query ($n: Int) { posts(first: $n) { nodes { id } } }', { n: -1 }, ['posts']],
    ['query ($i: [ID!]) { posts(where: { include: $i }) { nodes { id } } }', { i: ['x'] }, ['posts']],
  ])('of arguments has a code, a path and a place: %s', async (query, variables, path) => {
    const [error] = (await errorsOf(query, variables)) ?? [];
    const place = [{ line: 1, column: expect.any(Number) }];
    expect(error).toMatchObject({ path, locations: place, extensions: { code: 'BAD_USER_INPUT' } });
  });

  it.each([
    ['{ posts(first: "x") { nodes { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ posts(where: { after: "yesterday" }) { nodes { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ nope }', 'GRAPHQL_VALIDATION_FAILED'],
    ['mutation { x }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{', 'GRAPHQL_PARSE_FAILED'],
  ])('of a document has a code and a place: %s', async (query, code) => {
    const [error] = (await errorsOf(query)) ?? [];
    expect(error).toMatchObject({ locations: [{ line: 1, column: expect.any(Number) }], extensions: { code } });
  });
});
