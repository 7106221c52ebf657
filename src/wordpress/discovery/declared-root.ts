/**
 * The REST root as WordPress itself calls it: in the header of every page and answer, in the head of a page, in its own index.
 * Source: REST API handbook, "Discovery": the `Link: <...>; rel="https://api.w.org/"` header.
 */
import { linksInHeader } from '../http/link-header.ts';
import { linksIn } from '../links.ts';
import { readAddress, readMember } from '../values.ts';
import type { Answered } from './visit.ts';

const apiRelation = 'https://api.w.org/';
/** How much of a page is looked at: WordPress names its root near the top. */
const pageLength = 262_144;

/** An absolute address, or `null` where nothing says any. */
export function declaredRoot({ url, answer, json }: Answered): string | null {
  const declared =
    inHeader(answer.headers.link ?? '') ?? (json === undefined ? inPage(answer.body) : (inIndex(json) ?? undefined));
  return declared !== undefined && URL.canParse(declared, url) ? new URL(declared, url).href : null;
}

function inHeader(header: string): string | undefined {
  return linksInHeader(header).find(({ parameters }) => parameters.includes(apiRelation))?.href;
}

/** Each pattern stops ahead of the next tag, so that nothing is gone through twice. */
function inPage(body: Uint8Array): string | undefined {
  const page = new TextDecoder().decode(body.subarray(0, pageLength));
  for (const [tag] of page.matchAll(/<link\s[^<>]*>/gi)) {
    if (!/\srel=["']https:\/\/api\.w\.org\/["']/i.test(tag)) continue;
    const href = /\shref=["']([^"']*)["']/i.exec(tag)?.[1];
    return href?.replaceAll('&#038;', '&').replaceAll('&amp;', '&');
  }
  return undefined;
}

/** The index links each route that it names, its own among them. */
function inIndex(index: unknown): string | null {
  const links = readMember(readMember(readMember(index, 'routes'), '/'), '_links');
  return readAddress(linksIn(readMember(links, 'self'))[0]?.href);
}
