import { parse } from 'graphql';
import { describe, expect, inject, it } from 'vitest';
import { graphql, type ResultOf } from '../gql-tada/graphql.ts';
import { watchRequests } from '../sent-requests.ts';
import { versions } from './versions.ts';

const Newest = graphql(`
  query Newest($first: Int, $after: String, $last: Int, $before: String) {
    posts(first: $first, after: $after, last: $last, before: $before) @connection(key: "newest") {
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

/** The same of fewer posts, in a list of its own. */
const Teaser = graphql(`
  query Teaser {
    posts(first: 3) @connection(key: "teaser") {
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

describe.each(versions)('%s', (version, { makeClient, makeHttpLink, makePersistedLink }) => {
  const endpoint = inject('endpoint');
  const newClient = () => makeClient(makeHttpLink(endpoint));

  /** Shows the list and asks for a further page while there is one. */
  async function readAllPages(variables: { first: number } | { last: number }) {
    const list = newClient().watchQuery({ query: Newest, variables });
    const watching = list.subscribe(() => undefined);
    await expect.poll(() => list.getCurrentResult().loading).toBe(false);
    const shown = () => (list.getCurrentResult().data as ResultOf<typeof Newest> | undefined)?.posts;
    const further = () => {
      const pageInfo = shown()?.pageInfo;
      if ('first' in variables) return pageInfo?.hasNextPage && { after: pageInfo.endCursor };
      return pageInfo?.hasPreviousPage && { before: pageInfo.startCursor };
    };
    for (let more = further(); more; more = further()) {
      const { length } = shown()?.edges ?? [];
      await list.fetchMore({ variables: more });
      // What watches a list hears of a page a moment after the page is there.
      await expect.poll(() => shown()?.edges.length, { interval: 5 }).toBeGreaterThan(length);
    }
    watching.unsubscribe();
    return shown();
  }

  it('asks with variables', async () => {
    const query = graphql(`
      query PostBySlug($slug: String!) {
        post(by: { slug: $slug }) {
          id
          slug
        }
      }
    `);
    const { data } = await newClient().query({ query, variables: { slug: 'stargazing-from-a-dinghy' } });
    expect(data?.post?.slug).toBe('stargazing-from-a-dinghy');
  });

  it.each([{ first: 25 }, { last: 25 }])('merges pages, %j at a time', async (variables) => {
    const sent = watchRequests();
    const posts = await readAllPages(variables);
    expect(sent).toHaveLength(3);
    expect(posts?.totalCount).toBe(60);
    expect(new Set(posts?.edges.map(({ node }) => node.id)).size).toBe(60);
    expect(posts?.edges).toHaveLength(60);
    expect(posts?.edges[0]?.node.title).toBe('October’s last plum — & what to do with it');
  });

  it('keeps numbered pages apart', async () => {
    const Numbered = graphql(`
      query Numbered($offset: Int!) {
        posts(first: 5, offset: $offset) {
          nodes {
            id
          }
        }
      }
    `);
    const client = newClient();
    const [first, second] = [{ offset: 0 }, { offset: 5 }];
    const { data } = await client.query({ query: Numbered, variables: first });
    await client.query({ query: Numbered, variables: second });
    const idsOn = (variables: { offset: number }) =>
      client.readQuery({ query: Numbered, variables })?.posts?.nodes.map(({ id }) => id);
    expect(idsOn(first)).toEqual(data?.posts?.nodes.map(({ id }) => id));
    expect(new Set([...(idsOn(first) ?? []), ...(idsOn(second) ?? [])]).size).toBe(10);
  });

  it('merges the pages of a category, those with its descendants in a list of their own', async () => {
    const Archive = graphql(`
      query Archive($after: String, $includeChildren: Boolean) {
        category(by: { slug: "coast-sea" }) {
          id
          posts(first: 5, after: $after, includeChildren: $includeChildren) {
            edges {
              cursor
              node {
                id
              }
            }
            pageInfo {
              endCursor
            }
          }
        }
      }
    `);
    const client = newClient();
    const own = await client.query({ query: Archive, variables: { includeChildren: false } });
    await client.query({ query: Archive, variables: { includeChildren: true } });
    const after = own.data?.category?.posts?.pageInfo.endCursor ?? null;
    await client.query({ query: Archive, variables: { includeChildren: false, after }, fetchPolicy: 'network-only' });
    const countOf = (includeChildren: boolean) =>
      client.readQuery({ query: Archive, variables: { includeChildren } })?.category?.posts?.edges.length;
    expect([countOf(false), countOf(true)]).toEqual([8, 5]);
  });

  it('keeps lists of one field apart by the key of @connection', async () => {
    const client = newClient();
    await client.query({ query: Teaser });
    const { data } = await client.query({ query: Newest, variables: { first: 10 } });
    expect(data?.posts?.edges).toHaveLength(10);
    expect(client.readQuery({ query: Teaser })?.posts?.edges).toHaveLength(3);
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
              name
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
              name
              sourceUrl
            }
          }
        }
      }
    `);
    const client = newClient();
    const variables = { by: { databaseId: 260 } };
    const sent = watchRequests();
    const watching = client.watchQuery({ query: Headline, variables }).subscribe(() => undefined);
    const first = (await client.query({ query: Headline, variables })).data;
    const second = (await client.query({ query: Details, variables })).data;
    expect(client.readQuery({ query: Headline, variables })).toEqual(first);
    expect(client.readQuery({ query: Details, variables })).toEqual(second);
    expect(sent).toHaveLength(2);
    watching.unsubscribe();
  });

  it('refetches an object by its id, wherever it is shown', async () => {
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
    const client = newClient();
    const { data } = await client.query({ query: Newest, variables: { first: 1 } });
    const id = data?.posts?.edges[0]?.node.id ?? '';
    client.cache.modify({
      id: client.cache.identify({ __typename: 'Post', id }),
      fields: { title: () => 'Old' },
    });
    const shown = () => client.readQuery({ query: Newest, variables: { first: 1 } })?.posts?.edges[0]?.node.title;
    expect(shown()).toBe('Old');
    await client.query({ query: Reread, variables: { id }, fetchPolicy: 'network-only' });
    expect(shown()).toBe('October’s last plum — & what to do with it');
  });

  it('reads fragments on interfaces back from its cache', async () => {
    const Anything = graphql(`
      query Anything($ids: [ID!]!) {
        nodes(ids: $ids) {
          id
          ... on Content {
            title(format: TEXT)
            excerpt(format: TEXT)
            featuredMedia {
              id
            }
          }
          ... on Term {
            name
            count
          }
        }
      }
    `);
    const client = newClient();
    const ids = ['UG9zdDoyNjA=', 'UGFnZTo0MDY=', 'TWVkaWE6MzEy', 'Q2F0ZWdvcnk6OA==', 'VGFnOjM1'];
    const { data } = await client.query({ query: Anything, variables: { ids } });
    const [post, page, media, category, tag] = client.readQuery({ query: Anything, variables: { ids } })?.nodes ?? [];
    for (const content of [post, page, media]) expect(content).toMatchObject({ title: expect.any(String) });
    for (const term of [category, tag])
      expect(term).toMatchObject({ name: expect.any(String), count: expect.any(Number) });
    expect(data?.nodes).toEqual([post, page, media, category, tag]);
  });

  describe('persisted queries', () => {
    const query = graphql(`
      query PersistedOfApollo($first: Int!) {
        authors(first: $first) {
          nodes {
            id
            name
          }
        }
      }
    `);

    it('sends the query once for all, and its hash from then on, by GET', async () => {
      const ask = (first: number) => makeClient(makePersistedLink(endpoint)).query({ query, variables: { first } });
      await ask(1);
      const sent = watchRequests();
      const { data } = await ask(2);
      expect(data?.authors?.nodes).toHaveLength(2);
      expect(sent).toHaveLength(1);
      expect(sent[0]?.method).toBe('GET');
      expect(sent[0]?.url.searchParams.has('query')).toBe(false);
      expect((await sent[0]?.headers)?.get('cache-control')).toContain('public');
    });

    it('learns from the gateway that it does not know the hash', async () => {
      // Each client has a query of its own, which no other has sent before it.
      const unheard = parse(`query Unheard${version.replaceAll(/\W/g, '')} { site { name } }`);
      const sent = watchRequests();
      const client = makeClient(makePersistedLink(endpoint));
      const { data } = await client.query<{ site: { name: string } }>({ query: unheard });
      expect(data?.site.name).toBe('Harbour & Hinterland');
      expect(sent.map(({ method }) => method)).toEqual(['GET', 'POST']);
      expect((await sent[0]?.headers)?.get('cache-control')).toBe('no-store');
      expect(sent[1]?.body).toMatchObject({ query: expect.stringContaining('Unheard') });
    });
  });
});
