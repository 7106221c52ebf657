// Brings the test bed up and keeps it up until it is told to stop:
//   npx tsx test/e2e/wordpress/up.ts [--posts 500] [--sites magazine@7.1,large@6.8] [--children 4]

import { parseArgs } from 'node:util';
import { defaultPosts, provision } from './provision.ts';
import { announce, withdraw } from './running.ts';
import { defaultSites, parseSiteName } from './sites.ts';
import { workDirectory } from './work-directory.ts';

const { values } = parseArgs({
  options: { posts: { type: 'string' }, sites: { type: 'string' }, children: { type: 'string' } },
});

const started = Date.now();
const log = (line: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`);

// A signal that comes while we are still busy is heeded as soon as there is something to stop.
const told = new Promise<string>((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
});

const bed = await provision({
  log,
  posts: wholeNumber(values.posts ?? `${defaultPosts}`),
  children: wholeNumber(values.children ?? '4'),
  sites: values.sites === undefined ? defaultSites : values.sites.split(',').map(parseSiteName),
});
announce(bed);
for (const { name, url, version } of bed.sites) log(`${name.padEnd(13)} ${url}  WordPress ${version}`);
log(`Up with PHP ${bed.phpVersion}; details in ${workDirectory().sitesFile}`);

const reason = await Promise.race([told, bed.broken.then((name) => `${name} ended by itself`)]);
log(`Stopping: ${reason}`);
withdraw();
await bed.stop();
process.exit(reason.startsWith('SIG') ? 0 : 1);

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`Not a whole number: ${text}`);
  return Number(text);
}
