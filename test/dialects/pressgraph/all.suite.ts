import type { TestSite } from '../../support/graph.ts';
import { archivesSuite } from './archives.suite.ts';
import { batchingSuite } from './batching.suite.ts';
import { blocksSuite } from './blocks.suite.ts';
import { commentCountSuite } from './comment-counts.suite.ts';
import { connectionSuite } from './connections.suite.ts';
import { contentSuite } from './content.suite.ts';
import { contentsSuite } from './contents.suite.ts';
import { interfacesSuite } from './interfaces.suite.ts';
import { lookUpSuite } from './lookups.suite.ts';
import { narrowedRelationsSuite } from './narrowed-relations.suite.ts';
import { pathsSuite } from './paths.suite.ts';
import { searchSuite } from './search.suite.ts';
import { sequenceSuite } from './sequence.suite.ts';
import { stickyFirstSuite } from './sticky-first.suite.ts';
import { typedContentsSuite } from './typed-contents.suite.ts';

/** Everything that the graph promises, on any site that holds the magazine. */
export function allSuites(site: () => TestSite): void {
  archivesSuite(site);
  batchingSuite(site);
  blocksSuite(site);
  commentCountSuite(site);
  contentSuite(site);
  contentsSuite(site);
  lookUpSuite(site);
  connectionSuite(site);
  interfacesSuite(site);
  narrowedRelationsSuite(site);
  searchSuite(site);
  pathsSuite(site);
  sequenceSuite(site);
  stickyFirstSuite(site);
  typedContentsSuite(site);
}
