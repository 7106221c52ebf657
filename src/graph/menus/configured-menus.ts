/**
 * Menus that the configuration holds, for sites that show theirs to nobody.
 */
import type { SaidItem, SaidMenu } from './menu.ts';

/** An item as the configuration has it. */
export interface ConfiguredItem {
  readonly label: string;
  /** A path on the site, or an absolute address. */
  readonly url?: string;
  readonly target?: string;
  readonly title?: string;
  readonly rel?: string;
  readonly description?: string;
  readonly children?: readonly ConfiguredItem[];
}

/** By the place that they are for: `{ primary: [{ label: 'About', url: '/about/' }] }`. */
export type ConfiguredMenus = Readonly<Record<string, readonly ConfiguredItem[]>>;

export function readConfiguredMenus(menus: ConfiguredMenus): SaidMenu[] {
  return Object.entries(menus).map(([location, items]) => ({
    source: 'CONFIGURED',
    handle: location,
    name: location,
    slug: location,
    description: null,
    locations: [location],
    items: said(items, ''),
  }));
}

function said(items: readonly ConfiguredItem[], above: string): SaidItem[] {
  return items.map((item, at) => {
    const name = `${above}${at}`;
    return {
      name,
      label: item.label,
      url: item.url ?? null,
      target: item.target ?? null,
      title: item.title ?? null,
      description: item.description ?? null,
      cssClasses: [],
      rel: item.rel ?? null,
      type: 'custom',
      children: said(item.children ?? [], `${name}.`),
    };
  });
}
