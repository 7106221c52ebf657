// The benchmark: `npm run bench -- --only cold,load --rounds 15 --quick`. Measures section by section, prints the tables as
// Markdown and writes them to README.md. A section that fails does not stop the others, but makes the exit code 1.
// With `--without ahead,deferred` or `--before ../earlier` pressgraph is compared with itself instead, and nothing is written.

import { parseArgs } from 'node:util';
import { measuredSite, posts } from './bed.ts';
import { type Comparison, comparisonTable } from './comparison.ts';
import { compareCold, documents, lists, terms } from './comparisons/cold.ts';
import { compareLoad } from './comparisons/load.ts';
import { compareStart } from './comparisons/start.ts';
import { compareStore } from './comparisons/store.ts';
import { compareWarm } from './comparisons/warm.ts';
import { describeMachine } from './machine.ts';
import { type Measured, writeReport } from './report.ts';
import type { Section } from './section.ts';
import { coalescing } from './sections/coalescing.ts';
import { cold } from './sections/cold.ts';
import { load } from './sections/load.ts';
import { manyTypes } from './sections/many-types.ts';
import { memory } from './sections/memory.ts';
import { peersWarm } from './sections/peers-warm.ts';
import { redis } from './sections/redis.ts';
import { stale } from './sections/stale.ts';
import { start } from './sections/start.ts';
import { store } from './sections/store.ts';
import { warm } from './sections/warm.ts';
import { asMarkdown, failedTable, type Table } from './table.ts';
import { variantsOf } from './variants.ts';

const sections: Readonly<Record<string, Section>> = {
  cold,
  load,
  coalescing,
  store,
  warm,
  peers: peersWarm,
  stale,
  start,
  types: manyTypes,
  memory,
  redis,
};

/** Sections in which pressgraph is compared with itself. */
const comparisons: Readonly<Record<string, Comparison>> = {
  cold: compareCold(lists),
  document: compareCold(documents),
  terms: compareCold(terms),
  load: compareLoad,
  store: compareStore,
  warm: compareWarm,
  start: compareStart,
};

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string' },
    without: { type: 'string' },
    before: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const { quick } = values;
const variants = await variantsOf(values.without?.split(',') ?? [], values.before);
const isComparing = variants.length > 1;
const names = Object.keys(isComparing ? comparisons : sections);
const chosen = values.only?.split(',') ?? names;
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`No such section: ${unknown.join(', ')}. There are ${names.join(', ')}.`);
const rounds = Number(values.rounds ?? (quick ? 3 : 21));
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number.');

// Progress goes to standard error, so that standard output is the report and nothing else.
const log = (line: string): void => console.error(line);
const site = await measuredSite(log);
const bench = { site, rounds, quick, log, variants };
try {
  const order = names.filter((name) => chosen.includes(name));
  if (isComparing) await compare(order);
  else await measure(order);
} finally {
  await site.stop();
}

async function measure(order: readonly string[]): Promise<void> {
  const measured: Measured[] = [];
  for (const section of order) {
    const tables = (await sections[section]?.(bench).catch((error: unknown) => [failed(section, error)])) ?? [];
    for (const table of tables) print(table);
    measured.push({ section, tables });
  }
  if (!quick) writeReport(Object.keys(sections), measured, describeMachine(site, posts));
}

async function compare(order: readonly string[]): Promise<void> {
  for (const name of order) {
    try {
      const table = comparisonTable(name, (await comparisons[name]?.(bench)) ?? [], variants);
      print(name === order[0] ? table : { ...table, meaning: '' });
    } catch (error) {
      print(failed(name, error));
    }
  }
}

function failed(name: string, error: unknown): Table {
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
  return failedTable(name, error);
}

function print(table: Table): void {
  console.log(`${asMarkdown(table)}\n`);
}
