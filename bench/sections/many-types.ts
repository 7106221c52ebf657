// What many types of a site's own cost: those who ask for posts, the start, and the looks for changes.

import { createGateway } from '../built.ts';
import { listRequestBody } from '../list-query.ts';
import { type ManyTypesSite, startManyTypesSite } from '../many-types-site.ts';
import { installProgram } from '../packages.ts';
import { processorTime } from '../processor-time.ts';
import { type Program, startServer } from '../program.ts';
import type { Bench } from '../section.ts';
import { median, pairedRatio, rounded, whole, withSpread } from '../statistics.ts';
import { atMost, type Table } from '../table.ts';
import { inTurns } from '../turns.ts';
import { processorTimePerRequest } from '../wrk.ts';
import { storeOnly } from './store.ts';

const types = 40;
const queryLimit = 1.03;
const startLimit = 2_000;
const posts = 10;

interface Served {
  /** How many types. */
  readonly name: string;
  readonly site: ManyTypesSite;
  readonly program: Program;
}

export async function manyTypes(bench: Bench): Promise<Table[]> {
  const { site, quick, log } = bench;
  await installProgram('wrk', 'wrk');
  const served: Served[] = [];
  try {
    for (const count of [0, types]) {
      const grown = await startManyTypesSite(site.url, count);
      const settings = { site: grown.url, settings: storeOnly };
      const program = await startServer(new URL('../servers/library.ts', import.meta.url), settings);
      served.push({ name: String(count), site: grown, program });
    }
    log(`types: ${types} against none`);
    const body = listRequestBody(posts);
    const query = ({ program }: Served, seconds: number) =>
      processorTimePerRequest(program, { url: program.url, body }, seconds);
    await inTurns(served, 1, (one) => query(one, quick ? 1 : 3));
    const asked = await inTurns(served, quick ? 2 : 9, (one) => query(one, quick ? 1 : 2));
    const started = await inTurns(served, quick ? 1 : 5, begin);
    const [few, many] = served.map((one) => ({
      queries: asked.get(one.name) ?? [],
      starts: started.get(one.name) ?? [],
    }));
    if (!few || !many) throw new Error('Nothing was measured.');
    const ratio = pairedRatio(many.queries, few.queries);
    const own = many.starts.map(({ processor }) => processor);
    const rowOf = (what: string, read: (start: Start) => number, write = whole) => [
      what,
      withSpread(few.starts.map(read), write),
      withSpread(many.starts.map(read), write),
      rounded(pairedRatio(many.starts.map(read), few.starts.map(read))),
    ];
    return [
      {
        title: `A site of ${types} types of its own`,
        meaning: `The same site with and without ${types} post types of its own, each with five custom fields, which nobody asks for.
*Query*: processor time of the list query of ${posts} posts out of the document store. *Start*: \`createGateway\`, by its processor
time, which is what it takes beyond WordPress' own. *Look*: requests of one look for changes.`,
        columns: ['', 'none', String(types), 'ratio', 'must'],
        rows: [
          ['query, ms', withSpread(few.queries), withSpread(many.queries), rounded(ratio), atMost(ratio, queryLimit)],
          [...rowOf('start, ms', ({ processor }) => processor), atMost(median(own), startLimit, ' ms')],
          [...rowOf('start, requests', ({ requests }) => requests), ''],
          [...rowOf('look, requests', ({ look }) => look), ''],
        ],
      },
    ];
  } finally {
    for (const { program, site: grown } of served) {
      await program.stop();
      await grown.stop();
    }
  }
}

interface Start {
  /** Milliseconds. */
  readonly processor: number;
  readonly requests: number;
  /** Requests of a look. */
  readonly look: number;
}

/** In this process, where the requests that the site hands on are some of its work. */
async function begin({ site }: Served): Promise<Start> {
  const [asked, taken] = [site.requests, processorTime()];
  const gateway = await createGateway({ site: site.url, settings: { ...storeOnly } });
  try {
    const start = { processor: processorTime() - taken, requests: site.requests - asked };
    await gateway.look();
    const before = site.requests;
    await gateway.look();
    return { ...start, look: site.requests - before };
  } finally {
    await gateway.close();
  }
}
