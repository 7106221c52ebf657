/**
 * Finds a site's REST root from the address that an operator gives: the site, a page of it, or the root itself.
 * Knows what WordPress documents about discovery; never leaves the origin that it was given.
 *
 * Source: REST API handbook, "Discovery": the `Link: <...>; rel="https://api.w.org/"` header.
 */
import { PressgraphError } from '../../errors.ts';
import { readJson } from '../http/json.ts';
import { asLine, readCode } from '../http/messages.ts';
import { createRestRoot, type RestRoot } from '../http/rest-root.ts';
import type { Send, UpstreamResponse } from '../http/send.ts';
import { readList, readMember } from '../values.ts';

/** Why no root was found, in one line that says what to do. */
export class DiscoveryError extends Error {
  override readonly name = 'DiscoveryError';

  constructor(line: string) {
    // The address may be long, and what to do comes after it.
    super(asLine(line, line.length));
  }
}

const apiRelation = 'https://api.w.org/';
const mostRedirects = 5;
/** A site in a deeper folder than that can be given by the address of its REST root. */
const mostFolders = 10;

/**
 * @param address absolute http(s) URL without credentials
 * @throws DiscoveryError when the site is unreachable, is not WordPress, or has its REST API switched off or behind a log-in
 */
export async function discoverRestRoot(address: string, send: Send): Promise<RestRoot> {
  const visit = (url: string) => followRedirects(address, url, send);
  const given = await visit(address);
  if (isIndex(given)) return createRestRoot(given.url, declaredRoot(given) ?? given.url);

  const refusals: UpstreamResponse[] = [];
  for (const candidate of candidates(given)) {
    const answer = await visit(candidate.url);
    if (isIndex(answer)) return createRestRoot(candidate.url, candidate.own);
    if (isRefusal(answer)) refusals.push(answer);
  }
  throw new DiscoveryError(explain(address, given, refusals[0]));
}

/** What a place answers at the end of its redirects. */
interface Visit extends UpstreamResponse {
  readonly url: string;
}

/** Redirects are followed on the same origin only: another one was not configured. */
async function followRedirects(address: string, url: string, send: Send): Promise<Visit> {
  let target = url;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const response = await request(address, target, send);
    const { location } = response.headers;
    if (response.status < 300 || response.status > 399 || location === undefined) return { ...response, url: target };
    const next = resolved(location, target);
    if (!next)
      throw new DiscoveryError(`${address} redirects to something that is no address: repair it and try again.`);
    if (next.origin !== new URL(address).origin) {
      throw new DiscoveryError(
        `${address} redirects to ${asLine(next.origin)}: start pressgraph with that address instead.`,
      );
    }
    target = next.href;
  }
  throw new DiscoveryError(
    `${address} redirects more than ${mostRedirects} times: give the address of the site itself.`,
  );
}

async function request(address: string, url: string, send: Send): Promise<UpstreamResponse> {
  try {
    return await send({ method: 'GET', url, headers: { accept: 'application/json, text/html;q=0.9' } });
  } catch (error) {
    if (!(error instanceof PressgraphError)) throw error;
    if (error.status !== undefined)
      throw new DiscoveryError(`${address}: ${error.message} Start pressgraph again then.`);
    const reason = error.cause instanceof Error ? ` (${asLine(describe(error.cause))})` : '';
    throw new DiscoveryError(`${address} cannot be reached${reason}: check the address and the network.`);
  }
}

function describe(cause: Error): string {
  const code = (cause as { code?: unknown }).code;
  return typeof code === 'string' ? code : cause.message || cause.name;
}

interface Candidate {
  readonly url: string;
  /** The root as WordPress calls it. */
  readonly own: string;
}

/** The declared root first, then the places where WordPress puts it, from the given folder upwards. */
function* candidates(given: Visit): Generator<Candidate> {
  const declared = declaredRoot(given);
  if (declared) yield { url: onOrigin(declared, given.url), own: declared };
  const { origin, pathname } = new URL(given.url);
  const folders = pathname.split('/').slice(1, -1).slice(0, mostFolders);
  for (let depth = folders.length; depth >= 0; depth--) {
    const folder = ['', ...folders.slice(0, depth)].join('/');
    for (const form of ['/wp-json/', '/index.php/wp-json/', '/?rest_route=/']) {
      const url = `${origin}${folder}${form}`;
      yield { url, own: url };
    }
  }
}

/** An address that a site wrote, as seen from another one; `undefined` where it is none. */
function resolved(written: string, base: string): URL | undefined {
  return URL.canParse(written, base) ? new URL(written, base) : undefined;
}

/** The site may call itself by another host than the one it is reached at: only the path counts. */
function onOrigin(declared: string, given: string): string {
  const { pathname, search } = new URL(declared, given);
  return new URL(`${pathname}${search}`, given).href;
}

/** How much of a header and of a page is looked at: WordPress names its root near the top. */
const [headerLength, pageLength] = [8_192, 262_144];

/** The root that a page or its header names. Each pattern stops ahead of the next tag, so that nothing is gone through twice. */
function declaredRoot(answer: Visit): string | null {
  const header = (answer.headers.link ?? '').slice(0, headerLength);
  for (const [, href = '', parameters = ''] of header.matchAll(/<([^<>]*)>([^<]*)/g)) {
    if (parameters.includes(apiRelation)) return resolved(href, answer.url)?.href ?? null;
  }
  const page = new TextDecoder().decode(answer.body.subarray(0, pageLength));
  for (const [tag] of page.matchAll(/<link\s[^<>]*>/gi)) {
    if (!/\srel=["']https:\/\/api\.w\.org\/["']/i.test(tag)) continue;
    const href = /\shref=["']([^"']*)["']/i.exec(tag)?.[1];
    return href ? (resolved(href.replaceAll('&#038;', '&').replaceAll('&amp;', '&'), answer.url)?.href ?? null) : null;
  }
  return null;
}

function isIndex(answer: Visit): boolean {
  if (answer.status !== 200) return false;
  return readList(readMember(readJson(answer.body).json, 'namespaces'))?.includes('wp/v2') ?? false;
}

/** JSON with a code: WordPress' REST API is there, and says no. */
function isRefusal(answer: Visit): boolean {
  return answer.status >= 400 && wordpressCode(answer) !== undefined;
}

function wordpressCode(answer: UpstreamResponse): string | undefined {
  return readCode(readMember(readJson(answer.body).json, 'code'));
}

function explain(address: string, given: Visit, refusal: UpstreamResponse | undefined): string {
  const refused = refusal ?? (isRefusal(given) ? given : undefined);
  if (refused && (refused.status === 401 || refused.status === 403)) {
    return `${address} is WordPress, but its REST API is switched off or behind a log-in (${refused.status} ${wordpressCode(refused)}): let anonymous visitors read it.`;
  }
  if (refused) {
    return `${address} is WordPress, but its REST API answers ${refused.status} ${wordpressCode(refused)}: repair it and try again.`;
  }
  if (given.status >= 400)
    return `${address} answers with status ${given.status}: check the address, or give the REST root.`;
  return `${address} is not a WordPress site, or its REST API is switched off: give the address of the site, or of its REST root.`;
}
