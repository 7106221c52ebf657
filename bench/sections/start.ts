// How long the command takes from its start to its first answer.

import { spawnSync } from 'node:child_process';
import { request } from 'undici';
import { type Build, startServe } from '../program.ts';
import type { Bench } from '../section.ts';
import { median, pairedRatio, rounded, withSpread } from '../statistics.ts';
import { atMost, type Table } from '../table.ts';

const limit = 1_000;
const query = '{ posts(first: 10) { nodes { title author { name } } } }';

/** Starts the command and waits for its first answer: by the clock, and by the processor that it took. */
export async function firstAnswer(build?: Build): Promise<{ milliseconds: number; processor: number }> {
  const begun = performance.now();
  const program = await startServe(['--port', '0'], build);
  try {
    const headers = { 'content-type': 'application/json' };
    const answer = await request(program.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { data } = (await answer.body.json()) as { data?: { posts: { nodes: unknown[] } } };
    if (data?.posts.nodes.length !== 10) throw new Error('The sample site did not answer.');
    return { milliseconds: performance.now() - begun, processor: program.processorTime() };
  } finally {
    await program.stop();
  }
}

export async function start({ quick, log }: Bench): Promise<Table[]> {
  const [times, bare]: [number[], number[]] = [[], []];
  for (let run = 0; run < (quick ? 2 : 5); run++) {
    log(`start: run ${run + 1}`);
    const bareBegun = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    bare.push(performance.now() - bareBegun);
    times.push((await firstAnswer()).milliseconds);
  }
  return [
    {
      title: 'Start',
      meaning:
        'From the start of the process `pressgraph serve --port 0`, with the sample site, to the first answered query; beside it what Node takes to start and end with nothing to do.',
      columns: ['', 'ms', 'ratio', 'runs', 'must'],
      rows: [
        ['`node -e 0`', withSpread(bare), rounded(1), String(bare.length)],
        [
          '`pressgraph serve`',
          withSpread(times),
          rounded(pairedRatio(times, bare)),
          String(times.length),
          atMost(median(times), limit, ' ms'),
        ],
      ],
    },
  ];
}
