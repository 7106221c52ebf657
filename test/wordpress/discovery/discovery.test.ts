import { describe, expect, it } from 'vitest';
import { PressgraphError } from '../../../src/errors.ts';
import { discoverRestRoot } from '../../../src/wordpress/discovery/discovery.ts';
import type { UpstreamResponse } from '../../../src/wordpress/http/send.ts';
import { text } from '../../support/scripted-site.ts';
import { apiLink, index, indexText, json, server } from '../../support/web-server.ts';

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

const types = json({ post: { name: 'Posts', rest_base: 'posts' } });
const elsewhere = text('', 301, { location: 'https://front.example/' });
const closed = (status: number) => json({ code: 'rest_disabled', message: 'No.', data: { status } }, status);

describe('the REST root is found although', () => {
  it.each([
    ['the front page is on another host', { 'https://a.test/': elsewhere, 'https://a.test/wp-json/': index }],
    [
      'the front page is on another host, and so is all that nobody asks for',
      { 'https://a.test/': elsewhere, 'https://a.test/wp-json/': elsewhere, 'https://a.test/?rest_route=/': index },
      'https://a.test/?rest_route=/',
    ],
    [
      'the front page is redirected in circles',
      { 'https://a.test/': text('', 302, { location: '/' }), 'https://a.test/wp-json/': index },
    ],
    [
      'its place is redirected',
      { 'https://a.test/wp-json/': text('', 301, { location: '/api/' }), 'https://a.test/api/': index },
      'https://a.test/api/',
    ],
    ['the index has something behind it', { 'https://a.test/wp-json/': text(`${indexText}<!-- cached -->`) }],
    [
      'the index is trimmed',
      { 'https://a.test/wp-json/': json({ name: 'Site' }), 'https://a.test/wp-json/wp/v2/types': types },
    ],
    ['the index is empty', { 'https://a.test/wp-json/': json({}), 'https://a.test/wp-json/wp/v2/types': types }],
    ['the index is closed', { 'https://a.test/wp-json/': closed(401), 'https://a.test/wp-json/wp/v2/types': types }],
    ['the index is gone', { 'https://a.test/wp-json/': closed(404), 'https://a.test/wp-json/wp/v2/types': types }],
    [
      'the index and the types are closed',
      {
        'https://a.test/wp-json/': closed(403),
        'https://a.test/wp-json/wp/v2/types': closed(403),
        'https://a.test/wp-json/wp/v2/posts?per_page=1&_fields=id': json([{ id: 1 }]),
      },
    ],
    [
      'the index is trimmed, in the plain form',
      { 'https://a.test/?rest_route=/': json({}), 'https://a.test/?rest_route=/wp/v2/types': types },
      'https://a.test/?rest_route=/',
    ],
  ] as [string, Record<string, UpstreamResponse>, string?][])(
    '%s',
    async (_what, pages, root = 'https://a.test/wp-json/') => {
      const { send, visited } = server(pages);
      expect((await discoverRestRoot('https://a.test/', send)).url).toBe(root);
      expect(visited.every((url) => url.startsWith('https://a.test/'))).toBe(true);
    },
  );

  it.each([
    ['a front page is too large', 'https://a.test/', new PressgraphError('UPSTREAM_BAD_RESPONSE', 'Too large.')],
    ['a firewall hangs up', 'https://a.test/wp-json/', new PressgraphError('UPSTREAM_UNAVAILABLE', 'Reset.')],
  ])('%s', async (_what, failing, error) => {
    const { send } = server({ 'https://a.test/': text('<html>'), 'https://a.test/?rest_route=/': index });
    const failingSend = async (request: { url: string }) => {
      if (request.url === failing) throw error;
      return send(request);
    };
    expect((await discoverRestRoot('https://a.test/', failingSend)).url).toBe('https://a.test/?rest_route=/');
  });
});

describe('WordPress calls the root', () => {
  const own = 'https://own.example/cms/wp-json/';
  const linked = json(JSON.parse(indexText), 200, apiLink(own));
  const naming = json({ namespaces: ['wp/v2'], routes: { '/': { _links: { self: [{ href: own }] } } } });
  it.each([
    ['as its answer says, where it is reached in the plain form', { 'https://a.test/?rest_route=/': linked }],
    ['as its answer says, where a proxy has put it into a folder', { 'https://a.test/blog/wp-json/': linked }],
    ['as its index says, where its answer has no such header', { 'https://a.test/wp-json/': naming }],
    ['as its answer says, where it is given itself', { 'https://a.test/blog/': linked }],
    [
      'as its other answers say, where the index is closed',
      {
        'https://a.test/wp-json/': closed(401),
        'https://a.test/wp-json/wp/v2/types': { ...types, headers: apiLink(own) },
      },
    ],
    [
      'as its answer says, whatever the page says',
      { 'https://a.test/blog/': text('', 200, apiLink('https://a.test/wp-json/')), 'https://a.test/wp-json/': linked },
    ],
  ])('%s', async (_how, pages) => {
    const { send } = server(pages);
    const root = await discoverRestRoot('https://a.test/blog/', send);
    expect(root.ownUrl).toBe(own);
    expect(root.place(`${own}wp/v2/posts/7`)?.route).toBe('/wp/v2/posts/7');
  });
});
