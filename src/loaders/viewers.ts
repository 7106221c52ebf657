/**
 * Viewers: anonymous operations share look-ups, cache and what is under way; one with credentials shares nothing, so that
 * what is private has no way to anybody else. The operations of one batch have come with the same credentials: they share look-ups.
 */

import { ClientGone } from '../errors.ts';
import type { KeptKind } from '../kept-kinds.ts';
import type { Mechanism } from '../mechanisms.ts';
import type { Observer } from '../observer.ts';
import { accountCollection, openingOf, type Privilege } from '../privileges.ts';
import type { DocumentCache } from '../store/document-cache.ts';
import type { AddressShapes } from '../wordpress/address-shapes.ts';
import type { RestGet } from '../wordpress/http/client.ts';
import type { AskSight } from '../wordpress/http/front-end.ts';
import type { PageLimits } from '../wordpress/page-limits.ts';
import { resourceAt, type Site } from '../wordpress/site.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { Addresses } from './lookups/addresses.ts';
import { FrontEnd } from './lookups/front-end.ts';
import { createLookups, type Lookups } from './lookups/lookups.ts';
import { Refusals } from './lookups/refusals.ts';
import type { Openings } from './openings.ts';
import type { Operation } from './operation/operation.ts';
import { createAccountGet, type ServiceAccount } from './service-account.ts';
import { ReadThrough } from './source/read-through.ts';
import { Source } from './source/source.ts';

export interface ViewersOptions {
  readonly site: Site;
  readonly get: RestGet;
  /** Asks the front end. */
  readonly see: AskSight;
  readonly shapes: AddressShapes;
  /** What the site lets be asked for at a time. */
  readonly limits: PageLimits;
  /** Of public documents. */
  readonly cache: DocumentCache;
  /** Reads for everybody what it opens; absent where there is none. */
  readonly account?: ServiceAccount | undefined;
  kindOf(collection: string): KeptKind;
  readonly without: ReadonlySet<Mechanism>;
  readonly observer: Observer;
  /** Whether nothing is asked of the site now. */
  isIdle(): boolean;
}

export interface Viewer {
  /** The viewer's own `Authorization`, passed on as it came; absent for an anonymous viewer. */
  readonly authorization?: string | undefined;
  /** Aborts what is under way when the client has gone; what is shared goes on. */
  readonly signal?: AbortSignal | undefined;
}

export type LoadersFor = (viewer: Viewer, operation: Operation) => Loaders;

export function createViewers({ site, get: getForAll, see, cache, account, ...options }: ViewersOptions): LoadersFor {
  const { observer } = options;
  const sortersOf = (route: string) => resourceAt(site, route)?.sorters ?? [];
  const sourceOf = (get: RestGet, kept?: DocumentCache, nameOf?: (route: string) => string) =>
    new Source({ ...options, get, cache: kept, nameOf, sortersOf });
  const frontEnd = new FrontEnd({ site, ask: see, cache, readThrough: new ReadThrough(observer) });
  const addresses = new Addresses({ shapes: options.shapes, cache, frontEnd });
  const anonymous = createLookups(site, sourceOf(getForAll, cache), addresses, { opener: 'everybody', observer });
  const ofAccount = (): Lookups | undefined => {
    if (!account) return undefined;
    const refusals = new Refusals();
    const get = createAccountGet({ account, get: getForAll, site, refusals, observer, asOf: () => cache.asOf });
    return createLookups(site, sourceOf(get, cache, accountCollection), addresses, {
      opener: 'account',
      observer,
      refusals,
    });
  };
  const editors = ofAccount();
  /** What the account reads is the same for all; without one, viewers may have rights of their own. */
  const openingsFor = (privilege: Privilege, viewer: Lookups): Openings | undefined => {
    if (editors && account?.opens.has(privilege)) return editors.openings;
    if (viewer !== anonymous || openingOf(privilege).mayBePublic) return viewer.openings;
    observer.closed?.({ privilege, reason: account ? 'not listed' : 'no account' });
    return undefined;
  };
  const ofBatches = new WeakMap<Operation, Lookups>();
  return ({ authorization, signal }, operation) => {
    const own = (): Lookups => {
      // In a native AbortSignal: the caller's may be a ponyfill that undici refuses.
      const gone = signal && AbortSignal.any([signal]);
      const get: RestGet = async (request) => {
        try {
          return await getForAll({ ...request, authorization, signal: gone });
        } catch (error) {
          throw gone?.aborted ? new ClientGone() : error;
        }
      };
      return createLookups(site, sourceOf(get), addresses, { opener: 'viewer', observer });
    };
    const ofBatch = (batch: Operation): Lookups => {
      const lookups = ofBatches.get(batch) ?? own();
      ofBatches.set(batch, lookups);
      return lookups;
    };
    const personal = () => (operation.batch ? ofBatch(operation.batch) : own());
    const lookups = authorization === undefined ? anonymous : personal();
    return createLoaders({
      lookups,
      operation,
      openingsFor: (privilege) => openingsFor(privilege, lookups),
    });
  };
}
