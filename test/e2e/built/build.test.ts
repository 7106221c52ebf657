import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, removeFolder } from '../../support/packed.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What `npm start` does before it starts, in a checkout of its own. */
describe('a build for the start', () => {
  const folder = newFolder('checkout');
  const command = join(folder, 'dist/cli.js');
  const run = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: folder });
  const build = () => run('--import', 'tsx', 'tools/build.ts');
  const version = async () => (await run('dist/cli.js', '--version')).stdout.trim();
  const rename = (from: string, to: string) => {
    const file = join(folder, 'src/version.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };

  beforeAll(() => {
    for (const name of ['src', 'tools', 'package.json', 'package-lock.json', 'tsconfig.json']) {
      mkdirSync(folder, { recursive: true });
      cpSync(join(root, name), join(folder, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  });
  afterAll(() => removeFolder(folder));

  it('is made of the sources as they are, and of nothing where nothing has changed', async () => {
    expect((await build()).stderr).toMatch(/^Building pressgraph \.\.\. \d+\.\d s\n$/);
    const first = await version();
    const { mtimeMs } = statSync(command);
    expect((await build()).stderr).toBe('');
    expect(statSync(command).mtimeMs).toBe(mtimeMs);
    rename(first, '9.8.7');
    await build();
    expect(await version()).toBe('9.8.7');
    // As a checkout of an earlier state leaves them: older than what was built.
    rename('9.8.7', first);
    await build();
    expect(await version()).toBe(first);
  });

  it('that fails leaves nothing behind that would be started', async () => {
    const file = join(folder, 'src/version.ts');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, 'export const version = ;');
    await expect(build()).rejects.toThrow(/version\.ts/);
    await expect(version()).rejects.toThrow(/cli\.js/);
    writeFileSync(file, text);
    await build();
    expect(await version()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
