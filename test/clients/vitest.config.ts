import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { taggedQueries } from './relay/tagged-queries.ts';

// Clients that people use, against the built command: npm run test:clients
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [taggedQueries],
  esbuild: { jsx: 'automatic' },
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/clients/*/*.test.{ts,tsx}', 'test/clients/*.test.ts'],
    exclude: ['**/node_modules/**'],
    globalSetup: ['test/clients/global-setup.ts'],
    setupFiles: ['test/clients/quiet-console.ts'],
    restoreMocks: true,
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
