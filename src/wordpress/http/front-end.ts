/**
 * What a site's own pages say of themselves to a browser that asks for no more than their heads: which document one shows, where
 * its address leads, and that there is none.
 * Knows the headers that WordPress sends with its pages (`rest_output_link_header`, `redirect_canonical`), and what answers in its
 * place: another front end, log-in walls, firewalls, caches that keep no headers. No credentials of a viewer go there.
 */
import { tellingQuery } from '../address-parameters.ts';
import { type ItemLink, parseLink } from '../links.ts';
import type { Site } from '../site.ts';
import { isOnSite, type SiteAddress, uriOf } from '../site-address.ts';
import { linksInHeader } from './link-header.ts';
import type { Send, UpstreamResponse } from './send.ts';
import type { Waiter } from './turns.ts';

/** What stands at an address, as its head says. */
export type Sight =
  /** The page of a document. */
  | { readonly kind: 'document'; readonly status: number; readonly document: Omit<ItemLink, 'form'> }
  /** A page of no document: that of a list, the posts page. */
  | { readonly kind: 'page'; readonly status: number }
  /** There is something, and it does not say what. */
  | { readonly kind: 'untold'; readonly status: number }
  /** @see uriOf */
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  | { readonly kind: 'missing'; readonly status: number }
  /** Something else than WordPress answered, for this address or for all alike. */
  | { readonly kind: 'closed'; readonly status: number };

export interface SightRequest {
  /** What stands for an address where requests are told of: never the address, which may be what a client typed. */
  readonly route: string;
  readonly address: SiteAddress;
  readonly signal?: AbortSignal | undefined;
  /** The operations that wait for it. */
  readonly waiters?: ReadonlySet<Waiter> | undefined;
}

/** @throws PressgraphError where there is no answer */
export type AskSight = (request: SightRequest) => Promise<{ readonly sight: Sight; readonly bytes: number }>;

/** Stands for all addresses where requests are told of. */
export const frontEndRoute = 'front end';

type FrontEndSite = Pick<Site, 'root' | 'home' | 'contentTypes' | 'taxonomies'>;

/** @param endsInSlash whether the site writes its paths so: it redirects those that are written otherwise */
export function createAskSight(site: FrontEndSite, send: Send, endsInSlash: boolean | undefined): AskSight {
  const front = site.root.front;
  return async ({ address, signal }) => {
    const query = tellingQuery(address, site);
    let url = `${front}${withSlash(address.path, endsInSlash)}${query && `?${query}`}`;
    for (let isAgain = false; ; isAgain = true) {
      const answer = await send({ method: 'HEAD', url, headers: { accept: 'text/html' }, signal });
      const next = writtenOtherwise(answer, url, address, site);
      if (next === undefined || isAgain) return { sight: sightOf(answer, url, site), bytes: 0 };
      url = next;
    }
  };
}

function withSlash(path: string, endsInSlash: boolean | undefined): string {
  if (path === '/' || endsInSlash === undefined || /\.[a-z\d]{1,5}$/i.test(path)) return path;
  const bare = path.replace(/\/$/, '');
  return endsInSlash ? `${bare}/` : bare;
}

/** Where a redirect leads to the same address, written as the site writes it. */
function writtenOtherwise(
  answer: UpstreamResponse,
  asked: string,
  address: SiteAddress,
  site: FrontEndSite,
): string | undefined {
  const next = locationOf(answer, asked);
  if (!next || next.origin !== new URL(asked).origin || !address.hasPathOf(next)) return undefined;
  return tellingQuery(address, site) === tellingQuery({ parameters: [...next.searchParams] }, site)
    ? next.href
    : undefined;
}

const redirects = [301, 302, 303, 307, 308];

function locationOf({ status, headers: { location } }: UpstreamResponse, asked: string): URL | undefined {
  if (!redirects.includes(status) || location === undefined || !URL.canParse(location, asked)) return undefined;
  return new URL(location, asked);
}

function sightOf(answer: UpstreamResponse, asked: string, site: FrontEndSite): Sight {
  const { status, headers } = answer;
  const links = linksInHeader(headers.link ?? '');
  const isOfWordPress = links.some(({ parameters }) => parameters.includes('https://api.w.org/'));
  if (status === 404 || status === 410) return { kind: isOfWordPress ? 'missing' : 'closed', status };
  if (redirects.includes(status)) return redirectIn(answer, asked, site);
  if (status < 200 || status > 299) return { kind: 'closed', status };
  const alternate = links.find(({ parameters }) => isDocument(parameters));
  const link = alternate && parseLink(site.root, alternate.href);
  if (link?.form === 'item') return { kind: 'document', status, document: { route: link.route, id: link.id } };
  return { kind: isOfWordPress && !alternate ? 'page' : 'untold', status };
}

function isDocument(parameters: string): boolean {
  return /;\s*rel="?alternate"?/i.test(parameters) && /;\s*type="?application\/json"?\s*(?:[;,]|$)/i.test(parameters);
}

/** A redirect that leads elsewhere, to a form for logging in, or to the address itself is none that a visitor can follow. */
function redirectIn(answer: UpstreamResponse, asked: string, { home }: FrontEndSite): Sight {
  const { status } = answer;
  const [next, before] = [locationOf(answer, asked), new URL(asked)];
  const isOwn = next && (isOnSite(next, home) || next.origin === before.origin);
  const isSame = next?.pathname === before.pathname && next.search === before.search;
  const location = isOwn && !isSame && !next.pathname.endsWith('/wp-login.php') ? uriOf(next.href, home) : null;
  return location === null ? { kind: 'closed', status } : { kind: 'redirect', status, location };
}
