import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LookEvent } from '../../../src/observer.ts';
import { changingSite } from '../../support/changing-site.ts';
import { type FakeRedis, fakeRedis } from '../../support/fake-redis.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { soon } from '../../support/soon.ts';

let redis: FakeRedis;
vi.mock('../../../src/store/redis/connection.ts', () => ({ connectRedis: async () => redis.connect() }));

const open: Graph[] = [];
beforeEach(() => {
  redis = fakeRedis();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

const secret = 'a secret of some length';
const single = '{ post(by: { databaseId: 5 }) { title } }';
const title = async (graph: Graph) => (await graph.data(single, { warm: true })).post.title;

/** A gateway that shares a Redis with others, and looks by itself once an hour. */
async function gateway(site: ReturnType<typeof changingSite>) {
  const looks: LookEvent[] = [];
  const graph = await openGraph(site, {
    observer: { look: (event) => looks.push(event) },
    settings: { redis: 'redis://fake', pollInterval: 3_600, freshFor: 3_600, webhookSecret: secret },
  });
  open.push(graph);
  await soon(() => expect(looks.at(-1)?.step).toMatch(/^(done|left to another)$/));
  return { graph, looks };
}

function announce(graph: Graph): Promise<Response> {
  const body = '{"event":"something"}';
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const headers = { 'x-hub-signature-256': signature };
  return graph.fetch(new Request('http://gateway.test/webhook', { method: 'POST', headers, body }));
}

it('has the gateway that looks for all look when another one is told of a change', { timeout: 60_000 }, async () => {
  const site = changingSite();
  const looking = await gateway(site);
  const [told, third] = [await gateway(site), await gateway(site)];
  for (const { graph } of [looking, told, third]) expect(await title(graph)).toBe('Post 5');
  site.edit(5, 'Edited');
  expect((await announce(told.graph)).status).toBe(202);
  for (const { graph } of [looking, told, third]) {
    await soon(async () => expect(await title(graph)).toBe('Edited'));
  }
  expect(looking.looks.map(({ step }) => step)).toEqual(['begun', 'done', 'begun', 'done']);
  const left = { step: 'left to another', passedOn: false };
  expect(told.looks).toEqual([left, { ...left, passedOn: true }]);
  // It has heard that it is time to look, and leaves it at that: who hears it never says it again.
  await soon(() => expect(third.looks).toEqual([left, left]));
  expect(redis.published.filter((message) => message.includes('look'))).toHaveLength(1);
});

it('looks itself where the one that looks cannot be asked', { timeout: 60_000 }, async () => {
  const site = changingSite();
  const [, told] = [await gateway(site), await gateway(site)];
  redis.refused.add('publish');
  await told.graph.look();
  expect(told.looks.map(({ step }) => step)).toEqual(['left to another', 'begun', 'done']);
});
