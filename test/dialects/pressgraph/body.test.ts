import { afterEach, describe, expect, it, vi } from 'vitest';
import { OutlineReader } from '../../../src/graph/fields/outline.ts';
import { fieldsOf, type Graph, openGraph } from '../../support/graph.ts';
import { isSample, list, scriptedSite } from '../../support/scripted-site.ts';

const open: Graph[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

const site = 'https://site.test';
const uploads = `${site}/wp-content/uploads/2026/01`;

const first = `<p>A bend in the <a href="${site}/river/?utm=1&#038;x=y">river</a>, and <a href="/hills/">hills</a>.</p>
<h2 id="walls">Walls <em>of</em> wood</h2>
<figure><img src="${uploads}/bend-300x200.jpg" alt="A bend" width="300" height="200" class="wp-image-7"><figcaption>The bend</figcaption></figure>
<img src="${uploads}/other.jpg" class="wp-image-7"><img src="//cdn.test/x.png" data-id="8"><img src="bare.jpg" alt="">
<p><a href="mailto:a@site.test" rel="nofollow">Write</a> <a href="${uploads}/plan.pdf">Plan</a> <a href="https://elsewhere.test/">Away</a> <a href="#walls">Up</a> <a href="http://[">?</a></p>`;

const words = (count: number, word = 'word') =>
  Array.from({ length: count }, (_, index) => `${word}${index + 1}`).join(' ');

const posts = [
  {
    id: 1,
    link: `${site}/one/`,
    content: { rendered: first, protected: false },
    excerpt: { rendered: '<p>By <b>hand</b> &amp; heart &nbsp;it is.</p>\n', protected: false },
  },
  {
    id: 2,
    link: `${site}/two/`,
    content: { rendered: '', protected: true },
    excerpt: { rendered: '', protected: true },
  },
  {
    id: 3,
    link: `${site}/three/`,
    content: { rendered: `<p>${words(70)}</p><p>last</p>`, protected: false },
    excerpt: { rendered: `<p>${words(55)} [&hellip;]</p>\n`, protected: false },
  },
  {
    id: 4,
    link: `${site}/four/`,
    content: { rendered: `<p>${words(70)}</p>`, protected: false },
    excerpt: {
      rendered: `<p>${words(20)}&hellip; <a class="more-link" href="${site}/four/#more-4">Continue reading <span>Four</span></a></p>`,
      protected: false,
    },
  },
  {
    id: 5,
    link: `${site}/five/`,
    content: { rendered: `<p>${words(70)}</p>`, protected: false },
    excerpt: { rendered: `<p>${words(9, 'other')} …</p>`, protected: false },
  },
  { id: 6, link: false, content: false, excerpt: [] },
].map((post) => ({
  date: `2026-01-0${post.id}T00:00:00`,
  status: 'publish',
  slug: String(post.link).split('/').at(-2) ?? '',
  type: 'post',
  title: { rendered: '' },
  ...post,
}));

const media = [
  {
    id: 7,
    source_url: `${uploads}/bend-scaled.jpg`,
    title: { rendered: 'Bend' },
    description: { rendered: `<p><a href='${uploads}/bend.jpg'>x</a> <a href="${site}/river/">y</a></p>` },
    caption: { rendered: `<a href="${site}/river/">z</a>` },
  },
  { id: 8, source_url: false, title: { rendered: 'None' } },
].map((each) => ({
  date: '2026-01-01T00:00:00',
  slug: `media-${each.id}`,
  status: 'inherit',
  type: 'attachment',
  ...each,
}));

/** Gives of each document what is asked for. */
function bodies() {
  return scriptedSite(({ route, query }) => {
    if (isSample(query)) return undefined;
    const known: Record<string, readonly { readonly id: number; readonly slug: string }[]> = {
      '/wp/v2/posts': posts,
      '/wp/v2/media': media,
    };
    const fields = (query.get('_fields') ?? '').split(',').map((field) => field.split('.')[0]);
    const ids = query.get('include')?.split(',').map(Number);
    const slugs = query.get('slug')?.split(',');
    const asked = known[route]?.filter(
      ({ id, slug }) => (!ids || ids.includes(id)) && (!slugs || slugs.includes(slug)),
    );
    return (
      asked &&
      list(asked.map((each) => Object.fromEntries(Object.entries(each).filter(([name]) => fields.includes(name)))))
    );
  });
}

async function graphOf(settings = {}): Promise<Graph> {
  const graph = await openGraph(bodies(), { settings });
  open.push(graph);
  return graph;
}

const toPosts = (graph: Graph) =>
  graph
    .to('/wp/v2/posts')
    .map((request) => fieldsOf(request).filter((field) => !['id', 'status', 'type', 'date'].includes(field)));

describe('what is read of a body', () => {
  it('is its words, headings, images and links', async () => {
    const graph = await graphOf();
    const { post } = await graph.data(`{ post(by: { databaseId: 1 }) {
      wordCount readingTime slow: readingTime(wordsPerMinute: 5)
      headings { level text anchor }
      images { url alt width height caption media { title } }
      links { url uri text rel isOwn }
      followed: links { node { __typename id ... on Post { excerpt(words: 1) } } }
    } }`);
    expect(post).toMatchObject({ wordCount: 16, readingTime: 1, slow: 4 });
    expect(post.headings).toEqual([{ level: 2, text: 'Walls of wood', anchor: 'walls' }]);
    const none = { alt: null, width: null, height: null, caption: null, media: null };
    expect(post.images).toEqual([
      {
        url: `${uploads}/bend-300x200.jpg`,
        alt: 'A bend',
        width: 300,
        height: 200,
        caption: 'The bend',
        media: { title: 'Bend' },
      },
      { ...none, url: `${uploads}/other.jpg` },
      { ...none, url: 'https://cdn.test/x.png' },
      { ...none, url: `${site}/one/bare.jpg`, alt: '' },
    ]);
    expect(post.followed.map(({ node }: { node: { excerpt?: string } | null }) => node?.excerpt ?? null)).toEqual([
      ...[null, null, null, null, null],
      // The link to a heading of its own.
      '<p>By…</p>',
      null,
    ]);
    const away = { uri: null, rel: null, isOwn: false };
    expect(post.links).toEqual([
      { url: `${site}/river/?utm=1&x=y`, uri: '/river/?utm=1&x=y', text: 'river', rel: null, isOwn: true },
      { url: `${site}/hills/`, uri: '/hills/', text: 'hills', rel: null, isOwn: true },
      { ...away, url: 'mailto:a@site.test', text: 'Write', rel: 'nofollow' },
      { ...away, url: `${uploads}/plan.pdf`, text: 'Plan', isOwn: true },
      { ...away, url: 'https://elsewhere.test/', text: 'Away' },
      { url: `${site}/one/#walls`, uri: '/one/#walls', text: 'Up', rel: null, isOwn: true },
      { ...away, url: 'http://[', text: '?' },
    ]);
  });

  it('is null where a password is needed, and where there is no body', async () => {
    const graph = await graphOf();
    const fields = '{ wordCount readingTime headings { text } images { url } links { url } content excerpt(words: 3) }';
    const { two, six, seven } = await graph.data(
      `{ two: post(by: { databaseId: 2 }) ${fields} six: post(by: { databaseId: 6 }) ${fields} seven: media(by: { databaseId: 7 }) ${fields} }`,
    );
    const nothing = {
      wordCount: null,
      readingTime: null,
      headings: null,
      images: null,
      links: null,
      content: null,
      excerpt: null,
    };
    expect([two, six, seven]).toEqual([nothing, nothing, nothing]);
  });

  it('takes one pass over each body, and asks for bodies once', async () => {
    const graph = await graphOf();
    const read = vi.spyOn(OutlineReader.prototype, 'readOn');
    const query =
      '{ posts { nodes { wordCount again: wordCount readingTime headings { text } images { url } links { uri } content } } }';
    const cold = await graph.data(query);
    expect(toPosts(graph)).toEqual([['content', 'link']]);
    expect(read).toHaveBeenCalledTimes(4);
    const warm = await graph.run(query, { warm: true });
    expect(warm.data).toEqual(cold);
    expect(graph.requests).toEqual([]);
  });

  it.each(['wordCount', 'readingTime', 'headings { text }', 'content(format: TEXT)'])(
    'asks for the body alone: %s',
    async (field) => {
      const graph = await graphOf();
      await graph.data(`{ posts { nodes { ${field} } } }`);
      expect(toPosts(graph)).toEqual([['content']]);
    },
  );

  it('asks for the media of the images of many bodies together', async () => {
    const graph = await graphOf();
    await graph.data('{ posts { nodes { images { media { id } } } } }');
    expect(graph.to('/wp/v2/media').map(({ query }) => query.include)).toEqual(['7,8']);
    expect(graph.requests).toHaveLength(2);
  });

  it('is refused for a pace that is none', async () => {
    const graph = await graphOf();
    const { errors, data } = await graph.run(
      '{ post(by: { databaseId: 1 }) { readingTime(wordsPerMinute: 0) wordCount } }',
    );
    expect(errors?.map(({ message, extensions }) => [message, extensions?.code])).toEqual([
      ['Argument "wordsPerMinute": 0 is no pace of a reader; give 1 to 2000.', 'BAD_USER_INPUT'],
    ]);
    expect(data.post).toEqual({ readingTime: null, wordCount: 16 });
  });
});

describe('an excerpt of so many words', () => {
  async function excerpts(graph: Graph, args: string, ...ids: number[]): Promise<string[]> {
    const fields = ids.map((id) => `p${id}: post(by: { databaseId: ${id} }) { excerpt(${args}) }`);
    const data = await graph.data(`{ ${fields.join(' ')} }`);
    return Object.values(data).map((post) => (post as { excerpt: string }).excerpt);
  }

  it('is the start of what WordPress gives, where that is long enough', async () => {
    const graph = await graphOf();
    expect(await excerpts(graph, 'words: 2', 1, 3, 4, 5)).toEqual([
      '<p>By hand…</p>',
      '<p>word1 word2…</p>',
      '<p>word1 word2…</p>',
      '<p>other1 other2…</p>',
    ]);
    expect(toPosts(graph).flat()).not.toContain('content');
  });

  it('is all of one that is shorter', async () => {
    const graph = await graphOf();
    expect(await excerpts(graph, 'words: 10', 1)).toEqual(['<p>By hand &amp; heart &nbsp;it is.</p>']);
    expect(await excerpts(graph, 'words: 10, format: TEXT', 1)).toEqual(['By hand & heart \u00a0it is.']);
    expect(toPosts(graph).flat()).not.toContain('content');
  });

  it('is the start of the body where WordPress gives less of it, asked for all of a list together', async () => {
    const graph = await graphOf();
    const { posts: page } = await graph.data('{ posts { nodes { databaseId excerpt(words: 60, format: TEXT) } } }');
    const found = new Map(
      page.nodes.map((post: { databaseId: number; excerpt: string }) => [post.databaseId, post.excerpt]),
    );
    expect(found.get(3)).toBe(`${words(60)}…`);
    expect(found.get(4)).toBe(`${words(60)}…`);
    // It is none of the body's.
    expect(found.get(5)).toBe(`${words(9, 'other')} …`);
    expect(found.get(1)).toBe('By hand & heart \u00a0it is.');
    expect(toPosts(graph)).toEqual([['excerpt', 'link'], ['content']]);
    expect(graph.to('/wp/v2/posts')[1]?.query.include).toBe('3,4,5');
    expect(await excerpts(graph, 'words: 100, format: TEXT', 3)).toEqual([`${words(70)} last`]);
  });

  it('is refused for a length that is none, and left alone as stored', async () => {
    const graph = await graphOf();
    const { errors } = await graph.run(
      '{ post(by: { databaseId: 1 }) { a: excerpt(words: 0) b: excerpt(words: 1001) c: excerpt(words: 0, format: RAW) } }',
    );
    expect(errors?.map(({ message }) => message)).toEqual([
      'Argument "words": 0 is no length; ask for 1 to 1000.',
      'Argument "words": 1001 is no length; ask for 1 to 1000.',
      'Format RAW of "excerpt" needs credentials with the right to edit.',
    ]);
  });

  it('costs those who do not ask for it nothing', async () => {
    const graph = await graphOf();
    await graph.data('{ posts { nodes { excerpt } } }');
    expect(toPosts(graph)).toEqual([['excerpt']]);
  });
});

describe('texts with relative links', () => {
  it('are the same but for links to pages of the site', async () => {
    const graph = await graphOf();
    const { post, mediaItem } = await graph.data(`{
      post(by: { databaseId: 1 }) { content(links: RELATIVE) text: content(links: RELATIVE, format: TEXT) plain: content(format: TEXT) as: content }
      mediaItem: media(by: { databaseId: 7 }) { caption(links: RELATIVE) description(links: RELATIVE) }
    }`);
    expect(post.as).toBe(first);
    expect(post.content).toBe(first.replace(`${site}/river/?utm=1&#038;x=y`, '/river/?utm=1&amp;x=y'));
    expect(post.text).toBe(post.plain);
    expect(mediaItem).toEqual({
      caption: '<a href="/river/">z</a>',
      description: `<p><a href='${uploads}/bend.jpg'>x</a> <a href="/river/">y</a></p>`,
    });
  });
});
