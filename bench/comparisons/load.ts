// What a query costs WordPress: PHP's processor time, for the same queries by each variant.

import type { ComparingBench, Measured } from '../comparison.ts';
import { emptied, type QueryRunner } from '../runners.ts';
import { inTurns } from '../turns.ts';
import { type ColdQuery, checkEqual, documents, lists, terms, withRunners } from './cold.ts';

const clients = 8;
const queries = 40;

export async function compareLoad(bench: ComparingBench): Promise<Measured[]> {
  const measured: Measured[] = [];
  await withRunners(bench, emptied, async (runners) => {
    for (const query of [...lists(), ...(await documents(runners[0])), ...terms()]) {
      await checkEqual(runners, query);
      // Clients that ask for the same would be answered together.
      const together = query.body(0) === query.body(1) ? 1 : clients;
      bench.log(`load: ${query.what}`);
      const go = (runner: QueryRunner, round: number) => processorTime(bench, runner, query, round, together);
      const milliseconds = await inTurns(runners, bench.quick ? 1 : Math.ceil(bench.rounds / 4), go);
      measured.push({ what: `PHP: ${query.what}, ${together} at once`, milliseconds });
    }
  });
  return measured;
}

/** Each round has queries of its own, so that nothing but the variant is another one. */
async function processorTime(
  { site, quick }: ComparingBench,
  runner: QueryRunner,
  { body }: ColdQuery,
  round: number,
  together: number,
): Promise<number> {
  const count = quick ? clients : queries;
  let asked = 0;
  const client = async (): Promise<void> => {
    while (asked < count) {
      const next = asked++;
      if (next === 0 || together === 1) await runner.purge();
      await runner.ask(body(round * count + next));
    }
  };
  const start = site.processorSeconds();
  await Promise.all(Array.from({ length: together }, client));
  return ((site.processorSeconds() - start) * 1000) / count;
}
