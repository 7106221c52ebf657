// Whether memory stays within what was configured, however many different documents are asked for.

import { fileURLToPath } from 'node:url';
import { run } from '../../test/e2e/wordpress/process.ts';
import type { MemoryPlan, MemoryReading } from '../memory.ts';
import type { Bench } from '../section.ts';
import { whole } from '../statistics.ts';
import { type Table, verdict } from '../table.ts';

const megabyte = 1_000_000;

export async function memory({ quick, log }: Bench): Promise<Table[]> {
  const plan: MemoryPlan = {
    lookUps: quick ? 100_000 : 1_000_000,
    perQuery: 100,
    storeBytes: 32 * megabyte,
    responseCacheBytes: 16 * megabyte,
  };
  log(`memory: ${whole(plan.lookUps)} look-ups`);
  const program = fileURLToPath(new URL('../memory.ts', import.meta.url));
  const output = await run(process.execPath, ['--expose-gc', '--import', 'tsx', program, JSON.stringify(plan)]);
  const readings = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as MemoryReading);
  const baseline = readings[0]?.bytes ?? Number.NaN;
  const allowed = baseline + plan.storeBytes + plan.responseCacheBytes;
  const most = Math.max(...readings.map(({ bytes }) => bytes));
  const inMegabytes = (bytes: number) => (bytes / megabyte).toFixed(1);
  return [
    {
      title: 'Memory',
      meaning: `${whole(plan.lookUps)} different documents are looked up, ${plan.perQuery} with each query, with ${plan.storeBytes / megabyte} MB for the store and
${plan.responseCacheBytes / megabyte} MB for answers; the site is invented in the same process and keeps nothing. After a garbage
collection, heap and buffers outside of it together, in MB. The first reading is the baseline, with nothing kept.`,
      columns: ['', ...readings.map(({ lookUps }) => `${Math.round((100 * lookUps) / plan.lookUps)} %`), 'must'],
      rows: [
        [
          'MB',
          ...readings.map(({ bytes }) => inMegabytes(bytes)),
          verdict(`at most ${inMegabytes(allowed)} MB`, most <= allowed),
        ],
      ],
    },
  ];
}
