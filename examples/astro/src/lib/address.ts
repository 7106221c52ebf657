/** What the address of a page says by itself. */

/** Of a list, as many as WordPress shows on a page unless it is told otherwise: then its addresses of pages are those here. */
export const pageSize = 10;

export interface Address {
  /** As WordPress knows it. */
  readonly uri: string;
  /** Counted from 1: of `/category/craft/page/2/`. */
  readonly page: number;
  /** Of a list that has cursors instead of numbered pages. */
  readonly after: string | null;
  /** Whether the site shows its posts there, unless it has a static front page. */
  readonly isHome: boolean;
}

export function readAddress({ pathname, searchParams }: URL): Address {
  const asked = new URLSearchParams(searchParams);
  asked.delete('after');
  const query = asked.toString();
  const [, above = pathname, number] = /^(.*?\/)page\/(\d{1,6})\/?$/.exec(pathname) ?? [];
  return {
    uri: query ? `${pathname}?${query}` : pathname,
    page: Number(number ?? searchParams.get('paged') ?? 1) || 1,
    after: searchParams.get('after'),
    isHome: above === '/' && ![...asked.keys()].some((name) => name !== 'paged' && !name.startsWith('utm_')),
  };
}

/** Address of another page of the same list. */
export function pageAddress({ pathname }: URL, page: number): string {
  const [, above = pathname] = /^(.*?\/)page\/\d+\/?$/.exec(pathname) ?? [];
  const list = above.endsWith('/') ? above : `${above}/`;
  return page === 1 ? list : `${list}page/${page}/`;
}

/** Address of what comes behind a cursor in the same list. */
export function cursorAddress(url: URL, cursor: string): string {
  const next = new URL(url);
  next.searchParams.set('after', cursor);
  return `${next.pathname}${next.search}`;
}
