import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, scriptedSite, standardTaxonomies, standardTypes } from '../../support/scripted-site.ts';

const open: Graph[] = [];
// There is one look a second, by this clock.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

const second = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 19);
const warm = { warm: true };

/** A site with types `kind1` and so on, each with three documents and a taxonomy; of the documents of each, the first may change. */
async function siteOf(count: number) {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const modified = new Map<number, number>();
  const titles = new Map<number, string>();
  const names = new Map<number, string>();
  const started = Date.now() - 3_600_000;
  const types = numbers.map((number) => [
    `kind${number}`,
    {
      name: `Kind ${number}`,
      rest_base: `kind${number}s`,
      rest_namespace: 'wp/v2',
      hierarchical: false,
      taxonomies: [`sort${number}`],
    },
  ]);
  const taxonomies = numbers.map((number) => [
    `sort${number}`,
    { name: `Sort ${number}`, rest_base: `sort${number}s`, rest_namespace: 'wp/v2', types: [`kind${number}`] },
  ]);
  const site = scriptedSite(({ route, query, request: { method } }) => {
    if (route === '/wp/v2/types') return { json: { ...standardTypes, ...Object.fromEntries(types) } };
    if (route === '/wp/v2/taxonomies') return { json: { ...standardTaxonomies, ...Object.fromEntries(taxonomies) } };
    const [, kind, digits] = /^\/wp\/v2\/(kind|sort)(\d+)s$/.exec(route) ?? [];
    if (kind === undefined || method === 'OPTIONS') return undefined;
    const number = Number(digits);
    const ids = query.get('include')?.split(',').map(Number);
    const rows = [1, 2, 3].map((place) => {
      const date = second(place === 1 ? (modified.get(number) ?? started) : started);
      const id = number * 10 + place;
      if (kind === 'sort') return { id, name: (place === 1 && names.get(number)) || `Sort ${id}`, slug: `sort-${id}` };
      const rendered = (place === 1 && titles.get(number)) || `Kind ${id}`;
      return { id, title: { rendered }, modified: date, modified_gmt: date, date: second(started) };
    });
    const found = rows
      .filter(({ id }) => !ids || ids.includes(id))
      .sort((one, other) => ((one.modified_gmt ?? '') < (other.modified_gmt ?? '') ? 1 : -1));
    const { json, headers } = list(found) as { json: unknown; headers: Record<string, string> };
    return { json, headers: { ...headers, date: new Date().toUTCString() } };
  });
  let requests: string[] = [];
  const graph = await openGraph(
    {
      url: site.url,
      send(request) {
        requests.push(new URL(request.url).pathname);
        return site.send(request);
      },
    },
    { settings: { freshFor: 3_600, responseCacheBytes: 0, webhookSecret: 'a secret of some length' } },
  );
  open.push(graph);
  const titleOf = (number: number) => `kind${number}(by: { databaseId: ${number}1 }) { title }`;
  const nameOf = (number: number) => `sort${number}(by: { databaseId: ${number}1 }) { name }`;
  return {
    numbers,
    edit(number: number) {
      titles.set(number, 'Edited');
      names.set(number, 'Edited');
      modified.set(number, Date.now());
    },
    /** Asks for one document and one term of each. */
    async askAll() {
      const found = { titles: [] as string[], names: [] as string[] };
      for (let start = 0; start < count; start += 10) {
        const some = numbers.slice(start, start + 10);
        const data = await graph.data(
          `{ ${some.map((number) => `${titleOf(number)} ${nameOf(number)}`).join(' ')} }`,
          warm,
        );
        for (const number of some) {
          found.titles.push(data[`kind${number}`].title);
          found.names.push(data[`sort${number}`].name);
        }
      }
      return found;
    },
    /** Looks at the collections, as each interval does. @returns what was asked */
    async look() {
      vi.advanceTimersByTime(1_100);
      requests = [];
      await graph.look();
      // What asks whether the site is the same is told apart by what is asked first.
      const index = requests.indexOf('/wp-json/');
      return requests.slice(0, index === -1 ? undefined : index);
    },
  };
}

describe('looking at a site of many types', { timeout: 60_000 }, () => {
  it.each([
    { types: 0, idle: 7, inUse: 7 },
    { types: 3, idle: 7, inUse: 13 },
    { types: 20, idle: 7, inUse: 15 },
  ])(
    'asks as much as of core where nobody asks for them, and at most eight more: %o',
    async ({ types, idle, inUse }) => {
      const site = await siteOf(types);
      expect(await site.look()).toHaveLength(idle);
      await site.askAll();
      await site.look();
      // What the first look at each finds it has to verify.
      for (let round = 0; round < 2 * types; round++) await site.look();
      expect(await site.look()).toHaveLength(inUse);
    },
  );

  it('finds a change in each of them after as many looks as it takes to look at all', async () => {
    const site = await siteOf(12);
    await site.look();
    const before = await site.askAll();
    expect(new Set(before.titles).size).toBe(12);
    for (const number of site.numbers) site.edit(number);
    // 24 collections, eight at a time.
    for (let round = 0; round < 3; round++) await site.look();
    expect(await site.askAll()).toEqual({ titles: Array(12).fill('Edited'), names: Array(12).fill('Edited') });
    for (let round = 0; round < 3; round++) await site.look();
    expect(await site.askAll()).toEqual({ titles: Array(12).fill('Edited'), names: Array(12).fill('Edited') });
  });

  it('misses nothing that changed between the first question and the first look', async () => {
    const site = await siteOf(1);
    await site.look();
    expect((await site.askAll()).titles).toEqual(['Kind 11']);
    site.edit(1);
    expect((await site.askAll()).titles).toEqual(['Kind 11']);
    await site.look();
    expect((await site.askAll()).titles).toEqual(['Edited']);
  });
});
