import { describe, expect, it } from 'vitest';
import { PressgraphError } from '../../../src/errors.ts';
import { DiscoveryError, discoverRestRoot } from '../../../src/wordpress/discovery/discovery.ts';
import type { UpstreamResponse } from '../../../src/wordpress/http/send.ts';
import { text } from '../../support/scripted-site.ts';
import { apiLink, json, server } from '../../support/web-server.ts';

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

  it('unreadable', async () => {
    const message = "WordPress' answer is packed in a way not asked for.";
    const send = () => Promise.reject(new PressgraphError('UPSTREAM_BAD_RESPONSE', message));
    await expect(discoverRestRoot('https://a.test/', send)).rejects.toThrow(`https://a.test/: ${message} Repair it`);
  });

  const refusal = { code: 'rest_not_logged_in', message: 'No.', data: { status: 401 } };
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
      /wp-json\/ answers with status 403/,
    ],
    [
      'a log-in ahead of all',
      { 'https://a.test/': text('', 302, { location: 'https://team.access.example/login' }) },
      /redirects to https:\/\/team\.access\.example: .* If that is a log-in, .* PRESSGRAPH_UPSTREAM_HEADERS/,
    ],
    [
      'a redirect to what is not of the web',
      { 'https://a.test/': text('', 302, { location: 'data:text/html,x' }) },
      /redirects to something that is no address/,
    ],
    [
      'a gate that wants another password than it gets',
      { 'https://a.test/': text('<h1>Staging</h1>', 401) },
      /PRESSGRAPH_UPSTREAM_HEADERS \(what that holds now, if anything, does not\)/,
    ],
    [
      'a gate that wants a password',
      { 'https://a.test/': text('<h1>Staging</h1>', 401, { 'www-authenticate': 'Basic realm="x"' }) },
      /a\.test\/ answers with status 401, it wants credentials \(Basic\): .* PRESSGRAPH_UPSTREAM_HEADERS/,
    ],
    [
      'a firewall ahead of the REST API',
      { 'https://a.test/': text('<html>'), 'https://a.test/wp-json/': text('<html>', 403) },
      /a\.test\/wp-json\/ answers with status 403, it is closed to the gateway: .* PRESSGRAPH_UPSTREAM_HEADERS/,
    ],
    [
      'a log-in, said within a success',
      { 'https://a.test/': text('<html>'), 'https://a.test/wp-json/': text(`\uFEFF${JSON.stringify(refusal)}`) },
      /behind a log-in \(401 rest_not_logged_in\): let anonymous visitors read it, or .* PRESSGRAPH_UPSTREAM_HEADERS/,
    ],
    ['redirects without end', { 'https://a.test/': text('', 302, { location: '/' }) }, /redirects more than/],
  ])('%s', async (_name, pages, message) => {
    const { send, visited } = server(pages as unknown as Record<string, UpstreamResponse>);
    await expect(discoverRestRoot('https://a.test/', send)).rejects.toThrow(DiscoveryError);
    await expect(discoverRestRoot('https://a.test/', send)).rejects.toThrow(message);
    expect(visited.every((url) => url.startsWith('https://a.test/'))).toBe(true);
  });
});
