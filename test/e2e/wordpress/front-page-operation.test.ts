import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { drawnPages, expectFewRequests } from '../../support/drawn-page.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { networkSite } from '../../support/network-site.ts';
import { SiteInRounds } from '../../support/rounds.ts';

const sites = inject('wordpressSites').flatMap(({ name, url, users }) => [
  [
    `${name} with a service account`,
    url,
    { serviceAccount: `marta:${users.marta?.applicationPassword}` },
    'Harbour & shore',
  ] as const,
  [`${name} that opens its menus to nobody`, url, {}, null] as const,
]);

describe.each(sites)('one operation draws a page of %s', (_name, url, settings, menu) => {
  let graph: Graph;
  let site: SiteInRounds;
  beforeAll(async () => {
    site = new SiteInRounds(networkSite(url));
    graph = await openGraph(site, { settings });
    site.isCounting = true;
  });
  afterAll(() => graph.close());

  it.each(drawnPages)('%s: in six requests and three rounds, and in none where it is known', (...page) =>
    expectFewRequests({ graph, site }, page, menu),
  );
});
