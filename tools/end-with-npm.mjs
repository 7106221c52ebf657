/**
 * Ends the command with the `npm start` that it was begun by, which loads this file before it.
 *
 * An npm that is told to stop ends the shell between it and the command, and nothing else: the command would serve on, and keep
 * its port. Without that shell it gets the signal that npm got. (A shell's `exec` would leave none, but not on Windows.)
 */
const shell = process.ppid;

const watch = setInterval(() => {
  if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
}, 250);
watch.unref();

for (const signal of ['SIGTERM', 'SIGINT']) {
  // Whoever was told already, as all that a terminal or a supervisor runs are, must not be hurried by a second signal.
  process.once(signal, () => {
    clearInterval(watch);
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  });
}
