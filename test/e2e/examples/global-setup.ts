/**
 * Builds the example apps, each installed from its lockfile with the package as it is packed, far from this repository.
 * Knows no app's ways but that `npm run build` builds it.
 */
import { cpSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { installLocked, newFolder, pack, removeFolder, runScript } from '../../support/packed.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where it is told of each app, by its name, in which folder it stands, as soon as it is built. */
    apps: string;
  }
}

const examples = fileURLToPath(new URL('../../../examples', import.meta.url));
const made = /^(node_modules|dist|\.next|\.astro|pressgraph\.tgz)$/;

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const top = newFolder('examples');
  // Side by side: much of it is waiting. What is built first is tested while others are not.
  const built = new Map<string, Promise<string>>();
  const server = createServer(({ url = '' }, response) => {
    const app = built.get(url.slice(1)) ?? Promise.reject(new Error(`There is no app at ${url}.`));
    app.then(
      (folder) => response.end(folder),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  const end = async () => {
    server.close();
    server.closeAllConnections();
    await Promise.allSettled(built.values());
    await removeFolder(top);
  };
  try {
    const { tarball } = pack(top);
    for (const name of ['astro', 'next']) {
      const app = build(join(top, name), join(examples, name), tarball);
      // Whoever asks for it hears of it.
      app.catch(() => undefined);
      built.set(name, app);
    }
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  } catch (error) {
    await end();
    throw error;
  }
  provide('apps', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return end;
}

async function build(folder: string, source: string, tarball: string): Promise<string> {
  cpSync(source, folder, { recursive: true, filter: (path) => !made.test(basename(path)) });
  cpSync(tarball, join(folder, 'pressgraph.tgz'));
  await installLocked(folder);
  // No site is there yet: nothing is asked of one while an app is built.
  await runScript(folder, 'build');
  return folder;
}
