import { Agent, createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { noMoreAnswers, type Program, startProgram } from './support/program.ts';
import { scriptedSite } from './support/scripted-site.ts';

const cli = 'dist/cli.js';

const open: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function start(...args: string[]): Promise<{ program: Program; endpoint: string }> {
  const program = startProgram(cli, ['--port', '0', ...args]);
  open.push(() => program.process.kill('SIGKILL'));
  const endpoint = /GraphQL +(\S+)/.exec(await program.printed(/Site .*\n/))?.[1] ?? '';
  return { program, endpoint };
}

/** A site that is found, and never says anything again; `asked` is kept when it is asked for posts. */
async function silentSite() {
  const scripted = scriptedSite();
  let reached = () => {};
  const asked = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const server = createServer(async (request, response) => {
    if (request.url?.includes('/posts?') && !request.url.includes('_links')) return reached();
    const { status, headers, body } = await scripted.send({
      method: request.method as 'GET',
      url: `https://site.test${request.url}`,
      headers: {},
    });
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/wp-json/`, asked };
}

describe('a command that is told to stop', { timeout: 30_000 }, () => {
  it('answers every request that it took, under load, on connections that are kept', async () => {
    const { program, endpoint } = await start();
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    open.push(() => agent.destroy());
    const ends: string[] = [];
    let answered = 0;
    const ask = (query: string) =>
      new Promise<string | undefined>((resolve) => {
        const url = `${endpoint}?query=${encodeURIComponent(query)}`;
        httpRequest(url, { agent }, (response) => {
          let body = '';
          response.on('data', (chunk) => {
            body += chunk;
          });
          response.on('end', () => resolve(body.startsWith('{"data"') ? undefined : body));
        })
          .on('error', (error: Error & { code?: string }) => resolve(error.code ?? error.message))
          .end();
      });
    const load = Array.from({ length: 8 }, async (_, worker) => {
      for (let turn = 0; ; turn++) {
        // Known answers and others, as they come.
        const query = `{ posts(first: ${(turn % 40) + 1}, offset: ${worker}) { nodes { title author { name } } } }`;
        const failure = await ask(query);
        if (failure !== undefined) return ends.push(failure);
        answered++;
      }
    });
    while (answered < 200) await new Promise((resolve) => setTimeout(resolve, 10));
    program.process.kill('SIGTERM');
    await Promise.all(load);
    // Who comes anew finds nobody there; none that was heard is lost.
    expect(ends).toEqual(Array(8).fill('ECONNREFUSED'));
    expect(await program.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('waits for a site that never answers until its deadline, and for nothing after it', async () => {
    const site = await silentSite();
    const { program, endpoint } = await start('--shutdown-timeout', '300', '--upstream-timeout', '60000', site.url);
    const underWay = fetch(`${endpoint}?query={posts{nodes{title}}}`).catch(() => 'cut off');
    await site.asked;
    const told = performance.now();
    program.process.kill('SIGTERM');
    expect(await underWay).toBe('cut off');
    expect(await program.ended).toMatchObject({ code: 0 });
    expect(performance.now() - told).toBeLessThan(20_000);
  });

  it('stops as it should where one press of keys comes to it twice', async () => {
    const { program } = await start();
    program.process.kill('SIGINT');
    // Passed on by whoever started it; two of one kind could come as one.
    program.process.kill('SIGTERM');
    expect(await program.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('a second time, by %s, ends at once', async (signal, code) => {
    const site = await silentSite();
    const { program, endpoint } = await start(site.url);
    const underWay = fetch(`${endpoint}?query={posts{nodes{title}}}`).catch(() => 'cut off');
    await site.asked;
    program.process.kill('SIGTERM');
    // It has heard the first when it takes no more connections.
    await noMoreAnswers(endpoint);
    // Nobody presses keys twice within a fifth of a second.
    await new Promise((resolve) => setTimeout(resolve, 250));
    program.process.kill(signal);
    expect(await underWay).toBe('cut off');
    expect((await program.ended).code).toBe(code);
  });
});
