/**
 * The package as `npm pack` makes it, and folders that it is installed in. Nothing of this repository is within reach there.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** npm may run the tests, too: what it tells its children of itself must not decide what it does in another folder. */
const env = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE_ENV$|VITEST|WORDPRESS_URL$)/.test(name)),
  ),
  ASTRO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
};

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

export interface Packed {
  readonly tarball: string;
  /** Paths in the package. */
  readonly files: readonly string[];
  /** Bytes that it takes when it is unpacked. */
  readonly unpackedSize: number;
  readonly size: number;
}

/** @param folder where the tarball is put */
export function pack(folder: string): Packed {
  const printed = npm(['pack', '--json', '--pack-destination', folder], root);
  const [packed] = JSON.parse(printed.slice(printed.indexOf('[\n')));
  return {
    tarball: join(folder, packed.filename),
    files: packed.files.map(({ path }: { path: string }) => path),
    unpackedSize: packed.unpackedSize,
    size: packed.size,
  };
}

/** A new folder, in which packages can be installed. */
export function newFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `pressgraph-${name}-`));
}

/** Not at one go: what is installed there is many files, and whoever asks for it may have others to hear of meanwhile. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Installs packages in a folder; gives the names of all that are there then. */
export function install(folder: string, packages: readonly string[]): string[] {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  npm(['install', '--no-audit', '--no-fund', ...packages], folder);
  return readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
}

/** Installs what a folder's own lockfile says. */
export async function installLocked(folder: string): Promise<void> {
  await promisify(execFile)('npm', ['ci', '--prefer-offline'], { cwd: folder, env });
}

/** Runs a script of a folder's package.json to its end. */
export async function runScript(folder: string, script: string): Promise<void> {
  await promisify(execFile)('npm', ['run', script], { cwd: folder, env });
}
