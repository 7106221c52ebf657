import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The command and the library as they are installed: npm run test:built
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/e2e/built/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
