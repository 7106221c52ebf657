// What the command takes of the processor from its start to its first answer.

import type { ComparingBench, Measured } from '../comparison.ts';
import { firstAnswer } from '../sections/start.ts';
import { inTurns } from '../turns.ts';
import type { Variant } from '../variants.ts';

export async function compareStart({ variants, rounds, quick, log }: ComparingBench): Promise<Measured[]> {
  log('start');
  const go = async (variant: Variant) => (await firstAnswer(variant)).processor;
  return [{ what: 'processor: start', milliseconds: await inTurns(variants, quick ? 2 : rounds, go) }];
}
