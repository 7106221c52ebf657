// Looks up documents that were never asked for before, in a process of its own, and tells how much memory is in use:
// one line of JSON at the start and after each tenth. Run with `--expose-gc` by `sections/memory.ts`.

import { setImmediate as turn } from 'node:timers/promises';
import { base64Ids } from '../src/dialects/pressgraph/ids.ts';
import { list, scriptedSite } from '../test/support/scripted-site.ts';
import { createGateway } from './built.ts';
import { askGateway } from './runners.ts';

export interface MemoryPlan {
  readonly lookUps: number;
  /** Documents that one query looks up. */
  readonly perQuery: number;
  readonly storeBytes: number;
  readonly responseCacheBytes: number;
}

export interface MemoryReading {
  /** How many documents have been looked up. */
  readonly lookUps: number;
  /** Bytes in use after a garbage collection. */
  readonly bytes: number;
}

const query = 'query Look($ids: [ID!]!) { nodes(ids: $ids) { ... on Post { databaseId title date excerpt slug } } }';

async function lookUp(plan: MemoryPlan): Promise<void> {
  const { storeBytes, responseCacheBytes, lookUps, perQuery } = plan;
  const { url, send } = scriptedSite(({ route, query: asked }) => {
    const included = asked.get('include');
    if (route !== '/wp/v2/posts' || included === null) return undefined;
    return list(included.split(',').map((id) => invented(Number(id))));
  });
  const settings = { storeBytes, responseCacheBytes, pollInterval: 0 };
  const gateway = await createGateway({ site: url, send, settings });
  let next = 0;
  const some = async (queries: number): Promise<void> => {
    for (let asked = 0; asked < queries; asked++) {
      const ids = Array.from({ length: perQuery }, () => base64Ids.encode('Post', ++next));
      await checked(JSON.stringify({ query, variables: { ids } }));
      if (asked % 10 === 0) await turn();
    }
  };
  const checked = async (body: string): Promise<void> => {
    const { data, errors } = await askGateway<{ data?: { nodes: { databaseId: number }[] }; errors?: unknown }>(
      gateway,
      body,
    );
    if (errors !== undefined || data?.nodes.at(-1)?.databaseId !== next) {
      throw new Error(`A look-up failed: ${JSON.stringify(errors ?? data).slice(0, 300)}`);
    }
  };
  const tell = async (done: number): Promise<void> => {
    const reading: MemoryReading = { lookUps: done, bytes: await bytesInUse() };
    process.stdout.write(`${JSON.stringify(reading)}\n`);
  };

  // Compiled code and the like are there before anything is kept.
  await some(200);
  gateway.purge();
  await tell(0);
  for (let tenth = 1; tenth <= 10; tenth++) {
    await some(lookUps / perQuery / 10);
    await tell((lookUps / 10) * tenth);
  }
  await gateway.close();
}

function invented(id: number) {
  return {
    id,
    date: '2026-05-16T16:00:28',
    date_gmt: '2026-05-16T15:00:28',
    slug: `post-${id}`,
    type: 'post',
    status: 'publish',
    link: `https://site.test/2026/05/16/post-${id}/`,
    title: { rendered: `The ${id}th post about plums` },
    excerpt: { rendered: `<p>${`Plum number ${id} is ripe. `.repeat(8)}</p>`, protected: false },
  };
}

async function bytesInUse(): Promise<number> {
  if (!globalThis.gc) throw new Error('Run with --expose-gc.');
  // What a collection finds out only when finalizers have run is freed by the next.
  for (let pass = 0; pass < 3; pass++) {
    globalThis.gc();
    await turn();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const [plan] = process.argv.slice(2);
if (plan === undefined) throw new Error('Run by the benchmark.');
await lookUp(JSON.parse(plan) as MemoryPlan);
