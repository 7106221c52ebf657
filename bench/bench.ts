// The benchmark: `npm run bench -- --only cold,load --rounds 15 --quick`. Measures section by section, prints the tables as
// Markdown and writes them to README.md. A section that fails does not stop the others, but makes the exit code 1.

import { parseArgs } from 'node:util';
import { measuredSite, posts } from './bed.ts';
import { describeMachine } from './machine.ts';
import { type Measured, writeReport } from './report.ts';
import type { Section } from './section.ts';
import { coalescing } from './sections/coalescing.ts';
import { cold } from './sections/cold.ts';
import { load } from './sections/load.ts';
import { memory } from './sections/memory.ts';
import { peersWarm } from './sections/peers-warm.ts';
import { redis } from './sections/redis.ts';
import { stale } from './sections/stale.ts';
import { start } from './sections/start.ts';
import { store } from './sections/store.ts';
import { warm } from './sections/warm.ts';
import { asMarkdown, failedTable } from './table.ts';

const sections: Readonly<Record<string, Section>> = {
  cold,
  load,
  coalescing,
  store,
  warm,
  peers: peersWarm,
  stale,
  start,
  memory,
  redis,
};

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const { quick } = values;
const chosen = values.only?.split(',') ?? Object.keys(sections);
const unknown = chosen.filter((name) => !(name in sections));
if (unknown.length > 0) {
  throw new Error(`No such section: ${unknown.join(', ')}. There are ${Object.keys(sections).join(', ')}.`);
}
const rounds = Number(values.rounds ?? (quick ? 3 : 21));
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number.');

// Progress goes to standard error, so that standard output is the report and nothing else.
const log = (line: string): void => console.error(line);
const site = await measuredSite(log);
try {
  const measured: Measured[] = [];
  for (const name of Object.keys(sections).filter((section) => chosen.includes(section))) {
    const tables =
      (await sections[name]?.({ site, rounds, quick, log }).catch((error: unknown) => {
        log(error instanceof Error ? (error.stack ?? error.message) : String(error));
        process.exitCode = 1;
        return [failedTable(name, error)];
      })) ?? [];
    for (const table of tables) console.log(`${asMarkdown(table)}\n`);
    measured.push({ section: name, tables });
  }
  if (!quick) writeReport(Object.keys(sections), measured, describeMachine(site, posts));
} finally {
  await site.stop();
}
