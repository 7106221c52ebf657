/**
 * Finds a site's REST root from the address that an operator gives: the site, a page of it, or the root itself.
 * Knows where WordPress puts it; never leaves the origin that it was given.
 */
import { PressgraphError } from '../../errors.ts';
import { asLine } from '../http/messages.ts';
import { createRestRoot, type RestRoot } from '../http/rest-root.ts';
import type { Send } from '../http/send.ts';
import { declaredRoot } from './declared-root.ts';
import { explain } from './explanation.ts';
import { type Answered, isIndex, isOfRest, mayBeIndex, type Visit, visit } from './visit.ts';

/** Why no root was found, in one line that says what to do. */
export class DiscoveryError extends Error {
  override readonly name = 'DiscoveryError';

  constructor(line: string) {
    // The address may be long, and what to do comes after it.
    super(asLine(line, line.length));
  }
}

/** A site in a deeper folder than that can be given by the address of its REST root. */
const mostFolders = 10;
/** Further places are not looked behind: a web server may answer anything with JSON. */
const mostIndexes = 3;

/**
 * @param address absolute http(s) URL without credentials
 * @throws DiscoveryError when the site is unreachable, is not WordPress, or has its REST API switched off or behind a log-in
 */
export async function discoverRestRoot(address: string, send: Send): Promise<RestRoot> {
  try {
    const given = await visit(address, send);
    if (given.obstacle?.kind === 'unreachable') return fail(explain(address, [given]));
    const visited: Visit[] = [given];
    if (given.answer && isIndex(given)) return rootAt(given);
    // The front page may be another program's, on another host: that says nothing of the REST API on this one.
    for (const candidate of candidates(address, given)) {
      const found = await visit(candidate.url, send);
      if (found.answer && isIndex(found)) return rootAt(found, candidate.own);
      visited.push(found);
    }
    return (await behindIndex(visited, send)) ?? fail(explain(address, visited));
  } catch (error) {
    if (!(error instanceof PressgraphError)) throw error;
    const isForNow = error.status !== undefined;
    return fail(isForNow ? `${address}: ${error.message} Start pressgraph again then.` : explain(address, [], error));
  }
}

function fail(line: string): never {
  throw new DiscoveryError(line);
}

/** @param own how the page that declared it calls it; what its own answers call it comes first */
function rootAt(index: Answered, own = index.url): RestRoot {
  return createRestRoot(index.url, declaredRoot(index) ?? own);
}

/** A root whose index is closed or trimmed by a plugin, but not what lies behind it. */
async function behindIndex(visited: readonly Visit[], send: Send): Promise<RestRoot | undefined> {
  const indexes = visited.flatMap((found) => (found.answer && mayBeIndex(found) ? [found] : []));
  for (const index of indexes.slice(0, mostIndexes)) {
    const root = rootAt(index);
    for (const address of [
      root.address('/wp/v2/types'),
      root.address('/wp/v2/posts', { per_page: 1, _fields: 'id' }),
    ]) {
      const found = await visit(address, send);
      if (found.answer && isOfRest(found)) return createRestRoot(root.url, declaredRoot(found) ?? root.ownUrl);
    }
  }
  return undefined;
}

interface Candidate {
  readonly url: string;
  /** The root as WordPress calls it. */
  readonly own: string;
}

/** The declared root first, then the places where WordPress puts it, from the given folder upwards. */
function* candidates(address: string, given: Visit): Generator<Candidate> {
  const declared = given.answer ? declaredRoot(given) : null;
  const start = given.answer ? given.url : address;
  if (declared) yield { url: onOrigin(declared, start), own: declared };
  const { origin, pathname } = new URL(start);
  const folders = pathname.split('/').slice(1, -1).slice(0, mostFolders);
  for (let depth = folders.length; depth >= 0; depth--) {
    const folder = ['', ...folders.slice(0, depth)].join('/');
    for (const form of ['/wp-json/', '/index.php/wp-json/', '/?rest_route=/']) {
      const url = `${origin}${folder}${form}`;
      yield { url, own: url };
    }
  }
}

/** The site may call itself by another host than the one it is reached at: only the path counts. */
function onOrigin(declared: string, given: string): string {
  const { pathname, search } = new URL(declared, given);
  return new URL(`${pathname}${search}`, given).href;
}
