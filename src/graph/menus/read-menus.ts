/**
 * The menus of a schema's site as they were read last: what is still the same is read once, however often it is asked for.
 */
import type { RestDocument } from '../../wordpress/documents.ts';
import { type ConfiguredMenus, readConfiguredMenus } from './configured-menus.ts';
import { Menu, type SaidMenu } from './menu.ts';

interface ReadMenu {
  /** What was read along with it. */
  readonly beside: unknown;
  readonly menus: readonly Menu[];
}

export class ReadMenus {
  /** For the places that they are named by. */
  readonly configured: readonly Menu[];
  /** By what they were read of. */
  readonly #read = new WeakMap<object, ReadMenu>();

  constructor(configured: ConfiguredMenus) {
    this.configured = readConfiguredMenus(configured).map((said) => new Menu(said));
  }

  /** Those of classic themes. @param menus rows of `/menus` @param items rows of `/menu-items` */
  async classic(menus: unknown, items: unknown): Promise<readonly Menu[]> {
    const { readClassicMenus } = await import('./classic-menus.ts');
    return this.#once(items, menus, () => readClassicMenus(menus, items));
  }

  /** Those of block themes. */
  async navigations(documents: readonly RestDocument[]): Promise<readonly Menu[]> {
    const { readNavigation } = await import('./navigation-menus.ts');
    return documents.flatMap((document) => this.#once(document, undefined, () => [readNavigation(document)]));
  }

  #once(of: unknown, beside: unknown, read: () => readonly SaidMenu[]): readonly Menu[] {
    if (typeof of !== 'object' || of === null) return read().map((said) => new Menu(said));
    const known = this.#read.get(of);
    if (known && known.beside === beside) return known.menus;
    const menus = read().map((said) => new Menu(said));
    this.#read.set(of, { beside, menus });
    return menus;
  }
}
