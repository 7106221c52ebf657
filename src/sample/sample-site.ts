/**
 * The embedded site: a small magazine, served over HTTP as WordPress serves one to an anonymous visitor, and to the one account that
 * has an application password. Knows addresses and headers. Other credentials are ignored, as WordPress ignores wrong ones where what
 * is asked for is public.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Send, UpstreamResponse } from '../wordpress/http/send.ts';
import { isFromAccount } from './account.ts';
import { type Answered, createFrontEnd, type FrontEnd } from './front-end.ts';
import { loadRecorded, type Recorded, readUpload } from './recorded.ts';
import type { Viewer } from './refusals.ts';
import { createRestApi, type RestApi } from './rest-api.ts';

export interface SampleSite {
  /** Address of the front page, without a slash at the end. */
  readonly url: string;
  /** Answers a request without a network, as the site served at `url` would. */
  readonly send: Send;
}

export interface ServedSampleSite {
  readonly url: string;
  close(): Promise<void>;
}

/** @param url where the site says that it lives */
export async function createSampleSite(url: string): Promise<SampleSite> {
  return sampleSiteOf(await loadRecorded(url));
}

/** The site that has these documents. */
export function sampleSiteOf(recorded: Recorded): SampleSite {
  const { url } = recorded;
  const api = createRestApi(recorded);
  // Most who use the site ask for no page.
  let frontEnd: FrontEnd | undefined;
  const answered: FrontEnd = (target) => {
    frontEnd ??= createFrontEnd(recorded);
    return frontEnd(target);
  };
  return {
    url,
    async send({ method, url: address, headers }) {
      const target = new URL(address);
      const viewer = isFromAccount(headers.authorization) ? 'account' : 'visitor';
      const response = await reply(api, recorded, answered, { method, target, viewer });
      return method === 'HEAD' ? { ...response, body: new Uint8Array() } : response;
    },
  };
}

/** Serves the site over HTTP. @param port 0 takes a free one */
export async function serveSampleSite({ host, port }: { host: string; port: number }): Promise<ServedSampleSite> {
  let site: SampleSite | undefined;
  const server = createServer(async (request, response) => {
    const method = (request.method ?? 'GET') as Parameters<Send>[0]['method'];
    const url = `${site?.url}${request.url}`;
    // What is no address of this site, as a proxy is asked: `*`, `http://example.org/`.
    const { authorization } = request.headers;
    const headers = authorization === undefined ? {} : { authorization };
    const reply = URL.canParse(url) ? await site?.send({ method, url, headers }) : badRequest;
    response.writeHead(reply?.status ?? 503, reply?.headers).end(reply?.body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  site = await createSampleSite(url);
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const badRequest: UpstreamResponse = { status: 400, headers: {}, body: new Uint8Array() };

interface Visit {
  readonly method: string;
  readonly target: URL;
  readonly viewer: Viewer;
}

async function reply(
  api: RestApi,
  recorded: Recorded,
  answered: FrontEnd,
  { method, target, viewer }: Visit,
): Promise<UpstreamResponse> {
  const route = restRoute(target);
  if (route !== null) return restReply(api, recorded.url, { method, target, viewer }, route);
  const upload = target.pathname.match(/^\/wp-content\/uploads\/(.+)$/)?.[1];
  if (upload !== undefined) return uploadReply(upload);
  return pageReply(recorded, answered(target));
}

/** The route that an address names, in either form; `null` for what is no REST address. */
function restRoute({ pathname, searchParams }: URL): string | null {
  const plain = searchParams.get('rest_route');
  if (plain !== null && (pathname === '/' || pathname === '/index.php')) return plain;
  return (
    /^(?:\/index\.php)?\/wp-json(\/.*)?$/.exec(pathname)?.slice(1)[0] ?? (pathname.endsWith('/wp-json') ? '/' : null)
  );
}

function restReply(api: RestApi, url: string, { method, target, viewer }: Visit, route: string): UpstreamResponse {
  const search = target.search.replace(/([?&])rest_route=[^&]*&?/, '$1');
  const { status, headers, body } = api.answer(method, route, search, viewer);
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=UTF-8',
      'x-robots-tag': 'noindex',
      'x-content-type-options': 'nosniff',
      'access-control-expose-headers': 'X-WP-Total, X-WP-TotalPages, Link',
      'access-control-allow-headers': 'Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type',
      vary: 'Origin',
      link: apiLink(url),
      ...headers,
    },
    body: new TextEncoder().encode(JSON.stringify(body)),
  };
}

const contentTypes: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  webp: 'image/webp',
};

async function uploadReply(path: string): Promise<UpstreamResponse> {
  const body = await readUpload(path);
  const type = contentTypes[path.slice(path.lastIndexOf('.') + 1)];
  if (!body || !type) return { status: 404, headers: { 'content-type': 'text/plain' }, body: new Uint8Array() };
  return { status: 200, headers: { 'content-type': type }, body };
}

const apiLink = (url: string) => `<${url}/wp-json/>; rel="https://api.w.org/"`;

/** The site has no theme: a page says what there is, and carries the links by which the REST API is found. */
function pageReply({ url, index }: Recorded, { status, location, route, shortlink }: Answered): UpstreamResponse {
  if (location !== undefined) {
    const headers = { location, 'content-type': 'text/html; charset=UTF-8', 'x-redirect-by': 'WordPress' };
    return { status, headers, body: new Uint8Array() };
  }
  const links = [
    apiLink(url),
    ...(route ? [`<${url}/wp-json${route}>; rel="alternate"; title="JSON"; type="application/json"`] : []),
    ...(shortlink ? [`<${url}${shortlink}>; rel=shortlink`] : []),
  ];
  const text =
    status === 200
      ? `<p>The REST API is at <a href="/wp-json/">/wp-json/</a>${route ? `, this document at <a href="/wp-json${route}">${route}</a>` : ''}.</p>`
      : '<p>There is nothing here.</p>';
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${index.name}</title></head><body><h1>${index.name}</h1>${text}</body></html>`;
  return {
    status,
    headers: { 'content-type': 'text/html; charset=UTF-8', link: links.join(', ') },
    body: new TextEncoder().encode(html),
  };
}
