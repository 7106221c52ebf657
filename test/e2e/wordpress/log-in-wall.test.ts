import { describe, expect, inject, it } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type SiteOptions, withOptions } from './site-options.ts';

/** Sites that show their pages to nobody who has not logged in: what stands where is said by REST alone. */
describe.each(
  inject('wordpressSites')
    .filter(({ profile }) => profile === 'magazine')
    .map((site) => [site.name, site] as const),
)('%s behind a log-in wall', (_name, site) => {
  const account = `tom:${site.users.tom?.applicationPassword}`;
  const addresses = [
    '/2024/11/02/the-long-way-round/',
    '/about/team/',
    '/category/coast-sea/harbours/',
    '/author/marta-vale/',
    '/books/the-ferry-that-waited/',
    '/places/the-coast/old-harbour/',
  ];

  /** What stands at each address. */
  async function found(graph: Graph): Promise<unknown[]> {
    const fields = addresses.map((uri, index) => `a${index}: nodeByUri(uri: ${JSON.stringify(uri)}) { __typename id }`);
    const { resolve, ...nodes } = await graph.data(
      `{ ${fields.join('\n')} resolve(uri: "/nowhere/at-all/") { status node { id } redirect { location } } }`,
    );
    expect(resolve).toEqual({ status: 404, node: null, redirect: null });
    return Object.values(nodes);
  }

  async function open(options: SiteOptions, settings: object): Promise<Graph> {
    return openGraph(withOptions(site, options), { settings });
  }

  it('finds before the front end alone what an open one has, and shows no visitor of it the account', async () => {
    const [closed, opened] = [await open({ wall: 'front end' }, { serviceAccount: account }), await open({}, {})];
    expect(await found(closed)).toEqual(await found(opened));
    for (const { method, authorization } of closed.requests) {
      if (method === 'HEAD') expect(authorization).toBeUndefined();
    }
    await Promise.all([closed.close(), opened.close()]);
  });

  it('finds the same before all of it, with credentials of the gateway’s own', async () => {
    const authorization = `Basic ${Buffer.from(account).toString('base64')}`;
    const [closed, opened] = [await open({ wall: 'all' }, { upstreamHeaders: { authorization } }), await open({}, {})];
    expect(await found(closed)).toEqual(await found(opened));
    await Promise.all([closed.close(), opened.close()]);
  });

  it('does not start before all of it with nothing that lets it in, and names what would', async () => {
    await expect(open({ wall: 'all' }, { serviceAccount: account })).rejects.toThrow(/PRESSGRAPH_UPSTREAM_HEADERS/);
  });
});
