import { expect, inject, it } from 'vitest';
import { PartlyRefused } from '../refused-queries.ts';
import { watchRequests } from '../sent-requests.ts';
import { makeClient, makeTolerantClient } from './client.ts';

const endpoint = inject('endpoint');
const NodeType = 'query NodeType($id: ID!) { node(id: $id) { __typename } }';
const page = { document: NodeType, variables: { id: 'UGFnZTo0MDY=' } };
const tag = { document: NodeType, variables: { id: 'VGFnOjM1' } };

it('graphql-request asks for several things in one request', async () => {
  const sent = watchRequests();
  const answers = await makeClient(endpoint).batchRequests([page, tag]);
  expect(sent).toHaveLength(1);
  expect(answers).toMatchObject([
    { data: { node: { __typename: 'Page' } } },
    { data: { node: { __typename: 'Tag' } } },
  ]);
});

it('a part of a batch that is refused leaves the others (errorPolicy all)', async () => {
  const answers = await makeTolerantClient(endpoint).batchRequests([page, { document: PartlyRefused }]);
  expect(answers).toMatchObject([
    { data: { node: { __typename: 'Page' } } },
    { data: { post: { content: null } }, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
  ]);
});
