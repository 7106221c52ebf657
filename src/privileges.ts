/**
 * What a service account may open: one row for each privilege, with all that its credentials are ever sent for. What no row
 * names is not asked with them.
 * Knows routes and their arguments; not whose credentials these are, nor what is made of the answers.
 */
import type { KeptKind } from './kept-kinds.ts';

interface Opening {
  /** What clients get of it, for people. */
  readonly help: string;
  /** The least role of a user that may read all of it. */
  readonly role: string;
  /** What clients get where it is refused; none of it, unless told. */
  readonly instead?: string;
  /** How long it is believed. */
  readonly kept: KeptKind;
  /** Routes that are read as a whole, with the arguments that they are asked with. */
  readonly routes: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  /** What is read of published content of any type, in the context of its editors. */
  readonly properties?: readonly string[];
  /** Whether some sites show it to everybody: there it takes no account. */
  readonly mayBePublic?: boolean;
}

export const privileges = {
  menus: {
    help: 'the menus of classic themes',
    role: 'Contributor',
    kept: 'terms',
    routes: {
      '/wp/v2/menus': { per_page: 100, _fields: 'id,name,slug,description,locations' },
      '/wp/v2/menu-items': {
        per_page: 100,
        _fields:
          'id,title,url,attr_title,description,type,object,object_id,parent,menu_order,target,classes,xfn,invalid,menus',
      },
    },
    mayBePublic: true,
  },
  settings: {
    help: 'language, formats, reading options of the site',
    role: 'Administrator',
    kept: 'site',
    routes: {
      '/wp/v2/settings': {
        _fields:
          'language,date_format,time_format,start_of_week,posts_per_page,show_on_front,page_on_front,page_for_posts,wp_page_for_privacy_policy',
      },
    },
  },
  blocks: {
    help: 'the blocks of content as they are stored',
    role: 'Editor',
    instead: 'those of the rendered HTML, as far as its markup tells',
    kept: 'content',
    routes: {},
    properties: ['id', 'type', 'status', 'content.raw', 'content.protected', 'content.block_version'],
  },
  'block-types': {
    help: 'which attributes blocks have',
    role: 'Contributor',
    kept: 'site',
    routes: { '/wp/v2/block-types': { _fields: 'name,title,description,attributes' } },
  },
} as const satisfies Readonly<Record<string, Opening>>;

export type Privilege = keyof typeof privileges;

export const privilegeNames = Object.keys(privileges) as readonly Privilege[];

export function openingOf(privilege: Privilege): Opening {
  return privileges[privilege];
}

/** The privileges that a setting such as `menus,settings` names. */
export function privilegesIn(names: string): ReadonlySet<Privilege> {
  const named = names.split(',');
  return new Set(privilegeNames.filter((privilege) => named.includes(privilege)));
}

/** Whether a route is one of those that are read as a whole. */
export function isOpened(route: string): boolean {
  return privilegeNames.some((privilege) => Object.hasOwn(openingOf(privilege).routes, route));
}

/** What stands before the names of collections that are read by the account. */
const mark = 'account:';

/**
 * Under which name what the account reads of a route is known and kept. What others read of the same route has another one, so
 * that nobody is given it who asks for the route itself.
 */
export function accountCollection(route: string): string {
  return `${mark}${route}`;
}

/** The route of a collection, whoever has read it. */
export function routeOfCollection(collection: string): string {
  return collection.startsWith(mark) ? collection.slice(mark.length) : collection;
}
