/**
 * All operations on a bent site, against what the same site answers unbent: cold, with what that has taught, and, where the
 * bend passes, with what was known before it and once it is over.
 */
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSampleSite } from '../../src/sample/sample-site.ts';
import type { Send, UpstreamResponse } from '../../src/wordpress/http/send.ts';
import { type Graph, openGraph, type TestSite } from '../support/graph.ts';
import { remembered } from '../support/remembered-answers.ts';
import { type Bend, siteAddress } from './bend.ts';
import { bends } from './bends.ts';
import { type Allowance, faultsOf, type GraphAnswer } from './comparison.ts';
import { ask, type Operation } from './operation.ts';
import { operations } from './operations.ts';

type Kind = keyof typeof bends;

/** The site, which bends when it is told to. */
interface BendingSite extends TestSite {
  isBent: boolean;
  /** Whether it has ever answered otherwise than the site does. */
  readonly hasDiffered: boolean;
}

function bendingSite(healthy: Send, { bend, address = siteAddress }: Bend): BendingSite {
  const bent = remembered(bend(healthy));
  let hasDiffered = false;
  return {
    url: address,
    isBent: true,
    get hasDiffered() {
      return hasDiffered;
    },
    async send(request) {
      if (!this.isBent) return healthy(request);
      if (address !== siteAddress || (await differs(bent(request), healthy(request)))) hasDiffered = true;
      return bent(request);
    },
  };
}

async function differs(one: Promise<UpstreamResponse>, other: Promise<UpstreamResponse>): Promise<boolean> {
  const [left, right] = await Promise.allSettled([one, other]);
  if (left.status !== 'fulfilled' || right.status !== 'fulfilled') return left.status !== right.status;
  return !isDeepStrictEqual(left.value, right.value);
}

/** Without a memory of whole answers, so that what is kept of documents and lists is seen. */
const settings = { responseCacheBytes: 0 };
/** So that everything is asked again, and what was known is there in case of need. */
const forgetful = { ...settings, freshFor: 0, staleFor: 0, staleIfError: 86_400 };

export function bentSuite(kind: Kind): void {
  describe(kind, () => {
    let healthy: Send;
    let unbent: Graph;
    const wanted = new Map<Operation, GraphAnswer>();
    beforeAll(async () => {
      healthy = remembered((await createSampleSite(siteAddress)).send);
      unbent = await openGraph({ url: siteAddress, send: healthy }, { settings });
      for (const operation of operations) wanted.set(operation, await ask(unbent, operation));
    });
    afterAll(() => unbent.close());

    bends[kind].forEach((bend, number) => {
      // The others are the turn of other bends.
      const some = operations.filter((_operation, index) => (index + number) % 3 === 0);
      describe(bend.name, () => checkBend(bend, some, () => ({ healthy, wanted })));
    });
  });
}

interface Unbent {
  readonly healthy: Send;
  readonly wanted: ReadonlyMap<Operation, GraphAnswer>;
}

function checkBend(bend: Bend, some: readonly Operation[], unbent: () => Unbent): void {
  let site: BendingSite;
  const open: Graph[] = [];
  beforeAll(() => {
    site = bendingSite(unbent().healthy, bend);
  });
  afterAll(() => Promise.all(open.map((graph) => graph.close())));

  async function started(isBent: boolean, own: object = settings): Promise<Graph> {
    site.isBent = isBent;
    const graph = await openGraph(site, { settings: own });
    open.push(graph);
    site.isBent = true;
    return graph;
  }

  function check(way: string, answers: ReadonlyMap<Operation, GraphAnswer>, allowance: Allowance): void {
    const faults: string[] = [];
    for (const [operation, answer] of answers) {
      const right = unbent().wanted.get(operation) ?? { data: null };
      const found = faultsOf(operation.name, right, answer, allowance);
      faults.push(...found.map((fault) => `${way}, ${operation.name}: ${fault}`));
    }
    expect.soft(faults).toEqual([]);
  }

  it('answers rightly', async () => {
    const graph = await started(!bend.passes);
    const [cold, warm] = [new Map<Operation, GraphAnswer>(), new Map<Operation, GraphAnswer>()];
    for (const operation of bend.variant ? some : operations) {
      cold.set(operation, await ask(graph, operation));
      if (some.includes(operation)) warm.set(operation, await ask(graph, operation, { warm: true }));
    }
    check('cold', cold, bend);
    check('warm', warm, bend);
    expect(site.hasDiffered).toBe(!bend.avoided);
  });

  if (bend.passes)
    it('keeps nothing of it once it is over', async () => {
      const graph = await started(false);
      const over = new Map<Operation, GraphAnswer>();
      for (const operation of some) {
        site.isBent = true;
        await ask(graph, operation);
        site.isBent = false;
        over.set(operation, await ask(graph, operation, { warm: true }));
      }
      check('over', over, {});
    });

  if (bend.passes)
    it('serves what was known', async () => {
      const graph = await started(false, forgetful);
      const known = new Map<Operation, GraphAnswer>();
      for (const operation of some) {
        site.isBent = false;
        await ask(graph, operation);
        site.isBent = true;
        known.set(operation, await ask(graph, operation, { warm: true }));
      }
      check('known', known, {});
    });
}
