/**
 * Posts of a category by any filters and order, held to what WordPress' own REST arguments give, asked by hand.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSampleSite } from '../../../src/sample/sample-site.ts';
import { fc } from '../../support/chance.ts';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';

interface Row {
  readonly id: number;
  readonly date: string;
  readonly parent: number;
}

let site: TestSite;
/** One that keeps what it may, and one that keeps nothing. */
let graphs: readonly Graph[];
let categories: readonly Row[];
let posts: readonly Row[];
let tags: readonly Row[];

async function rest(path: string): Promise<readonly Row[]> {
  const { status, body } = await site.send({ method: 'GET', url: `${site.url}/wp-json/wp/v2/${path}`, headers: {} });
  const text = Buffer.from(body as Uint8Array).toString();
  expect(status, text).toBe(200);
  return JSON.parse(text);
}

beforeAll(async () => {
  site = await createSampleSite('http://site.test');
  const settings = { maxUpstreamRequests: 1_000 };
  graphs = [
    await openGraph(site, { settings }),
    await openGraph(site, { settings: { ...settings, storeBytes: 0, responseCacheBytes: 0 } }),
  ];
  categories = await rest('categories?per_page=100');
  posts = await rest('posts?per_page=100');
  tags = await rest('tags?per_page=100');
});
afterAll(() => Promise.all(graphs.map((graph) => graph.close())));

const rarely = <T>(values: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: values });
const some = (most: number) => fc.array(fc.nat(), { minLength: 1, maxLength: most });
const choices = fc.record({
  category: fc.nat(),
  includeChildren: fc.boolean(),
  order: rarely(fc.tuple(fc.constantFrom('DATE', 'ID', 'MODIFIED', 'SLUG', 'TITLE'), fc.constantFrom('ASC', 'DESC'))),
  search: rarely(fc.constantFrom('tide', 'the', 'a', 'sea bread', 'zzz')),
  tags: rarely(some(3)),
  excludeTags: rarely(some(2)),
  after: rarely(fc.nat()),
  before: rarely(fc.nat()),
  exclude: rarely(some(4)),
  sticky: rarely(fc.boolean()),
  size: fc.constantFrom(1, 2, 3, 5, 10, 100),
  offset: fc.nat(6),
});
type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never;

const at = (rows: readonly Row[], index: number) => rows[index % rows.length] as Row;
const idsOf = (rows: readonly Row[], indexes: readonly number[]) => indexes.map((index) => at(rows, index).id);

/** The same question as arguments of a field, and as those of REST. */
function question({ order, ...chosen }: Choices) {
  const where: string[] = [];
  const category = at(categories, chosen.category).id;
  const query = new URLSearchParams({ per_page: '100', 'categories[terms]': String(category) });
  query.set('categories[include_children]', String(chosen.includeChildren));
  const filter = (written: string, name: string, value: unknown) => {
    where.push(written);
    query.set(name, String(value));
  };
  const { search, after, before, sticky } = chosen;
  if (search !== undefined) filter(`search: "${search}"`, 'search', search);
  if (sticky !== undefined) filter(`sticky: ${sticky}`, 'sticky', sticky);
  if (after !== undefined) filter(`after: "${at(posts, after).date}"`, 'after', at(posts, after).date);
  if (before !== undefined) filter(`before: "${at(posts, before).date}"`, 'before', at(posts, before).date);
  const [carried, shunned] = [idsOf(tags, chosen.tags ?? []), idsOf(tags, chosen.excludeTags ?? [])];
  if (carried.length > 0) filter(`tags: { ids: [${carried}] }`, 'tags', carried);
  if (shunned.length > 0) filter(`excludeTags: { ids: [${shunned}] }`, 'tags_exclude', shunned);
  const excluded = idsOf(posts, chosen.exclude ?? []);
  if (excluded.length > 0) filter(`exclude: [${excluded}]`, 'exclude', excluded);
  const [field, direction] = order ?? ['DATE', 'DESC'];
  query.set('orderby', field.toLowerCase());
  query.set('order', direction.toLowerCase());
  const narrowed = [
    `includeChildren: ${chosen.includeChildren}, where: { ${where.join(', ')} }`,
    ...(order ? [`orderBy: { field: ${field}, direction: ${direction} }`] : []),
  ].join(', ');
  return { category, narrowed, query };
}

const page = 'totalCount nodes { databaseId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

it('are those that REST has, in its order, forward, back and by number, for any filters', async () => {
  await fc.assert(
    fc.asyncProperty(choices, async (chosen) => {
      const { category, narrowed, query } = question(chosen);
      const expected = (await rest(`posts?${query}`)).map(({ id }) => id);
      const { size, offset } = chosen;
      for (const graph of graphs) {
        const ask = async (paging: string) => {
          const list = `posts(${paging}, ${narrowed}) { ${page} }`;
          const { owner } = await graph.data(`{ owner: category(by: { databaseId: ${category} }) { ${list} } }`, {
            warm: true,
          });
          const { nodes, totalCount, pageInfo } = owner.posts;
          expect(totalCount).toBe(expected.length);
          return { ids: nodes.map(({ databaseId }: { databaseId: number }) => databaseId), ...pageInfo };
        };
        let cursor = '';
        for (let place = 0; place === 0 || place < expected.length; place += size) {
          const { ids, hasNextPage, endCursor } = await ask(`first: ${size}, after: "${cursor}"`);
          expect(ids).toEqual(expected.slice(place, place + size));
          expect(hasNextPage).toBe(place + size < expected.length);
          cursor = endCursor;
        }
        cursor = '';
        for (let end = expected.length; end > 0; end -= size) {
          const { ids, hasPreviousPage, startCursor } = await ask(`last: ${size}, before: "${cursor}"`);
          expect(ids).toEqual(expected.slice(Math.max(0, end - size), end));
          expect(hasPreviousPage).toBe(end > size);
          cursor = startCursor;
        }
        expect((await ask(`first: ${size}, offset: ${offset}`)).ids).toEqual(expected.slice(offset, offset + size));
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
