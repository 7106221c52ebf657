/**
 * The address of a request as it came over a connection, which any client may write as it likes.
 */
import type { IncomingMessage } from 'node:http';

/** Brings a proxy's form of the address, with its origin in it, into the usual one. One that cannot be read is left alone. */
export function takeProxyForm(request: IncomingMessage): void {
  const { url = '' } = request;
  if (url.startsWith('/') || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return;
  const { host, pathname, search } = new URL(url);
  request.url = `${pathname}${search}`;
  request.headers.host = host;
}

/** What makes a request one that has no address. */
export function addressFault({ url = '', headers: { host }, httpVersion }: IncomingMessage): string | undefined {
  if (/^https?:\/\//i.test(url)) return 'The address of the request cannot be read.';
  if (!url.startsWith('/')) return 'The request has to name a path.';
  if (host === undefined && httpVersion !== '1.0') return 'The request has no Host header.';
  if (host !== undefined && !(/^[^\s/?#@\\]+$/.test(host) && URL.canParse(`http://${host}`))) {
    return 'The Host header of the request cannot be read.';
  }
  return URL.canParse(`http://localhost${url}`) ? undefined : 'The path of the request cannot be read.';
}
