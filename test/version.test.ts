import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { version } from '../src/version.ts';

it('the version is that of package.json', () => {
  expect(version).toBe(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version);
});
