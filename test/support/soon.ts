/**
 * Waits for what is on its way and tells nobody when it comes: as long as a machine may take that has other things to do, and no
 * longer than it does take.
 */
import { vi } from 'vitest';

/** Less than a test may take, so that what was expected is told. */
const patience = 15_000;

/** @returns what the check returns, once it holds; fails as it does in the end */
export function soon<Value>(check: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(check, { timeout: patience, interval: 20 });
}
