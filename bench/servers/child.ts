// Knows the server's side of `program.ts`: takes its settings, tells its address, forgets and works on demand, ends with its
// parent.

import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ToChild = { readonly start: unknown } | { readonly repeat: Repeated } | 'purge';

export type FromChild = { readonly url: string } | { readonly failed: string } | 'purged' | 'repeated';

/** A GraphQL request that a server is to answer itself, one time after the other. */
export interface Repeated {
  readonly body: string;
  readonly times: number;
}

export interface Started {
  readonly url: string;
  /** Empties what the server keeps between two requests. */
  purge?(): unknown;
  /** Answers in this process, without HTTP. */
  repeat?(repeated: Repeated): Promise<void>;
}

/** Waits for the settings, starts the server with them, and does what the benchmark asks from then on. */
export function answerParent<Settings>(start: (settings: Settings) => Promise<Started>): void {
  let server: Promise<Started> | undefined;
  process.on('message', async (message: ToChild) => {
    try {
      if (message === 'purge') {
        await (await server)?.purge?.();
        return tell('purged');
      }
      if ('repeat' in message) {
        await (await server)?.repeat?.(message.repeat);
        return tell('repeated');
      }
      server = start(message.start as Settings);
      tell({ url: (await server).url });
    } catch (error) {
      tell({ failed: error instanceof Error ? error.message : String(error) });
    }
  });
  // Without its parent nobody would ever stop it.
  process.on('disconnect', () => process.exit());
}

function tell(message: FromChild): void {
  process.send?.(message);
}

/** Listens at a free port of this machine only; gives the address of `/graphql` there. */
export async function listenLocally(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}
