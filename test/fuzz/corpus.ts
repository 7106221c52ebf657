/**
 * Cases that found something once: each run begins with them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Fault } from './faults.ts';
import type { GatewayName } from './gateway.ts';
import { type Bench, compare, withFaults } from './lanes.ts';
import { type ClientRequest, operationIn } from './requests.ts';

/** Plain data: enough to do it again. */
export interface Case {
  readonly why?: string;
  readonly gateway: GatewayName;
  /** Of the site, while the requests are sent. */
  readonly faults: readonly Fault[];
  /** Sent one after the other; the last of them showed it. */
  readonly requests: readonly ClientRequest[];
}

const folder = new URL('corpus/', import.meta.url);

export function readCorpus(): Case[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Case);
}

export async function replay(cases: readonly Case[], bench: Bench): Promise<void> {
  for (const { gateway, faults, requests } of cases) {
    withFaults(bench, faults);
    for (const request of requests) {
      const operation = gateway === 'steady' ? operationIn(request) : undefined;
      if (operation) await compare(bench, [operation], request.headers, undefined);
      else
        await bench.watch.ask(
          gateway === 'spoilt' || gateway === 'spoiltAnew' ? bench[gateway] : bench.steady,
          request,
          undefined,
        );
    }
    withFaults(bench, []);
  }
}
