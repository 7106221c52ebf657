import { afterEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { relinkedSite } from '../../support/relinked-site.ts';

let graph: Graph;
afterEach(() => graph.close());

const shown = `node { __typename ...on Content { databaseId } ...on Term { databaseId } ...on Author { databaseId }
  ...on Comment { databaseId } ...on ContentType { name } } redirect { location status } status page`;

/** What stands at some addresses, asked in one operation. */
async function resolved(...uris: readonly string[]): Promise<unknown[]> {
  const fields = uris.map((uri, index) => `a${index}: resolve(uri: ${JSON.stringify(uri)}) { ${shown} }`);
  const data = await graph.data(`{ ${fields.join(' ')} }`);
  return uris.map((_uri, index) => data[`a${index}`]);
}

const found = (typeName: string, databaseId: number) => ({
  node: { __typename: typeName, databaseId },
  redirect: null,
  status: 200,
  page: null,
});

describe('what stands at an address', () => {
  it('is found, of whatever type it is', async () => {
    graph = await openGraph(await relinkedSite({}));
    expect(await resolved('/2023/02/10/breakwater-at-dusk/')).toEqual([found('Post', 103)]);
    expect(await resolved('/about/team/history/')).toEqual([found('Page', 403)]);
    expect(await resolved('/')).toEqual([
      { node: { __typename: 'ContentType', name: 'post' }, redirect: null, status: 200, page: null },
    ]);
  });

  it('is nothing where it is no page of the site', async () => {
    graph = await openGraph(await relinkedSite({}));
    const none = [
      'https://elsewhere.test/2023/02/10/breakwater-at-dusk/',
      '/wp-json/wp/v2/posts/103',
      '/?rest_route=/wp/v2/posts/103',
      '/wp-admin/',
      '/wp-login.php?action=register',
      '/wp-content/uploads/2024/03/tide-chart.png',
      '/xmlrpc.php',
      '/robots.txt',
      '/feed/',
      '/2023/02/10/breakwater-at-dusk/feed/',
    ];
    expect(await resolved(...none)).toEqual(none.map(() => null));
    expect(graph.requests).toEqual([]);
  });
});
