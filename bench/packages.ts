// Knows what has to be installed before anything can be measured, and installs only what is missing.

import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../test/e2e/wordpress/process.ts';

const peersFolder = fileURLToPath(new URL('./peers', import.meta.url));

/** Installs a program from the system's packages, without starting a service of it. */
export async function installProgram(program: string, systemPackage: string): Promise<void> {
  if (await succeeds('which', [program])) return;
  const install = () =>
    run('apt-get', ['install', '--yes', '--no-install-recommends', systemPackage], {
      environment: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  // Maintainer scripts start services unless this file forbids it; a file that is already there is the machine's word.
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = !existsSync(policy);
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    // The lists of a fresh machine are empty, or too old to install from.
    await install().catch(async () => {
      await run('apt-get', ['update']);
      await install();
    });
  } finally {
    if (isOurs) rmSync(policy);
  }
}

/** The peers' packages are no dependency of pressgraph's own; they are installed here when they are first needed. */
export async function installPeers(): Promise<void> {
  if (existsSync(join(peersFolder, 'node_modules'))) return;
  await run('npm', ['ci', '--ignore-scripts'], { cwd: peersFolder });
}

async function succeeds(command: string, args: readonly string[]): Promise<boolean> {
  return run(command, args).then(
    () => true,
    () => false,
  );
}
