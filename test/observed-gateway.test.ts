import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Events, Observer } from '../src/observer.ts';
import { changingSite } from './support/changing-site.ts';
import { type Graph, openGraph } from './support/graph.ts';
import { soon } from './support/soon.ts';

const open: Graph[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

/** Everything that is told, by its name. */
function recorder() {
  const told: { readonly [Name in keyof Events]: Events[Name][] } = {
    request: [],
    hit: [],
    refresh: [],
    look: [],
    change: [],
    kept: [],
    dropped: [],
    redis: [],
    overload: [],
    untold: [],
    site: [],
    closed: [],
    pause: [],
  };
  const members = Object.entries(told).map(([name, events]) => [name, (event: never) => void events.push(event)]);
  return { told, observer: Object.fromEntries(members) as Observer };
}

async function observed(settings: Parameters<typeof openGraph>[1] = {}) {
  const site = changingSite();
  const { told, observer } = recorder();
  const graph = await openGraph(site, { observer, ...settings });
  open.push(graph);
  return { site, graph, told };
}

const posts = '/wp/v2/posts';
const warm = { warm: true };
const single = '{ post(by: { databaseId: 5 }) { title } }';
const search = '{ posts(where: { search: "a secret" }) { nodes { title } } }';

describe('the observer of a gateway', () => {
  it('is told of requests that succeed and that fail, and never of what a client typed', async () => {
    const { site, graph, told } = await observed({ settings: { upstreamRetries: 0 } });
    await graph.run(search, { ...warm, headers: { authorization: 'Basic c2VjcmV0' } });
    site.isDown = true;
    await graph.run(search, warm);
    expect(told.request[0]).toMatchObject({ route: '/', waited: 'background' });
    const [succeeded, failed] = told.request.slice(-2);
    expect(succeeded).toEqual({
      route: posts,
      waited: 'client',
      milliseconds: expect.any(Number),
      bytes: expect.any(Number),
    });
    expect(failed).toMatchObject({ route: posts, waited: 'client', failure: { status: 503 } });
    expect(JSON.stringify(told)).not.toMatch(/a secret|a%20secret|c2VjcmV0/);
  });

  it('is told of what is kept, of what is served from it, and of what is refreshed in the background', async () => {
    const settings = { freshFor: 0, staleFor: 3_600, responseCacheBytes: 0, upstreamRetries: 0 };
    const { site, graph, told } = await observed({ settings });
    await graph.data(single, warm);
    expect(told.kept).toEqual([{ route: posts, documents: 1, lists: 0 }]);
    expect(told.hit).toEqual([]);
    await graph.data(single, warm);
    expect(told.hit).toEqual([{ kind: 'content', stage: 'stale' }]);
    await soon(() => expect(told.refresh).toHaveLength(2));
    expect(told.request.at(-1)?.waited).toBe('background');
    site.isDown = true;
    await graph.data(single, warm);
    await soon(() => expect(told.refresh).toHaveLength(4));
    const what = 'look-up';
    expect(told.refresh).toEqual([
      { what, step: 'begun' },
      { what, step: 'done' },
      { what, step: 'begun' },
      { what, step: 'failed', failure: { code: 'UPSTREAM_UNAVAILABLE', status: 503 } },
    ]);
  });

  it('is told of whole answers that are served, and made anew in the background', async () => {
    const { graph, told } = await observed({ settings: { freshFor: 1 } });
    await graph.data(single, warm);
    vi.useFakeTimers({ now: Date.now() + 2_000, toFake: ['Date'] });
    await graph.data(single, warm);
    vi.useRealTimers();
    expect(told.hit).toContainEqual({ kind: 'answer', stage: 'stale' });
    await soon(() => expect(told.refresh.filter(({ what }) => what === 'answer')).toHaveLength(2));
  });

  it('is told of looks, of what fails in them, and of what they find', async () => {
    const { site, graph, told } = await observed({ settings: { upstreamRetries: 0 } });
    await graph.data(single, warm);
    site.isDown = true;
    await graph.look();
    site.isDown = false;
    expect(told.look).toEqual([{ step: 'begun' }, { step: 'done', changes: 0, failures: expect.any(Array) }]);
    const failures = told.look.flatMap((event) => (event.step === 'done' ? event.failures : []));
    expect(failures.map(({ route }) => route).sort()).toContain(posts);
    expect(failures[0]?.error).toMatchObject({ status: 503 });
    await graph.look();
    site.edit(5, 'Edited');
    await graph.look();
    expect(told.look.at(-1)).toMatchObject({ step: 'done', failures: [] });
    expect(told.change).toContainEqual({ route: posts, ids: [5] });
  });
});
