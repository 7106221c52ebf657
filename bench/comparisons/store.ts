// What the list query takes of the processor when its documents come out of the store: in process, and over HTTP.

import type { ComparingBench, Measured } from '../comparison.ts';
import { listRequestBody } from '../list-query.ts';
import { installProgram } from '../packages.ts';
import { type Program, startServer } from '../program.ts';
import { storeOnly } from '../sections/store.ts';
import { inTurns } from '../turns.ts';
import { processorTimePerRequest } from '../wrk.ts';

const sizes = [10, 100] as const;
/** A turn is as long as it takes to give out so many posts. */
const postsInTurn = 4_000;

interface Server {
  readonly name: string;
  readonly program: Program;
}

export async function compareStore(bench: ComparingBench): Promise<Measured[]> {
  await installProgram('wrk', 'wrk');
  const library = new URL('../servers/library.ts', import.meta.url);
  const servers: Server[] = [];
  try {
    // Each in a process of its own: in one, what they have in common would be compiled for all of them together.
    for (const { name, folder, settings } of bench.variants) {
      const config = { site: bench.site.url, settings: { ...storeOnly, ...settings }, folder };
      servers.push({ name, program: await startServer(library, config) });
    }
    const measured: Measured[] = [];
    for (const size of sizes) measured.push(...(await measure(servers, size, bench)));
    return measured;
  } finally {
    await Promise.all(servers.map(({ program }) => program.stop()));
  }
}

async function measure(servers: readonly Server[], size: number, bench: ComparingBench): Promise<Measured[]> {
  const { rounds, quick, log } = bench;
  const body = listRequestBody(size);
  const inProcess = async ({ program }: Server, times: number) => {
    const start = program.processorTime();
    await program.repeat({ body, times });
    return (program.processorTime() - start) / times;
  };
  const overHttp = ({ program }: Server, seconds: number) =>
    processorTimePerRequest(program, { url: program.url, body }, seconds);

  log(`store: ${size} posts`);
  const what = `processor: ${size} posts out of the store`;
  const times = postsInTurn / size;
  await inTurns(servers, 1, (server) => inProcess(server, (quick ? 1 : 20) * times));
  const called = await inTurns(servers, rounds, (server) => inProcess(server, times));
  await inTurns(servers, 1, (server) => overHttp(server, quick ? 1 : 3));
  const asked = await inTurns(servers, rounds, (server) => overHttp(server, 1));
  return [
    { what: `${what}, in process`, milliseconds: called },
    { what: `${what}, over HTTP`, milliseconds: asked },
  ];
}
