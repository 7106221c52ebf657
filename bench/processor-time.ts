// Knows how much of the processor a process has taken: on a busy machine that stays the same where the clock does not.

import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds so far, of all threads that are there now. */
export function processorTime(pid = process.pid): number {
  const threads = `/proc/${pid}/task`;
  return readdirSync(threads).reduce((sum, thread) => {
    const [nanoseconds] = readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ');
    return sum + Number(nanoseconds) / 1e6;
  }, 0);
}
