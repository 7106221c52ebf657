import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sampleAccount } from '../../../src/sample/account.ts';
import { createSampleSite } from '../../../src/sample/sample-site.ts';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';
import { networkSite } from '../../support/network-site.ts';
import { SiteInRounds } from '../../support/rounds.ts';

/** What a front end asks for to draw one page: all that is on it, and all around it. */
const operation = `query Page($uri: String!) {
  site { name description url timezone }
  resolve(uri: $uri) {
    status
    redirect { location status }
    node {
      __typename
      id
      ... on Post {
        title
        uri
        date
        seo {
          source title description canonical robots
          openGraph { type title description url siteName publishedTime modifiedTime }
          breadcrumbs { text uri }
        }
        related(first: 3) { node { title uri } }
      }
      ... on Page { title uri seo { source title canonical breadcrumbs { text uri } } }
      ... on Category { name uri seo { source title canonical breadcrumbs { text uri } } }
    }
  }
}`;

const sites: readonly (readonly [string, () => Promise<TestSite>, string])[] = [
  ['the sample site', () => createSampleSite('http://magazine.test'), sampleAccount],
  ...inject('wordpressSites').map(
    (site) => [site.name, async () => networkSite(site.url), `marta:${site.users.marta?.applicationPassword}`] as const,
  ),
];

describe.each(sites)('one operation draws a page of %s', (_name, open, serviceAccount) => {
  let graph: Graph;
  let site: SiteInRounds;
  beforeAll(async () => {
    site = new SiteInRounds(await open());
    graph = await openGraph(site, { settings: { serviceAccount } });
    site.isCounting = true;
  });
  afterAll(() => graph.close());

  it.each([
    '/2024/11/02/the-long-way-round/',
    '/2023/11/25/a-short-history-of-the-foghorn/',
    '/about/team/',
    '/category/coast-sea/harbours/',
  ])('%s: in six requests and three rounds, and in none where it is known', async (uri) => {
    const cold = await graph.data(operation, { variables: { uri } });
    const asked = graph.requests.map(
      ({ method = 'GET', route, query }) => `${method} ${route} ${JSON.stringify(query)}`,
    );
    expect(cold.resolve).toMatchObject({ status: 200, redirect: null, node: { uri, seo: { source: 'DOCUMENT' } } });
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(6);
    expect(site.takeRounds(), asked.join('\n')).toBeLessThanOrEqual(3);
    expect(await graph.data(operation, { variables: { uri }, warm: true })).toEqual(cold);
    expect(graph.requests).toEqual([]);
  });
});
