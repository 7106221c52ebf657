// The peers when each has kept what it keeps: the repeated list query over HTTP.

import { listRequestBody } from '../list-query.ts';
import { installProgram } from '../packages.ts';
import { type StartedPeer, startPeers } from '../peers.ts';
import { startServe } from '../program.ts';
import type { Bench } from '../section.ts';
import { median, rounded, whole, withSpread } from '../statistics.ts';
import type { Table } from '../table.ts';
import { inTurns } from '../turns.ts';
import { wrk } from '../wrk.ts';

const size = 10;

export async function peersWarm({ site, quick, log }: Bench): Promise<Table[]> {
  await installProgram('wrk', 'wrk');
  const started = await startPeers(site);
  const serve = await startServe([site.url, '--port', '0', '--poll-interval', '0']);
  try {
    const ours = { name: '`pressgraph serve`', keeps: 'whole answers and documents', url: serve.url };
    const running = [ours, ...started.filter((peer): peer is StartedPeer & { url: string } => peer.url !== undefined)];
    log(`peers: ${running.length} servers, warm`);
    // One question first: sixteen at once would each fetch all of it from WordPress where nothing brings them together.
    for (const { runner } of started) await runner?.ask(size, 0);
    const go = (seconds: number) => (peer: (typeof running)[number]) => {
      const body = 'body' in peer && peer.body ? peer.body(size, 0) : listRequestBody(size);
      return wrk({ url: peer.url, body }, seconds);
    };
    await inTurns(running, 1, go(quick ? 1 : 3));
    const results = await inTurns(running, quick ? 1 : 3, go(quick ? 1 : 5));
    const of = (name: string, what: 'perSecond' | 'p99') => (results.get(name) ?? []).map((one) => one[what]);
    const rows = running.map(({ name, keeps }) => [
      name,
      keeps,
      withSpread(of(name, 'perSecond'), whole),
      rounded(median(of(ours.name, 'perSecond')) / median(of(name, 'perSecond'))),
      withSpread(of(name, 'p99')),
    ]);
    const absent = started.flatMap(({ name, reason }) => (reason === undefined ? [] : [[name, reason]]));
    return [
      {
        title: 'Peers, warm',
        meaning: `The list query of ten posts again and again, by wrk with one thread and 16 connections, after each server has filled the
cache that its documentation offers; WordPress does not say how long its answers may be kept, so all were told ten minutes.`,
        columns: ['', 'keeps', 'requests/s', 'pressgraph is faster by', 'p99 ms'],
        rows: [...rows, ...absent],
      },
    ];
  } finally {
    await Promise.all(started.map(({ runner }) => runner?.close()));
    await serve.stop();
  }
}
