import { type CombinedError, gql } from '@urql/core';
import { describe, expect, inject, it } from 'vitest';
import { graphql } from '../gql-tada/graphql.ts';
import { NotInTheSchema, PartlyRefused, Search, tooMuchText } from '../refused-queries.ts';
import { watchRequests } from '../sent-requests.ts';
import { openSilentEndpoint } from '../silent-endpoint.ts';
import { makeClient, makePersistedClient, makeSchemaAwareClient } from './client.ts';

const endpoint = inject('endpoint');

const Newest = graphql(`
  query Newest($first: Int, $after: String, $last: Int, $before: String) {
    posts(first: $first, after: $after, last: $last, before: $before) {
      totalCount
      edges {
        cursor
        node {
          id
          title(format: TEXT)
        }
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

describe('urql with Graphcache', () => {
  it('asks with variables', async () => {
    const query = graphql(`
      query PostBySlug($slug: String!) {
        post(by: { slug: $slug }) {
          id
          slug
        }
      }
    `);
    const { data, error } = await makeClient(endpoint).query(query, { slug: 'stargazing-from-a-dinghy' });
    expect(error).toBeUndefined();
    expect(data?.post?.slug).toBe('stargazing-from-a-dinghy');
  });

  it('merges pages forward', async () => {
    const client = makeClient(endpoint);
    const sent = watchRequests();
    let posts = (await client.query(Newest, { first: 25 })).data?.posts;
    while (posts?.pageInfo.hasNextPage) {
      posts = (await client.query(Newest, { first: 25, after: posts.pageInfo.endCursor })).data?.posts;
    }
    expect(sent).toHaveLength(3);
    expect(posts?.totalCount).toBe(60);
    expect(posts?.edges).toHaveLength(60);
    expect(new Set(posts?.edges.map(({ node }) => node.id)).size).toBe(60);
    expect(posts?.edges[0]?.node.title).toBe('October’s last plum — & what to do with it');
  });

  it('merges pages backward', async () => {
    const client = makeClient(endpoint);
    let posts = (await client.query(Newest, { last: 25 })).data?.posts;
    while (posts?.pageInfo.hasPreviousPage) {
      posts = (await client.query(Newest, { last: 25, before: posts.pageInfo.startCursor })).data?.posts;
    }
    expect(posts?.edges).toHaveLength(60);
    expect(new Set(posts?.edges.map(({ node }) => node.id)).size).toBe(60);
    expect(posts?.edges[0]?.node.title).toBe('October’s last plum — & what to do with it');
  });

  it('merges pages of nodes without edges', async () => {
    const Nodes = graphql(`
      query Nodes($after: String) {
        posts(first: 40, after: $after) {
          nodes {
            id
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    `);
    const client = makeClient(endpoint);
    const first = (await client.query(Nodes, {})).data?.posts;
    const both = (await client.query(Nodes, { after: first?.pageInfo.endCursor ?? null })).data?.posts;
    expect(both?.nodes).toHaveLength(60);
    expect(both?.nodes.slice(0, 40)).toEqual(first?.nodes);
  });

  it('keeps what two queries read of one object together, and asks for nothing twice', async () => {
    const Headline = graphql(`
      query Headline($by: PostBy!) {
        site {
          name
        }
        post(by: $by) {
          id
          title(format: TEXT)
          author {
            id
            name
          }
          featuredMedia {
            id
            sizes {
              width
            }
          }
        }
      }
    `);
    const Details = graphql(`
      query Details($by: PostBy!) {
        site {
          timezone
        }
        post(by: $by) {
          id
          slug
          author {
            id
            avatar(size: 24)
          }
          featuredMedia {
            id
            sizes {
              sourceUrl
            }
          }
        }
      }
    `);
    const client = makeClient(endpoint);
    const variables = { by: { databaseId: 260 } };
    const sent = watchRequests();
    const first = (await client.query(Headline, variables)).data;
    const second = (await client.query(Details, variables)).data;
    expect(client.readQuery(Headline, variables)?.data).toEqual(first);
    expect(client.readQuery(Details, variables)?.data).toEqual(second);
    expect(first?.post?.featuredMedia?.sizes?.length).toBeGreaterThan(1);
    expect(sent).toHaveLength(2);
  });

  it('knows an object again that is refetched by its id', async () => {
    const Reread = graphql(`
      query Reread($id: ID!) {
        node(id: $id) {
          id
          ... on Post {
            slug
            title(format: TEXT)
          }
        }
      }
    `);
    const client = makeClient(endpoint);
    const shown = (await client.query(Newest, { first: 1 })).data?.posts?.edges[0]?.node;
    const { data } = await client.query(Reread, { id: shown?.id ?? '' });
    expect(data?.node).toMatchObject({ ...shown, slug: 'octobers-last-plum' });
  });

  it('reads fragments on an interface back from its cache', async () => {
    const Titled = graphql(`
      query Titled($id: ID!) {
        node(id: $id) {
          id
          ... on Content {
            title(format: TEXT)
          }
        }
      }
    `);
    const client = makeClient(endpoint);
    await client.query(Titled, { id: 'UGFnZTo0MDY=' });
    expect(client.readQuery(Titled, { id: 'UGFnZTo0MDY=' })?.data?.node).toMatchObject({ title: expect.any(String) });
  });

  it('reads lists of mixed types back, where it knows the schema', async () => {
    const Anything = graphql(`
      query Anything($ids: [ID!]!) {
        nodes(ids: $ids) {
          id
          ... on Content {
            title(format: TEXT)
          }
          ... on Term {
            name
            count
          }
        }
      }
    `);
    const client = makeSchemaAwareClient(endpoint);
    const ids = ['UG9zdDoyNjA=', 'UGFnZTo0MDY=', 'TWVkaWE6MzEy', 'Q2F0ZWdvcnk6OA==', 'VGFnOjM1'];
    await client.query(Anything, { ids });
    const sent = watchRequests();
    const [post, page, media, category, tag] = (await client.query(Anything, { ids })).data?.nodes ?? [];
    for (const content of [post, page, media]) expect(content).toMatchObject({ title: expect.any(String) });
    for (const term of [category, tag])
      expect(term).toMatchObject({ name: expect.any(String), count: expect.any(Number) });
    expect(sent).toEqual([]);
  });
});

describe('persisted queries of urql', () => {
  it('are sent once, and named by their hash from then on, by GET', async () => {
    const query = gql<{ site: { name: string } }>('query PersistedOfUrql { site { id name } }');
    const sent = watchRequests();
    for (const client of [makePersistedClient(endpoint), makePersistedClient(endpoint)]) {
      const { data, error } = await client.query(query, {});
      expect(error).toBeUndefined();
      expect(data?.site.name).toBe('Harbour & Hinterland');
    }
    expect(sent.map(({ method, url }) => [method, url.searchParams.has('query')])).toEqual([
      ['GET', false],
      ['GET', true],
      ['GET', false],
    ]);
    expect((await sent[0]?.headers)?.get('cache-control')).toBe('no-store');
    expect((await sent[2]?.headers)?.get('cache-control')).toContain('public');
  });
});

describe('errors in urql', () => {
  it('stand beside the data', async () => {
    const { data, error } = await makeClient(endpoint).query(PartlyRefused, {});
    expect(data?.post).toMatchObject({ databaseId: 260, content: null });
    expect(codesOf(error)).toEqual(['UNAUTHENTICATED']);
    expect(error?.graphQLErrors[0]?.path).toEqual(['post', 'content']);
  });

  it('say what is wrong with a query', async () => {
    const { error } = await makeClient(endpoint).query(NotInTheSchema, {});
    expect(codesOf(error)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(error?.message).toContain('Cannot query field "nothing" on type "Site".');
  });

  it('of the network have a status and a code', async () => {
    const { error } = await makeClient(endpoint).query(Search, { text: tooMuchText });
    expect(error?.response?.status).toBe(413);
    expect(codesOf(error)).toEqual(['OPERATION_TOO_LARGE']);
  });

  it('are none for a query that nobody waits for any more: it is aborted', async () => {
    const sent = watchRequests();
    const silent = await openSilentEndpoint();
    const { unsubscribe } = makeClient(silent.url)
      .query(PartlyRefused, {})
      .subscribe(() => undefined);
    await silent.asked;
    unsubscribe();
    await silent.left;
    await expect(sent[0]?.status).rejects.toMatchObject({ name: 'AbortError' });
  });
});

const codesOf = (error: CombinedError | undefined) => error?.graphQLErrors.map(({ extensions }) => extensions.code);
