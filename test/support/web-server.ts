/**
 * A web server with just the pages that a test gives it, for looking for a site there.
 */
import type { UpstreamResponse } from '../../src/wordpress/http/send.ts';
import { text } from './scripted-site.ts';

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): UpstreamResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: new TextEncoder().encode(JSON.stringify(value)),
});
export const indexText = JSON.stringify({ name: 'Site', namespaces: ['oembed/1.0', 'wp/v2'] });
export const index = json(JSON.parse(indexText));

/** A web server with just these addresses; everything else is a page that says 404. */
export function server(pages: Record<string, UpstreamResponse>) {
  const visited: string[] = [];
  const send = async ({ url }: { url: string }) => {
    visited.push(url);
    return pages[url] ?? text('<h1>Not found</h1>', 404);
  };
  return { send, visited };
}

export const apiLink = (href: string) => ({ link: `<${href}>; rel="https://api.w.org/"` });
