/**
 * What a gateway knew before editors were at work, and has looked for since, against what one finds that has known nothing.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { loadRecorded } from '../../src/sample/recorded.ts';
import { sampleSiteOf } from '../../src/sample/sample-site.ts';
import { type Graph, openGraph, type TestSite } from '../support/graph.ts';
import { siteAddress } from './bend.ts';
import { faultsOf } from './comparison.ts';
import {
  addComment,
  deleteComment,
  deleteNewestPost,
  type Edit,
  movePage,
  redatePost,
  refilePost,
  renameAuthor,
  renameCategory,
  renamePost,
  renameSite,
  setFrontPage,
  unpublishPost,
} from './edits.ts';
import { ask } from './operation.ts';
import { operations } from './operations.ts';

// The walks and orders of single lists have tests of their own.
const asked = operations.filter(
  ({ name }) => !/: (walk|orders|filters|numbered)/.test(name) || name.startsWith('contents'),
);

const open: Graph[] = [];
afterEach(() => Promise.all(open.splice(0).map((graph) => graph.close())));

const settings = { freshFor: 86_400, staleFor: 86_400 };

async function start(site: TestSite): Promise<Graph> {
  const graph = await openGraph(site, { settings });
  open.push(graph);
  return graph;
}

/** As long as a gateway that has looked does not look again. */
const looked = async (graph: Graph) => {
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await graph.look();
};

describe('after a look, nothing that was known', () => {
  it.each([
    [
      'is of a post that was renamed, a page that was moved, a term and an author',
      [renamePost, movePage, renameCategory, renameAuthor],
    ],
    ['is of a post that is gone, and of comments that came and went', [deleteNewestPost, deleteComment, addComment]],
    ['is of posts that are filed and dated otherwise, or published no more', [refilePost, redatePost, unpublishPost]],
    ['is of another name of the site, or another front page', [renameSite, setFrontPage]],
  ] satisfies [string, Edit[]][])('%s', async (_, made) => {
    const before = await loadRecorded(siteAddress);
    let { send } = sampleSiteOf(before);
    const site: TestSite = {
      url: siteAddress,
      async send(request) {
        const answer = await send(request);
        return { ...answer, headers: { ...answer.headers, date: new Date().toUTCString() } };
      },
    };
    const graph = await start(site);
    for (const operation of asked) await ask(graph, operation, { warm: true });
    await looked(graph);
    const known = new Map(
      await Promise.all(
        asked.map(async (operation) => [operation, await ask(graph, operation, { warm: true })] as const),
      ),
    );
    ({ send } = sampleSiteOf(made.reduce((site, edit) => edit(site), before)));
    await looked(graph);

    const fresh = await start(site);
    const stale: string[] = [];
    let changed = 0;
    for (const operation of asked) {
      const right = await ask(fresh, operation, { warm: true });
      const found = faultsOf(operation.name, right, await ask(graph, operation, { warm: true }), {
        errors: () => true,
      });
      stale.push(...found.map((fault) => `${operation.name}: ${fault}`));
      if (faultsOf(operation.name, right, known.get(operation) ?? right, {}).length > 0) changed++;
    }
    expect(stale).toEqual([]);
    expect(changed).toBeGreaterThan(3);
  });
});
