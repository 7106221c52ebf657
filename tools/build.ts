/**
 * Builds what runs, `dist`, from the sources: the command and the library, with all that they need but `graphql`.
 *
 *     node --import tsx tools/build.ts             for `npm start`: what runs, and only if the sources have changed
 *     node --import tsx tools/build.ts --release   for the package: declarations and GraphiQL's files besides
 *
 * Types are not checked here; `npm run check` does that.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stamp = join(root, '.cache', 'build.json');

/** What a build was made from, and whether it has everything in it. */
interface Built {
  readonly digest: string;
  readonly isRelease: boolean;
}

function digestOfSources(): string {
  const files = ['src', 'tools'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = createHash('sha256');
  for (const file of [...files.sort(), join(root, 'package-lock.json')]) {
    const content = readFileSync(file);
    hash.update(`${file}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function lastBuild(): Built | undefined {
  if (!existsSync(stamp) || !existsSync(join(dist, 'cli.js'))) return undefined;
  return JSON.parse(readFileSync(stamp, 'utf8')) as Built;
}

const isRelease = process.argv.includes('--release');
const digest = digestOfSources();
const last = lastBuild();
if (last?.digest !== digest || (isRelease && !last.isRelease)) {
  const begun = performance.now();
  process.stderr.write('Building pressgraph ... ');
  // A build that fails, or is stopped, must not pass for one.
  rmSync(stamp, { force: true });
  rmSync(dist, { recursive: true, force: true });
  const { bundle } = await import('./bundle.ts');
  await bundle({ root, dist, isRelease });
  cpSync(join(root, 'src/sample/data'), join(dist, 'data'), { recursive: true });
  if (isRelease) {
    const { declare } = await import('./declarations.ts');
    await declare(dist);
  }
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ digest, isRelease } satisfies Built));
  process.stderr.write(`${((performance.now() - begun) / 1_000).toFixed(1)} s\n`);
}
