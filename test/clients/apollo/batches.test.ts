import { describe, expect, inject, it } from 'vitest';
import { graphql } from '../gql-tada/graphql.ts';
import { PartlyRefused } from '../refused-queries.ts';
import { watchRequests } from '../sent-requests.ts';
import { versions } from './versions.ts';

const Author = graphql(`
  query Author($id: ID!) {
    author(by: { id: $id }) {
      id
      name
    }
  }
`);

describe.each(versions)('%s', (_, { makeBatchLink, makeClient }) => {
  it('asks in one request for what is asked at the same time, and a part that is refused leaves the others', async () => {
    const client = makeClient(makeBatchLink(inject('endpoint')));
    const sent = watchRequests();
    const [first, second, refused] = await Promise.all([
      client.query({ query: Author, variables: { id: 'QXV0aG9yOjg=' } }),
      client.query({ query: Author, variables: { id: 'QXV0aG9yOjU=' } }),
      client.query({ query: PartlyRefused, errorPolicy: 'all' }),
    ]);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toHaveLength(3);
    expect(first.data?.author?.name).toBe('Yannis Karellas');
    expect(second.data?.author?.id).toBe('QXV0aG9yOjU=');
    expect(refused.data?.post).toMatchObject({ databaseId: 260, content: null });
  });
});
