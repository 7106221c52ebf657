import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, removeFolder } from '../../support/packed.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What `npm start` does before it starts, in a checkout of its own. */
describe('a build for the start', () => {
  const folder = newFolder('checkout');
  const command = join(folder, 'dist/cli.js');
  const run = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: folder });
  const build = () => run('--import', 'tsx', 'tools/build.ts');
  const version = async () => (await run('dist/cli.js', '--version')).stdout.trim();
  const rename = (from: string, to: string) => {
    const file = join(folder, 'src/version.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };

  beforeAll(() => {
    for (const name of ['src', 'tools', 'package.json', 'package-lock.json', 'tsconfig.json']) {
      mkdirSync(folder, { recursive: true });
      cpSync(join(root, name), join(folder, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  });
  afterAll(() => removeFolder(folder));

  it('is made of the sources as they are, and of nothing where nothing has changed', async () => {
    expect((await build()).stderr).toMatch(/^Building pressgraph \.\.\. \d+\.\d s\n$/);
    const first = await version();
    const { mtimeMs } = statSync(command);
    expect((await build()).stderr).toBe('');
    expect(statSync(command).mtimeMs).toBe(mtimeMs);
    rename(first, '9.8.7');
    await build();
    expect(await version()).toBe('9.8.7');
    // As a checkout of an earlier state leaves them: older than what was built.
    rename('9.8.7', first);
    await build();
    expect(await version()).toBe(first);
  });

  it('that fails leaves nothing behind that would be started', async () => {
    const file = join(folder, 'src/version.ts');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, 'export const version = ;');
    await expect(build()).rejects.toThrow(/version\.ts/);
    await expect(version()).rejects.toThrow(/cli\.js/);
    writeFileSync(file, text);
    await build();
    expect(await version()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  describe('and the start itself', { timeout: 60_000 }, () => {
    const started: ChildProcess[] = [];
    // Each has a process group of its own, of which nothing may be left.
    afterEach(() => {
      for (const { pid } of started.splice(0)) if (isAlive(-(pid as number))) process.kill(-(pid as number), 'SIGKILL');
    });

    const start = async () => {
      const npm = spawn('npm', ['start', '--', '--port', '0'], { cwd: folder, detached: true });
      started.push(npm);
      let printed = '';
      for await (const chunk of npm.stdout) {
        printed += chunk;
        if (/Site .*\n/.test(printed)) break;
      }
      const endpoint = /GraphQL +(\S+)/.exec(printed)?.[1] ?? printed;
      return { npm, group: -(npm.pid as number), endpoint };
    };

    it('ends with npm, which tells nobody', async () => {
      const { npm, group, endpoint } = await start();
      expect(await (await fetch(`${endpoint}?query={site{name}}`)).json()).toMatchObject({ data: {} });
      const ended = once(npm, 'exit');
      npm.kill('SIGTERM');
      await ended;
      await expect.poll(() => isAlive(group), { timeout: 10_000 }).toBe(false);
    });

    it('answers what is under way where all are told at once, as by a terminal', async () => {
      const { npm, group, endpoint } = await start();
      const ended = once(npm, 'exit');
      // A request of which the last byte comes when npm and its shell are long gone.
      const { hostname, port } = new URL(endpoint);
      const socket = connect(Number(port), hostname);
      const body = '{"query":"{site{name}}"}';
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, -1)}`,
      );
      await once(socket, 'connect');
      process.kill(group, 'SIGTERM');
      await ended;
      // Longer than it takes to see that the shell is gone.
      await new Promise((resolve) => setTimeout(resolve, 700));
      socket.write(body.slice(-1));
      let answer = '';
      for await (const chunk of socket) answer += chunk;
      expect(answer).toMatch(/^HTTP\/1\.1 200 .*"Harbour & Hinterland"/s);
      await expect.poll(() => isAlive(group), { timeout: 10_000 }).toBe(false);
    });
  });
});

/** Whether a process, or one of a group (a negative number), is there. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
