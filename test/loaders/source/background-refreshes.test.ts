import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { ReadThrough } from '../../../src/loaders/source/read-through.ts';
import { changingSite } from '../../support/changing-site.ts';
import { openGraph } from '../../support/graph.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('what is refreshed in the background', () => {
  it('takes no more requests than one operation may make, whatever WordPress counts', async () => {
    let requests = 0;
    let isEndless = false;
    const site = scriptedSite(({ route, query }) => {
      requests++;
      if (route === '/wp/v2/posts') return list(Array.from({ length: 100 }, (_, index) => ({ id: index + 1 })));
      if (route !== '/wp/v2/comments') return undefined;
      if (isEndless) return list([], 1_000_000);
      const owners = (query.get('post') ?? '').split(',').map(Number);
      return list(owners.slice(0, 100).map((post) => ({ id: 1_000 + post, post, date: '2026-01-01T00:00:00' })));
    });
    const graph = await openGraph(site, {
      settings: { maxUpstreamRequests: 30, freshFor: 60, staleFor: 600, responseCacheBytes: 0 },
      logger: pino({ level: 'silent' }),
    });
    const query = '{ posts(first: 100) { nodes { comments(first: 1) { nodes { databaseId } } } } }';
    await graph.data(query);
    isEndless = true;
    requests = 0;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 });
    const { posts } = await graph.data(query, { warm: true });
    expect(posts.nodes[0].comments.nodes).toEqual([{ databaseId: 1_001 }]);
    for (let [before, turns] = [-1, 0]; turns < 50; turns = before === requests ? turns + 1 : 0) {
      before = requests;
      await nextTurn();
    }
    expect(requests).toBeGreaterThan(10);
    expect(requests).toBeLessThanOrEqual(30);
    await graph.close();
  });

  it('is on one account for all that one operation has found, and on its own where it is in the background itself', () => {
    const operation = new Operation({ maxRequests: 2 });
    const background = operation.inBackground();
    expect(operation.inBackground()).toBe(background);
    expect(background).toMatchObject({ demandsFresh: true });
    expect(background.inBackground()).toBe(background);
    background.charge('/wp/v2/posts');
    background.charge('/wp/v2/posts');
    expect(() => background.charge('/wp/v2/posts')).toThrow('2 upstream requests');
    operation.charge('/wp/v2/posts');
  });

  it('leaves no operation in memory once it is done', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage: () => void = runInNewContext('gc');
    const operations: WeakRef<Operation>[] = [];
    const { charge } = Operation.prototype;
    Operation.prototype.charge = function (route) {
      operations.push(new WeakRef(this));
      charge.call(this, route);
    };
    const graph = await openGraph(changingSite(), {
      settings: { freshFor: 60, staleFor: 600, responseCacheBytes: 0 },
    });
    const query =
      '{ posts(first: 5) { nodes { title content author { name } categories { name } comments(first: 1) { totalCount } } } }';
    await graph.data(query);
    const cold = operations.length;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 });
    await Promise.all([graph.data(query, { warm: true }), graph.data(query, { warm: true })]);
    for (let turn = 0; turn < 50; turn++) await nextTurn();
    Operation.prototype.charge = charge;
    expect(operations.length).toBeGreaterThan(cold);
    for (let turn = 0; turn < 5; turn++) {
      collectGarbage();
      await nextTurn();
    }
    expect(operations.filter((operation) => operation.deref())).toHaveLength(0);
    await graph.close();
  });

  it('may be tried again after it has failed, however it failed', async () => {
    const readThrough = new ReadThrough();
    const operation = new Operation({ maxRequests: 2 });
    const stale = { value: 'old', stage: 'stale', at: 0, kind: 'content' } as const;
    const lookUp = vi.fn(() => {
      throw new Error('At once.');
    });
    for (let turn = 1; turn <= 2; turn++) {
      expect(readThrough.answer(operation, '/wp/v2/posts', stale, () => 'key', lookUp)).toBe('old');
      await nextTurn();
      expect(lookUp).toHaveBeenCalledTimes(turn);
    }
  });
});
