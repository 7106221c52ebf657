import { describe, expect, it } from 'vitest';
import { sendOwnHeaders } from '../../../src/wordpress/http/own-headers.ts';
import type { UpstreamRequest } from '../../../src/wordpress/http/send.ts';
import { text } from '../../support/scripted-site.ts';

async function sent(headers: Record<string, string>, request: Partial<UpstreamRequest> = {}) {
  const seen: UpstreamRequest[] = [];
  const send = sendOwnHeaders(
    async (asked) => {
      seen.push(asked);
      return text('');
    },
    'https://site.test',
    headers,
  );
  await send({ method: 'GET', url: 'https://site.test/wp-json/', headers: { accept: 'x' }, ...request });
  return seen[0]?.headers;
}

describe('headers of the gateway itself', () => {
  const gate = { 'user-agent': 'Mozilla/5.0', 'cf-access-client-secret': 'hunter2' };

  it('go along with those of a request', async () => {
    expect(await sent(gate)).toEqual({ accept: 'x', ...gate });
    expect(await sent(gate, { headers: { authorization: 'Basic x' } })).toEqual({ authorization: 'Basic x', ...gate });
  });

  it.each(['https://site.test.evil.example/', 'https://site.test:8443/', 'http://site.test/', 'https://a@site.test/'])(
    'go to no other origin: %s',
    async (url) => {
      expect(await sent(gate, { url })).toEqual({ accept: 'x' });
    },
  );

  it('leave no place for the Authorization of a client: it is refused, neither replaced nor sent', async () => {
    const headers = { authorization: 'Basic gate' };
    expect(await sent(headers)).toEqual({ accept: 'x', ...headers });
    const refused = sent(headers, { headers: { authorization: 'Basic client' } });
    await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(refused).rejects.not.toThrow(/Basic/);
  });
});
