import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runCommand } from '../support/program.ts';

/** What is typed here is what typed clients promise: a field that is no longer there, or of another type, ends this. */
it('all that these clients ask for has the types of the schema', { timeout: 180_000 }, async () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const { code, stdout } = await runCommand(`${folder}node_modules/.bin/tsc`, ['-p', folder]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
});
