/**
 * The same real site with other options: other permalinks, a static front page, in a folder, behind a log-in wall.
 * Each request says in a header which options it is to meet (`must-use/site-options.php`), so that nothing is stored, nothing has to be
 * put back, and tests that read the site as it is run beside.
 *
 *     const site = withOptions(magazine, { permalinks: permalinkStructures.plain, frontPage: 401, postsPage: 405 });
 *     const graph = await openGraph(site); // or site.send, or `upstreamHeaders: site.headers` where a process of its own asks
 */
import type { TestSite } from '../../support/graph.ts';
import { networkSite } from '../../support/network-site.ts';
import type { WordPressSite } from './sites.ts';

/** What a request meets; whatever is left out is as the site has it. */
export interface SiteOptions {
  /** `permalink_structure`, as of `permalinkStructures`. */
  readonly permalinks?: string;
  /** Id of the page that stands at the home address; 0 for the newest posts there. */
  readonly frontPage?: number;
  /** Id of the page that shows the newest posts, with a static front page. */
  readonly postsPage?: number;
  /** Where the site lives below its host: `/blog`. */
  readonly folder?: string;
  /**
   * A log-in wall: visitors of the front end are sent to the log-in (302); before `all` of the site, REST refuses them as well (401),
   * and application passwords pass.
   */
  readonly wall?: 'front end' | 'all';
  /** Whether classic menus may be read by anybody, as sites may say from 6.8 on. */
  readonly hasOpenMenus?: boolean;
  /** Others by WordPress' own names: `start_of_week`, `posts_per_page`, `wp_attachment_pages_enabled`. */
  readonly others?: Readonly<Record<string, string | number>>;
}

/** The five that WordPress offers to choose from, and what else sites have. */
export const permalinkStructures = {
  plain: '',
  dayAndName: '/%year%/%monthnum%/%day%/%postname%/',
  monthAndName: '/%year%/%monthnum%/%postname%/',
  numeric: '/archives/%post_id%',
  postName: '/%postname%/',
  category: '/%category%/%postname%/',
  html: '/%year%/%postname%.html',
  index: '/index.php/%year%/%monthnum%/%day%/%postname%/',
} as const;

export interface ChangedSite extends TestSite {
  /** What makes a request meet these options. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A site as requests of other options meet it. */
export function withOptions(site: WordPressSite, options: SiteOptions): ChangedSite {
  const { url, send } = networkSite(`${site.url}${options.folder ?? ''}`);
  const headers = { 'x-site-options': JSON.stringify(header(site, options)) };
  return { url, headers, send: (request) => send({ ...request, headers: { ...request.headers, ...headers } }) };
}

function header({ url }: WordPressSite, options: SiteOptions): object {
  const { permalinks, frontPage, postsPage, folder, wall, hasOpenMenus = false, others } = options;
  const home = folder === undefined ? {} : { home: `${url}${folder}`, siteurl: `${url}${folder}` };
  const front =
    frontPage === undefined ? {} : { page_on_front: frontPage, show_on_front: frontPage > 0 ? 'page' : 'posts' };
  return {
    options: {
      ...home,
      ...front,
      ...(permalinks !== undefined && { permalink_structure: permalinks }),
      ...(postsPage !== undefined && { page_for_posts: postsPage }),
      ...others,
    },
    closesFrontEnd: wall !== undefined,
    closesRest: wall === 'all',
    hasOpenMenus,
  };
}
