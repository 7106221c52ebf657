import { describe, expect, inject, it } from 'vitest';
import { tooMuchText } from '../refused-queries.ts';
import { watchRequests } from '../sent-requests.ts';
import { openSilentEndpoint } from '../silent-endpoint.ts';
import { ask, askByHash, GraphError } from './graph.ts';

const endpoint = inject('endpoint');
const bySlug = 'query BySlug($slug: String!) { post(by: { slug: $slug }) { id slug } }';
const slug = 'octobers-last-plum';

const graphErrorOf = (asked: Promise<unknown>): Promise<GraphError> =>
  asked.then(
    () => expect.fail('It was answered.'),
    (error: unknown) => (error instanceof GraphError ? error : Promise.reject(error)),
  );

describe('plain fetch', () => {
  it('asks with variables', async () => {
    expect(await ask(endpoint, bySlug, { slug })).toEqual({ post: { id: 'UG9zdDoyNjA=', slug } });
  });

  it('sends a query once, and its hash from then on', async () => {
    const query = 'query ByHash($id: ID!) { node(id: $id) { id } }';
    const sent = watchRequests();
    for (const id of ['UG9zdDoyNjA=', 'UGFnZTo0MDY=']) {
      expect(await askByHash(endpoint, query, { id })).toEqual({ node: { id } });
    }
    expect(sent.map(({ url }) => url.searchParams.has('query'))).toEqual([false, true, false]);
    expect((await sent[2]?.headers)?.get('cache-control')).toContain('public');
  });

  it('reads errors with what there is beside them', async () => {
    const { data, errors } = await graphErrorOf(
      ask(endpoint, '{ post(by: { databaseId: 260 }) { slug content(format: RAW) } }'),
    );
    expect(data).toEqual({ post: { slug, content: null } });
    expect(errors).toMatchObject([{ path: ['post', 'content'], extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it.each([
    ['that is no GraphQL', '{', 'GRAPHQL_PARSE_FAILED'],
    ['that does not fit the schema', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['that is too large', `{ site { id } } # ${tooMuchText}`, 'OPERATION_TOO_LARGE'],
  ])('reads why a query is refused %s', async (_, query, code) => {
    const { errors } = await graphErrorOf(ask(endpoint, query));
    expect(errors).toMatchObject([{ extensions: { code } }]);
  });

  it('lets go of a query', async () => {
    const leaving = new AbortController();
    const silent = await openSilentEndpoint();
    const asked = ask(silent.url, bySlug, { slug }, leaving.signal);
    asked.catch(() => undefined);
    await silent.asked;
    leaving.abort();
    await silent.left;
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});
