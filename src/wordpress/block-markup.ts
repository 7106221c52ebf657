/**
 * By what WordPress' own blocks are known in rendered HTML: the class that each prints, and elements that stand for what is written most.
 * Knows where the blocks in a block stand. A class of others names no block for sure: `wp-block-acme-price-table` may be that of
 * `acme/price-table`, of `acme-price/table`, or of a part of one.
 */

/** HTML that is of no block, or of one that cannot be told. */
export const freeform = 'core/freeform';

/** All that print `wp-block-` and their name. */
const classed: ReadonlySet<string> = new Set(
  [
    'accordion accordion-heading accordion-item accordion-panel archives audio avatar breadcrumbs button buttons calendar',
    'categories code column columns comment-author-avatar comment-author-name comment-content comment-date comment-edit-link',
    'comment-reply-link comment-template comments comments-pagination comments-pagination-next comments-pagination-numbers',
    'comments-pagination-previous comments-title cover details embed file footnotes gallery group heading home-link icon image',
    'latest-comments latest-posts list list-item loginout math media-text navigation navigation-link navigation-submenu page-list',
    'paragraph post-author post-author-biography post-author-name post-comments-count post-comments-form post-comments-link',
    'post-content post-date post-excerpt post-featured-image post-navigation-link post-template post-terms post-time-to-read',
    'post-title preformatted pullquote query query-no-results query-pagination query-pagination-next query-pagination-numbers',
    'query-pagination-previous query-title query-total quote read-more rss search separator site-logo site-tagline site-title',
    'social-link social-links spacer table tag-cloud template-part term-count term-description term-name term-template',
    'terms-query text-columns verse video',
  ].flatMap((line) => line.split(' ')),
);

/** The block whose class is among these; `null` where only others are, `undefined` where none is one of blocks. */
export function blockOfClasses(classes: readonly string[]): string | null | undefined {
  const names = classes.filter((name) => name.startsWith('wp-block-')).map((name) => name.slice('wp-block-'.length));
  const known = names.find((name) => classed.has(name));
  if (known !== undefined) return `core/${known}`;
  return names.length > 0 ? null : undefined;
}

const elements: ReadonlyMap<string, string> = new Map([
  ['p', 'core/paragraph'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, string] => [name, 'core/heading']),
  ['ul', 'core/list'],
  ['ol', 'core/list'],
  ['blockquote', 'core/quote'],
  ['pre', 'core/preformatted'],
  ['hr', 'core/separator'],
  ['table', 'core/table'],
]);

/** What a `figure` is that holds one of these and perhaps a caption. */
const figures: ReadonlyMap<string, string> = new Map([
  ['img', 'core/image'],
  ['table', 'core/table'],
  ['video', 'core/video'],
  ['audio', 'core/audio'],
]);

/** The block that an element without classes of blocks stands for. */
export function blockOfElement(name: string): string | undefined {
  return elements.get(name);
}

export function blockOfFigure(held: string): string | undefined {
  return figures.get(held);
}

/** Where the blocks in a block stand. */
export interface Interior {
  /** Class of the element that they stand in, where that is not the block's own. */
  readonly within?: string;
  /** The only ones that there can be, by the element that stands for each: all else is of the block itself. */
  readonly only?: Readonly<Record<string, string>>;
  /** Elements that are of the block itself. */
  readonly own?: readonly string[];
}

const anything: Interior = {};

/** Of blocks that hold others. */
export const interiors: ReadonlyMap<string, Interior> = new Map<string, Interior>([
  ['core/group', { within: 'wp-block-group__inner-container' }],
  ['core/columns', { only: { div: 'core/column' } }],
  ['core/column', anything],
  ['core/buttons', { only: { div: 'core/button' } }],
  ['core/cover', { within: 'wp-block-cover__inner-container' }],
  ['core/media-text', { within: 'wp-block-media-text__content' }],
  ['core/gallery', { only: { figure: 'core/image' } }],
  ['core/list', { only: { li: 'core/list-item' } }],
  ['core/list-item', { only: { ul: 'core/list', ol: 'core/list' } }],
  ['core/quote', { own: ['cite', 'footer'] }],
  ['core/details', { own: ['summary'] }],
  ['core/social-links', { only: { li: 'core/social-link' } }],
  ['core/query', anything],
]);
