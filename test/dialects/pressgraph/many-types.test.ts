import { getIntrospectionQuery } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type Answer, byId, list, scriptedSite, standardTypes, text } from '../../support/scripted-site.ts';

const own = Array.from({ length: 40 }, (_, index) => `kind${index + 10}`);
const types = {
  ...standardTypes,
  ...Object.fromEntries(
    own.map((type) => [type, { name: type, rest_base: `${type}s`, rest_namespace: 'wp/v2', taxonomies: [] }]),
  ),
};

/** The type of each document that the site has. */
const contents: ReadonlyMap<number, string> = new Map([
  ...Array.from({ length: 60 }, (_, index): [number, string] => [index + 1, own[index % 3] as string]),
  [71, 'post'],
  [72, 'page'],
  [80, own[30] as string],
]);
const routeOf = (type: string) => `/wp/v2/${type}s`;
const rowsOf = (type: string) =>
  [...contents].flatMap(([id, its]) => (its === type ? [{ id, slug: `${type}-${id}` }] : []));
const link = (id: number) => {
  const type = contents.get(id) as string;
  return { href: `https://site.test/wp-json${routeOf(type)}/${id}`, post_type: type };
};

/** What search answers; media and what is not published it never tells. */
const openSearch = (query: URLSearchParams): Answer => {
  const ids = query.get('include')?.split(',').map(Number) ?? [];
  return list(ids.flatMap((id) => (contents.has(id) ? [{ id, type: 'post', subtype: contents.get(id) }] : [])));
};
const refusal = { json: { code: 'rest_forbidden', message: 'No.', data: { status: 401 } }, status: 401 };

let graph: Graph;
afterEach(() => graph.close());

interface Bends {
  readonly comments?: readonly object[];
  readonly media?: readonly object[];
  search?(query: URLSearchParams): Answer;
}

/** A site of forty types of its own. */
async function open({ comments = [], media = [], search = openSearch }: Bends): Promise<void> {
  const site = scriptedSite(({ route, query }) => {
    if (route === '/wp/v2/types') return { json: types };
    if (route === '/wp/v2/search') return search(query);
    if (route === '/wp/v2/comments') return list(comments);
    if (route === '/wp/v2/media')
      return query.has('include') ? byId(...(media as { id: number }[]))(query) : list(media);
    const type = Object.keys(types).find((name) => routeOf(name) === route);
    return type === undefined ? undefined : byId(...rowsOf(type))(query);
  });
  graph = await openGraph(site);
}

describe('the graph of a site of many types', () => {
  it('is told whole to tools that ask for it', async () => {
    await open({});
    const { __schema: schema } = await graph.data(getIntrospectionQuery());
    const names = schema.types.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['Kind10', 'Kind49']));
  });
});

type Owner = { readonly __typename: string; readonly databaseId: number; readonly slug: string } | null;
const selection = '(first: 100) { nodes { databaseId post { __typename ... on Content { databaseId slug } } } }';

/** What each of a list is on, by its id. */
async function ownersOf(field: 'comments' | 'mediaItems') {
  const { data, errors } = await graph.run<Record<string, { nodes: { databaseId: number; post: Owner }[] }>>(
    `{ ${field}${selection} }`,
  );
  const nodes = data[field]?.nodes ?? [];
  const owners = Object.fromEntries(nodes.map(({ databaseId, post }) => [databaseId, post]));
  return { errors, owners, routes: graph.requests.map(({ route }) => route).toSorted() };
}

const date = '2026-01-01T00:00:00';
const commentOn = (post: number, links = {}) => ({ id: 500 + post, post, date, date_gmt: date, ...links });
const fileOf = (post: number | null, links = {}) => ({ id: 800 + (post ?? 0), post, date, slug: '', ...links });
const owner = (id: number): Owner => {
  const type = contents.get(id) as string;
  return { __typename: type.replace(/^./, (first) => first.toUpperCase()), databaseId: id, slug: `${type}-${id}` };
};
const all = [...contents.keys()];
const lists = [...own.slice(0, 3), own[30] as string].map(routeOf);

describe('on a site with forty types of its own, what a comment is on', () => {
  it('is of the type that its link says', async () => {
    const comments = all.map((id) => commentOn(id, { _links: { up: [link(id)] } }));
    await open({ comments });
    const { owners, errors, routes } = await ownersOf('comments');
    expect(errors).toBeUndefined();
    expect(owners).toEqual(Object.fromEntries(all.map((id) => [500 + id, owner(id)])));
    expect(routes).toEqual(['/wp/v2/comments', ...lists, '/wp/v2/pages', '/wp/v2/posts']);
  });

  it('is found without links as well, asking once for the types of all', async () => {
    await open({ comments: all.map((id) => commentOn(id)) });
    const { owners, errors, routes } = await ownersOf('comments');
    expect(errors).toBeUndefined();
    expect(owners).toEqual(Object.fromEntries(all.map((id) => [500 + id, owner(id)])));
    expect(routes).toEqual(['/wp/v2/comments', ...lists, '/wp/v2/pages', '/wp/v2/posts', '/wp/v2/search']);
  });

  it('may be a file, which search does not tell', async () => {
    await open({ comments: [commentOn(800)], media: [{ ...fileOf(null), slug: 'file' }] });
    const { owners, routes } = await ownersOf('comments');
    expect(owners).toEqual({ 1300: { __typename: 'Media', databaseId: 800, slug: 'file' } });
    expect(routes.length).toBeLessThanOrEqual(7);
  });

  it('is nothing where nobody has it, after a few questions', async () => {
    await open({ comments: [99, 98, 97].map((id) => commentOn(id)) });
    const { owners, routes } = await ownersOf('comments');
    expect(owners).toEqual({ 599: null, 598: null, 597: null });
    expect(routes).toHaveLength(7);
  });
});

describe('on such a site, what media were uploaded to', () => {
  it('is of the type that its link says', async () => {
    const media = all.map((id) => fileOf(id, { _links: { 'wp:attached-to': [link(id)] } }));
    await open({ media: [...media, fileOf(null)] });
    const { owners, errors, routes } = await ownersOf('mediaItems');
    expect(errors).toBeUndefined();
    expect(owners).toEqual({ ...Object.fromEntries(all.map((id) => [800 + id, owner(id)])), 800: null });
    expect(routes).toEqual([...lists, '/wp/v2/media', '/wp/v2/pages', '/wp/v2/posts']);
  });

  it('is found before WordPress 6.9 as well, which writes no such link', async () => {
    await open({ media: [...all.map((id) => fileOf(id)), fileOf(null)] });
    const { owners, errors, routes } = await ownersOf('mediaItems');
    expect(errors).toBeUndefined();
    expect(owners).toEqual({ ...Object.fromEntries(all.map((id) => [800 + id, owner(id)])), 800: null });
    expect(routes).toEqual([...lists, '/wp/v2/media', '/wp/v2/pages', '/wp/v2/posts', '/wp/v2/search']);
  });

  it('is told once: what the types are is known from then on', async () => {
    await open({ media: [fileOf(1), fileOf(2)] });
    await ownersOf('mediaItems');
    const query = '{ media(by: { databaseId: 802 }) { post { ... on Content { title } } } }';
    expect((await graph.run(query, { warm: true })).errors).toBeUndefined();
    expect(graph.to('/wp/v2/search')).toEqual([]);
  });

  it.each<[string, (query: URLSearchParams) => Answer]>([
    ['tells of others than it was asked for', () => list([{ id: 1000, subtype: 'post' }], 400)],
    [
      'says nothing of types',
      (query) => list((query.get('include') ?? '').split(',').map((id) => ({ id: Number(id) }))),
    ],
    ['tells of a type that is none', () => list([{ id: 71, subtype: 'nothing' }])],
    ['tells of another type', () => list([{ id: 71, subtype: own[39] }])],
  ])('is asked of the likeliest types, and of a few, where search %s', async (_case, search) => {
    await open({ media: [71, 72, 1, 3].map((id) => fileOf(id)), search });
    const { owners, errors, routes } = await ownersOf('mediaItems');
    expect(errors).toBeUndefined();
    expect(owners).toEqual({ 871: owner(71), 872: owner(72), 801: owner(1), 803: owner(3) });
    expect(routes.length).toBeLessThanOrEqual(9);
  });

  it.each<[string, Answer, string]>([
    ['is closed', refusal, 'UNAUTHENTICATED'],
    ['fails', text('Service Unavailable', 503), 'UPSTREAM_UNAVAILABLE'],
  ])('is said to be unknown where search %s, and the likeliest do not have it', async (_case, answer, code) => {
    await open({ media: [71, 1, 80].map((id) => fileOf(id)), search: () => answer });
    const { owners, errors, routes } = await ownersOf('mediaItems');
    expect(owners).toEqual({ 871: owner(71), 801: owner(1), 880: null });
    expect(errors).toMatchObject([{ extensions: { route: '/wp/v2/search', code } }]);
    expect(routes.length).toBeLessThanOrEqual(9);
  });
});
