/**
 * Menus and their items, whatever they come from: a tree of links, each with what it leads to where that is the site's own.
 */
import { OtherNode } from '../other-node.ts';

/** Of classic themes; of block themes, which call them navigations; of the configuration. */
export type MenuSource = 'CLASSIC' | 'NAVIGATION' | 'CONFIGURED';

/** What an item says of itself, and the items below it. */
export interface SaidItem {
  /** Among the items of its menu, the same as long as it is there. */
  readonly name: string;
  readonly databaseId?: number | undefined;
  /** As plain text. */
  readonly label: string;
  readonly url: string | null;
  readonly target: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly cssClasses: readonly string[];
  readonly rel: string | null;
  /** `post_type`, `taxonomy`, `post_type_archive`, `custom`, or a plugin's own; `null` where its source does not say. */
  readonly type: string | null;
  /** WordPress' name of the type or taxonomy that it leads to, and the id of the document or term. */
  readonly object?: { readonly type: string; readonly id: number | null } | undefined;
  readonly children: readonly SaidItem[];
}

/** What a menu says of itself. */
export interface SaidMenu {
  readonly source: MenuSource;
  /** Among the menus of its source. */
  readonly handle: string;
  readonly databaseId?: number | undefined;
  readonly name: string | null;
  readonly slug: string | null;
  readonly description: string | null;
  /** Where the theme shows it. */
  readonly locations: readonly string[];
  readonly items: readonly SaidItem[];
}

/** By which a menu of a source is told from all others: `classic:91`. @param handle that its source has for it */
export function keyOf(source: MenuSource, handle: string): string {
  return `${source.toLowerCase()}:${handle}`;
}

export class Menu extends OtherNode {
  readonly said: SaidMenu;
  readonly items: readonly MenuItem[];

  constructor(said: SaidMenu) {
    super();
    this.said = said;
    this.items = said.items.map((item) => new MenuItem(this, item, null));
  }

  get key(): string {
    return keyOf(this.said.source, this.said.handle);
  }

  /** All items, each before those below it. */
  get allItems(): readonly MenuItem[] {
    return this.items.flatMap((item) => item.withDescendants);
  }
}

export class MenuItem extends OtherNode {
  readonly menu: Menu;
  readonly said: SaidItem;
  readonly parent: MenuItem | null;
  readonly children: readonly MenuItem[];

  constructor(menu: Menu, said: SaidItem, parent: MenuItem | null) {
    super();
    this.menu = menu;
    this.said = said;
    this.parent = parent;
    this.children = said.children.map((child) => new MenuItem(menu, child, this));
  }

  /** `classic:91/720`. */
  get key(): string {
    return `${this.menu.key}/${this.said.name}`;
  }

  get withDescendants(): readonly MenuItem[] {
    return [this, ...this.children.flatMap((child) => child.withDescendants)];
  }
}
