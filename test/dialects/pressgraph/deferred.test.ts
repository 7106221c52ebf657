import { afterEach, describe, expect, it } from 'vitest';
import { fieldsOf, type Graph, openGraph } from '../../support/graph.ts';
import { isSample, list, scriptedSite } from '../../support/scripted-site.ts';

let graph: Graph | undefined;
afterEach(() => graph?.close());

const texts = ['content', 'excerpt'];

/** A site of three posts, the second of them protected, that holds texts back until something has been asked for. */
function holdingSite(until: string) {
  const posts = [3, 2, 1].map((id) => ({
    id,
    date: `2026-01-0${id}T00:00:00`,
    author: 1,
    content: { rendered: `Body ${id}`, protected: id === 2 },
    excerpt: { rendered: `Excerpt ${id}`, protected: id === 2 },
  }));
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return scriptedSite(async ({ route, query }) => {
    // The gateway learns links from each collection when it starts.
    if (isSample(query)) return undefined;
    if (route === until) release();
    if (route === '/wp/v2/users') return list([{ id: 1, name: 'Ada' }]);
    if (route === '/wp/v2/comments') return list([{ id: 11, post: 1, date: '2026-01-09T00:00:00' }]);
    if (route !== '/wp/v2/posts') return undefined;
    const fields = (query.get('_fields') ?? '').split(',');
    if (texts.some((text) => fields.includes(text))) await released;
    return list(
      posts.map((post) => Object.fromEntries(Object.entries(post).filter(([name]) => isAsked(name, fields)))),
    );
  });
}

const isAsked = (name: string, fields: readonly string[]) =>
  fields.some((field) => field === name || field.startsWith(`${name}.`));

describe('texts of a list that leads on', () => {
  it.each(texts)('keep nobody waiting for comments: %s', async (text) => {
    graph = await openGraph(holdingSite('/wp/v2/comments'));
    const { posts } = await graph.data(
      `{ posts(first: 3) { nodes { ${text} isProtected author { name } comments(first: 2) { nodes { databaseId } } } } }`,
    );
    const name = text === 'content' ? 'Body' : 'Excerpt';
    expect(posts.nodes).toEqual(
      [3, 2, 1].map((id) => ({
        [text]: `${name} ${id}`,
        isProtected: id === 2,
        author: { name: 'Ada' },
        comments: { nodes: id === 1 ? [{ databaseId: 11 }] : [] },
      })),
    );
    expect(graph.to('/wp/v2/comments').map(({ query }) => query.post)).toEqual(['3,1']);
    const asked = graph.to('/wp/v2/posts').map(fieldsOf);
    expect(asked).toEqual([
      ['author', 'content.protected', 'date', 'id', 'status', 'type'],
      [text, 'id', 'status', 'type'].sort(),
    ]);
  });
});
