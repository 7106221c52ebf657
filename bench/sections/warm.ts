// A repeated anonymous query, compared with the fastest that node:http can answer at all.

import { request } from 'undici';
import { listQuery, listRequestBody } from '../list-query.ts';
import { installProgram } from '../packages.ts';
import { type Program, startServe, startServer } from '../program.ts';
import type { Bench } from '../section.ts';
import type { PlainAnswer } from '../servers/plain-bytes.ts';
import { pairedRatio, rounded, whole, withSpread } from '../statistics.ts';
import { atLeast, atMost, type Table } from '../table.ts';
import { inTurns } from '../turns.ts';
import { type WrkRequest, wrk } from '../wrk.ts';

const bytes = 'node:http, prepared bytes';
/** Least requests per second, as a part of those of the prepared bytes. */
const limits: Readonly<Record<string, number>> = { '`pressgraph serve`': 0.8, 'pressgraph as a library': 0.55 };
const slowest = 2;

const variables = { first: 10 };
const asPost = (url: string): WrkRequest => ({ url, body: listRequestBody(variables.first) });
const asGet = (url: string): WrkRequest => ({
  url: `${url}?${new URLSearchParams({ query: listQuery, variables: JSON.stringify(variables) })}`,
});

/** How it is asked, by the name of the method. */
export const methods = [
  ['POST', asPost],
  ['GET', asGet],
] as const;

export async function warm(bench: Bench): Promise<Table[]> {
  const { site, quick, rounds, log } = bench;
  await installProgram('wrk', 'wrk');
  const servers: { readonly name: string; readonly program: Program }[] = [];
  try {
    const serve = await startServe([site.url, '--port', '0', '--poll-interval', '0']);
    servers.push({ name: '`pressgraph serve`', program: serve });
    const library = new URL('../servers/library.ts', import.meta.url);
    const settings = { site: site.url, settings: { pollInterval: 0 } };
    servers.push({ name: 'pressgraph as a library', program: await startServer(library, settings) });
    const plain = new URL('../servers/plain-bytes.ts', import.meta.url);

    const tables: Table[] = [];
    for (const [method, asked] of methods) {
      const reference = { name: bytes, program: await startServer(plain, await answerOf(asked(serve.url))) };
      const all = [reference, ...servers];
      log(`warm: ${method}, ${rounds} rounds of ${all.length} servers`);
      const go = (seconds: number) => (server: (typeof servers)[number]) => wrk(asked(server.program.url), seconds);
      try {
        await inTurns(all, 1, go(quick ? 1 : 3));
        tables.push(tableOf(method, await inTurns(all, rounds, go(quick ? 1 : 2))));
      } finally {
        await reference.program.stop();
      }
    }
    return tables;
  } finally {
    await Promise.all(servers.map(({ program }) => program.stop()));
  }
}

/** What the prepared bytes are: the body and the headers of pressgraph's own answer, without those that node sets. */
async function answerOf({ url, body }: WrkRequest): Promise<PlainAnswer> {
  const headers = { 'content-type': 'application/json' };
  const answer = await request(url, body === undefined ? { method: 'GET' } : { method: 'POST', headers, body });
  if (answer.statusCode !== 200) throw new Error(`pressgraph serve answered ${answer.statusCode}.`);
  const own = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']);
  const sent = Object.entries(answer.headers).filter(([name]) => !own.has(name));
  return {
    headers: Object.fromEntries(sent.map(([name, value]) => [name, String(value)])),
    body: await answer.body.text(),
  };
}

function tableOf(method: string, results: ReadonlyMap<string, readonly Awaited<ReturnType<typeof wrk>>[]>): Table {
  const of = (name: string, what: 'perSecond' | 'p50' | 'p99') => (results.get(name) ?? []).map((one) => one[what]);
  const rows = [...results.keys()].map((name) => {
    const ratio = pairedRatio(of(name, 'perSecond'), of(bytes, 'perSecond'));
    const tail = pairedRatio(of(name, 'p99'), of(bytes, 'p99'));
    const limit = limits[name];
    const must = limit === undefined ? '' : `${atLeast(ratio, limit)}; p99 ${atMost(tail, slowest, ' times')}`;
    return [
      name,
      withSpread(of(name, 'perSecond'), whole),
      rounded(ratio),
      withSpread(of(name, 'p50')),
      withSpread(of(name, 'p99')),
      rounded(tail),
      must,
    ];
  });
  return {
    title: `Warm, repeated anonymous query by ${method}`,
    meaning: `The list query of ten posts with everything kept, by wrk with one thread and 16 connections; each server in a process
of its own. The reference writes prepared bytes with the same headers and does not even look at the request.`,
    columns: ['', 'requests/s', 'ratio', 'p50 ms', 'p99 ms', 'ratio of p99', 'must'],
    rows,
  };
}
