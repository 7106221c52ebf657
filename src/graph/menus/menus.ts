/**
 * The menus of a site: those of classic themes where somebody opens them, those of block themes, and those of the configuration
 * for places that no other is for.
 * Knows what is asked for them: two requests and one, in one round where there is a service account; for the one of a place the
 * first two alone.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { Loaders } from '../../loaders/loaders.ts';
import { allOf, caught, type MaybePromise, resultsOf } from '../../maybe-promise.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import { navigations } from '../../wordpress/editor-types.ts';
import { isAbsence } from '../../wordpress/http/failure.ts';
import { Properties } from '../../wordpress/properties.ts';
import { largestPage } from '../../wordpress/resources.ts';
import { resourceOfType, type Site } from '../../wordpress/site.ts';
import { isOnSite, uriOf } from '../../wordpress/site-address.ts';
import type { GraphContext } from '../context.ts';
import { lookUp } from '../relations.ts';
import { type AddressedNode, nodeAt } from '../resolution.ts';
import { keyOf, type Menu, type MenuItem, type MenuSource, type SaidItem } from './menu.ts';
import type { ReadMenus } from './read-menus.ts';

const allSources: ReadonlySet<MenuSource> = new Set(['CLASSIC', 'NAVIGATION', 'CONFIGURED']);
/** Whose menus are for places of a theme. */
const withPlaces: ReadonlySet<MenuSource> = new Set(['CLASSIC', 'CONFIGURED']);

/** @returns `null` where nobody opens those of classic themes, and there are no others */
export async function loadMenus(
  { loaders }: GraphContext,
  read: ReadMenus,
  among: ReadonlySet<MenuSource> = allSources,
): Promise<Menu[] | null> {
  const [classic, rendered] = await resultsOf(
    () => (among.has('CLASSIC') ? loadClassic(loaders, read) : null),
    () => (among.has('NAVIGATION') ? loadNavigations(loaders, read) : []),
  );
  const menus = [...(classic ?? []), ...rendered];
  const taken = new Set(menus.flatMap(({ said: { locations } }) => locations));
  menus.push(...read.configured.filter(({ said: { handle } }) => !taken.has(handle)));
  return classic || menus.length > 0 ? menus : null;
}

async function loadClassic(loaders: Loaders, known: ReadMenus): Promise<readonly Menu[] | null> {
  const opened = loaders.opened('menus');
  if (!opened) return null;
  const read = (name: string) => caught(() => opened.read(`/wp/v2/${name}`));
  // A site that shows menus to nobody is not asked for their items as well.
  const sure = opened.isGranted ? read('menu-items') : undefined;
  const menus = await read('menus');
  if (menus instanceof Error) throw menus;
  if (menus === undefined) return null;
  const items = await (sure ?? read('menu-items'));
  if (items instanceof Error) throw items;
  return known.classic(menus, items);
}

const rendered = Properties.of('id', 'slug', 'title', 'content');
const needs = { documents: rendered, total: false, cursors: true, hasNextPage: true, hasPreviousPage: false };
const byId = { orderby: 'id', direction: 'asc' } as const;

/** What is published of them anybody may read. */
async function loadNavigations(loaders: Loaders, read: ReadMenus): Promise<readonly Menu[]> {
  const isThere = loaders.site.leftOut.some(({ name }) => name === navigations.type);
  if (!isThere) return [];
  const documents: RestDocument[] = [];
  for (let after: string | undefined; ; ) {
    const position = { first: largestPage, ...(after !== undefined && { after }) };
    const listing = { route: navigations.route, query: {}, order: byId };
    const page = await caught(() => loaders.page(listing, position, needs));
    if (isAbsence(page)) return [];
    if (page instanceof Error) throw page;
    documents.push(...(await allOf(page.entries, ({ document, whole }) => whole ?? document)));
    after = page.entries.at(-1)?.cursor;
    if (!page.hasNextPage || after === undefined) break;
  }
  return read.navigations(documents);
}

/** By what one menu is looked up. */
export interface MenuChoice {
  readonly key?: string | null | undefined;
  readonly databaseId?: number | null | undefined;
  readonly slug?: string | null | undefined;
  readonly location?: string | null | undefined;
}

/** Which sources have to be asked for the one that is meant. */
function sourcesOf({ key, location }: MenuChoice): ReadonlySet<MenuSource> {
  const isOf = (source: MenuSource) => key?.startsWith(keyOf(source, '')) ?? false;
  if (isOf('NAVIGATION')) return new Set(['NAVIGATION']);
  // Navigations are for no place, and one of the configuration is for those that no classic menu is for.
  return isOf('CLASSIC') || isOf('CONFIGURED') || typeof location === 'string' ? withPlaces : allSources;
}

/** The first that is meant: those of classic themes stand ahead of the others. */
export async function findMenu(choice: MenuChoice, context: GraphContext, read: ReadMenus): Promise<Menu | null> {
  const { key, databaseId, slug, location } = choice;
  const wanted = slug?.toLowerCase();
  const isIt = (menu: Menu) => {
    if (typeof key === 'string') return menu.key === key;
    if (typeof databaseId === 'number') return menu.said.databaseId === databaseId;
    return wanted === undefined
      ? menu.said.locations.includes(location ?? '')
      : menu.said.slug?.toLowerCase() === wanted;
  };
  return (await loadMenus(context, read, sourcesOf(choice)))?.find(isIt) ?? null;
}

/** @param key of an item */
export async function findMenuItem(key: string, context: GraphContext, read: ReadMenus): Promise<MenuItem | null> {
  const menu = await findMenu({ key: key.slice(0, key.lastIndexOf('/')) }, context, read);
  return menu?.allItems.find((item) => item.key === key) ?? null;
}

/** The path of an item's address, where that is the site's own. What leads to a place on whatever page it stands on has none. */
export function uriOfItem({ url }: SaidItem, { home }: Pick<Site, 'home'>): string | null {
  if (url === null || url.startsWith('#') || !URL.canParse(url, home)) return null;
  const address = new URL(url, home);
  return /^https?:$/.test(address.protocol) && isOnSite(address, home) ? uriOf(url, home) : null;
}

/** What an item leads to: what WordPress says that it was made for, else what stands at its address. */
export function nodeOfItem(
  { said }: MenuItem,
  context: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<AddressedNode | null> {
  const { site } = context.loaders;
  const { type, object } = said;
  if (object && type === 'post_type_archive') return site.contentTypes.find(({ name }) => name === object.type) ?? null;
  if (object && (type === 'post_type' || type === 'taxonomy')) {
    const resource = resourceOfType(site, object.type);
    return resource ? lookUp(resource, object.id, context, info) : null;
  }
  const uri = uriOfItem(said, site);
  return uri === null ? null : nodeAt(uri, context, info);
}
