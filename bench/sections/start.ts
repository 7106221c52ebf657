// How long the command takes from its start to its first answer.

import { request } from 'undici';
import { startServe } from '../program.ts';
import type { Bench } from '../section.ts';
import { median, withSpread } from '../statistics.ts';
import { atMost, type Table } from '../table.ts';

const limit = 1_000;
const query = '{ posts(first: 10) { nodes { title author { name } } } }';

export async function start({ quick, log }: Bench): Promise<Table[]> {
  const times: number[] = [];
  for (let run = 0; run < (quick ? 2 : 5); run++) {
    log(`start: run ${run + 1}`);
    const begun = performance.now();
    const program = await startServe(['--port', '0']);
    try {
      const headers = { 'content-type': 'application/json' };
      const answer = await request(program.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
      const { data } = (await answer.body.json()) as { data?: { posts: { nodes: unknown[] } } };
      if (data?.posts.nodes.length !== 10) throw new Error('The sample site did not answer.');
      times.push(performance.now() - begun);
    } finally {
      await program.stop();
    }
  }
  return [
    {
      title: 'Start',
      meaning:
        'From the start of the process `pressgraph serve --port 0`, with the sample site, to the first answered query.',
      columns: ['', 'ms', 'runs', 'must'],
      rows: [['`pressgraph serve`', withSpread(times), String(times.length), atMost(median(times), limit, ' ms')]],
    },
  ];
}
