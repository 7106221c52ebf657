import { describe, expect, inject, it } from 'vitest';
import { createSampleSite } from '../../../src/sample/sample-site.ts';
import type { Send } from '../../../src/wordpress/http/send.ts';
import { networkSite } from '../../support/network-site.ts';
import { type ContractRequest, contractRequests } from './contract-requests.ts';
import { frontEndRequests } from './front-end-requests.ts';
import { ownContractRequests } from './own-contract-requests.ts';

/**
 * Holds the embedded site to the original: the same requests to both, the answers compared. Where they differ, it is the
 * embedded site that is wrong.
 */
const real = inject('wordpressSites').find(({ profile }) => profile === 'magazine');
if (!real) throw new Error('There is no real WordPress with the magazine to compare with.');
const sample = await createSampleSite('http://magazine.test');
const original = networkSite(real.url);

async function ask(send: Send, url: string, { path, method = 'GET' as const, unordered = false }: ContractRequest) {
  const { status, headers, body } = await send({
    method,
    url: `${url}/wp-json${path}`,
    headers: { accept: 'application/json' },
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
    // Of `OPTIONS`, it depends on what a visitor might do with arguments that nobody has given.
    allow: status === 200 && method === 'GET' ? headers.allow : undefined,
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
  const requests = [...contractRequests, ...ownContractRequests];
  it.each(requests.map((request) => [request.method ?? 'GET', request.path, request] as const))(
    '%s %s',
    async (_method, _path, request) => {
      const [embedded, wanted] = await Promise.all([
        ask(sample.send, sample.url, request),
        ask(original.send, real.url, request),
      ]);
      expect(embedded).toEqual(wanted);
    },
  );

  it.each(frontEndRequests)('HEAD %s', async (path) => {
    const [embedded, wanted] = await Promise.all([
      visit(sample.send, sample.url, path),
      visit(original.send, real.url, path),
    ]);
    expect(embedded).toEqual(wanted);
  });
});
