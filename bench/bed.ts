// Knows where the WordPress comes from that everything is measured with: one that somebody keeps up, or one of our own.

import { provision, wordpressProcessorSeconds } from '../test/e2e/wordpress/provision.ts';
import { findRunning } from '../test/e2e/wordpress/running.ts';
import type { WordPressSite } from '../test/e2e/wordpress/sites.ts';

export const posts = 2_000;
const siteName = 'large@7.1';

export interface MeasuredSite {
  /** Address of the site. */
  readonly url: string;
  /** Without a slash at its end. */
  readonly restRoot: string;
  readonly wordpressVersion: string;
  readonly phpVersion: string;
  /** Processor time that WordPress has taken so far. */
  processorSeconds(): number;
  stop(): Promise<void>;
}

export async function measuredSite(log: (line: string) => void): Promise<MeasuredSite> {
  const running = await findRunning();
  const found = running?.posts === posts && running.sites.find(({ name }) => name === siteName);
  if (found) return asMeasured(running, found, async () => undefined);
  const bed = await provision({ sites: [siteName], posts, children: 4, log });
  const [site] = bed.sites;
  if (!site) throw new Error('The test bed came up without a site.');
  return asMeasured(bed, site, () => bed.stop());
}

function asMeasured(
  bed: Parameters<typeof wordpressProcessorSeconds>[0] & { readonly phpVersion: string },
  site: WordPressSite,
  stop: () => Promise<void>,
): MeasuredSite {
  return {
    url: site.url,
    restRoot: site.restRoot.replace(/\/$/, ''),
    wordpressVersion: site.version,
    phpVersion: bed.phpVersion,
    processorSeconds: () => wordpressProcessorSeconds(bed)[siteName] ?? 0,
    stop,
  };
}
