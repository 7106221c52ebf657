// What WordPress has to work while eight clients read through all pages of the list.

import { createBareScript } from '../bare-script.ts';
import { posts } from '../bed.ts';
import { createGateway } from '../built.ts';
import { nodesOf, pageRequestBody } from '../list-query.ts';
import { askGateway } from '../runners.ts';
import type { Bench } from '../section.ts';
import { percentile, rounded, shuffled } from '../statistics.ts';
import { atMost, type Table } from '../table.ts';
import { inTurns } from '../turns.ts';

const clients = 8;
const pageSize = 10;
const processorLimit = 0.7;

interface Reader {
  readonly name: string;
  /** Called before each pass over all pages. */
  purge(): void;
  /** How many posts came. */
  read(offset: number): Promise<number>;
  close(): Promise<void>;
}

interface Slice {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly times: readonly number[];
}

export async function load(bench: Bench): Promise<Table[]> {
  const { site, quick, log } = bench;
  const [seconds, slices] = quick ? [2, 1] : [5, 2];
  const gateway = await createGateway({ site: site.url, settings: { pollInterval: 0 } });
  const script = createBareScript(site.restRoot);
  const readers: Reader[] = [
    {
      name: 'bare script',
      purge: () => undefined,
      read: async (offset) => (await script.list(pageSize, offset)).length,
      close: () => script.close(),
    },
    {
      name: 'pressgraph',
      purge: () => gateway.purge(),
      read: async (offset) => nodesOf(await askGateway(gateway, pageRequestBody(pageSize, offset))).length,
      close: () => gateway.close(),
    },
  ];
  try {
    log(`load: ${slices} slices of ${seconds} s for each of ${readers.length}`);
    await inTurns(readers, 1, (reader) => slice(reader, 1, bench));
    const results = await inTurns(readers, slices, (reader) => slice(reader, seconds, bench));
    return [tableOf(readers, results)];
  } finally {
    await Promise.all(readers.map((reader) => reader.close()));
  }
}

async function slice(reader: Reader, seconds: number, { site }: Bench): Promise<Slice> {
  const pages = pagesOf(reader);
  const times: number[] = [];
  const before = site.processorSeconds();
  const start = performance.now();
  const end = start + seconds * 1000;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const offset = pages.next();
      const asked = performance.now();
      const found = await reader.read(offset);
      times.push(performance.now() - asked);
      if (found !== pageSize) throw new Error(`${reader.name}: ${found} posts came at ${offset}.`);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return {
    seconds: (performance.now() - start) / 1000,
    processorSeconds: site.processorSeconds() - before,
    times,
  };
}

/** All pages, each once in a pass, in an order that is the same for every reader. */
function pagesOf(reader: Reader): { next(): number } {
  const offsets = Array.from({ length: posts / pageSize }, (_none, page) => page * pageSize);
  let [pass, left]: [number, number[]] = [0, []];
  return {
    next() {
      if (left.length === 0) {
        left = shuffled(offsets, ++pass);
        reader.purge();
      }
      return left.pop() ?? 0;
    },
  };
}

function tableOf(readers: readonly Reader[], results: ReadonlyMap<string, readonly Slice[]>): Table {
  const measured = readers.map(({ name }) => {
    const slices = results.get(name) ?? [];
    const perQuery = slices.map(({ processorSeconds, times }) => (processorSeconds * 1000) / times.length);
    const times = slices.flatMap((one) => one.times);
    const sum = (of: (one: Slice) => number) => slices.reduce((total, one) => total + of(one), 0);
    const processor = (sum((one) => one.processorSeconds) * 1000) / times.length;
    return { name, times, perQuery, processor, perSecond: times.length / sum((one) => one.seconds) };
  });
  const bare = measured[0]?.processor ?? Number.NaN;
  return {
    title: 'Load: what a query costs WordPress',
    meaning: `Eight clients at once, each asking for another page of ten posts: all ${posts / pageSize} pages in mixed order, no page
twice in a pass, and all caches emptied before each pass. What is counted is PHP's processor time for each query,
which is what an operator runs out of first: over all slices (least-most of the slices).`,
    columns: ['', 'PHP ms per query', 'ratio', 'queries/s', 'p50 ms', 'p99 ms', 'queries', 'must'],
    rows: measured.map(({ name, times, perQuery, processor, perSecond }) => [
      name,
      `${rounded(processor)} (${rounded(Math.min(...perQuery))}-${rounded(Math.max(...perQuery))})`,
      rounded(processor / bare),
      rounded(perSecond),
      rounded(percentile(times, 0.5)),
      rounded(percentile(times, 0.99)),
      String(times.length),
      name === 'pressgraph' ? atMost(processor / bare, processorLimit) : '',
    ]),
  };
}
