import { afterAll, beforeAll, describe, it } from 'vitest';
import { sampleAccount } from '../../../src/sample/account.ts';
import { createSampleSite } from '../../../src/sample/sample-site.ts';
import { drawnPages, expectFewRequests } from '../../support/drawn-page.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { SiteInRounds } from '../../support/rounds.ts';

describe.each([
  ['with a service account', { serviceAccount: sampleAccount }, 'Harbour & shore'],
  ['that opens its menus to nobody', {}, null],
])('one operation draws a page of a site %s', (_with, settings, menu) => {
  let graph: Graph;
  let site: SiteInRounds;
  beforeAll(async () => {
    site = new SiteInRounds(await createSampleSite('http://magazine.test'));
    graph = await openGraph(site, { settings });
    site.isCounting = true;
  });
  afterAll(() => graph.close());

  it.each(drawnPages)('%s: in six requests and three rounds, and in none where it is known', (...page) =>
    expectFewRequests({ graph, site }, page, menu),
  );
});
