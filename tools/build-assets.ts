/**
 * Puts beside the compiled program what the compiler leaves behind: the sample site's data.
 * Run by `npm run build`.
 */
import { cpSync } from 'node:fs';

cpSync(new URL('../src/sample/data/', import.meta.url), new URL('../dist/sample/data/', import.meta.url), {
  recursive: true,
});
