/**
 * Where a site's REST API lives, and the way between routes and addresses.
 * Knows pretty (`/wp-json/`) and plain (`?rest_route=/`) roots; decides which hrefs lie inside the root.
 */

/** Query arguments of a REST request. */
export type Query = Readonly<Record<string, string | number | boolean | readonly (string | number)[] | undefined>>;

/** A place below the root: `/wp/v2/comments` with `{ post: '3518' }`. */
export interface Place {
  readonly route: string;
  readonly arguments: Readonly<Record<string, string>>;
}

export interface RestRoot {
  /** The root as an operator would write it, e.g. `https://example.org/wp-json/`. */
  readonly url: string;
  /** The root as WordPress itself calls it. */
  readonly ownUrl: string;
  /** The front page, where requests to it go, without a slash at the end: WordPress puts the root right below it. */
  readonly front: string;
  /** The address of a route. */
  address(route: string, query?: Query): string;
  /** Where an href of a document leads, or `null` when it is not below this root. The host is not looked at. */
  place(href: string): Place | null;
}

const routePattern = /^(\/[\w%.~-]+)+$/;

/**
 * @param url the REST root: its path ends in the prefix (`/wp-json/`), or it has a `rest_route` argument
 * @param ownUrl the root as WordPress itself calls it, when it is known to differ in path (a proxy that adds or drops a folder)
 */
export function createRestRoot(url: string, ownUrl: string = url): RestRoot {
  const root = new URL(url);
  const plain = root.searchParams.has('rest_route');
  const pretty = [root, new URL(ownUrl)].filter(({ searchParams }) => !searchParams.has('rest_route'));
  const folders = [...new Set(pretty.map(({ pathname }) => withSlash(pathname)))];
  const base = plain ? `${root.origin}${root.pathname}` : `${root.origin}${withSlash(root.pathname)}`;

  return {
    url: plain ? `${base}?rest_route=/` : base,
    ownUrl,
    front: frontAbove(url),
    address(route, query = {}) {
      const search = queryString(query);
      if (plain) return `${base}?rest_route=${route}${search && `&${search}`}`;
      return `${base}${route.slice(1)}${search && `?${search}`}`;
    },
    place(href) {
      const target = parsed(href);
      if (!target) return null;
      const route = target.searchParams.get('rest_route') ?? below(target.pathname, folders);
      if (route === null || !routePattern.test(route) || /%2f|%5c|\/\.{1,2}(\/|$)/i.test(route)) return null;
      target.searchParams.delete('rest_route');
      return { route, arguments: Object.fromEntries(target.searchParams) };
    },
  };
}

/** The front page as far as the address of a root tells, without a slash at the end. */
export function frontAbove(url: string): string {
  const { origin, pathname, searchParams } = new URL(url);
  const below = searchParams.has('rest_route') ? /(\/index\.php)?\/?$/ : /(\/index\.php)?\/[^/]+\/?$/;
  return `${origin}${pathname.replace(below, '')}`;
}

function below(path: string, folders: readonly string[]): string | null {
  const folder = folders.find((candidate) => path.startsWith(candidate));
  return folder === undefined ? null : path.slice(folder.length - 1);
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

function parsed(href: string): URL | null {
  try {
    return new URL(href);
  } catch {
    return null;
  }
}

function queryString(query: Query): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (typeof value !== 'object') pairs.push(`${encodeURIComponent(name)}=${encoded(value)}`);
    else if (!value.some(wouldBeSplit)) pairs.push(`${encodeURIComponent(name)}=${value.map(encoded).join(',')}`);
    else for (const member of value) pairs.push(`${encodeURIComponent(name)}[]=${encodeURIComponent(member)}`);
  }
  return pairs.join('&');
}

/**
 * WordPress splits a list that is given as one text at commas and white space, and drops what is empty; not the members of a
 * list of PHP's, which is several times as long.
 */
function wouldBeSplit(member: string | number): boolean {
  return typeof member === 'string' && (member === '' || /[\s,]/.test(member));
}

/** Commas and colons are legal in a query, and half as long as their escapes in a list of a hundred ids. */
function encoded(value: string | number | boolean): string {
  return encodeURIComponent(String(value)).replaceAll('%2C', ',').replaceAll('%3A', ':');
}
