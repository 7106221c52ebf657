// Tests against real WordPress: npx vitest run --config test/e2e/wordpress/vitest.config.ts

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/e2e/wordpress/**/*.test.ts'],
    globalSetup: ['test/e2e/wordpress/global-setup.ts'],
    testTimeout: 30_000,
    // The sites are what takes the time, and they answer several at once.
    maxWorkers: 2,
  },
});
