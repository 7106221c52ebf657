/**
 * Follows redirects, on the same origin only: another one was not configured, and must not be given credentials.
 * Knows what HTTP says of redirects; source: RFC 9110, section 15.4.
 */
import type { Send, UpstreamRequest, UpstreamResponse } from './send.ts';

/** A site that turns a request round more often than that turns it round in circles. */
export const mostRedirects = 5;

/** Where a request ended: with an answer, at the address that gave it, or without one. */
export type Journey =
  | { readonly answer: UpstreamResponse; readonly url: string; readonly obstacle?: never }
  | { readonly obstacle: Obstacle; readonly answer?: never; readonly url?: never };

export type Obstacle =
  /** It was sent to another origin. */
  | { readonly kind: 'elsewhere'; readonly origin: string }
  /** It was sent to what is no address, or none of the web. */
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'endless' };

const redirectStatuses = [301, 302, 303, 307, 308];

export async function followRedirects(send: Send, request: UpstreamRequest): Promise<Journey> {
  let { url } = request;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const answer = await send({ ...request, url });
    const { location } = answer.headers;
    if (!redirectStatuses.includes(answer.status) || location === undefined) return { answer, url };
    if (!URL.canParse(location, url)) return { obstacle: { kind: 'nowhere' } };
    const next = new URL(location, url);
    if (!/^https?:$/.test(next.protocol)) return { obstacle: { kind: 'nowhere' } };
    if (next.origin !== new URL(url).origin) return { obstacle: { kind: 'elsewhere', origin: next.origin } };
    url = next.href;
  }
  return { obstacle: { kind: 'endless' } };
}

/** Whether an address still says all that another one asked for; the route itself may have gone from the query into the path. */
export function asksTheSame(asked: string, led: string): boolean {
  if (asked === led) return true;
  const [wanted, kept] = [new URL(asked).searchParams, new URL(led).searchParams];
  wanted.delete('rest_route');
  return [...wanted].every(([name, value]) => kept.getAll(name).includes(value));
}
