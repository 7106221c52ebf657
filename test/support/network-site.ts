/** A site that is reached over the network, through the gateway's own transport. */
import { createTransport } from '../../src/wordpress/http/transport.ts';
import type { TestSite } from './graph.ts';

const transport = createTransport({ connections: 8, timeout: 30_000, retries: 0, maxResponseBytes: 50_000_000 });

export function networkSite(url: string): TestSite {
  return { url, send: transport.send };
}
