/** The sample site over HTTP, that remembers what was asked of it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSampleSite } from '../../src/sample/sample-site.ts';

export interface CountedSite {
  readonly url: string;
  /** What was asked since this was read last, as method and address. Looks for changes, which come when it is time, are left out, and files. */
  takeAsked(): string[];
  close(): Promise<void>;
}

const isLook = /[?&](orderby=(modified|date_gmt)&order=desc&_fields=id%2C|orderby=id&order=asc&_fields=avatar_urls)/;

export async function serveCountedSite(): Promise<CountedSite> {
  let asked: string[] = [];
  const server = createServer(async ({ method = 'GET', url: path = '/' }, response) => {
    if (!isLook.test(path) && !path.startsWith('/wp-content/')) asked.push(`${method} ${decodeURIComponent(path)}`);
    const sent = { method: method === 'HEAD' ? method : 'GET', url: `${url}${path}`, headers: {} } as const;
    const { status, headers, body } = await site.send(sent);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site = await createSampleSite(url);
  return {
    url,
    takeAsked() {
      const taken = asked;
      asked = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
