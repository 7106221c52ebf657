/** Finds Chromium, or installs Debian's. Knows nothing of what is tested in it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const chromiumPath = process.env.CHROMIUM_PATH || '/usr/bin/chromium';

export function setup(): void {
  if (existsSync(chromiumPath)) return;
  if (process.env.CHROMIUM_PATH || process.getuid?.() !== 0) {
    throw new Error(`There is no Chromium at ${chromiumPath}: install it, or name it in CHROMIUM_PATH.`);
  }
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-q'], options);
  execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], options);
}
