// Whether clients notice that WordPress is slow when what they ask for is kept, but no longer fresh.

import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { listRequestBody, nodesOf } from '../list-query.ts';
import { askGateway, type CountedGateway, countedGateway } from '../runners.ts';
import type { Bench } from '../section.ts';
import { percentile, rounded, withSpread } from '../statistics.ts';
import { type Table, verdict } from '../table.ts';

const slowness = 2_000;
const freshSeconds = 1;
const body = listRequestBody(10);

/** Both are far below a millisecond, where a garbage collection is a multiple; a wait for WordPress is a thousandfold. */
const noise = (fresh: number) => Math.max(fresh * 1.5, fresh + 1);

export async function stale({ site, quick, log }: Bench): Promise<Table[]> {
  let isSlow = false;
  const settings = { freshFor: String(freshSeconds) };
  const counted = await countedGateway({ site: site.url, settings }, () => (isSlow ? sleep(slowness) : undefined));
  try {
    const [fresh, old]: [number[][], number[][]] = [[], []];
    let refreshes = 0;
    for (let round = 0; round < (quick ? 1 : 5); round++) {
      log(`stale: round ${round + 1}`);
      isSlow = false;
      counted.gateway.purge();
      await asked(counted, 50);
      fresh.push(await asked(counted, freshSeconds * 600));
      await sleep(freshSeconds * 1000 + 200);
      isSlow = true;
      counted.asked.length = 0;
      old.push(await asked(counted, freshSeconds * 600));
      refreshes += counted.asked.length;
      // The refresh that is under way has two requests, one after the other, to wait for.
      await sleep(2 * slowness + 500);
    }
    const [freshTail, oldTail] = [fresh, old].map((rounds) => rounds.map((times) => percentile(times, 0.99)));
    const [all99, old99] = [percentile(fresh.flat(), 0.99), percentile(old.flat(), 0.99)];
    const isMet = old99 <= noise(all99) && Math.max(...old.flat()) < slowness && refreshes > 0;
    return [
      {
        title: 'Stale entries while WordPress is slow',
        meaning: `A kept entry is asked for while it is fresh, and after it has gone stale with each answer of WordPress taking
${slowness / 1000} s longer; what was kept is served, and refreshed in the background. Milliseconds in process, one client.`,
        columns: ['', 'p50 ms', 'p99 ms by round', 'longest ms', 'queries', 'requests to WordPress', 'must'],
        rows: [
          ['fresh', ...cells(fresh, freshTail ?? []), '', ''],
          [
            'stale',
            ...cells(old, oldTail ?? []),
            String(refreshes),
            verdict('the same p99, and refreshed in the background', isMet),
          ],
        ],
      },
    ];
  } finally {
    isSlow = false;
    await counted.close();
  }
}

function cells(rounds: readonly number[][], tails: readonly number[]): string[] {
  const all = rounds.flat();
  return [rounded(percentile(all, 0.5)), withSpread(tails), rounded(Math.max(...all)), String(all.length)];
}

/** One query after the other for so many milliseconds; how long each took. */
async function asked({ gateway }: CountedGateway, milliseconds: number): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const start = performance.now();
    nodesOf(await askGateway(gateway, body));
    times.push(performance.now() - start);
    // Lets timers and sockets have their turn, which answers out of memory alone would never do.
    await turn();
  }
  return times;
}
