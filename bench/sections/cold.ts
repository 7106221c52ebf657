// The list query when nothing is kept, compared with everything else that can answer it.

import { deepStrictEqual } from 'node:assert/strict';
import { posts } from '../bed.ts';
import { reasonOf } from '../failure.ts';
import type { ListedPost } from '../list-query.ts';
import { startPeers } from '../peers.ts';
import { startServer } from '../program.ts';
import {
  bareRunner,
  embedRunner,
  emptied,
  type ListRunner,
  pressgraphRunner,
  serverRunner,
  started,
} from '../runners.ts';
import type { Bench } from '../section.ts';
import { pairedRatio, rounded, withSpread } from '../statistics.ts';
import { atMost, type Table } from '../table.ts';
import { inTurns, timed } from '../turns.ts';

const sizes = [10, 50, 100] as const;

/** Of WordPress' own `_embed` of the same size, by size. */
const limits: Readonly<Record<(typeof sizes)[number], number>> = { 10: 0.3, 50: 0.13, 100: 0.11 };
const bareLimit = 1.05;
const warmUps = 20;

const meaning = `The list query with all caches emptied before each question, each round at another place of the site, from its
newest posts to its oldest; ratios are the medians of those of the rounds. *pressgraph* is called in its own process
through \`gateway.fetch\`: *just started* it has looked for changes once, as it does before anybody asks, and so knows authors
and terms, but no post and no image; with *nothing known* it asks for these too. *REST \`_embed\`* is WordPress' own way to have
everything in one answer; the *bare script* is the least that these data can cost over REST when nothing is known, written by
hand for this query; the servers are asked over HTTP, which costs them about a millisecond more. Before anything is timed,
the data of all are compared. Milliseconds: median (least-most).`;

export async function cold(bench: Bench): Promise<Table[]> {
  const { site } = bench;
  const runners: ListRunner[] = [];
  const absent: string[][] = [];
  try {
    const embed = embedRunner(site.restRoot);
    const bare = bareRunner(site.restRoot);
    runners.push(embed, embedRunner(site.restRoot, 'fields only'), bare);
    for (const name of [started, emptied] as const) runners.push(await pressgraphRunner(site.url, name));
    const library = new URL('../servers/library.ts', import.meta.url);
    const server = await startServer(library, { site: site.url, settings: { pollInterval: 86_400 } });
    runners.push(serverRunner(`${started}, over HTTP`, server));
    for (const { name, runner, reason } of await startPeers(site)) {
      if (runner) runners.push(runner);
      else absent.push([name, reason ?? '']);
    }
    const equal = await equalRunners(runners, bare, absent);
    // Nothing is known in what follows, but a server that has been up for a while has its code compiled.
    bench.log(`cold: ${warmUps} rounds that do not count`);
    await inTurns(equal, bench.quick ? 1 : warmUps, (runner, round) => go(runner, sizes[0], offsetOf(round, warmUps)));
    const tables: Table[] = [];
    for (const size of sizes) tables.push(await tableOf(size, equal, bench, absent));
    return tables;
  } finally {
    await Promise.all(runners.map((runner) => runner.close()));
  }
}

/** Who tells something else than the bare script is not timed: it would not be the same work. */
async function equalRunners(runners: readonly ListRunner[], bare: ListRunner, absent: string[][]) {
  const offsets = [0, posts / 2];
  const ask = async (runner: ListRunner) => {
    await runner.purge();
    const answers: ListedPost[][] = [];
    for (const offset of offsets) answers.push(runner.listed(await runner.ask(100, offset)));
    return answers;
  };
  const expected = await ask(bare);
  if (expected.some(({ length }) => length !== 100)) throw new Error('Fewer posts came than were asked for.');
  const equal: ListRunner[] = [];
  for (const runner of runners) {
    try {
      deepStrictEqual(await ask(runner), expected);
      equal.push(runner);
    } catch (error) {
      absent.push([runner.name, `not timed: ${reasonOf(error)}`]);
    }
  }
  return equal;
}

async function go(runner: ListRunner, size: number, offset: number): Promise<number> {
  await runner.purge();
  return timed(() => runner.ask(size, offset));
}

/** Each round has its own place, from the newest posts to the oldest. */
function offsetOf(round: number, rounds: number): number {
  return Math.floor((round * (posts - Math.max(...sizes))) / Math.max(1, rounds - 1));
}

async function tableOf(
  size: (typeof sizes)[number],
  runners: readonly ListRunner[],
  { rounds, log }: Bench,
  absent: readonly string[][],
): Promise<Table> {
  log(`cold: ${size} posts, ${rounds} rounds of ${runners.length} runners`);
  const times = await inTurns(runners, rounds, (runner, round) => go(runner, size, offsetOf(round, rounds)));
  const ratio = (name: string, reference: string) => pairedRatio(times.get(name) ?? [], times.get(reference) ?? []);
  const rows = runners.map(({ name }) => {
    const byEmbed = ratio(name, 'REST `_embed`');
    const byBare = ratio(name, 'bare script');
    const must =
      name === started || name === emptied
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
