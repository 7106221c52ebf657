/**
 * Where what is published stands: on the front end that the gateway is told of, else where the site itself says.
 */
import type { Placed } from '../../graph/publications.ts';

export interface Place {
  /** The absolute address of something on the site. */
  addressOf(placed: Placed): string;
  /** That of a file of the site, of which some are written from its root on. */
  fileAt(address: string): string;
  /** That of the front page. */
  readonly home: string;
  /** That of what is published beside the graph. */
  besideGraph(path: string): string;
}

export interface PlaceOptions {
  /** The front end, without a slash at its end; empty where the site has no other than its own. */
  readonly frontEnd: string;
  /** The site's own front page. */
  readonly home: string;
  /** Where the client has found the gateway. */
  readonly gateway: string;
}

export function placeOf({ frontEnd, home, gateway }: PlaceOptions): Place {
  const base = frontEnd === '' ? home.replace(/\/$/, '') : frontEnd;
  const onBase = (uri: string) => written(`${base}${uri}`);
  return {
    addressOf: ({ uri, link }) => (frontEnd === '' && link !== undefined ? written(link) : onBase(uri)),
    fileAt: (address) => written(URL.canParse(address, home) ? new URL(address, home).href : address),
    home: onBase('/'),
    besideGraph: (path) => written(`${frontEnd === '' ? gateway : frontEnd}${path}`),
  };
}

/** With all that is not ASCII encoded, as sitemaps want it. */
function written(address: string): string {
  return URL.canParse(address) ? new URL(address).href : encodeURI(address);
}
