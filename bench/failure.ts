// Knows how a failure is told in a table: in one line, and without the folders of the machine that it happened on.

import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';

const folders = [fileURLToPath(new URL('..', import.meta.url)), `${homedir()}/`];

export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const withoutFolders = folders.reduce((text, folder) => text.replaceAll(folder, ''), message);
  return withoutFolders.replace(/\s+/g, ' ').slice(0, 300);
}
