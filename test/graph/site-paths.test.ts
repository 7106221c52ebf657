import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../support/graph.ts';
import { type LongSite, longSite } from '../support/long-site.ts';

let graph: Graph;

afterEach(() => graph.close());

const open = async (site: LongSite) => {
  graph = await openGraph(site, { settings: { pollInterval: 0 } });
  return site;
};

interface Paths {
  readonly nodes: { readonly uri: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const query = `query ($first: Int!, $after: String, $types: [String!]) {
  paths(first: $first, after: $after, types: $types) { nodes { uri } pageInfo { hasNextPage endCursor } }
}`;

/** All addresses, from page to page; each operation finds what earlier ones have taught. */
async function readAll(first: number, between: (pages: number) => void = () => undefined, types?: readonly string[]) {
  const uris: string[] = [];
  const requests: number[] = [];
  graph.purge();
  for (let after: string | null = null, pages = 1; ; pages++) {
    const { paths }: { paths: Paths } = await graph.data(query, { variables: { first, after, types }, warm: true });
    requests.push(graph.requests.length);
    uris.push(...paths.nodes.map(({ uri }) => uri));
    if (!paths.pageInfo.hasNextPage) return { uris, requests, pages };
    after = paths.pageInfo.endCursor;
    between(pages);
  }
}

const pathOf = (id: number) => `/post-${id}/`;

describe('the addresses of a site', () => {
  it('come a thousand at a time, with a request for each hundred and four at once', async () => {
    const site = await open(longSite(2_100));
    const posts = await readAll(1_000, undefined, ['post']);
    expect(posts.uris).toEqual(site.posts.map(pathOf));
    expect(posts.requests).toEqual([10, 10, 1]);
    expect(site.mostAtOnce).toBe(4);
    await graph.data(query, { variables: { first: 1_000, types: ['post'] }, warm: true });
    expect(graph.requests).toEqual([]);
  });

  it('are those of content, then of terms that something carries, then of authors', async () => {
    await open(longSite(3));
    const { paths } = await graph.data(
      '{ paths { nodes { uri type modifiedGmt } totalCount countsByType { type totalCount } } }',
    );
    expect(paths.nodes).toEqual([
      ...[1_000, 1_002, 1_004].map((id) => ({
        uri: pathOf(id),
        type: 'post',
        modifiedGmt: '2024-05-02T08:00:00.000Z',
      })),
      ...[3, 5].map((id) => ({ uri: `/tag/${id}/`, type: 'post_tag', modifiedGmt: null })),
      { uri: '/author/ann/', type: 'user', modifiedGmt: null },
    ]);
    expect(paths.totalCount).toBe(6);
    expect(paths.countsByType).toEqual([
      { type: 'post', totalCount: 3 },
      { type: 'page', totalCount: 0 },
      { type: 'category', totalCount: 0 },
      { type: 'post_tag', totalCount: 2 },
      { type: 'user', totalCount: 1 },
    ]);
  });

  it('are gone through in pages of any size', async () => {
    const site = await open(longSite(57));
    const all = [...site.posts.map(pathOf), '/tag/3/', '/tag/5/', '/author/ann/'];
    for (const first of [1, 7, 57, 58, 100]) expect((await readAll(first)).uris).toEqual(all);
  });

  it('repeat nothing and lack nothing that was there all the while, whatever comes and goes between two pages', async () => {
    for (const first of [100, 150, 1_000]) {
      const site = await open(longSite(2_500));
      const stay = new Set(site.posts);
      const { uris } = await readAll(
        first,
        (pages) => {
          const gone = site.posts.slice(3 * pages, 3 * pages + (pages === 2 ? 400 : 7));
          for (const id of gone) stay.delete(id);
          const come = [1_001 + 2 * pages, 8_001 + pages];
          site.posts = [...site.posts.filter((id) => !gone.includes(id)), ...come];
          graph.purge();
        },
        ['post'],
      );
      expect(new Set(uris).size).toBe(uris.length);
      expect([...stay].map(pathOf).filter((uri) => !uris.includes(uri))).toEqual([]);
      await graph.close();
    }
  });

  it('go on where they were left, also where as many come as go', async () => {
    const site = await open(longSite(300));
    const [gone = 0] = site.posts;
    const { uris } = await readAll(
      100,
      (pages) => {
        if (pages === 1) site.posts = [...site.posts.slice(1), 9_001];
        graph.purge();
      },
      ['post'],
    );
    expect(uris).toEqual([gone, ...site.posts].map(pathOf));
  });

  it('lack nothing of a page while which is read some go', async () => {
    const site = await open(longSite(1_000));
    let asked = 0;
    site.onPosts = () => {
      asked++;
      if (asked === 3) site.posts = site.posts.slice(30);
    };
    const { uris } = await readAll(1_000, undefined, ['post']);
    expect(site.posts.map(pathOf).filter((uri) => !uris.includes(uri))).toEqual([]);
    expect(new Set(uris).size).toBe(uris.length);
  });

  it('are found where the site hides how many there are', async () => {
    const site = await open(longSite(450));
    site.hidesTotals = true;
    const { uris } = await readAll(200, undefined, ['post']);
    expect(uris).toEqual(site.posts.map(pathOf));
    const { paths } = await graph.data('{ paths { totalCount } }');
    expect(paths.totalCount).toBeNull();
  });

  it('lack those that visitors may not see, without an error', async () => {
    const site = await open(longSite(2));
    site.hidesUsers = true;
    const { paths } = await graph.data('{ paths { nodes { type } totalCount pageInfo { hasNextPage } } }');
    expect(paths.nodes.map(({ type }: { type: string }) => type)).toEqual(['post', 'post', 'post_tag', 'post_tag']);
    expect(paths).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false } });
  });

  it('lack one at which WordPress fails, and say so', async () => {
    const site = await open(longSite(120));
    site.broken.add(1_010);
    const { data, errors } = await graph.run('{ paths(first: 1000, types: ["post"]) { nodes { uri } } }');
    expect(data.paths.nodes).toHaveLength(119);
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
  });

  it('lead to their documents, of which what is read comes along, and to their images, a hundred at a time', async () => {
    await open(longSite(250));
    const { paths } = await graph.data(
      '{ paths(first: 250) { nodes { uri image { sourceUrl } node { id ... on Post { title(format: TEXT) } } } } }',
    );
    expect(paths.nodes[249]).toMatchObject({
      uri: '/post-1498/',
      image: { sourceUrl: 'https://site.test/1499.jpg' },
      node: { title: 'Post 1498' },
    });
    expect(graph.requests.map(({ route }) => route.slice('/wp/v2/'.length)).sort()).toEqual([
      ...Array.from({ length: 3 }, () => 'media'),
      ...Array.from({ length: 3 }, () => 'posts'),
    ]);
  });

  it('are asked for by names of types that there are, and by counts that can be had', async () => {
    await open(longSite(1));
    const refusal = async (args: string) => (await graph.run(`{ paths(${args}) { nodes { uri } } }`)).errors?.[0];
    expect((await refusal('types: ["posts"]'))?.message).toBe(
      'Argument "types": there is no "posts"; expected names of types and taxonomies, of post, page, attachment, category, post_tag, user. Did you mean "post"?',
    );
    for (const first of [0, 1_001]) {
      const error = await refusal(`first: ${first}`);
      expect(error?.message).toBe(`Argument "first": must be between 1 and 1000, not ${first}.`);
      expect(error?.extensions?.code).toBe('BAD_USER_INPUT');
    }
    for (const cursor of ['nonsense', 'WzFd', 'WyIvd3AvdjIvbm93aGVyZSIsMSwxLDFd']) {
      expect((await refusal(`after: "${cursor}"`))?.extensions?.code).toBe('BAD_USER_INPUT');
    }
    expect((await graph.data('{ paths(types: []) { nodes { uri } totalCount } }')).paths).toEqual({
      nodes: [],
      totalCount: 0,
    });
  });

  it('count as documents, with what is read of them', async () => {
    const site = longSite(1);
    graph = await openGraph(site, { settings: { pollInterval: 0, maxDocuments: 2_500 } });
    expect((await graph.run('{ paths(first: 1000) { nodes { uri node { id } } } }')).errors).toBeUndefined();
    const { errors } = await graph.run('{ paths(first: 1000) { edges { node { uri image { id } node { id } } } } }');
    expect(errors?.[0]?.message).toContain('asks for up to 3000 documents');
  });
});
