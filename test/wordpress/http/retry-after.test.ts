import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { discoverRestRoot } from '../../../src/wordpress/discovery/discovery.ts';
import { heedRetryAfter } from '../../../src/wordpress/http/retry-after.ts';
import type { Send, UpstreamResponse } from '../../../src/wordpress/http/send.ts';
import { createTransport } from '../../../src/wordpress/http/transport.ts';

afterEach(() => void vi.useRealTimers());

const request = { method: 'GET' as const, url: 'https://site.test/', headers: {} };

function site(status: number, headers: Record<string, string>) {
  let answer: UpstreamResponse = { status, headers, body: new Uint8Array() };
  let asked = 0;
  const pauses: unknown[] = [];
  const inner: Send = async () => {
    asked++;
    return answer;
  };
  const send = heedRetryAfter(inner, { pause: (pause) => pauses.push(pause) });
  return { send, pauses, asked: () => asked, mend: () => (answer = { ...answer, status: 200, headers: {} }) };
}

describe('a site that says when it wants to be asked again', () => {
  it.each([
    ['seconds', 429, '3600', 3_600],
    ['a date', 429, 'Wed, 21 Oct 2026 08:28:00 GMT', 3_600],
    ['more than a day', 429, '9999999', 86_400],
    ["WordPress' ten minutes for what takes seconds", 503, '600', 10],
  ])('in %s is not asked before', async (_what, status, value, seconds) => {
    const start = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');
    vi.useFakeTimers({ now: start, toFake: ['Date'] });
    const { send, asked, mend, pauses } = site(status, { 'retry-after': value });
    await expect(send(request)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', status });
    expect(pauses).toEqual([{ status, milliseconds: seconds * 1_000 }]);
    mend();
    vi.setSystemTime(start + seconds * 1_000 - 1_000);
    await expect(send(request)).rejects.toThrow(`left alone for 1 more seconds (status ${status})`);
    expect(asked()).toBe(1);
    vi.setSystemTime(start + seconds * 1_000);
    expect(await send(request)).toMatchObject({ status: 200 });
  });

  it.each([
    ['nothing', 429, {}],
    ['nonsense', 429, { 'retry-after': 'soon' }],
    ['a date that is past', 503, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }],
    ['another status', 500, { 'retry-after': '3600' }],
  ])('in %s is asked', async (_what, status, headers) => {
    const { send, asked } = site(status, headers as Record<string, string>);
    for (let turn = 0; turn < 2; turn++) expect(await send(request)).toMatchObject({ status });
    expect(asked()).toBe(2);
  });

  it('to a viewer with credentials is still asked by the others', async () => {
    const { send, mend } = site(429, { 'retry-after': '3600' });
    const own = { ...request, headers: { authorization: 'Basic x' } };
    await expect(send(own)).rejects.toMatchObject({ status: 429 });
    mend();
    expect(await send(request)).toMatchObject({ status: 200 });
  });

  it('is no site to start with, and the line says for how long', async () => {
    const { send } = site(429, { 'retry-after': '120' });
    await expect(discoverRestRoot('https://site.test/', send)).rejects.toThrow(
      'https://site.test/: WordPress asks to be left alone for 120 more seconds (status 429). Start pressgraph again then.',
    );
  });

  it('is not tried again by the transport either', async () => {
    let turns = 0;
    const listener = createServer((_request, response) => {
      turns++;
      response.writeHead(turns === 1 ? 503 : 429, turns === 1 ? {} : { 'retry-after': '1' }).end('{}');
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`;
    const transport = createTransport({ connections: 1, timeout: 5_000, retries: 5, maxResponseBytes: 1_000 });
    expect(await transport.send({ ...request, url })).toMatchObject({ status: 429 });
    expect(turns).toBe(2);
    await transport.close();
    await new Promise((resolve) => listener.close(resolve));
  });
});
