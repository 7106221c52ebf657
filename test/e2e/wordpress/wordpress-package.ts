// Knows the generations of WordPress that Debian packages, and makes a runnable tree out of such a package.

import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Suite, SuiteArchive } from './apt.ts';
import type { WorkDirectory } from './work-directory.ts';

export const generations = { '6.1': 'bookworm', '6.8': 'trixie', '7.1': 'sid' } as const satisfies Record<
  string,
  Suite
>;
export type Generation = keyof typeof generations;

export interface WordPressTree {
  readonly generation: Generation;
  readonly version: string;
  /** The document root: `index.php`, `wp-includes` and so on. */
  readonly path: string;
  readonly themes: string;
}

/** Set for every request by nginx, and for every script by us: one tree serves several sites. */
export const siteConfigurationVariable = 'PRESSGRAPH_SITE_CONFIGURATION';

const dispatcher = `<?php
// Several sites run from this tree; the server says whose configuration is meant.
require $_SERVER['${siteConfigurationVariable}'];
require_once ABSPATH . 'wp-settings.php';
`;

/** Unpacks a generation unless that was done before. */
export async function unpackWordPress(
  directory: WorkDirectory,
  archive: SuiteArchive,
  generation: Generation,
  log: (line: string) => void,
): Promise<WordPressTree> {
  const root = join(directory.generations, generation);
  if (!existsSync(root)) {
    const suite = generations[generation];
    log(`Fetching WordPress ${generation} from ${suite}`);
    const record = await archive.show(suite, 'wordpress');
    // The core links to these libraries instead of carrying them; its own theme is only recommended.
    const libraries = names(record.get('Depends')).filter((name) => /^(lib(js|php)-|php-getid3)/.test(name));
    const themes = names(record.get('Recommends')).filter((name) => name.startsWith('wordpress-theme-'));
    const unfinished = `${root}.part`;
    rmSync(unfinished, { recursive: true, force: true });
    await archive.unpack(suite, ['wordpress', ...libraries, ...themes], unfinished);
    makeRelocatable(unfinished);
    const tree = join(unfinished, 'usr/share/wordpress');
    writeFileSync(join(tree, 'wp-config.php'), dispatcher);
    renameSync(unfinished, root);
  }
  const path = join(root, 'usr/share/wordpress');
  const version = /\$wp_version = '([^']+)'/.exec(readFileSync(join(path, 'wp-includes/version.php'), 'utf8'))?.[1];
  if (version === undefined) throw new Error(`No version in ${path}`);
  // sid moves on; whoever provisions later tests a newer WordPress there, and the state says which.
  if (generation !== '7.1' && !version.startsWith(`${generation}.`)) throw new Error(`Found WordPress ${version}`);
  return { generation, version, path, themes: join(path, 'wp-content/themes') };
}

/** Links made for a system-wide installation point to `/usr/share/…`: lead them to the same place below the root. */
function makeRelocatable(root: string): void {
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder)) {
      const path = join(folder, entry);
      const status = lstatSync(path);
      if (status.isDirectory()) visit(path);
      else if (status.isSymbolicLink()) {
        const target = readlinkSync(path);
        const inside = join(root, target);
        if (target.startsWith('/') && existsSync(inside)) {
          unlinkSync(path);
          symlinkSync(relative(dirname(path), inside), path);
        }
        // Scripts and styles for the dashboard may dangle, nobody loads them here. PHP that is missing would be fatal.
        if (path.endsWith('.php') && !existsSync(path)) throw new Error(`${path} leads to ${target}, which is missing`);
      }
    }
  };
  mkdirSync(root, { recursive: true });
  visit(root);
}

/** Package names of a dependency field; of alternatives, the first. */
function names(field = ''): string[] {
  const first = field.split(',').map((alternatives) => /[a-z0-9][a-z0-9+.-]*/.exec(alternatives)?.[0] ?? '');
  return [...new Set(first.filter((name) => name !== ''))];
}
