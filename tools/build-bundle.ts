/**
 * Puts the compiled command and all that it needs into a few files, `dist/bundle`: a process that reads four files starts in
 * two thirds of the time of one that looks for hundreds. What is loaded only when it is needed stays apart.
 * The library is not bundled: who uses it shares his `graphql` with it. Run by `npm run build`.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const bundle = join(dist, 'bundle');

/** Our files find others by their own place, which is no longer that of the bundle. */
const places: Plugin = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      if (!path.startsWith(dist)) return undefined;
      const place = `new URL(${JSON.stringify(relative(bundle, path))}, import.meta.url).href`;
      return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', place), loader: 'js' };
    });
  },
};

rmSync(bundle, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [join(dist, 'cli.js')],
  outdir: bundle,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.18',
  // Names stay, for those who read a stack.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 200,
  // What was written for CommonJS asks for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
  },
  plugins: [places],
  metafile: true,
  logLevel: 'warning',
});

/** The licences of what is in the bundle ask to be told with it. */
const folders = new Set(
  Object.keys(metafile.inputs).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? []),
);
const notices = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    'name' | 'version' | 'license',
    string
  >;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `${name} ${version}\n\n${text}`;
});
if (notices.length === 0 || !existsSync(join(bundle, 'cli.js')))
  throw new Error('The bundle is not what it should be.');
writeFileSync(
  join(bundle, 'THIRD-PARTY-NOTICES.txt'),
  `The files beside this one contain these packages.\n\n${notices.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`,
);
