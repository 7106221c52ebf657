import { ClientError } from 'graphql-request';
import { describe, expect, inject, it } from 'vitest';
import { graphql, type ResultOf } from '../gql-tada/graphql.ts';
import { NotInTheSchema, PartlyRefused, Search, tooMuchText } from '../refused-queries.ts';
import { watchRequests } from '../sent-requests.ts';
import { openSilentEndpoint } from '../silent-endpoint.ts';
import { makeCacheableClient, makeClient, makeTolerantClient } from './client.ts';

const endpoint = inject('endpoint');

const Newest = graphql(`
  query Newest($first: Int, $after: String, $last: Int, $before: String) {
    posts(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
        hasPreviousPage
        startCursor
      }
    }
  }
`);

const SiteName = graphql(`
  query SiteName {
    site {
      id
      name
    }
  }
`);

const Anything = graphql(`
  query Anything($id: ID!) {
    node(id: $id) {
      __typename
      ... on Content {
        link
      }
      ... on Term {
        name
      }
    }
  }
`);

const clientErrorOf = (asked: Promise<unknown>): Promise<ClientError> =>
  asked.then(
    () => expect.fail('It was answered.'),
    (error: unknown) => (error instanceof ClientError ? error : Promise.reject(error)),
  );

describe('graphql-request', () => {
  it('reads page by page to the end', async () => {
    const client = makeClient(endpoint);
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const { posts }: ResultOf<typeof Newest> = await client.request(Newest, { first: 25, after });
      ids.push(...(posts?.nodes ?? []).map(({ id }) => id));
      after = posts?.pageInfo.hasNextPage ? posts.pageInfo.endCursor : null;
    } while (after !== null);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
  });

  it('reads page by page to the start', async () => {
    const client = makeClient(endpoint);
    const ids: string[] = [];
    let before: string | null = null;
    do {
      const { posts }: ResultOf<typeof Newest> = await client.request(Newest, { last: 25, before });
      ids.unshift(...(posts?.nodes ?? []).map(({ id }) => id));
      before = posts?.pageInfo.hasPreviousPage ? posts.pageInfo.startCursor : null;
    } while (before !== null);
    const { posts } = await client.request(Newest, { first: 60 });
    expect(ids).toEqual(posts?.nodes.map(({ id }) => id));
  });

  it('reads a node by its id, with fragments on interfaces', async () => {
    const client = makeClient(endpoint);
    expect(await client.request(Anything, { id: 'UGFnZTo0MDY=' })).toMatchObject({
      node: { __typename: 'Page', link: expect.stringContaining('/') },
    });
    expect(await client.request(Anything, { id: 'VGFnOjM1' })).toMatchObject({
      node: { __typename: 'Tag', name: expect.any(String) },
    });
  });

  it('asks by GET what a CDN may answer', async () => {
    const sent = watchRequests();
    const { site } = await makeCacheableClient(endpoint).request(SiteName);
    expect(site?.name).toBe('Harbour & Hinterland');
    expect(sent[0]?.method).toBe('GET');
    expect((await sent[0]?.headers)?.get('cache-control')).toContain('public');
  });
});

describe('errors in graphql-request', () => {
  it('are thrown with what there is of the answer', async () => {
    const { response } = await clientErrorOf(makeClient(endpoint).request(PartlyRefused));
    expect(response.status).toBe(200);
    expect(response.errors?.map(({ extensions, path }) => [extensions?.code, path])).toEqual([
      ['UNAUTHENTICATED', ['post', 'content']],
    ]);
    expect(response.data).toMatchObject({ post: { databaseId: 260, content: null } });
  });

  it('stand beside the data (errorPolicy all, rawRequest)', async () => {
    const { data, errors } = await makeTolerantClient(endpoint).rawRequest(
      '{ post(by: { databaseId: 260 }) { databaseId content(format: RAW) } }',
    );
    expect(data).toEqual({ post: { databaseId: 260, content: null } });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('say what is wrong with a query', async () => {
    const { response } = await clientErrorOf(makeClient(endpoint).request(NotInTheSchema));
    expect(response.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('of the network have a status and a code', async () => {
    const { response } = await clientErrorOf(makeClient(endpoint).request(Search, { text: tooMuchText }));
    expect(response.status).toBe(413);
    expect(response.errors?.[0]?.extensions.code).toBe('OPERATION_TOO_LARGE');
  });

  it('tell of a query that was aborted', async () => {
    const leaving = new AbortController();
    const silent = await openSilentEndpoint();
    const asked = makeClient(silent.url).request({ document: PartlyRefused, signal: leaving.signal });
    asked.catch(() => undefined);
    await silent.asked;
    leaving.abort();
    await silent.left;
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});
