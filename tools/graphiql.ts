/**
 * GraphiQL's files for the package: compressed once, each in a module of its own that is loaded when a browser asks for it.
 * As modules, they come along wherever a framework bundles pressgraph; what is read from a folder would stay behind.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'esbuild';
import { loadGraphiqlFiles } from '../src/server/graphiql-files.ts';

/** Where they come from. */
export const graphiqlPackage = '@graphql-yoga/render-graphiql';

/** The next better quality saves a tenth and takes half a minute. */
const quality = 9;

function compress(bytes: Uint8Array): Promise<Uint8Array> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  return promisify(brotliCompress)(bytes, {
    params: { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

/** Takes the place of `src/server/graphiql-files.ts`. */
export const compressedGraphiql: Plugin = {
  name: 'graphiql',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^graphiql-file:/ }, ({ path }) => ({ path: path.split(':')[1] ?? '', namespace: 'graphiql' }));
    onLoad({ filter: /src\/server\/graphiql-files\.ts$/ }, async () => {
      const entries = Object.entries(await loadGraphiqlFiles()).map(
        ([name, { hash }]) =>
          `${JSON.stringify(name)}: { hash: '${hash}', encoding: 'br', load: async () => (await import('graphiql-file:${name}')).default }`,
      );
      return { contents: `export const loadGraphiqlFiles = async () => ({\n${entries.join(',\n')}\n});` };
    });
    onLoad({ filter: /.*/, namespace: 'graphiql' }, async ({ path }) => {
      const file = Object.entries(await loadGraphiqlFiles()).find(([name]) => name === path)?.[1];
      if (!file) throw new Error(`GraphiQL has no file ${path}.`);
      return { contents: await compress(await file.load()), loader: 'binary' };
    });
  },
};
