import { afterEach, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';

let graph: Graph | undefined;
afterEach(() => graph?.close());

const fatal = { json: { code: 'internal_server_error', message: 'Oh.', data: { status: 500 } }, status: 500 };

/** A site that cannot render the first of its posts. */
const site = (posts: number) =>
  scriptedSite(({ route, query }) => {
    if (route !== '/wp/v2/posts') return undefined;
    const page = Number(query.get('page') ?? 1);
    return page === 1 ? fatal : list(page <= posts ? [{ id: page }] : [], posts);
  });

it('how many there are is told, though the first one cannot be rendered', async () => {
  graph = await openGraph(site(7));
  expect(await graph.data('{ posts(first: 0) { totalCount } }')).toEqual({ posts: { totalCount: 7 } });
});

it('where it is the only one, the failure is', async () => {
  graph = await openGraph(site(1));
  const { errors } = await graph.run('{ posts { totalCount } }');
  expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
});
