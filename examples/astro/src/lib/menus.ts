/** Which menu stands where: a site names places as its theme does, and a site with a block theme names none. */
import type { PageQuery } from '../graph/generated/graphql.ts';

export type Menu = NonNullable<PageQuery['menus']>[number];
export type MenuItem = Menu['items'][number];

export function menusOf({ menus }: PageQuery): { readonly main: Menu | undefined; readonly foot: Menu | undefined } {
  const all = menus ?? [];
  const isAtFoot = ({ locations, slug }: Menu) => [...locations, slug ?? ''].some((name) => /foot/i.test(name));
  const isMain = ({ locations }: Menu) => locations.some((name) => /primary|main|header|menu-1/i.test(name));
  return { main: all.find(isMain) ?? all.find((menu) => !isAtFoot(menu)), foot: all.find(isAtFoot) };
}

/** On the front end where it is a page of the site, else where it leads. */
export function addressOf({
  uri,
  url,
}: {
  readonly uri: string | null;
  readonly url: string | null;
}): string | undefined {
  return uri ?? url ?? undefined;
}
