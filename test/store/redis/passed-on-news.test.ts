import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LookEvent } from '../../../src/observer.ts';
import type { Change } from '../../../src/store/change.ts';
import { type FakeRedis, fakeRedis } from '../../support/fake-redis.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { byId, isSample, scriptedSite } from '../../support/scripted-site.ts';
import { soon } from '../../support/soon.ts';

let redis: FakeRedis;
vi.mock('../../../src/store/redis/connection.ts', () => ({ connectRedis: async () => redis.connect() }));

const open: Graph[] = [];
beforeEach(() => {
  redis = fakeRedis();
  vi.useFakeTimers({ toFake: ['performance', 'Date'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

const home = 'https://site.test';
const first = { name: 'Plums', description: 'Sour', show_on_front: 'page', page_on_front: 7, page_for_posts: 0 };
const query =
  '{ site { name description frontPage { databaseId uri } } page(by: { databaseId: 9 }) { uri seo { title } } }';

/** A site that says this of itself now, whose front page has the address of the site. */
function settableSite() {
  const state = { index: first };
  const pages = () =>
    [7, 9].map((id) => ({
      id,
      type: 'page',
      status: 'publish',
      title: { rendered: `Page ${id}` },
      link: id === state.index.page_on_front ? `${home}/` : `${home}/${id}/`,
    }));
  const site = scriptedSite(({ route, query: asked }) => {
    if (route === '/') return { json: { ...state.index, home, url: home, namespaces: ['wp/v2'] } };
    return route === '/wp/v2/pages' && !isSample(asked) ? byId(...pages())(asked) : undefined;
  });
  return Object.assign(state, site);
}

async function gateway(site: ReturnType<typeof settableSite>) {
  const [looks, changes]: [LookEvent[], Change[]] = [[], []];
  const graph = await openGraph(site, {
    observer: { look: (event) => looks.push(event), change: (event) => changes.push(event) },
    settings: { redis: 'redis://fake', pollInterval: 3_600, freshFor: 36_000 },
  });
  open.push(graph);
  await soon(() => expect(looks.at(-1)?.step).toMatch(/^(done|left to another)$/));
  return { graph, changes, answer: () => graph.data(query, { warm: true }) };
}

it('tells all gateways on one Redis what the site says otherwise of itself, once one of them has looked', async () => {
  const site = settableSite();
  const [looking, other] = [await gateway(site), await gateway(site)];
  const said = {
    site: { name: 'Plums', description: 'Sour', frontPage: { databaseId: 7, uri: '/' } },
    page: { uri: '/9/', seo: { title: 'Page 9 – Plums' } },
  };
  for (const { answer } of [looking, other]) expect(await answer()).toEqual(said);

  const after = async (change: Partial<typeof first>, expected: object) => {
    for (const { changes } of [looking, other]) changes.length = 0;
    site.index = { ...site.index, ...change };
    for (const { answer } of [looking, other]) expect(await answer()).not.toEqual(expected);
    vi.advanceTimersByTime(61_000);
    await looking.graph.look();
    for (const { answer } of [looking, other]) await soon(async () => expect(await answer()).toEqual(expected));
    // It is heard by the other one, which says it to nobody.
    expect(other.changes).toEqual(looking.changes);
  };

  const { page } = said;
  await after({ description: 'Sweet' }, { ...said, site: { ...said.site, description: 'Sweet' } });
  expect(other.changes).toEqual([{ route: '/' }]);
  const renamed = { ...said.site, name: 'Pears', description: 'Sweet' };
  await after({ name: 'Pears' }, { site: renamed, page: { ...page, seo: { title: 'Page 9 – Pears' } } });
  // Another page in front has another address, though nothing of it has changed.
  await after(
    { page_on_front: 9 },
    {
      site: { ...renamed, frontPage: { databaseId: 9, uri: '/' } },
      page: { uri: '/', seo: { title: 'Pears' } },
    },
  );
  expect(other.changes).toContainEqual({ route: '*' });
});

it('has a gateway that starts later, or takes over looking, say it anew to nobody who knows it', async () => {
  const site = settableSite();
  const looking = await gateway(site);
  await looking.answer();
  site.index = { ...site.index, description: 'Sweet' };
  vi.advanceTimersByTime(61_000);
  await looking.graph.look();
  await soon(async () => expect((await looking.answer()).site.description).toBe('Sweet'));
  const late = await gateway(site);
  expect((await late.answer()).site.description).toBe('Sweet');
  expect(late.graph.requests).toEqual([]);
});
