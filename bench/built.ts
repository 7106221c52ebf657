// pressgraph as it is built, which is what its users run: what runs TypeScript as it stands wraps each function that is made.

import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const checkout = fileURLToPath(new URL('..', import.meta.url));

/** @param folder a checkout that has been built */
export async function builtIn(folder: string): Promise<typeof import('../src/index.ts')> {
  return import(pathToFileURL(join(folder, 'dist/index.js')).href);
}

export const { createGateway } = await builtIn(checkout);
