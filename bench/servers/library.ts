// pressgraph as a library in somebody's own node:http server, by way of the usual adapter: the package as it is built, since
// what runs TypeScript as it stands wraps each function that is made.

import { createServerAdapter } from '@whatwg-node/server';
import type { GatewayConfig } from '../../src/gateway.ts';
import { answerParent, listenLocally } from './child.ts';

const built = new URL('../../dist/index.js', import.meta.url).href;

answerParent<Pick<GatewayConfig, 'site' | 'settings'>>(async (config) => {
  const { createGateway } = (await import(built)) as typeof import('../../src/index.ts');
  const gateway = await createGateway(config);
  const adapter = createServerAdapter((request: Request) => gateway.fetch(request));
  const purge = async () => {
    gateway.purge();
    await gateway.look();
  };
  return { url: await listenLocally(adapter), purge };
});
