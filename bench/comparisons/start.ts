// What the command takes from its start to its first answer.

import type { ComparingBench, Measured } from '../comparison.ts';
import { firstAnswer } from '../sections/start.ts';
import { inTurns } from '../turns.ts';

export async function compareStart({ variants, rounds, quick, log }: ComparingBench): Promise<Measured[]> {
  log('start');
  return [{ what: 'start', milliseconds: await inTurns(variants, quick ? 2 : rounds, firstAnswer) }];
}
