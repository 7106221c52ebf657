// Many at the same moment: how often WordPress is asked when fifty want the same, and when fifty want it differently.

import { listRequestBody } from '../list-query.ts';
import { askGateway, type CountedGateway, countedGateway } from '../runners.ts';
import type { Bench } from '../section.ts';
import { type Table, verdict } from '../table.ts';

const queries = 50;
const documents = 40;

interface Answer {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly errors?: unknown;
}

export async function coalescing({ site }: Bench): Promise<Table[]> {
  const counted = await countedGateway({ site: site.url });
  try {
    const ids = await firstIds(counted);
    const alone = await requestsFor(counted, [listRequestBody(10)]);
    const equal = await requestsFor(
      counted,
      Array.from({ length: queries }, () => listRequestBody(10)),
    );
    const one = await requestsFor(counted, [bodyOf(0, ids)]);
    const different = await requestsFor(
      counted,
      Array.from({ length: queries }, (_none, index) => bodyOf(index, ids)),
    );
    const fetched = timesFetched(different);
    const times = ids.map(({ databaseId }) => fetched.get(databaseId) ?? 0);
    const most = Math.max(...times);
    const mean = times.reduce((sum, count) => sum + count, 0) / times.length;
    return [
      {
        title: 'Coalescing: fifty at the same moment',
        meaning: `All caches are emptied, then all queries are sent in the same moment, and the requests that reach WordPress are
counted. *Different* are queries with aliases, ids in another order and other fields, over the same ${documents} posts.`,
        columns: ['', 'requests', 'of one alone', 'each post fetched', 'must'],
        rows: [
          [
            `${queries} equal list queries`,
            String(equal.length),
            String(alone.length),
            '',
            verdict('as many as one alone', equal.length === alone.length),
          ],
          [
            `${queries} different queries`,
            String(different.length),
            String(one.length),
            `${mean.toFixed(1)} times (${Math.min(...times)}-${most})`,
            verdict('each once', most === 1),
          ],
        ],
      },
    ];
  } finally {
    await counted.close();
  }
}

interface Ids {
  readonly id: string;
  readonly databaseId: number;
}

async function firstIds({ gateway }: CountedGateway): Promise<readonly Ids[]> {
  const query = `{ posts(first: ${documents}) { nodes { id databaseId } } }`;
  const { data } = await askGateway<{ data?: { posts: { nodes: Ids[] } } }>(gateway, JSON.stringify({ query }));
  if (data?.posts.nodes.length !== documents) throw new Error(`The site has fewer than ${documents} posts.`);
  return data.posts.nodes;
}

async function requestsFor({ gateway, asked }: CountedGateway, bodies: readonly string[]): Promise<string[]> {
  gateway.purge();
  asked.length = 0;
  const answers = await Promise.all(bodies.map((body) => askGateway<Answer>(gateway, body)));
  const failed = answers.find(({ data, errors }) => errors !== undefined || !data);
  if (failed) throw new Error(`GraphQL errors: ${JSON.stringify(failed.errors).slice(0, 300)}`);
  return [...asked];
}

const fields = ['title', 'date', 'excerpt', 'slug', 'modified', 'link', 'commentStatus'];

/** The same posts in another way for each index: by global ids in one go, or one by one under aliases. */
function bodyOf(index: number, ids: readonly Ids[]): string {
  const selection = [...new Set([fields[index % fields.length], fields[(index * 3 + 1) % fields.length]])].join(' ');
  const turned = [...ids.slice(index % ids.length), ...ids.slice(0, index % ids.length)];
  if (index % 2 === 0) {
    const query = `query Q${index}($ids: [ID!]!) { q${index}: nodes(ids: $ids) { ... on Post { ${selection} } } }`;
    return JSON.stringify({ query, variables: { ids: turned.map(({ id }) => id) } });
  }
  const looked = turned.slice(0, documents / 2).map(({ databaseId }, place) => {
    return `p${place}: post(by: { databaseId: ${databaseId} }) { ${selection} }`;
  });
  return JSON.stringify({ query: `query Q${index} { ${looked.join(' ')} }` });
}

/** By post: in how many requests it was asked for. */
function timesFetched(urls: readonly string[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const url of urls) {
    const { pathname, searchParams } = new URL(url);
    const [, single] = /\/wp\/v2\/posts\/(\d+)$/.exec(pathname) ?? [];
    const isList = pathname.endsWith('/wp/v2/posts');
    const named = single ?? (isList ? (searchParams.get('include') ?? '') : '');
    for (const id of named.split(',').filter(Boolean)) times.set(Number(id), (times.get(Number(id)) ?? 0) + 1);
  }
  return times;
}
