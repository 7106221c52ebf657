/**
 * Promises that fail while something is done, and that nobody waits for: they would end Node.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** @returns what the promises that were left behind failed with */
export async function leftBehind(action: () => Promise<unknown>): Promise<unknown[]> {
  const failures: unknown[] = [];
  const note = (failure: unknown) => failures.push(failure);
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', note);
  try {
    await action();
    // Node tells once the microtasks of a turn are done.
    for (let turn = 0; turn < 5; turn++) await nextTurn();
  } finally {
    process.off('unhandledRejection', note);
    for (const other of others) process.on('unhandledRejection', other);
  }
  return failures;
}
