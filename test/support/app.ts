/**
 * An app of a framework, built in a folder of its own, and served by its framework's own server.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface App {
  readonly url: string;
  /** What it has printed. */
  output(): string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

interface AppOptions {
  readonly folder: string;
  /** Arguments of Node: what starts the server at a port. */
  readonly start: (port: number) => readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Starts an app, and waits until it says where it is. */
export async function startApp(options: AppOptions): Promise<App> {
  for (let left = 4; ; left--) {
    try {
      return await startAtFreePort(options);
    } catch (error) {
      // A port that was free may be taken by now.
      if (left === 0 || !String(error).includes('EADDRINUSE')) throw error;
    }
  }
}

async function startAtFreePort({ folder, start, env }: AppOptions): Promise<App> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, start(port), {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', PORT: String(port), ...env },
  });
  let printed = '';
  const ended = once(child, 'close');
  await new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      printed += chunk;
      if (/listening|ready/i.test(printed)) resolve();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    void ended.then(() => reject(new Error(`The app ended: ${printed}`)), reject);
  });
  return { url, output: () => printed, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}
