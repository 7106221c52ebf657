import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GatewayConfig } from '../../../src/gateway.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type Answer, list, type Script, scriptedSite, text } from '../../support/scripted-site.ts';

interface Image {
  readonly id: number;
  readonly source_url: string;
  readonly alt_text?: string;
}

const asked: URLSearchParams[] = [];
const mediaAsked: URLSearchParams[] = [];
let images: Map<number, Image>;
/** What stands in the place of an image that a post embeds. */
let inPlace: (image: Image | undefined) => unknown;
let whenEmbedding: () => Answer | Promise<Answer | undefined> | undefined;
let dates: (id: number) => string;
let isImageSeen: (image: Image) => boolean;
const open: Graph[] = [];

beforeEach(() => {
  images = new Map([11, 12, 13].map((id) => [id, { id, source_url: `/${id}.jpg`, alt_text: `Image ${id}` }]));
  inPlace = (image) => image && { ...image, _links: { self: [{ href: 'https://site.test/' }] } };
  whenEmbedding = () => undefined;
  isImageSeen = () => true;
  dates = (id) => `2026-01-0${id}T00:00:00`;
});

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

const script: Script = async ({ route, query }) => {
  if (query.get('_fields') === 'id,_links') return undefined;
  if (route === '/wp/v2/users') return list([{ id: 5, name: 'Ada' }]);
  if (route === '/wp/v2/media') {
    mediaAsked.push(query);
    const ids = query.get('include')?.split(',').map(Number) ?? [];
    return list(ids.flatMap((id) => images.get(id) ?? []).filter(isImageSeen));
  }
  if (route !== '/wp/v2/posts') return undefined;
  asked.push(query);
  if (query.has('search')) return { json: {}, status: 500 };
  const isEmbedding = query.has('_embed');
  const asTheyAre = new Map(images);
  const spoilt = isEmbedding ? await whenEmbedding() : undefined;
  if (spoilt) return spoilt;
  const fields = query.get('_fields')?.split(',') ?? [];
  const size = Number(query.get('per_page'));
  const included = query.get('include')?.split(',').map(Number);
  const posts = [3, 2, 1]
    .filter((id) => included?.includes(id) ?? true)
    .map((id) => ({
      id,
      date: dates(id),
      title: { rendered: `Post ${id}` },
      excerpt: { rendered: `Excerpt ${id}`, protected: false },
      author: 5,
      featured_media: 10 + id,
      ...(isEmbedding && { _embedded: { 'wp:featuredmedia': [inPlace(asTheyAre.get(10 + id))] } }),
    }));
  const page = posts.slice(0, size).map((post) => picked(post, fields));
  return { ...list(page), headers: { 'x-wp-total': '3', 'x-wp-totalpages': String(Math.ceil(3 / size)) } };
};

const picked = (document: object, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(document).filter(([name]) => fields.includes(name)));

/** Holds the next embedding back; `answer` is what it comes to. */
function heldBack(answer: () => Answer | undefined = () => undefined) {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    whenEmbedding = async () => {
      resolve();
      await gate;
      return answer();
    };
  });
  return { reached, release: () => release() };
}

/** Until what has just been sent waits for its list. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

const secret = 'a secret that is long enough';

function announced(graph: Graph, change: object): Promise<Response> {
  const body = JSON.stringify(change);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-pressgraph-timestamp': timestamp,
    'x-pressgraph-signature': `sha256=${signature}`,
  };
  return graph.fetch(new Request('http://gateway.test/webhook', { method: 'POST', headers, body }));
}

async function graphOn(settings: GatewayConfig['settings'] = {}): Promise<Graph> {
  const graph = await openGraph(scriptedSite(script), { settings: { responseCacheBytes: 0, ...settings } });
  open.push(graph);
  asked.length = 0;
  mediaAsked.length = 0;
  return graph;
}

const isEmbedding = () => asked.map((query) => query.get('_embed') === 'wp:featuredmedia');
const imagesOf = '{ posts(first: 3) { nodes { title featuredMedia { sourceUrl } } } }';
const withAuthors = '{ posts(first: 3) { nodes { author { name } featuredMedia { sourceUrl } } } }';
const urls = ({ posts }: { posts: { nodes: { featuredMedia: { sourceUrl: string } | null }[] } }) =>
  posts.nodes.map(({ featuredMedia }) => featuredMedia?.sourceUrl ?? null);
const allUrls = ['/11.jpg', '/12.jpg', '/13.jpg'];
const warm = { warm: true };

describe('images of a short list', () => {
  it('come with it, and are known from then on', async () => {
    const graph = await graphOn();
    expect(urls(await graph.data(imagesOf)).sort()).toEqual(allUrls);
    expect(graph.requests).toHaveLength(1);
    expect(isEmbedding()).toEqual([true]);
    const { media } = await graph.data('{ media(by: { databaseId: 12 }) { sourceUrl } }', warm);
    expect(media.sourceUrl).toBe('/12.jpg');
    expect(graph.requests).toHaveLength(0);
  });

  it('of which more is wanted than comes are asked for by their ids', async () => {
    const graph = await graphOn();
    const { posts } = await graph.data('{ posts(first: 3) { nodes { featuredMedia { sourceUrl fileSize } } } }');
    expect(posts.nodes).toHaveLength(3);
    expect(isEmbedding()).toEqual([false]);
    expect(mediaAsked).toHaveLength(1);
  });

  it('that lack a property there are asked for by their ids', async () => {
    inPlace = (image) => image && { id: image.id, source_url: image.source_url };
    const graph = await graphOn();
    const { posts } = await graph.data('{ posts(first: 3) { nodes { featuredMedia { altText } } } }');
    expect(
      posts.nodes.map(({ featuredMedia }: { featuredMedia: { altText: string } }) => featuredMedia.altText),
    ).toEqual(['Image 13', 'Image 12', 'Image 11']);
    expect(isEmbedding()).toEqual([true]);
    expect(mediaAsked.map((query) => query.get('include'))).toEqual(['13,12,11']);
  });

  it.each([
    ['an error', { code: 'rest_forbidden', message: 'No.', data: { status: 401 } }],
    ['nothing', undefined],
    ['another image', { id: 99, source_url: '/99.jpg' }],
  ])('with %s in the place of one are asked for that one', async (_what, other) => {
    inPlace = (image) => (image?.id === 12 ? other : image);
    isImageSeen = ({ id }) => id !== 12;
    const graph = await graphOn();
    expect(urls(await graph.data(imagesOf))).toEqual(['/13.jpg', null, '/11.jpg']);
    expect(mediaAsked.map((query) => query.get('include'))).toEqual(['12']);
    const { media } = await graph.data('{ media(by: { databaseId: 99 }) { sourceUrl } }', warm);
    expect(media).toBeNull();
  });

  it('are left out while others have to be asked for as well', async () => {
    const graph = await graphOn();
    for (let turn = 0; turn < 3; turn++) expect(urls(await graph.data(withAuthors)).sort()).toEqual(allUrls);
    expect(isEmbedding()).toEqual([false, false, false]);
  });

  it('come along when the others turn out to be known', async () => {
    const graph = await graphOn({ freshFor: '0,users=3600', staleFor: 0 });
    for (let turn = 0; turn < 4; turn++) expect(urls(await graph.data(withAuthors, warm)).sort()).toEqual(allUrls);
    expect(isEmbedding()).toEqual([false, false, true, true]);
    expect(mediaAsked).toHaveLength(2);
  });

  it('that are known as a rule are not sent again', async () => {
    const graph = await graphOn({ freshFor: '3600,content=0', staleFor: 0 });
    for (let turn = 0; turn < 4; turn++) expect(urls(await graph.data(imagesOf, warm)).sort()).toEqual(allUrls);
    expect(isEmbedding()).toEqual([true, true, false, false]);
    expect(mediaAsked).toHaveLength(0);
  });

  it('do not come with what is refreshed behind', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const graph = await graphOn({ freshFor: 60, staleFor: 60 });
    await graph.data(imagesOf);
    vi.setSystemTime(Date.now() + 90_000);
    await graph.data(imagesOf, warm);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(isEmbedding()).toEqual([true, false]);
  });

  it.each([
    ['an error', { json: { code: 'internal_server_error', message: 'Oh.', data: { status: 500 } }, status: 500 }],
    ['a refusal', text('<html>Blocked</html>', 403)],
    ['no list', { json: { whoops: true } }],
    ['no JSON', text('Fatal error')],
  ])('take nothing with them when WordPress answers with %s', async (_what, answer) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    whenEmbedding = () => answer;
    const graph = await graphOn();
    expect(urls(await graph.data(imagesOf)).sort()).toEqual(allUrls);
    expect(isEmbedding()).toEqual([true, false]);
    await graph.data(imagesOf);
    expect(isEmbedding()).toEqual([true, false, false]);
    vi.setSystemTime(Date.now() + 301_000);
    whenEmbedding = () => undefined;
    expect(urls(await graph.data(imagesOf)).sort()).toEqual(allUrls);
    expect(isEmbedding()).toEqual([true, false, false, true]);
  });

  it.each([502, 504, 429])(
    'take one list with them, and not the next, when WordPress answers with %i',
    async (status) => {
      whenEmbedding = () => text('<html>Busy</html>', status);
      const graph = await graphOn({ upstreamRetries: 0 });
      expect((await graph.run(imagesOf)).errors).toHaveLength(1);
      expect(urls(await graph.data(imagesOf)).sort()).toEqual(allUrls);
      expect(isEmbedding()).toEqual([true, false]);
    },
  );

  it('still come along after a list that fails whichever way it is asked for', async () => {
    const graph = await graphOn();
    const failing = '{ posts(first: 3, where: { search: "x" }) { nodes { featuredMedia { sourceUrl } } } }';
    expect((await graph.run(failing)).errors).toHaveLength(1);
    await graph.data(imagesOf);
    expect(isEmbedding()).toEqual([true, false, true]);
  });

  it('are asked for by their ids with credentials, which tell nothing of what is known', async () => {
    const graph = await graphOn();
    const headers = { authorization: 'Basic c2VjcmV0' };
    expect(urls(await graph.data(imagesOf, { headers })).sort()).toEqual(allUrls);
    expect(isEmbedding()).toEqual([false]);
    await graph.data(imagesOf);
    expect(isEmbedding()).toEqual([false, true]);
  });

  it('leave alone what is known of one and did not come', async () => {
    const graph = await graphOn();
    const image = '{ media(by: { databaseId: 12 }) { altText } }';
    await graph.data(image);
    inPlace = (full) => full && { id: full.id, source_url: full.source_url };
    const wider = '{ posts(first: 3) { nodes { featuredMedia { sourceUrl altText } } } }';
    expect((await graph.data(wider, warm)).posts.nodes[1].featuredMedia).toEqual({
      sourceUrl: '/12.jpg',
      altText: 'Image 12',
    });
    expect((await graph.data(image, warm)).media.altText).toBe('Image 12');
  });

  it('are as they are now for who joins a list after they have changed', async () => {
    const graph = await graphOn({ webhookSecret: secret });
    const { reached, release } = heldBack();
    const first = graph.data(imagesOf, warm);
    await reached;
    images.set(12, { id: 12, source_url: '/new.jpg' });
    expect((await announced(graph, { type: 'attachment', id: 12 })).status).toBe(202);
    const second = graph.data(imagesOf, warm);
    await turn();
    release();
    expect(urls(await first)).toContain('/12.jpg');
    expect(urls(await second)).toContain('/new.jpg');
    // The other one is the look that follows an announcement.
    expect(asked.filter((query) => query.get('_fields')?.includes('title'))).toHaveLength(1);
  });

  it('end the life of an answer with their own, for who joined the list too', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const graph = await graphOn({ freshFor: '3600,media=10', staleFor: 0, responseCacheBytes: 1_000_000 });
    const { reached, release } = heldBack();
    const named = (name: string) => imagesOf.replace('{', `query ${name} {`);
    const both = [graph.data(named('A'), warm)];
    await reached;
    both.push(graph.data(named('B'), warm));
    await turn();
    release();
    await Promise.all(both);
    images.set(12, { id: 12, source_url: '/new.jpg' });
    vi.setSystemTime(Date.now() + 11_000);
    for (const name of ['A', 'B']) expect(urls(await graph.data(named(name), warm))).toContain('/new.jpg');
    expect(asked).toHaveLength(1);
  });

  it('do not take the list from who joined it when its first asker has gone', async () => {
    const graph = await graphOn();
    const { reached, release } = heldBack(() => ({ json: {}, status: 500 }));
    const client = new AbortController();
    const first = graph.fetch(
      new Request('http://gateway.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: imagesOf }),
        signal: client.signal,
      }),
    );
    await reached;
    const second = graph.data(imagesOf, warm);
    await turn();
    client.abort();
    release();
    expect(urls(await second).sort()).toEqual(allUrls);
    await first.catch(() => undefined);
  });

  it('count as known or not only where their ids came', async () => {
    const graph = await graphOn();
    dates = () => '2026-01-01T00:00:00';
    // A page that ends within a second reads all of it, first without what is dear, and without the images' ids.
    const query = '{ posts(first: 1) { nodes { title excerpt featuredMedia { sourceUrl } } pageInfo { endCursor } } }';
    for (let time = 0; time < 3; time++) expect((await graph.data(query)).posts.nodes).toHaveLength(1);
    const lists = asked.filter((query) => query.get('_fields')?.includes('title') && !query.has('include'));
    expect(lists.map((query) => query.has('_embed'))).toEqual([true, true, true]);
  });

  it('are not asked for twice of a site that is down', async () => {
    whenEmbedding = () => ({ json: { code: 'wp_die', message: 'down' }, status: 503 });
    const graph = await graphOn({ upstreamRetries: 0 });
    const { errors } = await graph.run(imagesOf);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', route: '/wp/v2/posts' });
    expect(isEmbedding()).toEqual([true]);
  });

  it('that were asked for before a change are not kept after it', async () => {
    const graph = await graphOn();
    whenEmbedding = () => {
      graph.purge();
      return undefined;
    };
    expect(urls(await graph.data(imagesOf)).sort()).toEqual(allUrls);
    await graph.data('{ media(by: { databaseId: 12 }) { sourceUrl } }', warm);
    expect(mediaAsked.map((query) => query.get('include'))).toEqual(['12']);
  });
});
