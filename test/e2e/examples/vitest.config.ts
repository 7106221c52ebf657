import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The examples that are apps of a framework, each with pressgraph as it is packed: npm run test:examples
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/e2e/examples/**/*.test.ts'],
    globalSetup: ['test/e2e/browser/global-setup.ts', 'test/e2e/examples/global-setup.ts'],
    testTimeout: 60_000,
    // They wait until what they test is built.
    hookTimeout: 600_000,
  },
});
