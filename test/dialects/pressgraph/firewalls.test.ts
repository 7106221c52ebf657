import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, scriptedSite, text } from '../../support/scripted-site.ts';

let graph: Graph;
afterEach(async () => {
  vi.useRealTimers();
  await graph.close();
});

const posts = [{ id: 1, title: { rendered: 'Harbour' }, author: 5, categories: [7] }];
const query = '{ posts { nodes { title author { name } categories { name } } } }';

/** A site whose routes answer as WordPress does until they are challenged. */
async function open(challenge: () => ReturnType<typeof text> | undefined, challenged: readonly string[]) {
  graph = await openGraph(
    scriptedSite(({ route }) => {
      if (challenged.includes(route)) {
        const page = challenge();
        if (page) return page;
      }
      if (route === '/wp/v2/posts') return list(posts);
      if (route === '/wp/v2/users') return list([{ id: 5, name: 'Ada' }]);
      if (route === '/wp/v2/categories') return list([{ id: 7, name: 'Food' }]);
      return undefined;
    }),
  );
}

describe.each([401, 403, 404, 410])('a page of HTML with status %i in front of a route', (status) => {
  it('is an error where nothing is known, and no absence', async () => {
    await open(() => text('<html>Are you human?</html>', status), ['/wp/v2/users', '/wp/v2/categories']);
    const { data, errors } = await graph.run(query);
    expect(data.posts.nodes).toEqual([{ title: 'Harbour', author: null, categories: null }]);
    expect(errors?.map(({ path, extensions }) => [path?.at(-1), extensions?.code])).toEqual([
      ['author', 'UPSTREAM_UNAVAILABLE'],
      ['categories', 'UPSTREAM_UNAVAILABLE'],
    ]);
  });

  it('leaves what is known in its place, though it has expired', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    let isChallenged = false;
    await open(
      () => (isChallenged ? text('<html>No.</html>', status) : undefined),
      ['/wp/v2/users', '/wp/v2/categories'],
    );
    const before = await graph.data(query);
    isChallenged = true;
    vi.setSystemTime(Date.now() + 7_200_000);
    expect(await graph.data(query, { warm: true })).toEqual(before);
    expect(before.posts.nodes[0]).toMatchObject({ author: { name: 'Ada' }, categories: [{ name: 'Food' }] });
  });
});

it('is never given to caches as good', async () => {
  await open(() => text('<html>Are you human?</html>', 403), ['/wp/v2/users']);
  const address = `http://gateway.test/graphql?query=${encodeURIComponent(query)}`;
  const answer = await graph.fetch(new Request(address, { headers: { accept: 'application/json' } }));
  expect((await answer.json()).errors).toHaveLength(1);
  expect(answer.headers.get('cache-control') ?? '').not.toMatch(/s-maxage|max-age=[1-9]/);
});
