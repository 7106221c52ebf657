import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Node resolves graphql to its CommonJS form, Vite to the other: one program must not hold both.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/clients/**', 'test/e2e/**'],
    globalSetup: 'test/built-command.ts',
    // Some try thousands of documents, and a machine may have other things to do.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // By itself it takes one where there are two processors.
    maxWorkers: 2,
  },
});
