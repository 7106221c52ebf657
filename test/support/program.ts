/**
 * Runs a program of the repository as a user would, from its sources or built, and sees what it prints and how it ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  readonly process: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  /** Waits for a text on standard output. */
  printed(text: string | RegExp): Promise<string>;
  readonly ended: Promise<Ended>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param file path from the top of the repository */
export function startProgram(file: string, args: readonly string[], env?: Readonly<Record<string, string>>): Program {
  const asWritten = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
  return startCommand(process.execPath, [...asWritten, file, ...args], env);
}

function startCommand(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  // What the machine or the test runner has set must not decide what a program does here.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(PRESSGRAPH_.*|WORDPRESS_URL|HOST|PORT|LOG_LEVEL|FORCE_COLOR)$/.test(name),
  );
  const child = spawn(command, args, { cwd: root, env: { ...Object.fromEntries(inherited), ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
  return {
    process: child,
    output: () => stdout,
    ended,
    async printed(text) {
      while (!stdout.match(text)) {
        const next = new Promise((resolve) => child.stdout.once('data', resolve));
        const last = await Promise.race([next, ended.then(() => 'ended')]);
        if (last === 'ended') throw new Error(`The program ended before it printed ${text}: ${stdout}${stderr}`);
      }
      return stdout;
    },
  };
}

export const runProgram = (
  file: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<Ended> => startProgram(file, args, env).ended;

/** Runs a command to its end, at the top of the repository. */
export const runCommand = (command: string, args: readonly string[]): Promise<Ended> =>
  startCommand(command, args).ended;

/** Waits until nothing takes connections at an address any more. */
export async function noMoreAnswers(address: string): Promise<void> {
  const isAnswered = () =>
    fetch(address).then(
      () => true,
      () => false,
    );
  while (await isAnswered()) await new Promise((resolve) => setTimeout(resolve, 10));
}
