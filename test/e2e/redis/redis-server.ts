/**
 * A real redis-server on a free port of this machine, which a test may kill and start again.
 * Knows Debian's package and the program's options; nothing of what is kept in it.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

export const program = '/usr/bin/redis-server';

export interface RedisServer {
  readonly url: string;
  /** Ends it as a crash would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Starts it again at the same port, with nothing in it. */
  start(): Promise<void>;
  /** Keeps it from answering, without closing its connections. */
  freeze(): void;
  thaw(): void;
  /** Another client, to look at what is in it. */
  client(): Redis;
  /** Waits until it has done what it was told until now, and what follows from that is done and heard. */
  settled(): Promise<void>;
}

/** It does what it is told in turns, and so do those that tell it: whatever takes a few of them is done after so many. */
const turns = 50;

/** Installs Debian's package where it is missing. */
export function installRedis(): void {
  if (existsSync(program)) return;
  if (process.getuid?.() !== 0) throw new Error(`There is no Redis at ${program}: install it.`);
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-q'], options);
  execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'redis-server'], options);
}

export async function startRedis(): Promise<RedisServer> {
  let port = await freePort();
  let url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const clients: Redis[] = [];

  const start = async () => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const started = spawn(program, options, { stdio: 'ignore' });
    child = started;
    const probe = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
    probe.on('error', () => undefined);
    const failure = new Error(`No Redis could be had at ${url}.`);
    const ended = once(started, 'exit').then(() => Promise.reject(failure));
    ended.catch(() => undefined);
    try {
      const told = await Promise.race([probe.info('server'), ended]);
      // Somebody else's may answer there.
      if (!told.includes(`process_id:${started.pid}\r`)) throw failure;
    } finally {
      probe.disconnect();
    }
  };
  // A port that was free may be taken by now.
  for (let left = 4; ; left--) {
    try {
      await start();
      break;
    } catch (error) {
      if (left === 0) throw error;
      port = await freePort();
      url = `redis://127.0.0.1:${port}`;
    }
  }

  return {
    url,
    start,
    async kill() {
      const ended = child;
      child = undefined;
      for (const client of clients.splice(0)) client.disconnect();
      if (!ended || ended.exitCode !== null) return;
      const exit = once(ended, 'exit');
      ended.kill('SIGKILL');
      await exit;
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    client() {
      const client = new Redis(url);
      client.on('error', () => undefined);
      clients.push(client);
      return client;
    },
    async settled() {
      const client = new Redis(url);
      for (let turn = 0; turn < turns; turn++) await client.ping();
      client.disconnect();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until something holds, and says what did not if it never does. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, milliseconds = 10_000) {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await sleep(20);
  }
}
