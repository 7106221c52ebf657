import { describe, expect, it } from 'vitest';
import { PressgraphError } from '../../../src/errors.ts';
import { DiscoveryError, discoverRestRoot } from '../../../src/wordpress/discovery/discovery.ts';
import type { UpstreamResponse } from '../../../src/wordpress/http/send.ts';
import { text } from '../../support/scripted-site.ts';

const json = (value: unknown, status = 200, headers: Record<string, string> = {}): UpstreamResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: new TextEncoder().encode(JSON.stringify(value)),
});
const index = json({ name: 'Site', namespaces: ['oembed/1.0', 'wp/v2'] });

/** A web server with just these addresses; everything else is a page that says 404. */
function server(pages: Record<string, UpstreamResponse>) {
  const visited: string[] = [];
  const send = async ({ url }: { url: string }) => {
    visited.push(url);
    return pages[url] ?? text('<h1>Not found</h1>', 404);
  };
  return { send, visited };
}

const apiLink = (href: string) => ({ link: `<${href}>; rel="https://api.w.org/"` });

describe('the REST root is found', () => {
  it.each([
    [
      'by the Link header',
      { 'https://a.test/': text('<html>', 200, apiLink('https://a.test/wp-json/')), 'https://a.test/wp-json/': index },
      'https://a.test/',
      'https://a.test/wp-json/',
    ],
    [
      'by the Link header, under a custom prefix',
      { 'https://a.test/': text('<html>', 200, apiLink('https://a.test/api/')), 'https://a.test/api/': index },
      'https://a.test/',
      'https://a.test/api/',
    ],
    [
      'by the link element of a page without the header',
      {
        'https://a.test/': text('<head><link rel="https://api.w.org/" href="https://a.test/api/" /></head>'),
        'https://a.test/api/': index,
      },
      'https://a.test/',
      'https://a.test/api/',
    ],
    [
      'at /wp-json/ when the page says nothing',
      { 'https://a.test/': text('<html>'), 'https://a.test/wp-json/': index },
      'https://a.test/',
      'https://a.test/wp-json/',
    ],
    [
      'at ?rest_route=/ with plain permalinks',
      {
        'https://a.test/': text('<html>', 200, apiLink('https://a.test/index.php?rest_route=/')),
        'https://a.test/index.php?rest_route=/': index,
      },
      'https://a.test/',
      'https://a.test/index.php?rest_route=/',
    ],
    [
      'at ?rest_route=/ when the page says nothing',
      { 'https://a.test/': text('<html>'), 'https://a.test/?rest_route=/': index },
      'https://a.test/',
      'https://a.test/?rest_route=/',
    ],
    [
      'below index.php',
      { 'https://a.test/': text('<html>'), 'https://a.test/index.php/wp-json/': index },
      'https://a.test/',
      'https://a.test/index.php/wp-json/',
    ],
    [
      'of an installation in a folder',
      {
        'https://a.test/blog': text('', 301, { location: '/blog/' }),
        'https://a.test/blog/': text('<html>', 200, apiLink('https://a.test/blog/wp-json/')),
        'https://a.test/blog/wp-json/': index,
      },
      'https://a.test/blog',
      'https://a.test/blog/wp-json/',
    ],
    [
      'from a page deep in the site',
      { 'https://a.test/2024/05/hello/': text('<html>'), 'https://a.test/wp-json/': index },
      'https://a.test/2024/05/hello/',
      'https://a.test/wp-json/',
    ],
    ['when it is given itself', { 'https://a.test/api/': index }, 'https://a.test/api/', 'https://a.test/api/'],
    [
      'when it is given itself in its plain form',
      { 'https://a.test/?rest_route=/': index },
      'https://a.test/?rest_route=/',
      'https://a.test/?rest_route=/',
    ],
    [
      'at the address given, when the site calls itself by another host',
      {
        'http://10.0.0.7:8080/': text('<html>', 200, apiLink('https://public.example/wp-json/')),
        'http://10.0.0.7:8080/wp-json/': index,
      },
      'http://10.0.0.7:8080/',
      'http://10.0.0.7:8080/wp-json/',
    ],
  ] as const)('%s', async (_how, pages, address, root) => {
    const { send, visited } = server(pages as unknown as Record<string, UpstreamResponse>);
    expect((await discoverRestRoot(address, send)).url).toBe(root);
    expect(new Set(visited.map((url) => new URL(url).origin))).toEqual(new Set([new URL(address).origin]));
  });
});

describe('a start that cannot succeed says why and what to do', () => {
  it('behind an address however long', async () => {
    const address = `https://a.test/${'a/'.repeat(2_000)}`;
    await expect(discoverRestRoot(address, server({ [address]: text('<html>') }).send)).rejects.toThrow(
      /is not a WordPress site, or its REST API is switched off: give the address/,
    );
  });

  it('unreachable', async () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const send = () =>
      Promise.reject(new PressgraphError('UPSTREAM_UNAVAILABLE', 'WordPress cannot be reached.', { cause }));
    await expect(discoverRestRoot('https://a.test/', send)).rejects.toThrow(
      /a\.test\/ cannot be reached \(ECONNREFUSED\)/,
    );
  });

  const refused = (code: string, status: number) => json({ code, message: 'No.', data: { status } }, status);
  it.each([
    ['not WordPress', { 'https://a.test/': text('<html>hello') }, /not a WordPress site/],
    ['an error page', {}, /status 404/],
    [
      'REST behind a log-in',
      {
        'https://a.test/': text('<html>', 200, apiLink('https://a.test/wp-json/')),
        'https://a.test/wp-json/': refused('rest_not_logged_in', 401),
      },
      /behind a log-in \(401 rest_not_logged_in\)/,
    ],
    [
      'REST switched off',
      { 'https://a.test/': text('<html>'), 'https://a.test/wp-json/': refused('rest_disabled', 403) },
      /switched off or behind a log-in \(403 rest_disabled\)/,
    ],
    [
      'a redirect to another host',
      { 'https://a.test/': text('', 301, { location: 'https://www.a.test/' }) },
      /redirects to https:\/\/www\.a\.test/,
    ],
    [
      'a redirect to nowhere',
      { 'https://a.test/': text('', 301, { location: 'http://[' }) },
      /redirects to something that is no address/,
    ],
    [
      'links that are no addresses',
      {
        'https://a.test/': text('<link rel="https://api.w.org/" href="http://[">', 200, apiLink('http://[')),
      },
      /not a WordPress site/,
    ],
    [
      'a page of many beginnings of links',
      { 'https://a.test/': text('<link '.repeat(350_000)) },
      /not a WordPress site/,
    ],
    [
      'a header of many beginnings of links',
      { 'https://a.test/': text('', 200, { link: '<,'.repeat(350_000) }) },
      /not a WordPress site/,
    ],
    [
      'a code that is none',
      { 'https://a.test/': text('<html>'), 'https://a.test/wp-json/': refused('\u001b[2Jrest', 403) },
      /not a WordPress site/,
    ],
    ['redirects without end', { 'https://a.test/': text('', 302, { location: '/' }) }, /redirects more than/],
  ])('%s', async (_name, pages, message) => {
    const { send, visited } = server(pages as unknown as Record<string, UpstreamResponse>);
    await expect(discoverRestRoot('https://a.test/', send)).rejects.toThrow(DiscoveryError);
    await expect(discoverRestRoot('https://a.test/', send)).rejects.toThrow(message);
    expect(visited.every((url) => url.startsWith('https://a.test/'))).toBe(true);
  });
});
