/**
 * Types and taxonomies that WordPress registers for its own editors and shows over REST: they hold settings, designs and parts of
 * pages, and nothing that a site publishes. Sources: `create_initial_post_types` and `create_initial_taxonomies`.
 */
const editorTypes: ReadonlySet<string> = new Set([
  // Reusable blocks and patterns: documents have what these render.
  'wp_block',
  'wp_pattern_category',
  // Menus of classic themes and of block themes: they lead to content, and are none.
  'nav_menu_item',
  'nav_menu',
  'wp_navigation',
  // What a theme is made of.
  'wp_template',
  'wp_template_part',
  'wp_global_styles',
  'wp_font_family',
  'wp_font_face',
  // The blogroll, which WordPress has hidden since 3.5.
  'link_category',
]);

/** Menus of block themes: what is published of them anybody may read. */
export const navigations = { type: 'wp_navigation', route: '/wp/v2/navigation' };

/** Where those are told of that the graph reads all the same. */
export const editorRoutes: ReadonlyMap<string, string> = new Map([
  ['nav_menu', '/wp/v2/menus'],
  ['nav_menu_item', '/wp/v2/menu-items'],
  [navigations.type, navigations.route],
]);

export function isOfEditors(type: string): boolean {
  return editorTypes.has(type);
}
