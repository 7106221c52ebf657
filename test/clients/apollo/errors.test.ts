import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { ApolloError } from '@apollo/client-3/core';
import { describe, expect, inject, it } from 'vitest';
import { NotInTheSchema, PartlyRefused, Search, tooMuchText } from '../refused-queries.ts';
import { openSilentEndpoint } from '../silent-endpoint.ts';
import * as apollo4 from './client.ts';
import * as apollo3 from './client-3.ts';

const endpoint = inject('endpoint');

/** What a promise is rejected with, as `try` and `catch` have it. */
const thrownBy = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('errors in Apollo Client 4', () => {
  const newClient = (url = endpoint) => apollo4.makeClient(apollo4.makeHttpLink(url));

  it('are thrown with what there is of the answer (errorPolicy none)', async () => {
    const error = await thrownBy(newClient().query({ query: PartlyRefused }));
    if (!CombinedGraphQLErrors.is(error)) throw error;
    expect(error.errors.map(({ extensions, path }) => [extensions?.code, path])).toEqual([
      ['UNAUTHENTICATED', ['post', 'content']],
    ]);
    expect(error.data).toMatchObject({ post: { databaseId: 260, content: null } });
  });

  it('stand beside the data (errorPolicy all)', async () => {
    const { data, error } = await newClient().query({ query: PartlyRefused, errorPolicy: 'all' });
    expect(data?.post).toMatchObject({ databaseId: 260, content: null });
    expect(CombinedGraphQLErrors.is(error) && error.errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('are left out (errorPolicy ignore)', async () => {
    const { data, error } = await newClient().query({ query: PartlyRefused, errorPolicy: 'ignore' });
    expect(data?.post).toMatchObject({ databaseId: 260, content: null });
    expect(error).toBeUndefined();
  });

  it('say what is wrong with a query', async () => {
    const error = await thrownBy(newClient().query({ query: NotInTheSchema }));
    if (!CombinedGraphQLErrors.is(error)) throw error;
    expect(error.errors[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(error.message).toContain('Cannot query field "nothing" on type "Site".');
  });

  it('of the network have a status and a body', async () => {
    const error = await thrownBy(newClient().query({ query: Search, variables: { text: tooMuchText } }));
    if (!ServerError.is(error)) throw error;
    expect(error.statusCode).toBe(413);
    expect(JSON.parse(error.bodyText).errors[0].extensions.code).toBe('OPERATION_TOO_LARGE');
  });

  it('tell of a query that was aborted', async () => {
    const leaving = new AbortController();
    const silent = await openSilentEndpoint();
    const asked = thrownBy(
      newClient(silent.url).query({ query: PartlyRefused, context: { fetchOptions: { signal: leaving.signal } } }),
    );
    await silent.asked;
    leaving.abort();
    await silent.left;
    expect(await asked).toMatchObject({ name: 'AbortError' });
  });
});

describe('errors in Apollo Client 3', () => {
  const newClient = (url = endpoint) => apollo3.makeClient(apollo3.makeHttpLink(url));

  it('are thrown (errorPolicy none)', async () => {
    const error = await thrownBy(newClient().query({ query: PartlyRefused }));
    if (!(error instanceof ApolloError)) throw error;
    expect(error.graphQLErrors.map(({ extensions, path }) => [extensions?.code, path])).toEqual([
      ['UNAUTHENTICATED', ['post', 'content']],
    ]);
  });

  it('stand beside the data (errorPolicy all)', async () => {
    const { data, errors } = await newClient().query({ query: PartlyRefused, errorPolicy: 'all' });
    expect(data.post).toMatchObject({ databaseId: 260, content: null });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('are left out (errorPolicy ignore)', async () => {
    const { data, errors } = await newClient().query({ query: PartlyRefused, errorPolicy: 'ignore' });
    expect(data.post).toMatchObject({ databaseId: 260, content: null });
    expect(errors).toBeUndefined();
  });

  it('say what is wrong with a query', async () => {
    const error = await thrownBy(newClient().query({ query: NotInTheSchema }));
    if (!(error instanceof ApolloError)) throw error;
    expect(error.graphQLErrors[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(error.message).toContain('Cannot query field "nothing" on type "Site".');
  });

  it('of the network have a status and a body', async () => {
    const error = await thrownBy(newClient().query({ query: Search, variables: { text: tooMuchText } }));
    if (!(error instanceof ApolloError)) throw error;
    expect(error.networkError).toMatchObject({
      statusCode: 413,
      result: { errors: [{ extensions: { code: 'OPERATION_TOO_LARGE' } }] },
    });
  });

  it('tell of a query that was aborted', async () => {
    const leaving = new AbortController();
    const silent = await openSilentEndpoint();
    const asked = thrownBy(
      newClient(silent.url).query({ query: PartlyRefused, context: { fetchOptions: { signal: leaving.signal } } }),
    );
    await silent.asked;
    leaving.abort();
    await silent.left;
    expect(await asked).toMatchObject({ networkError: { name: 'AbortError' } });
  });
});
