/**
 * Puts the command and the library, and all that they need, into a few files that share what both need: a process that reads a
 * handful of files starts in two thirds of the time of one that looks for hundreds, and who installs pressgraph installs nothing
 * besides. What is loaded only when it is needed stays apart.
 * `graphql` is not among it: schemas belong to the one `graphql` of a program, so who uses the library shares it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { packageEntries } from './entries.ts';
import { compressedGraphiql, graphiqlPackage } from './graphiql.ts';

export interface BundleOptions {
  readonly root: string;
  readonly dist: string;
  /** Whether it has to do without what is installed here. */
  readonly isRelease: boolean;
}

/**
 * What was written for CommonJS asks for Node's own modules by `require`, when it needs them; an ES module has none. Whatever
 * bundles pressgraph again, such as Next or Vite, sees nothing to look for either.
 */
const builtins: Plugin = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    const names = new Set(builtinModules);
    onResolve({ filter: /^[\w:/]+$/ }, ({ path, kind }) => {
      const isBuiltin = path.startsWith('node:') || names.has(path);
      return isBuiltin && kind === 'require-call' ? { path, namespace: 'builtin' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

export async function bundle({ root, dist, isRelease }: BundleOptions): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli.ts', ...packageEntries },
    outdir: dist,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.18',
    external: ['graphql', ...(isRelease ? [] : [graphiqlPackage])],
    // Names stay, for those who read a stack.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 200,
    // They are told in a file of their own.
    legalComments: 'none',
    plugins: [builtins, ...(isRelease ? [compressedGraphiql] : [])],
    metafile: true,
    logLevel: 'warning',
  });
  writeNotices(metafile, root, join(dist, 'THIRD-PARTY-NOTICES.txt'));
}

/** The licences of what is in the files ask to be told with them. */
function writeNotices({ outputs }: Metafile, root: string, file: string): void {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : [])),
  );
  const packages = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input) ?? []);
  const folders = [...new Set([...packages, `node_modules/${graphiqlPackage}`])].sort();
  const notices = folders.map((folder) => {
    const path = join(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Record<
      'name' | 'version' | 'license',
      string
    >;
    const found = readdirSync(path).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
    const text = found ? readFileSync(join(path, found), 'utf8').trim() : `Licence: ${license}`;
    return `${name} ${version}\n\n${text}`;
  });
  writeFileSync(
    file,
    `The files beside this one contain these packages.\n\n${notices.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`,
  );
}
