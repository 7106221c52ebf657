// Tests against real WordPress: npx vitest run --config test/e2e/wordpress/vitest.config.ts

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, first: what is begun last has nothing else run beside it. All others come after these. */
const slowest = [
  'bent',
  'own-types',
  'addresses',
  'graph-7.1',
  'graph-6.8',
  'graph-6.1',
  'own-types-large',
  'contract',
];

class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = slowest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return found < 0 ? slowest.length : found;
    };
    return [...files].sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/e2e/wordpress/**/*.test.ts'],
    globalSetup: ['test/e2e/wordpress/global-setup.ts'],
    testTimeout: 30_000,
    // The sites are what takes the time, and they answer several at once.
    maxWorkers: 3,
    sequence: { sequencer: SlowestFirst },
  },
});
