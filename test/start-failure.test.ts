import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../src/config-error.ts';
import { listen } from '../src/server/http/listen.ts';
import { explainStart } from '../src/start-failure.ts';

const handler = { fetch: () => Promise.resolve(new Response()) };
const failureAt = async (host: string, port: number) =>
  listen(handler as never, { host, port }).then(
    async (server) => {
      await server.close();
      return 'It listens.';
    },
    (error: unknown) => explainStart(error),
  );

describe('a start that fails says what to do', () => {
  it('at an address that this machine has not', async () => {
    expect(await failureAt('203.0.113.9', 0)).toBe(
      'cannot listen at 203.0.113.9 (EADDRNOTAVAIL): this machine has no such address. Give --host one that it has, such as 127.0.0.1, or 0.0.0.0 for all.',
    );
  });

  it('at a name that nobody knows', async () => {
    expect(await failureAt('gateway.invalid', 0)).toMatch(
      /^cannot listen at gateway\.invalid: no address is known for that name \((ENOTFOUND|EAI_AGAIN)\)\. Give --host an address of this machine, such as 127\.0\.0\.1/,
    );
  });

  it('at a port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await failureAt('127.0.0.1', port)).toBe(
      `cannot listen at 127.0.0.1 port ${port} (EADDRINUSE): another program does. Choose another port with --port, or 0 for a free one.`,
    );
    await new Promise((resolve) => server.close(resolve));
  });

  it('at a port that is for root', () => {
    // Who runs the tests may be root: this is what Node says to everybody else.
    const error = Object.assign(new Error('listen EACCES: permission denied 127.0.0.1:80'), {
      code: 'EACCES',
      syscall: 'listen',
      address: '127.0.0.1',
      port: 80,
    });
    expect(explainStart(error)).toMatch(
      /^cannot listen at 127\.0\.0\.1 port 80 \(EACCES\): the system does not let this user\. Choose a port from 1024 upwards with --port/,
    );
    expect(explainStart(Object.assign(error, { code: 'EINVAL' }))).toMatch(/\(EINVAL\): choose another address/);
  });

  it('in other ways as what failed says it', () => {
    expect(explainStart(new ConfigError('PORT: must be a number.'))).toBe('PORT: must be a number.');
    expect(explainStart(Object.assign(new Error('broken'), { code: 'EACCES', syscall: 'open' }))).toBe('broken');
    expect(explainStart('broken')).toBe('broken');
  });
});
