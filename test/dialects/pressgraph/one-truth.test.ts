import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, scriptedSite, text } from '../../support/scripted-site.ts';

let graph: Graph;
afterEach(() => graph.close());

const rows: Readonly<Record<string, readonly object[]>> = {
  '/wp/v2/posts': [{ id: 1, slug: 'x', author: 5, featured_media: 8, categories: [7, 9], date: '2026-01-01T00:00:00' }],
  '/wp/v2/comments': [{ id: 3, author: 5, parent: 2, post: 1, date: '2026-01-01T00:00:00' }],
  '/wp/v2/categories': [{ id: 7, name: 'Food', parent: 6 }],
  '/wp/v2/users': [{ id: 4, name: 'Ada' }],
};

/** A site whose one post and comment lead to what is gone, but for category 7. */
async function open(isChallenged = false) {
  graph = await openGraph(
    scriptedSite(({ route, query }) => {
      if (isChallenged && route === '/wp/v2/users') return text('<html>Are you human?</html>', 403);
      if (route.startsWith('/wp/v2/comments/'))
        return { json: { code: 'rest_comment_invalid_id', message: 'No.', data: { status: 404 } }, status: 404 };
      const include = query.get('include')?.split(',');
      const own = rows[route] as { id: number }[] | undefined;
      return own && list(own.filter(({ id }) => !include || include.includes(String(id))));
    }),
  );
}

describe('what is gone', () => {
  const query = (fields: string) => `{
    posts { nodes { author { ${fields} } featuredMedia { ${fields} } categories { ${fields} } } }
    comments { nodes { author { ${fields} } parent { ${fields} } } }
  }`;

  it('is null as well where only its id is read, by one request for all of each kind', async () => {
    await open();
    expect(await graph.data(query('databaseId id'))).toEqual({
      posts: {
        nodes: [{ author: null, featuredMedia: null, categories: [{ databaseId: 7, id: 'Q2F0ZWdvcnk6Nw==' }] }],
      },
      comments: { nodes: [{ author: null, parent: null }] },
    });
    expect(graph.to('/wp/v2/users')).toHaveLength(1);
    expect(graph.to('/wp/v2/categories').map(({ query: { include } }) => include)).toEqual(['7,9']);
    await graph.data(query('databaseId'), { warm: true });
    expect(graph.requests).toEqual([]);
  });

  it('takes no further request where more is read of the same elsewhere', async () => {
    await open();
    await graph.data('{ posts { nodes { author { name } } } }');
    const alone = graph.requests.length;
    await graph.data('{ posts { nodes { author { databaseId } again: author { name } } } }');
    expect(graph.requests).toHaveLength(alone);
  });

  it('is found without a request where a look has told of all that there are', async () => {
    await open();
    await graph.look();
    await graph.data('{ categories { nodes { databaseId } } }', { warm: true });
    await graph.data('{ posts { nodes { categories { databaseId } } } }', { warm: true });
    expect(graph.to('/wp/v2/categories').map(({ query: { include } }) => include)).toEqual(['9']);
  });
});

it('who may be there behind a firewall is an error, whatever is read of them', async () => {
  await open(true);
  const { data, errors } = await graph.run('{ posts { nodes { author { databaseId } } } }');
  expect(data.posts.nodes).toEqual([{ author: null }]);
  expect(errors).toMatchObject([
    { path: ['posts', 'nodes', 0, 'author'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
  ]);
});
