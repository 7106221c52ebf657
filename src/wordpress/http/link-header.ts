/**
 * The links in the head of an answer (`Link: <address>; rel="..."`). Source: RFC 8288.
 */

/** An address, and what is said of it, as it stands there. */
export interface HeaderLink {
  readonly href: string;
  readonly parameters: string;
}

/** How much of a header is looked at: WordPress names its own near the start. */
const longest = 8_192;

/** The pattern stops ahead of the next link, so that nothing is gone through twice. */
export function linksInHeader(header: string): HeaderLink[] {
  const found = header.slice(0, longest).matchAll(/<([^<>]*)>([^<]*)/g);
  return [...found].map(([, href = '', parameters = '']) => ({ href, parameters }));
}
