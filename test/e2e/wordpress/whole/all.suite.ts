import { afterAll, beforeAll, expect, it } from 'vitest';
import { AskedElements } from '../../../support/asked-elements.ts';
import { type Graph, openGraph } from '../../../support/graph.ts';
import { networkSite } from '../../../support/network-site.ts';
import { RequestRounds } from '../../../support/request-rounds.ts';
import { RestReader } from '../rest-reader.ts';
import type { WordPressSite } from '../sites.ts';
import { aroundSuite } from './around.suite.ts';
import { connectionsSuite } from './connections.suite.ts';
import { documentsSuite } from './documents.suite.ts';
import { listsSuite } from './lists.suite.ts';
import { relationsSuite } from './relations.suite.ts';
import { requestsSuite } from './requests.suite.ts';
import { rootsSuite } from './roots.suite.ts';
import { valuesSuite } from './values.suite.ts';

/** The graph of a site with types of its own beside what REST itself says: of the magazine all that its schema has. */
export function allSuites(site: WordPressSite): void {
  const askedElements = new AskedElements();
  const rest = new RestReader(site);
  const rounds = new RequestRounds();
  let opened: Graph;
  const graph = () => opened;
  beforeAll(async () => {
    const { url, send } = networkSite(site.url);
    opened = await openGraph({ url, send: rounds.around(send), askedElements });
  });
  afterAll(() => opened.close());

  requestsSuite(graph, rest, rounds);
  valuesSuite(graph, rest);
  documentsSuite(graph, rest, site);
  rootsSuite(graph, rest, site);
  relationsSuite(graph, rest, site);

  // Every list, connection, filter and order is looked at on one site: a large one has more rows than a page, and its lists differ
  // in nothing else. That takes minutes.
  if (site.profile === 'large') return;
  listsSuite(graph, rest);
  connectionsSuite(graph, rest);
  aroundSuite(graph);

  it('nothing that the schema has is left that nobody has asked for', () => {
    expect(askedElements.unasked()).toEqual([]);
  });
}
