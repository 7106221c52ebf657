/**
 * Why a site cannot be served, in a line for its operator: which address, what was seen there, and what to do.
 */
import type { PressgraphError } from '../../errors.ts';
import { mostRedirects } from '../http/redirects.ts';
import { explainUnreachable } from './unreachable.ts';
import { type Answered, type Failed, refusalIn, type Visit } from './visit.ts';

/** What lets the gateway through whatever keeps it out. */
const gate = 'PRESSGRAPH_UPSTREAM_HEADERS (what that holds now, if anything, does not)';

/**
 * @param visited the address itself first, then the places where the REST API could have been
 * @param failure what ended the search, if it did not come to its end
 */
export function explain(address: string, visited: readonly Visit[], failure?: PressgraphError): string {
  if (failure)
    return explainUnreachable(address, failure.cause instanceof Error ? failure.cause.message : failure.message);
  const [given, ...others] = visited;
  const answers = visited.filter((visit): visit is Answered => visit.answer !== undefined);
  // What the REST API itself says counts for more than the page of a route that is not there.
  const refusals = [...others, given].flatMap((visit) => (visit?.answer ? (refusalIn(visit) ?? []) : []));
  const refused = refusals.find(({ status }) => status !== 404) ?? refusals[0];
  if (refused) return refusedBy(address, refused.status, `${refused.status} ${refused.code}`);
  if (given?.obstacle) return obstructed(address, given.obstacle);
  const closed = answers.find(({ answer }) => answer.status === 401 || answer.status === 403);
  if (closed) return gated(closed);
  const status = given?.answer.status ?? 0;
  if (given && wantsTls(given))
    return `${address} is answered by a server that wants TLS: begin the address with https://.`;
  if (status >= 400) return `${address} answers with status ${status}: check the address, or give the REST root.`;
  return `${address} is not a WordPress site, or its REST API is switched off: give the address of the site, or of its REST root.`;
}

/** Why a site whose REST API was found could not be read. */
export function explainUnread(address: string, { status, wordpressCode, message }: PressgraphError): string {
  const isClosed = status === 401 || status === 403;
  if (isClosed) return refusedBy(address, status, wordpressCode ? `${status} ${wordpressCode}` : `status ${status}`);
  return `${address} cannot be read: ${message} Repair it, or start pressgraph again when it answers.`;
}

/** @param seen status and code, or how else it was refused */
function refusedBy(address: string, status: number, seen: string): string {
  return status === 401 || status === 403
    ? `${address} is WordPress, but its REST API is switched off or behind a log-in (${seen}): let anonymous visitors read it, or give the gateway what lets it in as ${gate}.`
    : `${address} is WordPress, but its REST API answers ${seen}: repair it and try again.`;
}

function obstructed(address: string, obstacle: Failed['obstacle']): string {
  switch (obstacle.kind) {
    case 'elsewhere':
      return `${address} redirects to ${obstacle.origin}: start pressgraph with that address instead. If that is a log-in, give the gateway what lets it in as ${gate}.`;
    case 'nowhere':
      return `${address} redirects to something that is no address: repair it and try again.`;
    case 'endless':
      return `${address} redirects more than ${mostRedirects} times: give the address of the site itself.`;
    case 'unreadable':
      return `${address}: ${obstacle.message} Repair it, or give the REST root.`;
    case 'unreachable':
      return explainUnreachable(address, obstacle.message);
  }
}

/** Closed by something in front of WordPress: its page has no code. */
function gated({ url, answer }: Answered): string {
  const scheme = /^[\w-]{1,40}/.exec(answer.headers['www-authenticate'] ?? '')?.[0];
  const wants = answer.status === 401 ? `wants credentials${scheme ? ` (${scheme})` : ''}` : 'is closed to the gateway';
  return `${url} answers with status ${answer.status}, it ${wants}: let it through, or give it what lets it in as ${gate}; or check the address.`;
}

/** What nginx and Apache say where HTTP comes to a port that speaks TLS. */
function wantsTls({ url, answer }: Answered): boolean {
  if (answer.status !== 400 || !url.startsWith('http:')) return false;
  return /plain HTTP (request was sent )?to (an? )?(HTTPS port|SSL-enabled server port)/i.test(
    Buffer.from(answer.body).toString('latin1', 0, 2_000),
  );
}
