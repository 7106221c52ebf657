import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LookEvent, RedisEvent } from '../../../src/observer.ts';
import { type FakeRedis, fakeRedis } from '../../support/fake-redis.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { type GrowingSite, growingSite } from '../../support/growing-site.ts';
import { soon } from '../../support/soon.ts';

let redis: FakeRedis;
vi.mock('../../../src/store/redis/connection.ts', () => ({ connectRedis: async () => redis.connect() }));

const open: Graph[] = [];
// There is one look a second, by this clock.
beforeEach(() => {
  redis = fakeRedis();
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

/** A gateway that shares a Redis with others, and looks by itself once an hour. */
async function gateway(site: GrowingSite) {
  const looks: LookEvent[] = [];
  const told: RedisEvent[] = [];
  let asked = 0;
  const graph = await openGraph(
    {
      url: site.url,
      send(request) {
        asked++;
        return site.send(request);
      },
    },
    {
      observer: { look: (event) => looks.push(event), redis: (event) => told.push(event) },
      settings: { redis: 'redis://fake', pollInterval: 3_600, freshFor: 3_600 },
    },
  );
  open.push(graph);
  await soon(() => expect(looks.at(-1)?.step).toMatch(/^(done|left to another)$/));
  return {
    graph,
    told,
    asked: () => asked,
    look() {
      vi.advanceTimersByTime(1_100);
      return graph.look();
    },
  };
}

const hasBooks = async ({ graph }: { graph: Graph }) =>
  (await graph.data('{ __type(name: "Book") { name } }', { warm: true })).__type !== null;

describe('gateways on one Redis', () => {
  it('serve what the site has become, of which one has read and told them', async () => {
    const site = growingSite();
    const looking = await gateway(site);
    const others = [await gateway(site), await gateway(site)];
    const before = others.map(({ asked }) => asked());
    for (const has of [true, false, true]) {
      site.hasBooks = has;
      await looking.look();
      expect(await hasBooks(looking)).toBe(has);
      for (const other of others) await soon(async () => expect(await hasBooks(other)).toBe(has));
    }
    expect(others.map(({ asked }) => asked())).toEqual(before);
    // What has changed with it is told of collections that they know of by then.
    expect(others.flatMap(({ told }) => told)).toEqual([]);
    for (const { graph } of others) expect(await graph.data('{ books { totalCount } }', { warm: true })).toBeTruthy();
  });

  it('learn of it at their next look, where nobody could tell them', async () => {
    const site = growingSite();
    const looking = await gateway(site);
    const other = await gateway(site);
    redis.refused.add('publish');
    site.hasBooks = true;
    await looking.look();
    expect(await hasBooks(looking)).toBe(true);
    expect(await hasBooks(other)).toBe(false);
    redis.refused.delete('publish');
    await other.look();
    await soon(async () => expect(await hasBooks(other)).toBe(true));
  });

  it('read it themselves where what they are told of is not there', async () => {
    const site = growingSite();
    const [looking, other] = [await gateway(site), await gateway(site)];
    site.hasBooks = true;
    for (const name of [...redis.held.keys()]) if (name.endsWith(':snapshot')) redis.held.delete(name);
    redis.say(JSON.stringify({ from: 'somebody', site: 'another-site' }));
    for (const one of [looking, other]) await soon(async () => expect(await hasBooks(one)).toBe(true));
  });

  it('read nothing, again and again, since one of another release calls the same site otherwise', async () => {
    const site = growingSite();
    const other = await gateway(site);
    const before = other.asked();
    for (let time = 0; time < 3; time++) redis.say(JSON.stringify({ from: 'somebody', site: 'the-same-site' }));
    await hasBooks(other);
    await new Promise((resolve) => setImmediate(resolve));
    expect(other.asked()).toBe(before);
    expect(await hasBooks(other)).toBe(false);
  });
});
