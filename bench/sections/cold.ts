// The list query when nothing is kept, beside everything else that can answer it.

import { deepStrictEqual } from 'node:assert/strict';
import { reasonOf } from '../failure.ts';
import { startPeers } from '../peers.ts';
import { startServer } from '../program.ts';
import { bareRunner, embedRunner, type ListRunner, pressgraphRunner, serverRunner } from '../runners.ts';
import type { Bench } from '../section.ts';
import { median, rounded, withSpread } from '../statistics.ts';
import { atMost, type Table } from '../table.ts';
import { inTurns, timed } from '../turns.ts';

const sizes = [10, 50, 100] as const;

/** Of WordPress' own `_embed` of the same size, by size. */
const limits: Readonly<Record<(typeof sizes)[number], number>> = { 10: 0.3, 50: 0.13, 100: 0.11 };
const bareLimit = 1.05;

const meaning = `The list query with all caches emptied before each question. *pressgraph* is called in its own process
through \`gateway.fetch\`; *REST \`_embed\`* is WordPress' own way to have everything in one answer; the *bare script* is
the least that these data can cost over REST, written by hand for this query; the servers are asked over HTTP, which
costs them about a millisecond more. Before anything is timed, the data of all are compared. Milliseconds: median
(least-most).`;

export async function cold(bench: Bench): Promise<Table[]> {
  const { site } = bench;
  const runners: ListRunner[] = [];
  const absent: string[][] = [];
  try {
    const embed = embedRunner(site.restRoot);
    const bare = bareRunner(site.restRoot);
    runners.push(embed, embedRunner(site.restRoot, 'fields only'), bare, await pressgraphRunner(site.url));
    const library = new URL('../servers/library.ts', import.meta.url);
    const server = await startServer(library, { site: site.url, settings: { pollInterval: 0 } });
    runners.push(serverRunner('pressgraph over HTTP', server));
    for (const { name, runner, reason } of await startPeers(site)) {
      if (runner) runners.push(runner);
      else absent.push([name, reason ?? '']);
    }
    const equal = await equalRunners(runners, bare, absent);
    const tables: Table[] = [];
    for (const size of sizes) tables.push(await tableOf(size, equal, bench, absent));
    return tables;
  } finally {
    await Promise.all(runners.map((runner) => runner.close()));
  }
}

/** Who tells something else than the bare script is not timed: it would not be the same work. */
async function equalRunners(runners: readonly ListRunner[], bare: ListRunner, absent: string[][]) {
  const expected = bare.listed(await bare.ask(100));
  if (expected.length !== 100) throw new Error(`${expected.length} posts came, 100 were asked for.`);
  const equal: ListRunner[] = [];
  for (const runner of runners) {
    try {
      await runner.purge();
      deepStrictEqual(runner.listed(await runner.ask(100)), expected);
      equal.push(runner);
    } catch (error) {
      absent.push([runner.name, `not timed: ${reasonOf(error)}`]);
    }
  }
  return equal;
}

async function tableOf(
  size: (typeof sizes)[number],
  runners: readonly ListRunner[],
  { rounds, log }: Bench,
  absent: readonly string[][],
): Promise<Table> {
  log(`cold: ${size} posts, ${rounds} rounds of ${runners.length} runners`);
  const go = async (runner: ListRunner): Promise<number> => {
    await runner.purge();
    return timed(() => runner.ask(size));
  };
  await inTurns(runners, 1, go);
  const times = await inTurns(runners, rounds, go);
  const of = (name: string) => median(times.get(name) ?? []);
  const rows = runners.map(({ name }) => {
    const byEmbed = of(name) / of('REST `_embed`');
    const byBare = of(name) / of('bare script');
    const must =
      name === 'pressgraph'
        ? `${atMost(byEmbed, limits[size], ' of `_embed`')}; ${atMost(byBare, bareLimit, ' of the bare script')}`
        : '';
    return [name, withSpread(times.get(name) ?? []), rounded(byEmbed), rounded(byBare), must];
  });
  return {
    title: `Cold: ${size} posts`,
    meaning: size === sizes[0] ? meaning : '',
    columns: ['', 'ms', 'ratio to `_embed`', 'ratio to the bare script', 'must'],
    rows: [...rows, ...absent],
  };
}
