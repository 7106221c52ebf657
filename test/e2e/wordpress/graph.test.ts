import { describe, inject } from 'vitest';
import { allSuites } from '../../dialects/pressgraph/all.suite.ts';
import { networkSite } from '../../support/network-site.ts';

/** The graph's tests, the same as on the sample site, on real WordPress of each generation. */
describe.each(inject('wordpressSites').map((site) => [site.name, site] as const))('%s', (_name, site) => {
  allSuites(() => networkSite(site.url));
});
