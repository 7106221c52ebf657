// Knows where everything of the test bed lives: one directory below the repository, outside of version control.

import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** The authored content and, next to it, what is recorded from it. */
export const sampleData = join(repositoryRoot, 'src/sample/data');

export interface WorkDirectory {
  readonly root: string;
  readonly apt: string;
  readonly generations: string;
  readonly configuration: string;
  readonly sockets: string;
  readonly pids: string;
  readonly logs: string;
  readonly database: string;
  readonly temporary: string;
  readonly sites: string;
  /** What a running test bed says about itself to others. */
  readonly sitesFile: string;
}

export function workDirectory(): WorkDirectory {
  const root = resolve(repositoryRoot, process.env.PRESSGRAPH_WORDPRESS_DIR ?? '.cache/wordpress');
  // A Unix socket path holds 107 bytes. A deep checkout has its sockets in the system's temporary directory.
  const sockets =
    root.length < 70
      ? join(root, 'sockets')
      : join(tmpdir(), `pressgraph-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);
  return {
    root,
    sockets,
    apt: join(root, 'apt'),
    generations: join(root, 'generations'),
    configuration: join(root, 'configuration'),
    pids: join(root, 'pids'),
    logs: join(root, 'logs'),
    database: join(root, 'database'),
    temporary: join(root, 'temporary'),
    sites: join(root, 'sites'),
    sitesFile: join(root, 'sites.json'),
  };
}

export function createWorkDirectory(): WorkDirectory {
  const directory = workDirectory();
  for (const path of [
    directory.root,
    directory.generations,
    directory.configuration,
    directory.sockets,
    directory.pids,
    directory.logs,
    directory.temporary,
    directory.sites,
  ]) {
    mkdirSync(path, { recursive: true });
  }
  // It holds application passwords, and sockets that trust whoever reaches them.
  chmodSync(directory.root, 0o700);
  chmodSync(directory.sockets, 0o700);
  return directory;
}
