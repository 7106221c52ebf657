import { execute, type GraphQLError, GraphQLInt, GraphQLObjectType, GraphQLSchema, parse } from 'graphql';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { ClientGone, PressgraphError } from '../../src/errors.ts';
import { createMaskError } from '../../src/server/mask-errors.ts';

const mask = createMaskError(pino({ level: 'silent' }));

/** The error of a field that gives a value, or throws one, as clients see it. */
async function shown(resolve: () => unknown, query = '{ number }', variableValues = {}) {
  const fields = { number: { type: GraphQLInt, args: { n: { type: GraphQLInt } }, resolve } };
  const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields }) });
  const { errors } = await execute({ schema, document: parse(query), variableValues });
  return (mask(errors?.[0], '') as GraphQLError).toJSON();
}

const place = { path: ['number'], locations: [{ line: 1, column: 3 }] };

describe('an error as clients see it', () => {
  it("is WordPress' bad answer where a value does not fit its type, and says where", async () => {
    expect(await shown(() => 'abc')).toMatchObject({ ...place, extensions: { code: 'UPSTREAM_BAD_RESPONSE' } });
    expect(await shown(() => 2 ** 40)).toMatchObject({ ...place, extensions: { code: 'UPSTREAM_BAD_RESPONSE' } });
  });

  it("is the client's where an argument does not, and says where", async () => {
    expect(await shown(() => 1, '{ number(n: "a") }')).toMatchObject({
      path: ['number'],
      locations: [{ line: 1, column: 13 }],
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it("is the client's where a variable does not, and names it", async () => {
    const error = await shown(() => 1, 'query($n: Int!) { number(n: $n) }', { n: 'a' });
    expect(error).toMatchObject({ locations: [{ line: 1, column: 7 }], extensions: { code: 'BAD_USER_INPUT' } });
    expect(error.message).toContain('"$n"');
  });

  it('has the code and the details that it was thrown with, and its place', async () => {
    const thrown = new PressgraphError('FORBIDDEN', 'No.', { route: '/wp/v2/posts' });
    expect(await shown(() => Promise.reject(thrown))).toEqual({
      message: 'No.',
      ...place,
      extensions: { code: 'FORBIDDEN', route: '/wp/v2/posts' },
    });
    expect(await shown(() => Promise.reject(new ClientGone()))).toMatchObject({ extensions: { code: 'CLIENT_GONE' } });
  });

  it('is masked where it is none of these, in its place', async () => {
    const error = await shown(() => Promise.reject(new Error('/srv/secret.ts')));
    expect(error).toMatchObject({ ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});
