import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Tests with a real Redis: npm run test:redis
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/e2e/redis/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
