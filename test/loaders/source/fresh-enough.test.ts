import { expect, it } from 'vitest';
import { isFreshEnough } from '../../../src/loaders/source/fresh-enough.ts';
import type { Found } from '../../../src/store/document-cache.ts';

it.each([
  ['fresh', false, true],
  ['fresh', true, true],
  ['stale', false, true],
  ['stale', true, false],
  ['spare', false, false],
  ['spare', true, false],
] as const)('what is %s will do where fresh is demanded (%s): %s', (stage, demandsFresh, expected) => {
  const found: Found<null> = { value: null, stage, at: 0, kind: 'content' };
  expect(isFreshEnough(found, { demandsFresh })).toBe(expected);
});
