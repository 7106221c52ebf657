/**
 * What is done at each step, in three lanes at the same time: a site as it should be, a site with faults, and gateways that
 * share a Redis which others write into.
 */
import { createHmac } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import type { Redis } from 'ioredis';
import { difference, type GraphqlAnswer, isComparable, isUnknown } from './answers.ts';
import { type Fault, randomFault, rootsOf } from './faults.ts';
import type { RunningGateway } from './gateway.ts';
import { hostileRequests } from './hostile.ts';
import { type Operation, randomOperation } from './operations.ts';
import type { Pools } from './pools.ts';
import type { Random } from './random.ts';
import { makeNoise } from './redis-noise.ts';
import { batchRequest, type ClientRequest, graphqlRequest, persistedRequest } from './requests.ts';
import type { FaultySite } from './site.ts';
import type { Watch } from './watch.ts';

export interface Bench {
  readonly schema: GraphQLSchema;
  readonly watch: Watch;
  readonly pools: Pools;
  /** Of the webhook. */
  readonly secret: string;
  /** Keeps what it may, in front of a site that is as it should be. */
  readonly steady: RunningGateway;
  /** Keeps nothing: each of its answers is the first. */
  readonly forgetful: RunningGateway;
  /** In front of the site with faults: one that keeps what it may, and one that keeps nothing. */
  readonly spoilt: RunningGateway;
  readonly spoiltAnew: RunningGateway;
  readonly faulty: FaultySite;
}

export type Lane = (random: Random, step: number) => Promise<void>;

/** Refused by every WordPress without application passwords, and heeded by none. */
const credentials = { authorization: 'Basic Zm9vOmJhcg==' };

export function withFaults({ watch, faulty }: Bench, faults: readonly Fault[]): void {
  watch.faults = faults;
  faulty.faults = faults;
}

export function steadyLane(bench: Bench): Lane {
  return async (random, step) => {
    if (random.chance(0.2)) {
      const { name, requests } = hostileRequests(random, bench.schema, bench.pools);
      const leaves = random.chance(0.1) ? { leavesAfter: random.int(0, 50) } : {};
      await Promise.all(
        requests.map((request) => bench.watch.ask(bench.steady, { ...request, ...leaves }, step, name)),
      );
      return;
    }
    if (random.chance(0.1)) await bench.watch.ask(bench.steady, announcement(bench, random), step);
    if (random.chance(0.1)) return comparePublished(bench, publishedRequest(random), step);
    const manner = { odd: random.chance(0.3) ? 0.3 : 0, composites: random.int(1, 6) };
    const operations = Array.from({ length: random.pick([1, 1, 1, 2, 4]) }, () =>
      randomOperation(bench.schema, random, bench.pools, manner),
    );
    await compare(bench, operations, random.chance(0.1) ? credentials : {}, step);
  };
}

/** The same operations cold, then together, again, traced, in one request, and by the hashes of their queries. */
export async function compare(
  bench: Bench,
  operations: readonly Operation[],
  headers: Readonly<Record<string, string>>,
  step: number | undefined,
): Promise<void> {
  const { watch, steady, forgetful, pools } = bench;
  const requests = operations.map(({ query, variables }) => graphqlRequest(query, variables, headers));
  const traced = requests.map((request) => ({
    ...request,
    headers: { ...request.headers, 'x-pressgraph-trace': '1' },
  }));
  const askAsPersisted = (how: Parameters<typeof persistedRequest>[1]) =>
    Promise.all(operations.map((operation) => watch.ask(steady, persistedRequest(operation, how, headers), step)));
  const answers = {
    batched: await Promise.all(requests.map((request) => watch.ask(steady, request, step))),
    warm: await Promise.all(requests.map((request) => watch.ask(steady, request, step))),
    traced: await Promise.all(traced.map((request) => watch.ask(steady, request, step))),
    inOneRequest: await watch.askBatch(steady, batchRequest(operations, headers), step),
    inOneRequestAgain: await watch.askBatch(steady, batchRequest(operations, headers), step),
    persisted: await askAsPersisted({ whole: true }),
    byHash: await askAsPersisted({}),
    byHashByGet: await askAsPersisted({ got: true }),
  };
  for (const [index, request] of requests.entries()) {
    const cold = await watch.ask(forgetful, request, step);
    if (cold) pools.learn(cold.data);
    for (const [way, found] of Object.entries(answers)) differ(watch, steady, way, request, cold, found[index], step);
  }
}

/** What is published beside the graph: made anew, kept, and asked for by several together. */
async function comparePublished(bench: Bench, request: ClientRequest, step: number): Promise<void> {
  const { watch, steady, forgetful } = bench;
  const cold = await watch.askText(forgetful, request, step);
  const together = await Promise.all([1, 2, 3].map(() => watch.askText(steady, request, step)));
  for (const found of [...together, await watch.askText(steady, request, step)]) {
    if (!cold || !found || cold.status >= 500 || found.status >= 500) continue;
    watch.compared++;
    const isSame = cold.status === found.status && cold.body === found.body;
    if (!isSame) watch.note(steady.name, 'differs', `published ${request.path}: ${found.status}`, step, request);
  }
}

function publishedRequest(random: Random): ClientRequest {
  const sections = [
    'posts',
    'pages',
    'categories',
    'tags',
    'authors',
    'books',
    'genres',
    'none',
    '__proto__',
    '',
    '-1',
  ];
  const path = random.pick([
    () => '/sitemap.xml',
    () => `/sitemap-${random.pick(sections)}-${random.pick([1, 1, 1, 2, 0, 999_999, '1e5', '01', 'x'])}.xml`,
    () => '/feed.xml',
    () => '/feed.json',
    () => `/feed.${random.pick(['xml', 'json'])}?type=${random.pick(['post', 'page', 'book', 'none', '', '%00', '%'])}`,
  ])();
  // What is published names the gateway by the host that it was asked as.
  return { method: random.pick(['GET', 'GET', 'GET', 'HEAD']), path, headers: { host: 'gateway.test' } };
}

function differ(
  watch: Watch,
  gateway: RunningGateway,
  way: string,
  request: ClientRequest,
  cold: GraphqlAnswer | undefined,
  other: GraphqlAnswer | undefined,
  step: number | undefined,
): void {
  if (!cold || !other || !isComparable(cold) || !isComparable(other)) return;
  if (isUnknown(other) && cold.data === undefined) return;
  watch.compared++;
  const found = difference(cold, other);
  if (found) watch.note(gateway.name, 'differs', `${way}, after cold: ${found}`, step, request);
}

/** The site itself says that a document has changed. */
function announcement({ secret }: Bench, random: Random): ClientRequest {
  const body = JSON.stringify({ type: random.pick(['post', 'page', 'category', 'user']), id: random.int(1, 200) });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
  const headers = { 'x-pressgraph-timestamp': timestamp, 'x-pressgraph-signature': signature };
  return { method: 'POST', path: '/webhook', headers, body };
}

export function spoiltLane(bench: Bench): Lane {
  const { schema, watch, pools, spoilt, spoiltAnew } = bench;
  return async (random, step) => {
    const faults = Array.from({ length: random.int(1, 2) }, () => randomFault(random));
    withFaults(bench, faults);
    const gateway = random.chance(0.7) ? spoiltAnew : spoilt;
    const manner = { odd: 0.05, composites: random.int(2, 7) };
    const requests = Array.from({ length: random.pick([1, 2, 3]) }, () => {
      const roots = faults.flatMap(({ route }) => rootsOf(route));
      const { query, variables } = randomOperation(schema, random, pools, { ...manner, roots });
      const request = graphqlRequest(query, variables, random.chance(0.2) ? credentials : undefined);
      return random.chance(0.1) ? { ...request, leavesAfter: random.int(0, 30) } : request;
    });
    if (random.chance(0.1)) requests.push(publishedRequest(random));
    await Promise.all(requests.map((request) => watch.ask(gateway, request, step)));
    withFaults(bench, []);
  };
}

export interface Shared {
  readonly first: RunningGateway;
  readonly second: RunningGateway;
  readonly redis: Redis;
}

export function sharedLane({ schema, watch, pools, forgetful }: Bench, { first, second, redis }: Shared): Lane {
  return async (random, step) => {
    await makeNoise(redis, random);
    const operation = randomOperation(schema, random, pools, { odd: 0, composites: random.int(1, 5) });
    const request = graphqlRequest(operation.query, operation.variables);
    for (const gateway of [first, second]) {
      const answer = await watch.ask(gateway, request, step);
      const cold = await watch.ask(forgetful, request, step);
      differ(watch, gateway, 'shared', request, cold, answer, step);
      const named = await watch.ask(gateway, persistedRequest(operation, { whole: gateway === first }), step);
      // What others have written over a query counts as not there.
      if (named && !isUnknown(named)) differ(watch, gateway, 'sharedByHash', request, cold, named, step);
    }
  };
}
