// Knows how vitest gets at the test bed: the one that somebody keeps up, or one for the length of this run.

import type { TestProject } from 'vitest/node';
import { provision, type TestBed } from './provision.ts';
import { findRunning } from './running.ts';
import type { WordPressSite } from './sites.ts';

declare module 'vitest' {
  interface ProvidedContext {
    wordpressSites: readonly WordPressSite[];
    /** How many published posts the large sites have. */
    wordpressPosts: number;
  }
}

let own: TestBed | undefined;

export async function setup(project: TestProject): Promise<void> {
  const running = await findRunning();
  const bed = running ?? (await provision({ log: (line) => console.log(line) }));
  if (running === undefined) own = bed as TestBed;
  project.provide('wordpressSites', bed.sites);
  project.provide('wordpressPosts', bed.posts);
}

export async function teardown(): Promise<void> {
  await own?.stop();
}
