// Knows how a running test bed makes itself known, so that others need not start one of their own.

import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive } from './process.ts';
import type { TestBed } from './provision.ts';
import { workDirectory } from './work-directory.ts';

export interface RunningTestBed extends Pick<TestBed, 'sites' | 'posts' | 'phpVersion' | 'managerPid'> {
  /** The process that keeps it running. */
  readonly pid: number;
}

export function announce(bed: TestBed): void {
  const { sites, posts, phpVersion, managerPid } = bed;
  const running: RunningTestBed = { pid: process.pid, managerPid, phpVersion, posts, sites };
  const file = workDirectory().sitesFile;
  // Never half-written: readers may look at any time. Only for the owner, it holds passwords.
  writeFileSync(`${file}.part`, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

export function withdraw(): void {
  rmSync(workDirectory().sitesFile, { force: true });
}

/** The test bed that somebody keeps running in the work directory, if all its sites answer. */
export async function findRunning(): Promise<RunningTestBed | undefined> {
  const file = workDirectory().sitesFile;
  if (!existsSync(file)) return undefined;
  const running = JSON.parse(readFileSync(file, 'utf8')) as RunningTestBed;
  if (!isAlive(running.pid)) return undefined;
  const answers = await Promise.all(
    running.sites.map(({ restRoot }) =>
      fetch(`${restRoot}/wp/v2/types/post`).then(
        ({ ok }) => ok,
        () => false,
      ),
    ),
  );
  return answers.every(Boolean) ? running : undefined;
}
