import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clockOf } from '../../support/dated-collection.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { networkSite } from '../../support/network-site.ts';

interface Page {
  readonly nodes: readonly { readonly databaseId: number; readonly date: string }[];
  readonly pageInfo: {
    readonly hasNextPage?: boolean;
    readonly hasPreviousPage?: boolean;
    readonly startCursor?: string | null;
    readonly endCursor?: string | null;
  };
}

const sites = inject('wordpressSites').filter(({ name }) => name.startsWith('magazine'));

/** A day on which the clocks of a zone change, and times of it as they are stored: in, and around, what is left out or doubled. */
const days = [
  [
    'Europe/Berlin',
    '2017-03-26',
    ['01:59:59', '02:00:00', '02:30:00', '02:30:00', '03:00:00', '03:00:00', '03:30:00', '04:00:00'],
  ],
  ['America/New_York', '2017-11-05', ['00:59:59', '01:00:00', '01:30:00', '01:30:00', '01:30:00', '02:00:00']],
  [
    'Australia/Lord_Howe',
    '2017-10-01',
    ['01:59:59', '02:00:00', '02:10:00', '02:30:00', '02:40:00', '02:40:00', '03:00:00'],
  ],
  ['Pacific/Apia', '2011-12-30', ['00:00:00', '12:00:00', '12:00:00', '23:59:59']],
] as const;

/**
 * WordPress shows what is stored within a missing hour an hour later, and moves bounds that lie in it. The site is left as
 * it was; no other test may look at it meanwhile.
 */
describe.each(sites.flatMap((site) => days.map((day) => [site.name, ...day, site] as const)))(
  'on %s in %s, on %s',
  (_name, zone, day, times, site) => {
    const stored = times.map((time) => `${day}T${time}`);
    const onTheClock = clockOf(zone);
    const created = { posts: [] as number[], comments: [] as number[] };
    let graph: Graph | undefined;
    let timezone: string;
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

    const create = async (route: 'posts' | 'comments', document: object) =>
      created[route].push((await rest<{ id: number }>('POST', `/${route}`, document)).id);

    function opened(): Graph {
      if (!graph) throw new Error('There is no gateway.');
      return graph;
    }

    beforeAll(async () => {
      timezone = (await rest<{ timezone: string }>('GET', '/settings')).timezone;
      await rest('POST', '/settings', { timezone: zone });
      for (const date of stored) await create('posts', { title: date, status: 'publish', date });
      const [post] = created.posts;
      for (const [index, date] of stored.entries()) {
        await create('comments', { post, date, content: `Number ${index} at ${date}.`, status: 'approved' });
      }
      graph = await openGraph(networkSite(site.url));
    });
    afterAll(async () => {
      for (const id of created.comments) await rest('DELETE', `/comments/${id}?force=true`);
      for (const id of created.posts) await rest('DELETE', `/posts/${id}?force=true`);
      await rest('POST', '/settings', { timezone });
      await graph?.close();
    });

    /** All pages of a list that its filters keep to these days, in the order of the list. */
    async function walk(list: 'posts' | 'comments', where: string, size: number, direction: string, backward: boolean) {
      const found: { databaseId: number; date: string }[] = [];
      let place = '';
      for (let page = 0; page < 12; page++) {
        const data = await opened().data<Record<string, Page>>(
          `{ ${list}(${backward ? 'last' : 'first'}: ${size}${place}, orderBy: { field: DATE, direction: ${direction} }, where: ${where}) {
               nodes { databaseId date } pageInfo { ${backward ? 'hasPreviousPage startCursor' : 'hasNextPage endCursor'} } } }`,
        );
        const { nodes, pageInfo } = data[list] as Page;
        if (backward) found.unshift(...nodes);
        else found.push(...nodes);
        if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return found;
        place = backward ? `, before: "${pageInfo.startCursor}"` : `, after: "${pageInfo.endCursor}"`;
      }
      throw new Error('The walk does not end.');
    }

    /** What REST has stored, as it is shown, in the order of time. */
    const shown = (list: 'posts' | 'comments', keeps: (time: string) => boolean = () => true) =>
      stored
        .map((time, index) => ({ databaseId: created[list][index] as number, date: onTheClock(time) }))
        .filter(({ date }) => keeps(date))
        .sort((one, other) =>
          one.date === other.date ? one.databaseId - other.databaseId : one.date < other.date ? -1 : 1,
        );

    const around = '{ after: "2011-12-29T00:00:00", before: "2017-11-30T00:00:00" }';

    it.each(['posts', 'comments'] as const)(
      '%s come once each, in order, in pages of any size, either way',
      async (list) => {
        const where = around.replace('{', `{ include: [${created[list].join()}],`);
        for (const size of [1, 2]) {
          for (const [direction, expected] of [
            ['ASC', shown(list)],
            ['DESC', shown(list).reverse()],
          ] as const) {
            expect(await walk(list, where, size, direction, false)).toEqual(expected);
            expect(await walk(list, where, size, direction, true)).toEqual(expected);
          }
        }
      },
    );

    it('posts come so among all others', async () => {
      const all = await walk('posts', `{ after: "${day}T00:00:00", before: "${day}T23:59:59" }`, 2, 'ASC', false);
      expect(all).toEqual(shown('posts', (time) => time > `${day}T00:00:00` && time < `${day}T23:59:59`));
    });

    it('filters mean what is shown', async () => {
      for (const bound of stored) {
        for (const [name, keeps] of [
          ['after', (time: string) => time > bound],
          ['before', (time: string) => time < bound],
        ] as const) {
          const where = `{ include: [${created.posts.join()}], ${name}: "${bound}" }`;
          expect([name, bound, await walk('posts', where, 2, 'ASC', false)]).toEqual([
            name,
            bound,
            shown('posts', keeps),
          ]);
          const { posts } = await opened().data(`{ posts(where: ${where}, orderBy: { field: TITLE }) { totalCount } }`);
          expect(posts.totalCount).toBe(shown('posts', keeps).length);
        }
      }
    });
  },
);
