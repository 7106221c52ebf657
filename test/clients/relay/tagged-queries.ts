/** Compiles Relay's tagged queries to the artifacts that its compiler made, as a bundler does for an application. */
import { fileURLToPath } from 'node:url';
import { transformAsync } from '@babel/core';
import type { Plugin } from 'vite';

export const taggedQueries: Plugin = {
  name: 'relay',
  enforce: 'pre',
  async transform(code, id) {
    if (!code.includes('graphql`') || !/\/clients\/relay\/[^/]+\.tsx?$/.test(id)) return undefined;
    const compiled = await transformAsync(code, {
      filename: id,
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      babelrc: false,
      configFile: false,
      sourceMaps: true,
      plugins: [
        ['@babel/plugin-syntax-typescript', { isTSX: true }],
        ['babel-plugin-relay', { eagerEsModules: true }],
      ],
    });
    return compiled?.code ? { code: compiled.code, map: compiled.map ?? null } : undefined;
  },
};
