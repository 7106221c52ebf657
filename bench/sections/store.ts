// Answers out of the document store, compared with the same answers out of plain objects.

import { deepStrictEqual } from 'node:assert/strict';
import { createGateway } from '../built.ts';
import { asRequest, type ListAnswer, listRequestBody, nodesOf } from '../list-query.ts';
import { installProgram } from '../packages.ts';
import { type Program, startServer } from '../program.ts';
import { askGateway } from '../runners.ts';
import type { Bench } from '../section.ts';
import { createObjectsYoga, plainSite } from '../servers/objects-yoga.ts';
import { pairedRatio, rounded, whole, withSpread } from '../statistics.ts';
import { atLeast, type Table } from '../table.ts';
import { inTurns } from '../turns.ts';
import { wrk } from '../wrk.ts';

const storeLimit = 0.7;
/** No answers are kept, only documents. */
export const storeOnly = { pollInterval: 0, responseCacheBytes: 0 };

/** Something that answers a `Request` in this process, and what answers the same over HTTP. */
interface Answering {
  readonly name: string;
  fetch(request: Request): Promise<Response> | Response;
}

export async function store(bench: Bench): Promise<Table[]> {
  await installProgram('wrk', 'wrk');
  const rows: string[][] = [];
  for (const size of [10, 100]) rows.push(...(await rowsOf(size, bench)));
  return [
    {
      title: 'Warm, out of the document store',
      meaning: `The list query again and again with the response cache turned off, so that each query is executed and its documents come
out of the store. The reference is Yoga and Pothos of the same versions over plain objects in memory, with a DataLoader
per request and without any of a gateway's limits; it gives the same data in as many
bytes. *In process*: one query after the other through \`fetch\`; *over HTTP*: each in its own process, 16
connections. Queries per second: median (least-most).`,
      columns: ['', 'plain objects', 'pressgraph', 'ratio', 'must'],
      rows,
    },
  ];
}

async function rowsOf(size: number, bench: Bench): Promise<string[][]> {
  const { site, quick, log } = bench;
  const [seconds, rounds] = quick ? [1, 1] : [2, 9];
  const body = listRequestBody(size);
  const gateway = await createGateway({ site: site.url, settings: storeOnly });
  const programs: Program[] = [];
  try {
    const objects = plainSite(nodesOf(await askGateway<ListAnswer>(gateway, body)));
    const answering: Answering[] = [
      { name: 'plain objects', fetch: (request) => createdYoga.fetch(request) },
      { name: 'pressgraph', fetch: (request) => gateway.fetch(request) },
    ];
    const createdYoga = createObjectsYoga(objects);
    const [first, second] = await Promise.all(answering.map(async (one) => (await one.fetch(asRequest(body))).text()));
    // Yoga's own executor gives the fields in the order in which they were ready, so the texts may differ in that.
    deepStrictEqual(JSON.parse(second ?? ''), JSON.parse(first ?? ''));
    if (first?.length !== second?.length) throw new Error('The answers of the two are not equally long.');

    log(`store: ${size} posts`);
    await inTurns(answering, 1, (one) => queriesPerSecond(one, body, seconds));
    const called = await inTurns(answering, rounds, (one) => queriesPerSecond(one, body, seconds));

    const servers = [
      { name: 'plain objects', file: new URL('../servers/plain-objects.ts', import.meta.url), settings: objects },
      {
        name: 'pressgraph',
        file: new URL('../servers/library.ts', import.meta.url),
        settings: { site: site.url, settings: storeOnly },
      },
    ];
    const urls = new Map<string, string>();
    for (const { name, file, settings: own } of servers) {
      const program = await startServer(file, own);
      programs.push(program);
      urls.set(name, program.url);
    }
    const loaded = ({ name }: { name: string }, time: number) => wrk({ url: urls.get(name) ?? '', body }, time);
    await inTurns(servers, 1, (server) => loaded(server, 1));
    const asked = await inTurns(servers, rounds, async (server) => (await loaded(server, seconds)).perSecond);
    return [row(`${size} posts, in process`, called), row(`${size} posts, over HTTP`, asked)];
  } finally {
    await Promise.all(programs.map((program) => program.stop()));
    await gateway.close();
  }
}

/** One query after the other, in this process. */
async function queriesPerSecond({ fetch }: Answering, body: string, seconds: number): Promise<number> {
  const start = performance.now();
  let answered = 0;
  while (performance.now() - start < seconds * 1000) {
    await (await fetch(asRequest(body))).text();
    answered++;
  }
  return answered / ((performance.now() - start) / 1000);
}

function row(what: string, results: ReadonlyMap<string, readonly number[]>): string[] {
  const [theirs, ours] = [results.get('plain objects') ?? [], results.get('pressgraph') ?? []];
  const ratio = pairedRatio(ours, theirs);
  return [what, withSpread(theirs, whole), withSpread(ours, whole), rounded(ratio), atLeast(ratio, storeLimit)];
}
