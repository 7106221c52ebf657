import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type SeenRequest } from '../../support/graph.ts';
import { type Answer, list, type Script, scriptedSite, text } from '../../support/scripted-site.ts';

let graph: Graph;
afterEach(() => graph.close());

const open = async (script: Script) => {
  graph = await openGraph(scriptedSite(script));
};
const headers = { authorization: 'Bearer x' };
const refused = (code: string, status: number, details?: object): Answer => ({
  json: { code, message: 'No.', data: { status, details } },
  status,
});

describe('credentials that a plugin refuses', () => {
  it('are an error for a public document, a list and what they lead to, and no absence', async () => {
    await open(({ request, route }) => {
      if (request.headers.authorization) return refused('jwt_auth_invalid_token', 403);
      return route === '/wp/v2/posts' ? list([{ id: 163, title: { rendered: 'Public' } }]) : undefined;
    });
    const query =
      '{ post(by: { databaseId: 163 }) { title } tags { totalCount } bySlug: post(by: { slug: "x" }) { title } }';
    const { errors } = await graph.run(query, { headers });
    const told = errors?.map(({ path, extensions }) => [path?.[0], extensions?.code]);
    expect(told?.sort()).toEqual([
      ['bySlug', 'UNAUTHENTICATED'],
      ['post', 'UNAUTHENTICATED'],
      ['tags', 'UNAUTHENTICATED'],
    ]);
    expect((await graph.data('{ post(by: { databaseId: 163 }) { title } }')).post).toEqual({ title: 'Public' });
  });
});

describe('a status that a viewer may not ask for', () => {
  it.each([
    [401, 'UNAUTHENTICATED'],
    [403, 'FORBIDDEN'],
  ])('is refused with %i inside as %s', async (status, code) => {
    const details = { status: { code: 'rest_forbidden_status', message: 'No.', data: { status } } };
    await open(({ query }) => (query.has('status') ? refused('rest_invalid_param', 400, details) : undefined));
    const { errors } = await graph.run('{ posts(where: { status: ["draft"] }) { totalCount } }', { headers });
    expect(errors).toMatchObject([{ extensions: { code } }]);
  });
});

describe('what is not published', () => {
  const documents = [
    { id: 1, slug: 'private-one', status: 'private', type: 'post', link: 'https://site.test/2026/11/private-one/' },
    { id: 2, slug: 'shared', status: 'draft', type: 'post', link: 'https://site.test/?p=2' },
    { id: 3, slug: 'shared', status: 'publish', type: 'post', link: 'https://site.test/2026/11/shared/' },
    { id: 4, slug: 'sketch', status: 'draft', type: 'post', link: 'https://site.test/?p=4' },
  ];
  const site =
    (mayEdit: boolean): Script =>
    ({ route, query, request }) => {
      if (request.method === 'HEAD')
        return text('', 404, { link: '<https://site.test/wp-json/>; rel="https://api.w.org/"' });
      if (route !== '/wp/v2/posts' || !query.has('slug')) return undefined;
      const isAny = query.get('status') === 'any';
      if (isAny && !mayEdit) {
        const details = { status: { code: 'rest_forbidden_status', message: 'No.', data: { status: 403 } } };
        return refused('rest_invalid_param', 400, details);
      }
      const slugs = query.get('slug')?.split(',');
      return list(documents.filter(({ slug, status }) => slugs?.includes(slug) && (isAny || status === 'publish')));
    };
  const asked = ({ method, authorization, query: { status } }: SeenRequest) =>
    method === 'HEAD' && !authorization ? 'its page' : (status ?? 'published');
  const query = `{
    slug: post(by: { slug: "private-one" }) { databaseId }
    uri: post(by: { uri: "/2026/11/private-one/" }) { databaseId }
    shared: post(by: { slug: "shared" }) { databaseId }
    sketch: post(by: { slug: "sketch" }) { databaseId }
  }`;

  it('is found by its slug and its own address by who may see it; a draft takes the slug of nothing published', async () => {
    await open(site(true));
    expect(await graph.data(query, { headers })).toEqual({
      slug: { databaseId: 1 },
      uri: { databaseId: 1 },
      shared: { databaseId: 3 },
      sketch: { databaseId: 4 },
    });
    expect(graph.requests).toHaveLength(1);
  });

  it('is asked for once by who may not', async () => {
    await open(site(false));
    expect(await graph.data(query, { headers })).toEqual({
      slug: null,
      uri: null,
      shared: { databaseId: 3 },
      sketch: null,
    });
    expect(graph.requests.map(asked)).toEqual(['any', 'published', 'its page']);
  });

  it('is not asked for without credentials', async () => {
    await open(site(true));
    expect(await graph.data(query)).toMatchObject({ slug: null, shared: { databaseId: 3 } });
    expect(graph.requests.map(asked)).toEqual(['published', 'its page']);
  });
});
