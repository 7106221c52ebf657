/**
 * A site as it was found at a start, as plain data: with it another gateway starts without asking the site anything.
 * Knows where the REST root is and what the site said; holds nothing that needs credentials.
 */
import { PressgraphError } from '../../errors.ts';
import type { Observer } from '../../observer.ts';
import type { RestGet } from '../http/client.ts';
import { createRestRoot, type RestRoot } from '../http/rest-root.ts';
import type { Send } from '../http/send.ts';
import type { Site } from '../site.ts';
import { DiscoveryError, discoverRestRoot } from './discovery.ts';
import { explainUnread } from './explanation.ts';
import { readSite, untoldRoutes } from './read-site.ts';
import { type AskBlockTypes, askSite, type SiteFacts } from './site-facts.ts';

export interface SiteSnapshot {
  readonly root: { readonly url: string; readonly ownUrl: string };
  readonly facts: SiteFacts;
  /** When it was taken, in milliseconds since the epoch. */
  readonly at: number;
}

export interface OpenedSite {
  readonly root: RestRoot;
  readonly site: Site;
  readonly snapshot: SiteSnapshot;
}

export interface Opening {
  createGet(root: RestRoot): RestGet;
  /** Asks for what WordPress tells its editors only; absent where nobody may. */
  readonly askBlockTypes?: AskBlockTypes | undefined;
  readonly observer?: Observer | undefined;
}

/**
 * Finds the REST root and reads the site.
 * @throws DiscoveryError when there is no REST API to be found, or it tells nothing
 */
export async function openSite(
  address: string,
  send: Send,
  { createGet, askBlockTypes, observer = {} }: Opening,
): Promise<OpenedSite> {
  const root = await discoverRestRoot(address, send);
  const facts = await askSite(createGet(root), askBlockTypes).catch((error: unknown) => {
    throw error instanceof PressgraphError ? new DiscoveryError(explainUnread(address, error)) : error;
  });
  const untold = untoldRoutes(facts);
  if (untold.length > 0) observer.untold?.({ routes: untold });
  return readSnapshot({ root: { url: root.url, ownUrl: root.ownUrl }, facts, at: Date.now() });
}

/** The site as it was; `undefined` where the snapshot does not hold all that is read of a site. */
export function reopenSite(snapshot: SiteSnapshot): OpenedSite | undefined {
  try {
    return readSnapshot(snapshot);
  } catch {
    return undefined;
  }
}

function readSnapshot(snapshot: SiteSnapshot): OpenedSite {
  const root = createRestRoot(snapshot.root.url, snapshot.root.ownUrl);
  return { root, site: readSite(root, snapshot.facts), snapshot };
}
