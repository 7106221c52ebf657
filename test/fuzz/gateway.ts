/**
 * A gateway under test: the command itself in a process of its own, looked at from within and without, and started again
 * when it has ended.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Telling } from './probe.ts';

export type GatewayName = 'steady' | 'forgetful' | 'spoilt' | 'spoiltAnew' | 'first' | 'second';

/** What no answer shows. */
export type Told = 'exit' | 'rejection' | 'block' | 'memory' | 'masked';

export interface GatewayOptions {
  readonly name: GatewayName;
  readonly site: string;
  readonly flags: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What its memory may hold, in bytes. */
  readonly mostBytes: number;
  onTold(kind: Told, detail: string): void;
  /** Called ahead of each start, so that the site is as it should be while it is looked at. */
  beforeStart?(): void;
}

export interface RunningGateway {
  readonly name: GatewayName;
  readonly port: number;
  /** Ends it and starts it anew. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const probe = new URL('probe.ts', import.meta.url).href;
/** So that what grows without bounds ends soon. */
const heapMegabytes = 700;

export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  let child: ChildProcess | undefined;
  let port = 0;
  let isStopping = false;
  let starting: Promise<void> | undefined;
  let restarting: Promise<void> | undefined;

  async function start(): Promise<void> {
    options.beforeStart?.();
    const { site, flags, environment, mostBytes } = options;
    const started = spawn(
      process.execPath,
      [
        ...['--expose-gc', `--max-old-space-size=${heapMegabytes}`, '--import', 'tsx', '--import', probe],
        ...['src/cli.ts', 'serve', site, '--port', '0', ...flags],
      ],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: {
          ...process.env,
          FUZZ_MOST_BYTES: String(mostBytes),
          LOG_LEVEL: 'error',
          NODE_ENV: 'test',
          ...environment,
        },
      },
    );
    child = started;
    const { stdout, stderr } = started;
    if (!stdout || !stderr) throw new Error('The gateway has no output.');
    let output = '';
    let errors = '';
    stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    stderr.setEncoding('utf8').on('data', (chunk: string) => {
      errors = (errors + chunk).slice(-4_000);
      const masked = /"stack":"([^"]{0,600})/.exec(chunk)?.[1] ?? chunk.slice(0, 600);
      if (/An error was masked/.test(chunk)) options.onTold('masked', masked);
    });
    started.on('message', (message: Telling) => {
      if (message.kind === 'rejection') options.onTold('rejection', message.detail);
      else if (message.kind === 'block') options.onTold('block', `${message.milliseconds} ms`);
      else options.onTold('memory', `${Math.round(message.bytes / 1e6)} MB`);
    });
    started.on('exit', (code, signal) => {
      if (isStopping || child !== started) return;
      options.onTold('exit', `${code ?? signal}: ${errors.slice(-1_500)}`);
      starting = start();
    });
    while (!/GraphQL +http:\S+:(\d+)/.test(output)) {
      const last = await Promise.race([once(stdout, 'data'), once(started, 'exit').then(() => 'ended')]);
      if (last === 'ended') throw new Error(`The gateway "${options.name}" did not start: ${errors}`);
    }
    port = Number(/GraphQL +http:\S+:(\d+)/.exec(output)?.[1]);
    // Loading its modules takes longer than any request may; GraphiQL's come when they are first asked for.
    await fetch(`http://127.0.0.1:${port}/graphql?graphiql=start.js`).then((answer) => answer.text());
    started.send('started');
  }

  async function end(): Promise<void> {
    const ended = child;
    child = undefined;
    if (!ended || ended.exitCode !== null || ended.signalCode !== null) return;
    const exit = once(ended, 'exit');
    ended.kill('SIGKILL');
    await exit;
  }

  await start();
  return {
    name: options.name,
    get port() {
      return port;
    },
    restart() {
      // Many requests may have waited in vain for the same gateway.
      restarting ??= (starting ?? Promise.resolve())
        .catch(() => undefined)
        .then(end)
        .then(start)
        .finally(() => {
          restarting = undefined;
        });
      return restarting;
    },
    async stop() {
      isStopping = true;
      await Promise.allSettled([starting, restarting]);
      await end();
    },
  };
}
