/** An endpoint that takes a query and never answers it, so that only who asked can end it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface SilentEndpoint {
  readonly url: string;
  /** Resolves when the first query has arrived. */
  readonly asked: Promise<void>;
  /** Resolves when whoever asked first has let go of the connection. */
  readonly left: Promise<void>;
}

/** Listens until the test is over. */
export async function openSilentEndpoint(): Promise<SilentEndpoint> {
  let arrive: () => void = () => undefined;
  let leave: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const server = createServer((_, response) => {
    response.on('close', leave);
    arrive();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, asked, left };
}
