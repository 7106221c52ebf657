// What a repeated anonymous query takes of the command's processor, by POST and by GET.

import type { ComparingBench, Measured } from '../comparison.ts';
import { installProgram } from '../packages.ts';
import { type Program, startServe } from '../program.ts';
import { methods } from '../sections/warm.ts';
import { inTurns } from '../turns.ts';
import { processorTimePerRequest } from '../wrk.ts';

export async function compareWarm({ site, variants, rounds, quick, log }: ComparingBench): Promise<Measured[]> {
  await installProgram('wrk', 'wrk');
  const servers: { readonly name: string; readonly program: Program }[] = [];
  try {
    for (const variant of variants) {
      const program = await startServe([site.url, '--port', '0', '--poll-interval', '0'], variant);
      servers.push({ name: variant.name, program });
    }
    const measured: Measured[] = [];
    for (const [method, asked] of methods) {
      log(`warm: ${method}`);
      const go =
        (seconds: number) =>
        ({ program }: (typeof servers)[number]) =>
          processorTimePerRequest(program, asked(program.url), seconds);
      await inTurns(servers, 1, go(quick ? 1 : 3));
      measured.push({ what: `processor: repeated ${method}`, milliseconds: await inTurns(servers, rounds, go(1)) });
    }
    return measured;
  } finally {
    await Promise.all(servers.map(({ program }) => program.stop()));
  }
}
