import { describe, expect, inject, it } from 'vitest';
import { sampleAccount } from '../../../src/sample/account.ts';
import { createSampleSite } from '../../../src/sample/sample-site.ts';
import type { Send } from '../../../src/wordpress/http/send.ts';
import { networkSite } from '../../support/network-site.ts';
import { type ContractRequest, contractRequests } from './contract-requests.ts';
import { frontEndRequests } from './front-end-requests.ts';
import { menuContractRequests } from './menu-contract-requests.ts';
import { ownContractRequests } from './own-contract-requests.ts';

/**
 * Holds the embedded site to the original: the same requests to both, the answers compared. Where they differ, it is the
 * embedded site that is wrong.
 */
const real = inject('wordpressSites').find(({ profile }) => profile === 'magazine');
if (!real) throw new Error('There is no real WordPress with the magazine to compare with.');
const sample = await createSampleSite('http://magazine.test');
const original = networkSite(real.url);

/** Who asks: the account of each site has a password of its own. */
function credentials(account: string, viewer: ContractRequest['viewer']): Record<string, string> {
  if (viewer === undefined) return {};
  const password = viewer === 'account' ? account : account.replace(/:.*/, ':not this one');
  return { authorization: `Basic ${Buffer.from(password).toString('base64')}` };
}

async function ask(send: Send, url: string, account: string, request: ContractRequest) {
  const { path, method = 'GET' as const, unordered = false, viewer } = request;
  const { status, headers, body } = await send({
    method,
    url: `${url}/wp-json${path}`,
    headers: { accept: 'application/json', ...credentials(account, viewer) },
  });
  const text = new TextDecoder().decode(body).replaceAll('\\/', '/');
  const here = (value: string) =>
    value
      .replaceAll(url, 'http://site')
      // Where the importer said that the magazine lived: WordPress keeps the address of a document's first day.
      .replaceAll('http://magazine.example', 'http://site')
      .replaceAll(encodeURIComponent(url), 'http%3A%2F%2Fsite')
      .replaceAll(new URL(url).host, 'site');
  const parsed: unknown = JSON.parse(here(text));
  return {
    status,
    total: headers['x-wp-total'],
    totalPages: headers['x-wp-totalpages'],
    link: status === 200 ? here(headers.link ?? '') : undefined,
    // Of `OPTIONS`, it depends on what a visitor might do with arguments that nobody has given. The embedded site's account only reads.
    allow: status === 200 && method === 'GET' && viewer !== 'account' ? headers.allow : undefined,
    type: headers['content-type'],
    body: unordered && Array.isArray(parsed) ? new Set(parsed.map((item) => JSON.stringify(item))) : parsed,
  };
}

/** What a browser is told before it reads a page. */
async function visit(send: Send, url: string, path: string) {
  const { status, headers } = await send({ method: 'HEAD', url: `${url}${path}`, headers: {} });
  const here = (value = '') =>
    value.replaceAll(url, 'http://site').replaceAll(encodeURIComponent(url), 'http%3A%2F%2Fsite');
  return { status, link: here(headers.link), location: here(headers.location) };
}

describe('the embedded site answers as WordPress does', () => {
  const requests = [...contractRequests, ...ownContractRequests, ...menuContractRequests];
  it.each(
    requests.map((request) => [request.method ?? 'GET', request.path, request.viewer ?? 'anybody', request] as const),
  )('%s %s, asked by %s', async (_method, _path, _viewer, request) => {
    const [embedded, wanted] = await Promise.all([
      ask(sample.send, sample.url, sampleAccount, request),
      ask(original.send, real.url, `marta:${real.users.marta?.applicationPassword}`, request),
    ]);
    expect(embedded).toEqual(wanted);
  });

  it.each(frontEndRequests)('HEAD %s', async (path) => {
    const [embedded, wanted] = await Promise.all([
      visit(sample.send, sample.url, path),
      visit(original.send, real.url, path),
    ]);
    expect(embedded).toEqual(wanted);
  });
});
