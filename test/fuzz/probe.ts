/**
 * Looks at a gateway from within: loaded ahead of the command, it tells the fuzzer over the process' channel what no answer
 * shows: a rejection that nobody waited for, an event loop that stood still, memory.
 */

export type Telling =
  | { readonly kind: 'rejection'; readonly detail: string }
  | { readonly kind: 'block'; readonly milliseconds: number }
  | { readonly kind: 'memory'; readonly bytes: number };

const tell = (telling: Telling) => void process.send?.(telling);

// The command may have a listener of its own; whether or not, each one is a finding.
process.on('unhandledRejection', (reason) => {
  tell({ kind: 'rejection', detail: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) });
});

const every = 20;
const longestBlock = 200;
let last = 0;
let usage = process.cpuUsage();

/** From here on: nothing that happened before counts. */
function begin(): void {
  last = performance.now();
  usage = process.cpuUsage();
}

// Whoever looks has ended, however that came: nobody else would end this.
process.once('disconnect', () => process.exit());

process.once('message', () => {
  begin();
  setInterval(() => {
    const stood = performance.now() - last - every;
    const { user, system } = process.cpuUsage(usage);
    // A machine that is busy with something else lets the clock run, not the program.
    const block = Math.min(stood, (user + system) / 1000);
    begin();
    if (block > longestBlock) tell({ kind: 'block', milliseconds: Math.round(block) });
  }, every).unref();
  // The channel alone must not keep the command from ending.
  process.channel?.unref();
});

const mostBytes = Number(process.env.FUZZ_MOST_BYTES ?? Number.POSITIVE_INFINITY);

setInterval(() => {
  if (process.memoryUsage.rss() < mostBytes) return;
  // What is garbage does not count, only what is held.
  globalThis.gc?.();
  begin();
  const { heapUsed, external } = process.memoryUsage();
  if (heapUsed + external > mostBytes) tell({ kind: 'memory', bytes: heapUsed + external });
}, 500).unref();
