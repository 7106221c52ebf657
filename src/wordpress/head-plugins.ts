/**
 * Plugins that say what stands in the heads of a site's pages, and how a site tells that it has one: Yoast SEO adds it to each
 * document, Rank Math has a route that gives the head of one address.
 * Sources: `yoast-head-rest-field.php` and `class-headless.php` of these plugins.
 */
import { type ReadMap, readMember, readTexts } from './values.ts';

export type HeadPlugin = 'yoast' | 'rank-math';

/** The property that Yoast SEO adds. No schema names it. */
export const yoastHead = 'yoast_head_json';

/** Is there only where the plugin's support for front ends is switched on. */
export const rankMathRoute = '/rankmath/v1/getHead';

/** What of the index tells of them. */
export const tellingOfHeads = ['namespaces', `routes.${rankMathRoute}.methods`] as const;

/** Whether documents may have Yoast's property, as far as the index tells. */
export function mayHaveYoast(index: ReadMap): boolean {
  return readTexts(index.namespaces)?.includes('yoast/v1') ?? false;
}

/**
 * Who says what stands in the heads of a collection's pages.
 * @param hasYoast whether one of its documents was seen to have Yoast's property; absent where none was seen
 */
export function headPluginOf(index: ReadMap, hasYoast: boolean | undefined): HeadPlugin | null {
  if (mayHaveYoast(index) && hasYoast !== false) return 'yoast';
  return readMember(index.routes, rankMathRoute) === undefined ? null : 'rank-math';
}
