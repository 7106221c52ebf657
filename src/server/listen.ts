/**
 * Serves a fetch-style handler over node:http, and stops without cutting off what is under way.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServerAdapter } from '@whatwg-node/server';

export interface ListeningServer {
  /** The origin that it answers at, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Takes no more requests, and is kept once those under way are answered. */
  close(): Promise<void>;
}

/** @param port 0 takes a free one */
export async function listen(
  handler: { fetch(request: Request): Promise<Response> },
  { host, port }: { readonly host: string; readonly port: number },
): Promise<ListeningServer> {
  const server = createServer(createServerAdapter((request: Request) => handler.fetch(request)));
  server.on('request', (_request, response) => {
    // A connection kept alive after its last answer would keep a server that is to stop for seconds.
    response.once('close', () => {
      if (!server.listening) server.closeIdleConnections();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
}
