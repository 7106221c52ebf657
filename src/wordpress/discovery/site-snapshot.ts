/**
 * A site as it was found at a start, as plain data: with it another gateway starts without asking the site anything.
 * Knows where the REST root is and the answers that the site was read from; holds nothing that needs credentials.
 */
import { PressgraphError } from '../../errors.ts';
import type { Observer } from '../../observer.ts';
import type { RestAnswer, RestGet, RestRequest } from '../http/client.ts';
import { createRestRoot, type RestRoot } from '../http/rest-root.ts';
import type { Send } from '../http/send.ts';
import type { Site } from '../site.ts';
import { DiscoveryError, discoverRestRoot } from './discovery.ts';
import { explainUnread } from './explanation.ts';
import { readSite } from './read-site.ts';

export interface SiteSnapshot {
  readonly root: { readonly url: string; readonly ownUrl: string };
  /** By route and query. A request that was refused is not among them. */
  readonly answers: Readonly<Record<string, RestAnswer>>;
  /** When it was taken, in milliseconds since the epoch. */
  readonly at: number;
}

export interface OpenedSite {
  readonly root: RestRoot;
  readonly site: Site;
  readonly snapshot: SiteSnapshot;
}

/**
 * Finds the REST root and reads the site.
 * @param types those whose collections become resources, core's when left out
 * @throws DiscoveryError when there is no REST API to be found, or it tells nothing
 */
export async function openSite(
  address: string,
  send: Send,
  createGet: (root: RestRoot) => RestGet,
  types?: readonly string[],
  observer?: Observer,
): Promise<OpenedSite> {
  const root = await discoverRestRoot(address, send);
  const get = createGet(root);
  const answers: Record<string, RestAnswer> = {};
  const getAndKeep: RestGet = async (request) => {
    const answer = await get(request);
    answers[keyOf(request)] = answer;
    return answer;
  };
  const site = await readSite(root, getAndKeep, types, observer).catch((error: unknown) => {
    throw error instanceof PressgraphError ? new DiscoveryError(explainUnread(address, error)) : error;
  });
  return { root, site, snapshot: { root: { url: root.url, ownUrl: root.ownUrl }, answers, at: Date.now() } };
}

/** The site as it was; rejects when the snapshot does not hold all that is read of a site. */
export async function reopenSite(snapshot: SiteSnapshot, types?: readonly string[]): Promise<OpenedSite> {
  const root = createRestRoot(snapshot.root.url, snapshot.root.ownUrl);
  const site = await readSite(
    root,
    async (request) => {
      const answer = snapshot.answers[keyOf(request)];
      if (!answer) throw new Error(`The snapshot has no answer for ${request.route}.`);
      return answer;
    },
    types,
  );
  return { root, site, snapshot };
}

function keyOf({ route, query }: RestRequest): string {
  return JSON.stringify([route, query ?? {}]);
}
