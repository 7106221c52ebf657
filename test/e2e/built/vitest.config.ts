import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The command as it is installed, bundled: npm run test:built
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/cli*.test.ts', 'test/e2e/built/**/*.test.ts'],
    env: { COMMAND_UNDER_TEST: 'dist/bundle/cli.js' },
    testTimeout: 30_000,
  },
});
