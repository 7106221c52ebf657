/**
 * Which page stands at the front page's address, where a site shows one there, and which shows posts.
 * Knows that the index says so from WordPress 6.8 on; before, the link of the one page itself does, and of the other only what the
 * site is set to.
 */
import type { MaybePromise } from '../../maybe-promise.ts';
import { isAbsence } from '../../wordpress/http/failure.ts';
import { Properties } from '../../wordpress/properties.ts';
import { largestPage } from '../../wordpress/resources.ts';
import type { Site } from '../../wordpress/site.ts';
import { uriOf } from '../../wordpress/site-address.ts';
import { type ReadMap, readId, readMap, readMember } from '../../wordpress/values.ts';
import { loadPage } from '../pages/load-page.ts';
import type { Page, PageNeeds } from '../pages/page.ts';
import type { Upstream } from '../source/operation-source.ts';

const told = Properties.of('page_on_front', 'page_for_posts', 'show_on_front');
const byId = { orderby: 'id', direction: 'asc' } as const;

const needs: PageNeeds = {
  documents: Properties.of('id', 'link'),
  total: false,
  cursors: true,
  hasNextPage: true,
  hasPreviousPage: false,
};

/**
 * @param index asks the site's index
 * @returns its id; `null` where there is none
 */
export async function findFrontPage(
  upstream: Upstream,
  route: string,
  { home, clock }: Pick<Site, 'home' | 'clock'>,
  index: (properties: Properties) => Promise<ReadMap>,
): Promise<number | null> {
  const { page_on_front, show_on_front } = await index(told).catch(nothingTold);
  if (page_on_front !== undefined) return show_on_front === 'posts' ? null : readId(page_on_front);
  for (let after: string | undefined; ; ) {
    const position = { first: largestPage, ...(after !== undefined && { after }) };
    const page: Page = await loadPage(upstream, { route, query: {}, order: byId, clock }, position, needs);
    const front = page.entries.find(({ document }) => uriOf(readMember(document, 'link'), home) === '/');
    const last = page.entries.at(-1);
    if (front || !page.hasNextPage || !last) return front?.document.id ?? null;
    after = last.cursor;
  }
}

/**
 * The id of the page whose address shows posts; `null` where there is none, `undefined` where the site does not tell.
 * @param index asks the site's index
 * @param settings asks what the site is set to, where somebody opens that
 */
export async function findPostsPage(
  index: (properties: Properties) => Promise<ReadMap>,
  settings: () => MaybePromise<unknown>,
): Promise<number | null | undefined> {
  const said = await index(told).catch(nothingTold);
  const isTold = said.show_on_front !== undefined || said.page_for_posts !== undefined;
  const { page_for_posts, show_on_front } = (isTold ? said : readMap(await settings())) ?? {};
  if (show_on_front === 'posts') return null;
  return page_for_posts === undefined ? undefined : readId(page_for_posts);
}

/** A site may hide its index, and have pages all the same. */
function nothingTold(error: unknown): ReadMap {
  if (isAbsence(error)) return {};
  throw error;
}
