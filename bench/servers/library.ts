// pressgraph as a library in somebody's own node:http server, by way of the usual adapter.

import { createServerAdapter } from '@whatwg-node/server';
import type { GatewayConfig } from '../../src/gateway.ts';
import { createGateway } from '../built.ts';
import { answerParent, listenLocally } from './child.ts';

answerParent<Pick<GatewayConfig, 'site' | 'settings'>>(async (config) => {
  const gateway = await createGateway(config);
  const adapter = createServerAdapter((request: Request) => gateway.fetch(request));
  const purge = async () => {
    gateway.purge();
    await gateway.look();
  };
  return { url: await listenLocally(adapter), purge };
});
