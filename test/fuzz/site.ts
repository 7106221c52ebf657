/**
 * The site that gateways under test stand in front of: the sample site, over HTTP, with faults while there are any.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSampleSite } from '../../src/sample/sample-site.ts';
import { type Fault, frontEnd, type SiteAnswer, spoilt } from './faults.ts';

export interface FaultySite {
  readonly url: string;
  /** In force from now on. */
  faults: readonly Fault[];
  /** Requests that reached it. */
  readonly requests: number;
  /** Answers that had a fault in them. */
  readonly spoilt: number;
  close(): Promise<void>;
}

export async function serveFaultySite(): Promise<FaultySite> {
  const counted = { requests: 0, spoilt: 0 };
  let faults: readonly Fault[] = [];
  let answerOf: ((method: string, address: string, authorization?: string) => Promise<SiteAnswer>) | undefined;

  const server = createServer(async (request, response) => {
    counted.requests++;
    const address = request.url ?? '/';
    const route = routeOf(address);
    const inForce = faults.filter((fault) => fault.route === route);
    const isStuck = inForce.some(({ kind }) => kind === 'stuck');
    const { method = 'GET', headers } = request;
    const whole = await answerOf?.(method, isStuck ? withoutPlace(address) : address, headers.authorization);
    if (!whole) return void response.writeHead(503).end();
    if (inForce.length > 0) counted.spoilt++;
    await write(
      response,
      inForce.reduce((answer, fault) => spoilt(answer, fault, address), whole),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site = await createSampleSite(url);
  answerOf = async (method, address, authorization) => {
    const headers = authorization === undefined ? {} : { authorization };
    const answer = await site.send({ method: method as 'GET', url: `${url}${address}`, headers });
    return { ...answer, body: Buffer.from(answer.body) };
  };
  return {
    url,
    get faults() {
      return faults;
    },
    set faults(next) {
      faults = next;
    },
    get requests() {
      return counted.requests;
    },
    get spoilt() {
      return counted.spoilt;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function write(response: ServerResponse, { status, headers, body, cut, hints, delay }: SiteAnswer) {
  if (delay) await sleep(delay);
  if (response.destroyed) return;
  if (hints) {
    response.socket?.write('HTTP/1.1 103 Early Hints\r\nLink: </x.css>; rel=preload\r\n\r\n');
    response.socket?.write('HTTP/1.1 103 Early Hints\r\nLink: </y.css>; rel=preload\r\n\r\n');
  }
  const isHead = response.req.method === 'HEAD' || status === 204;
  response.writeHead(status, isHead ? { ...headers } : { ...headers, 'content-length': String(body.length) });
  if (isHead || !cut) return void response.end(body);
  response.write(body.subarray(0, Math.ceil(body.length / 2)));
  await sleep(1);
  response.socket?.destroy();
}

/** The route of a list or of one of its documents; the index has none. */
function routeOf(address: string): string {
  const [, route] = /^\/wp-json(?:\/([^?]*))?(?:\?|$)/.exec(address) ?? [];
  if (route === undefined && !/^\/wp-json(?:\?|$)/.test(address)) return frontEnd;
  return `/${decodeURIComponent(route ?? '')}`.replace(/(?<=.)\/\d+$/, '');
}

/** The address of a list without what says where in it one is. */
function withoutPlace(address: string): string {
  const url = new URL(address, 'http://site.test');
  for (const name of ['page', 'offset', 'after', 'before', 'modified_after', 'modified_before', 'exclude']) {
    url.searchParams.delete(name);
  }
  return `${url.pathname}${url.search}`;
}
