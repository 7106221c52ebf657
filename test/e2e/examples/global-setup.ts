/**
 * Builds the example apps, each installed from its lockfile with the package as it is packed, far from this repository.
 * Knows no app's ways but that `npm run build` builds it.
 */
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { installLocked, newFolder, pack, removeFolder, runScript } from '../../support/packed.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where each app stands in a folder of its name. */
    apps: string;
  }
}

const examples = fileURLToPath(new URL('../../../examples', import.meta.url));
const made = /^(node_modules|dist|\.next|\.astro|pressgraph\.tgz)$/;

export async function setup({ provide }: TestProject): Promise<() => void> {
  const top = newFolder('examples');
  try {
    const { tarball } = pack(top);
    // Side by side: much of it is waiting.
    await Promise.all(['astro', 'next'].map((name) => build(join(top, name), join(examples, name), tarball)));
  } catch (error) {
    removeFolder(top);
    throw error;
  }
  provide('apps', top);
  return () => removeFolder(top);
}

async function build(folder: string, source: string, tarball: string): Promise<void> {
  cpSync(source, folder, { recursive: true, filter: (path) => !made.test(basename(path)) });
  cpSync(tarball, join(folder, 'pressgraph.tgz'));
  await installLocked(folder);
  // No site is there yet: nothing is asked of one while an app is built.
  await runScript(folder, 'build');
}
