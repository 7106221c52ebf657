// Knows how to run a server in a process of its own: started with settings, asked for its address, stopped by its own id.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { checkout } from './built.ts';
import { processorTime } from './processor-time.ts';
import type { FromChild, Repeated, ToChild } from './servers/child.ts';

export interface Program {
  /** Where it answers GraphQL. */
  readonly url: string;
  /** Empties what it keeps, if it keeps anything. */
  purge(): Promise<void>;
  /** Answers a request again and again in its own process, where it is one of the servers here. */
  repeat(repeated: Repeated): Promise<void>;
  /** Milliseconds of the processor that it has taken so far. */
  processorTime(): number;
  stop(): Promise<void>;
}

/** Starts one of the servers here; see `servers/child.ts` for its side. */
export async function startServer(file: URL, settings: unknown): Promise<Program> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(file)], {
    cwd: checkout,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const said = lastWords(child);
  const answer = async (message: ToChild): Promise<FromChild> => {
    const waiting = new AbortController();
    const { signal } = waiting;
    const answered = once(child, 'message', { signal }).then(([value]) => value as FromChild);
    const ended = once(child, 'exit', { signal }).then(([code]) => ({ failed: `ended with ${code}: ${said()}` }));
    const late = sleep(60_000, { failed: 'no answer within a minute' }, { signal });
    const all = [answered, ended, late];
    // Those that lose the race are called off, and a call-off is a rejection that somebody has to take.
    for (const one of all) one.catch(() => undefined);
    child.send(message);
    try {
      return await Promise.race(all);
    } finally {
      waiting.abort();
    }
  };
  const started = await answer({ start: settings });
  if (typeof started === 'string' || !('url' in started)) {
    await stopped(child);
    throw new Error(typeof started === 'string' ? 'The server gave no address.' : started.failed);
  }
  return {
    url: started.url,
    async purge() {
      await answer('purge');
    },
    async repeat(repeated) {
      const done = await answer({ repeat: repeated });
      if (done !== 'repeated') throw new Error('The server did not do its work.');
    },
    processorTime: () => processorTime(child.pid),
    stop: () => stopped(child),
  };
}

/** Which command is started, where that is not the one that is built here. */
export interface Build {
  readonly folder: string;
  readonly settings: { readonly without?: string };
}

/** Earlier builds had it elsewhere. */
function commandIn(folder: string): string {
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: { pressgraph: string } };
  return bin.pressgraph;
}

/** Starts the command `pressgraph serve` as it is built, and waits for the address that it prints. */
export async function startServe(
  args: readonly string[],
  { folder, settings }: Build = { folder: checkout, settings: {} },
): Promise<Program> {
  const child = spawn(process.execPath, [commandIn(folder), 'serve', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', PRESSGRAPH_WITHOUT: settings.without ?? '' },
  });
  const said = lastWords(child);
  const printed = new Promise<string | undefined>((resolve) => {
    if (!child.stdout) return resolve(undefined);
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      const address = /^GraphQL\s+(\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
    lines.on('close', () => resolve(undefined));
  });
  const url = await printed;
  if (url === undefined) {
    await stopped(child);
    throw new Error(`pressgraph serve gave no address: ${said()}`);
  }
  return {
    url,
    purge: async () => undefined,
    repeat: async () => Promise.reject(new Error('The command answers by HTTP only.')),
    processorTime: () => processorTime(child.pid),
    stop: () => stopped(child),
  };
}

function lastWords(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = `${words}${chunk.toString()}`.slice(-600);
  });
  return () => words.trim();
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(late);
}
