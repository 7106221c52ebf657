// pressgraph as a library in somebody's own node:http server, by way of the usual adapter.

import { createServerAdapter } from '@whatwg-node/server';
import type { GatewayConfig } from '../../src/gateway.ts';
import { builtIn, checkout } from '../built.ts';
import { asRequest } from '../list-query.ts';
import { answerParent, listenLocally, type Repeated } from './child.ts';

interface Settings extends Pick<GatewayConfig, 'site' | 'settings'> {
  /** Of a built checkout; this one when it is left out. */
  readonly folder?: string;
}

answerParent<Settings>(async ({ folder = checkout, ...config }) => {
  const { createGateway } = await builtIn(folder);
  const gateway = await createGateway(config);
  const adapter = createServerAdapter((request: Request) => gateway.fetch(request));
  const purge = async () => {
    gateway.purge();
    await gateway.look();
  };
  const repeat = async ({ body, times }: Repeated) => {
    for (let time = 0; time < times; time++) await (await gateway.fetch(asRequest(body))).text();
  };
  return { url: await listenLocally(adapter), purge, repeat };
});
