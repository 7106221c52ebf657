/**
 * The settings of what is published for programs that read no GraphQL. Rows of the table in `settings.ts`.
 */
import { address, onOff } from './setting-kinds.ts';

export const publishedSettings = {
  frontEnd: address(
    'front-end',
    'PRESSGRAPH_FRONT_END',
    'Where people read the site, as https://www.example.org: what sitemaps and feeds name; the addresses of the site itself, unless set.',
  ),
  sitemap: onOff(
    'sitemap',
    'PRESSGRAPH_SITEMAP',
    true,
    true,
    'Sitemaps of all addresses, from /sitemap.xml beside the graph on.',
  ),
  feeds: onOff(
    'feeds',
    'PRESSGRAPH_FEEDS',
    true,
    true,
    'Feeds of what was published last, at /feed.xml and /feed.json beside the graph.',
  ),
} as const;
