import { afterEach, describe, expect, it } from 'vitest';
import { checked } from '../src/config.ts';
import { type Mechanism, mechanisms, mechanismsIn } from '../src/mechanisms.ts';
import { createSampleSite } from '../src/sample/sample-site.ts';
import { changingSite } from './support/changing-site.ts';
import { type Graph, openGraph } from './support/graph.ts';

const open: Graph[] = [];
afterEach(() => Promise.all(open.splice(0).map((graph) => graph.close())));

const query = '{ posts(first: 5) { nodes { title excerpt author { name } categories { name } } } }';

/** The answer to the query on a gateway that has looked for changes once, and what it asks for. */
async function answered(without: Mechanism | '') {
  const site = changingSite();
  const graph = await openGraph(site, { settings: { without } });
  open.push(graph);
  await graph.look();
  site.requests.length = 0;
  const data = await graph.data(query, { warm: true });
  return { data, routes: site.requests.map((request) => request.split('?')[0]).sort() };
}

const [posts, users, categories] = ['/wp/v2/posts', '/wp/v2/users', '/wp/v2/categories'];

describe('a mechanism that is left out', () => {
  it('is one that is there otherwise', async () => {
    expect((await answered('')).routes).toEqual([posts, posts]);
  });

  it.each<[Mechanism, readonly (string | undefined)[]]>([
    ['ahead', [categories, posts, posts, users]],
    ['deferred', [posts]],
  ])('%s changes no answer, only what is asked for', async (without, routes) => {
    const [all, less] = [await answered(''), await answered(without)];
    expect(less.data).toEqual(all.data);
    expect(less.routes).toEqual(routes);
  });
});

it('embedding changes no answer, whether anything is known or not, and traced or not; only what is asked for', async () => {
  const one = '{ post(by: { databaseId: 150 }) { title author { name } featuredMedia { altText } } }';
  const magazine = await createSampleSite('http://magazine.test');
  const answers = await Promise.all(
    (['', 'embedding'] as const).map(async (without) => {
      const graph = await openGraph(magazine, { settings: { without, trace: true } });
      open.push(graph);
      const cold = await graph.data(one);
      const routes = graph.requests.map(({ route }) => route).sort();
      const traced = await graph.data(one, { headers: { 'x-pressgraph-trace': '1' } });
      return { data: [cold, traced, await graph.data(one, { warm: true })], routes };
    }),
  );
  const [all, less] = answers;
  expect(less?.data).toEqual(all?.data);
  expect(all?.routes).toEqual([posts]);
  expect(less?.routes).toEqual(['/wp/v2/media', posts, users]);
});

describe('the setting', () => {
  it('takes all of them, and none', () => {
    const names = Object.keys(mechanisms);
    expect(mechanismsIn(checked('without', names.join(), '--without') as string)).toEqual(new Set(names));
    expect(mechanismsIn(checked('without', '', '--without') as string)).toEqual(new Set());
  });

  it.each(['late', 'ahead,', 'ahead deferred', 'toString', 5])('refuses %j, and says what there is', (value) => {
    expect(() => checked('without', value, '--without')).toThrow(
      `--without: must be names separated by commas, of ${Object.keys(mechanisms).join(', ')}, not "${value}".`,
    );
  });
});
