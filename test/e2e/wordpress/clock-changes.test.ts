import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Graph, type GraphResult, openGraph } from '../../support/graph.ts';
import { networkSite } from '../../support/network-site.ts';

interface Walked {
  readonly posts: {
    readonly nodes: readonly { readonly databaseId: number }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const sites = inject('wordpressSites').filter(({ name }) => name.startsWith('magazine'));

/**
 * A day on which the clocks of a site go forward: WordPress shows what is stored within the missing hour an hour later, and
 * moves bounds that lie in it. The site is left as it was; no other test may look at it meanwhile.
 */
describe.each(sites.map((site) => [site.name, site] as const))('the missing hour on %s', (_name, site) => {
  let graph: Graph;
  let timezone: string;
  const created: number[] = [];
  const [login, user] = Object.entries(site.users).find(([, { role }]) => role === 'administrator') ?? [];
  const authorization = `Basic ${Buffer.from(`${login}:${user?.applicationPassword}`).toString('base64')}`;

  async function rest<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${site.restRoot}/wp/v2${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  beforeAll(async () => {
    timezone = (await rest<{ timezone: string }>('GET', '/settings')).timezone;
    await rest('POST', '/settings', { timezone: 'Europe/Berlin' });
    for (const time of ['01:00', '02:30', '02:30', '03:10', '03:10', '04:00']) {
      const date = `2017-03-26T${time}:00`;
      created.push((await rest<{ id: number }>('POST', '/posts', { title: time, status: 'publish', date })).id);
    }
    graph = await openGraph(networkSite(site.url));
  });
  afterAll(async () => {
    for (const id of created) await rest('DELETE', `/posts/${id}?force=true`);
    await rest('POST', '/settings', { timezone });
    await graph.close();
  });

  /** Pages until there is none, or an error with a code. */
  async function walk(first: number, direction: string): Promise<{ ids: number[]; code: unknown }> {
    const ids: number[] = [];
    let after: string | null = null;
    for (let page = 0; page < 10; page++) {
      const { data, errors }: GraphResult<Walked> = await graph.run(
        `query ($first: Int, $after: String) {
          posts(first: $first, after: $after, orderBy: { field: DATE, direction: ${direction} },
            where: { after: "2017-03-25T00:00:00", before: "2017-03-27T00:00:00" }) {
            nodes { databaseId }
            pageInfo { hasNextPage endCursor }
          }
        }`,
        { variables: { first, after } },
      );
      if (errors) return { ids, code: errors[0]?.extensions?.code };
      ids.push(...data.posts.nodes.map(({ databaseId }) => databaseId));
      if (!data.posts.pageInfo.hasNextPage) return { ids, code: undefined };
      after = data.posts.pageInfo.endCursor;
    }
    return { ids, code: 'it does not end' };
  }

  it.each([
    [1, 'DESC'],
    [1, 'ASC'],
    [2, 'DESC'],
    [2, 'ASC'],
    [3, 'DESC'],
    [3, 'ASC'],
  ] as const)('pages of %i, %s, come to an end, and show no post twice', async (first, direction) => {
    const { ids, code } = await walk(first, direction);
    expect([undefined, 'UPSTREAM_BAD_RESPONSE']).toContain(code);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
