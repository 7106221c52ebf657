// What the list query takes when its documents come out of the store: in process, and over HTTP.

import type { Gateway } from '../../src/gateway.ts';
import type { ComparingBench, Measured } from '../comparison.ts';
import { listRequestBody } from '../list-query.ts';
import { installProgram } from '../packages.ts';
import { type Program, startServer } from '../program.ts';
import { asRequest, queriesPerSecond, storeOnly } from '../sections/store.ts';
import { inTurns } from '../turns.ts';
import { wrk } from '../wrk.ts';

const sizes = [10, 100] as const;

export async function compareStore(bench: ComparingBench): Promise<Measured[]> {
  await installProgram('wrk', 'wrk');
  const measured: Measured[] = [];
  for (const size of sizes) measured.push(await inProcess(size, bench), await overHttp(size, bench));
  return measured;
}

async function inProcess(size: number, { site, variants, rounds, quick, log }: ComparingBench): Promise<Measured> {
  const body = listRequestBody(size);
  const opened: { readonly name: string; readonly gateway: Gateway }[] = [];
  try {
    for (const { name, settings, createGateway } of variants) {
      const gateway = await createGateway({ site: site.url, settings: { ...storeOnly, ...settings } });
      opened.push({ name, gateway });
      await (await gateway.fetch(asRequest(body))).text();
    }
    log(`store: ${size} posts in process`);
    const go =
      (seconds: number) =>
      async ({ gateway }: (typeof opened)[number]) =>
        1000 / (await queriesPerSecond((request) => gateway.fetch(request), body, seconds));
    await inTurns(opened, 1, go(quick ? 0.2 : 3));
    return { what: `store, ${size} posts in process`, milliseconds: await inTurns(opened, rounds, go(0.3)) };
  } finally {
    await Promise.all(opened.map(({ gateway }) => gateway.close()));
  }
}

async function overHttp(size: number, { site, variants, rounds, quick, log }: ComparingBench): Promise<Measured> {
  const body = listRequestBody(size);
  const library = new URL('../servers/library.ts', import.meta.url);
  const servers: { readonly name: string; readonly program: Program }[] = [];
  try {
    for (const { name, folder, settings } of variants) {
      const config = { site: site.url, settings: { ...storeOnly, ...settings }, folder };
      servers.push({ name, program: await startServer(library, config) });
    }
    log(`store: ${size} posts over HTTP`);
    const go =
      (seconds: number) =>
      async ({ program }: (typeof servers)[number]) =>
        1000 / (await wrk({ url: program.url, body }, seconds)).perSecond;
    await inTurns(servers, 1, go(quick ? 1 : 3));
    return { what: `store, ${size} posts over HTTP`, milliseconds: await inTurns(servers, rounds, go(1)) };
  } finally {
    await Promise.all(servers.map(({ program }) => program.stop()));
  }
}
