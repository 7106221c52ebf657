import { describe, expect, it } from 'vitest';
import { createGateway } from '../src/gateway.ts';
import { listen } from '../src/server/http/listen.ts';
import { scriptedSite } from './support/scripted-site.ts';

const query = '/graphql?query={site{name}}';
const refusal = { errors: [{ message: 'This gateway is closed.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] };

async function opened() {
  const { url: site, send } = scriptedSite();
  return createGateway({ site, send, settings: { pollInterval: 0 } });
}

describe('a gateway that is closed', () => {
  it('tells those who ask so, of what it had kept as well', async () => {
    const gateway = await opened();
    const ask = (path: string, init?: RequestInit) => gateway.fetch(new Request(`http://gateway.test${path}`, init));
    expect((await ask(query)).status).toBe(200);
    await gateway.close();
    for (const path of [query, '/health', '/', '/nowhere']) {
      const answer = await ask(path);
      expect([answer.status, await answer.json()]).toEqual([503, refusal]);
    }
    expect((await ask('/graphql', { method: 'POST', body: '{}' })).status).toBe(503);
  });

  it('tells the clients of a server so that is still open, and is served by no other', async () => {
    const gateway = await opened();
    const server = await listen(gateway, { port: 0, shutdownTimeout: 0 });
    await gateway.close();
    const answer = await fetch(`${server.url}${query}`);
    expect([answer.status, await answer.json()]).toEqual([503, refusal]);
    await server.close();
    await expect(listen(gateway, { port: 0 })).rejects.toThrow('listen: this gateway is closed; make another one.');
  });

  it('neither looks nor forgets any more, and says so; closing it again does nothing', async () => {
    const gateway = await opened();
    await gateway.close();
    await expect(gateway.look()).rejects.toThrow('This gateway is closed; make another one.');
    expect(() => gateway.purge()).toThrow('This gateway is closed; make another one.');
    await gateway.close();
  });
});

describe('what is none', () => {
  it('is served by no server, and says what is expected', async () => {
    const anyListen = listen as (...given: readonly unknown[]) => Promise<unknown>;
    for (const handler of [undefined, {}, () => new Response()]) {
      await expect(anyListen(handler)).rejects.toThrow('listen: expected a gateway, as listen(await createGateway(');
    }
    const gateway = await opened();
    await expect(anyListen(gateway, { prot: 0 })).rejects.toThrow('There is no setting "prot". Did you mean "port"?');
    await gateway.close();
  });

  it('is no request: that is a mistake of the program', async () => {
    const gateway = await opened();
    const anyFetch = gateway.fetch as (...given: readonly unknown[]) => Promise<Response>;
    for (const request of [undefined, null, 'http://localhost/graphql', {}]) {
      await expect(anyFetch(request)).rejects.toThrow('fetch: expected a Request');
    }
    await gateway.close();
  });
});
