// Knows how to run a program to its end and how to keep one running: log file, pid file, stopping by its own pid.

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkDirectory } from './work-directory.ts';

export interface RunOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a program to its end and answers its standard output; a failure carries the end of what it said. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const settings = {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...process.env, LC_ALL: 'C.UTF-8', ...options.environment },
      maxBuffer: 256 * 1024 * 1024,
    };
    execFile(command, [...args], settings, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${command} ${args[0] ?? ''} failed: ${`${stdout}\n${stderr}`.trim().slice(-4000)}`));
    });
  });
}

export interface Daemon {
  readonly name: string;
  readonly pid: number;
  /** Settles when the program ends, wanted or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface DaemonOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** A Unix socket path or a port on loopback that answers once the program is ready. */
  readonly ready: readonly (string | number)[];
  readonly stopSignal?: NodeJS.Signals;
}

/** Starts a program that stays in the foreground of its own process group, and waits until it answers. */
export async function startDaemon(directory: WorkDirectory, options: DaemonOptions): Promise<Daemon> {
  const { name } = options;
  const logFile = join(directory.logs, `${name}.log`);
  const log = openSync(logFile, 'a');
  // A group of its own: Ctrl-C in a terminal must reach only us, or the database is gone before its clients.
  const child: ChildProcess = spawn(options.command, [...options.args], {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...options.environment },
  });
  closeSync(log);
  const pidFile = join(directory.pids, `${name}.pid`);
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      hasEnded = true;
      rmSync(pidFile, { force: true });
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${options.command} cannot be started`);
  writeFileSync(pidFile, `${pid}\n`);

  const stop = async (): Promise<void> => {
    if (!hasEnded) child.kill(options.stopSignal ?? 'SIGTERM');
    await ended;
  };
  try {
    await waitUntil(`${name} to answer (see ${logFile})`, async () => {
      if (hasEnded) throw new Error(`${name} ended at once: ${readFileSync(logFile, 'utf8').slice(-2000)}`);
      return (await Promise.all(options.ready.map(answers))).every(Boolean);
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { name, pid, ended, stop };
}

/** Whether something accepts connections at a Unix socket path or at a port on loopback. */
export function answers(address: string | number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = typeof address === 'string' ? connect(address) : connect(address, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Tasks side by side, but no more at a time than given. */
export async function inParallel<T>(
  limit: number,
  items: readonly T[],
  task: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await task(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}

async function waitUntil(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await sleep(50);
  }
}

/** A killed run leaves its programs behind; they hold the data directory and the ports. */
export async function stopLeftovers(directory: WorkDirectory): Promise<void> {
  // As in an orderly stop, the database goes last.
  for (const name of ['nginx', 'php-fpm', 'mariadbd']) await stopLeftover(directory, name);
}

async function stopLeftover(directory: WorkDirectory, name: string): Promise<void> {
  let pid: number;
  let commandLine: string;
  try {
    pid = Number.parseInt(readFileSync(join(directory.pids, `${name}.pid`), 'utf8'), 10);
    commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return;
  }
  // Pids are used again by the system: only a program that was started with our configuration is ours to stop.
  if (!commandLine.includes(directory.root)) return;
  process.kill(pid, 'SIGTERM');
  await waitUntil(`the leftover ${name} (${pid}) to end`, async () => !isAlive(pid));
}
