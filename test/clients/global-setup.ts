/**
 * Installs the clients, lets those that generate code generate it, and serves the sample site with the built command.
 * Knows no client's ways but the commands of generators.
 */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { installLocked, runScript } from '../support/packed.ts';
import { type Program, startProgram } from '../support/program.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    endpoint: string;
  }
}

const folder = fileURLToPath(new URL('.', import.meta.url));
let gateway: Program | undefined;

export async function setup({ provide }: TestProject): Promise<void> {
  await installClients();
  await Promise.all(['relay', 'codegen', 'tada'].map((script) => runScript(folder, script)));
  gateway = startProgram('dist/cli.js', ['--port', '0']);
  const [, endpoint = ''] = /^GraphQL +(\S+)$/m.exec(await gateway.printed(/^Site .*\n/m)) ?? [];
  provide('endpoint', endpoint);
}

export async function teardown(): Promise<void> {
  gateway?.process.kill('SIGTERM');
  const ended = await gateway?.ended;
  if (ended && (ended.code !== 0 || ended.stderr)) throw new Error(`The gateway did not end well: ${ended.stderr}`);
}

/** Takes what the lockfile says, unless it is there, and the package under test as a program that uses it has it. */
async function installClients(): Promise<void> {
  const installed = `${folder}node_modules/.installed-lockfile`;
  const lockfile = readFileSync(`${folder}package-lock.json`, 'utf8');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lockfile) return;
  await installLocked(folder);
  mkdirSync(`${folder}node_modules/pressgraph`);
  // Not the whole repository, in which these would be found again, and again.
  for (const name of ['package.json', 'schema.graphql', 'dist']) {
    symlinkSync(`../../../../${name}`, `${folder}node_modules/pressgraph/${name}`);
  }
  writeFileSync(installed, lockfile);
}
