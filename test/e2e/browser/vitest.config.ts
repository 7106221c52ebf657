import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Tests in a real browser: npm run test:browser
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/e2e/browser/**/*.test.ts'],
    globalSetup: ['test/e2e/browser/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
