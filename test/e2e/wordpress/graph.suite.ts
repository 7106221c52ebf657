import { describe, inject } from 'vitest';
import type { UpstreamRequest } from '../../../src/wordpress/http/send.ts';
import { allSuites } from '../../dialects/pressgraph/all.suite.ts';
import { networkSite } from '../../support/network-site.ts';
import { remembered } from '../../support/remembered-answers.ts';
import { isSample } from '../../support/scripted-site.ts';
import type { Generation } from './wordpress-package.ts';

/** What routes say of themselves, and a document of each for its links. */
function isOfStart({ method, url }: UpstreamRequest): boolean {
  return method === 'OPTIONS' || isSample(new URL(url).searchParams);
}

/** The graph's tests, the same as on the sample site, on real WordPress: a file for each generation, so that they run side by side. */
export function graphSuite(generation: Generation): void {
  const sites = inject('wordpressSites').filter((site) => site.generation === generation);
  describe.each(sites.map((site) => [site.name, site] as const))('%s', (_name, site) => {
    const { url, send } = networkSite(site.url);
    // Each suite starts a gateway of its own: what these hear of routes is the same, and a third of all that is asked here.
    const started = { url, send: remembered(send, isOfStart) };
    allSuites(() => started);
  });
}
